"""Days, months and years as reports write them, ranges and shared years among them."""

import re
from dataclasses import dataclass
from datetime import date

from shanhe.values.regex import regex
from shanhe.values.whole_number import whole_number

_N = "[〇零一二三四五六七八九十]"
_YEARS = r"(?:19|20)\d\d|[一二][〇零Ｏ一二三四五六七八九]{3}"
_MONTH = r"1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]"
_TO = r" ?(?:-|—|~|至|到) ?"
_DAY = regex(
    # 2025年7月7日, 7月7日, 2026年1月8日-10日, 2025年8月-11月
    rf"(?:(?P<year>{_YEARS}) ?年度? ?)?(?P<month>{_MONTH}) ?月份?"
    rf"(?: ?(?P<day>[0-3]?\d|{_N}{{1,3}}) ?日)?"
    rf"(?:{_TO}(?:(?P<month2>{_MONTH}) ?月份? ?(?:(?P<day2>[0-3]?\d) ?日)?|(?P<day3>[0-3]?\d) ?日))?"
    # 2025-07-07, 2025.7.7
    r"|(?<!\d)(?P<iso>(?:19|20)\d\d)(?P<mark>[-./])(?P<iso_month>1[0-2]|0?[1-9])"
    r"(?P=mark)(?P<iso_day>[0-3]?\d)(?!\d)"
    # 2025年, 2025-2027年, 2025年底
    rf"|(?:(?<!\d)(?:19|20)\d\d(?: ?年)?{_TO})?(?<!\d)(?P<only>{_YEARS}) ?年(?:度|底|末|初)?"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day or a stretch of days.

    Attributes:
        first, last: the days; ``None`` where only a month or year is told.
        year: its year, told or taken from the day before it in the paragraph.
    """

    start: int
    end: int
    first: date | None
    last: date | None
    year: int | None

    @property
    def day(self) -> date | None:
        """Its last day: when what is told was done."""
        return self.last or self.first


def find_days(text: str) -> tuple[Day, ...]:
    """Return the days in folded ``text``, in order.

    Example:
        ``2026年1月8日-10日`` is one, from the 8th to the 10th; in ``2025年7月7日、9月25日`` the
        second takes the year of the first.
    """
    found: list[Day] = []
    year: int | None = None
    for match in _DAY.finditer(text):
        told = match["year"] or match["iso"] or match["only"]
        year = whole_number(told) if told else year
        found.append(_day(match, year))
    return tuple(found)


def _day(match: re.Match[str], year: int | None) -> Day:
    first = _date(year, match["month"] or match["iso_month"], match["day"] or match["iso_day"])
    last = _date(year, match["month2"] or match["month"], match["day2"] or match["day3"])
    return Day(match.start(), match.end(), first, last, year)


def _date(year: int | None, month: str | None, day: str | None) -> date | None:
    if not (year and month and day):
        return None
    try:
        return date(year, whole_number(month) or 0, whole_number(day) or 0)
    except ValueError:
        return None
