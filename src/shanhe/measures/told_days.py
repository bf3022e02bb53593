"""Days that a text tells, in digits or in words, each with its place; one without a year is of the year told before it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from shanhe.measures.worded_amounts import folded
from shanhe.values.regex import regex
from shanhe.values.whole_number import count_of

_ONES = "一二三四五六七八九"
YEAR = f"(?:20\\d\\d|二[〇零○Ｏ][〇零○Ｏ{_ONES}]{{2}})"
MONTH = f"(?:\\d{{1,2}}|十[一二]?|[{_ONES}])"
DATE = f"(?:\\d{{1,2}}|[二三]?十[{_ONES}]?|[{_ONES}])"
"""Patterns of a year, a month and a day of the month, in digits or in words, for ``count_of``."""
_DAY = regex(
    rf"(?:(?P<year>{YEAR}) ?年 ?|(?P<other>次年|翌年|第二年|下一?年|上一?年|去年) ?)?(?<![\d.])(?P<month>{MONTH}) ?月 ?(?P<day>{DATE}) ?日"
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
        told = found["year"] or found["year2"]
        year = (count_of(told) if told else year) + step
        month, day = found["month"] or found["month2"], found["day"] or found["day2"]
        try:
            told_day = date(year, count_of(month), count_of(day))
            yield ToldDay(told_day, found.start(), found.end())
        except ValueError:
            continue
