"""Days that a text tells, each with its place; one without a year is of the year told before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from shanhe.measures.worded_amounts import folded

_DAY = re.compile(
    r"(?:(?P<year>20\d\d) ?年 ?|(?P<other>次年|翌年|第二年|下一?年|上一?年|去年) ?)?(?<![\d.])(?P<month>\d{1,2}) ?月 ?(?P<day>\d{1,2}) ?日"
    r"|(?<!\d)(?P<year2>20\d\d)(?P<mark>[-./])(?P<month2>\d{1,2})(?P=mark)(?P<day2>\d{1,2})(?!\d)"
)
_STEPS = {"去年": -1, "上年": -1, "上一年": -1}


@dataclass(frozen=True, slots=True)
class ToldDay:
    """A day, ``start`` and ``end`` in the text."""

    day: date
    start: int
    end: int


def told_days(text: str, year: int = 0) -> Iterator[ToldDay]:
    """Yield the days; ``year`` is that of those before which none is told, 0 if they are no days.

    Example:
        ``2025年3月3日发出，3月26日开标`` holds 2025-03-03 and 2025-03-26; 次年1月8日 after them is in 2026.
    """
    for found in _DAY.finditer(folded(text)):
        step = _STEPS.get(found["other"], 1) if found["other"] and year else 0
        year = int(found["year"] or found["year2"] or year) + step
        month, day = found["month"] or found["month2"], found["day"] or found["day2"]
        try:
            yield ToldDay(date(year, int(month), int(day)), found.start(), found.end())
        except ValueError:
            continue
