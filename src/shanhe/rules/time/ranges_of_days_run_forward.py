"""起止日期的止日不早于起日.

``2025年11月13日至10月31日``: a last day without a year is of the year of the first, or of the next where that is no more than nine months later, as in
``2025年11月13日至1月31日``. Months, ``2024年10月至2024年3月``, are held alike.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import Sentence, sentences
from shanhe.measures.worded_amounts import folded
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.regex import regex

_TO = r" ?(?:起)?(?:至|到|—+|－+|-+|~|～) ?"
_DAYS = regex(
    rf"(?P<year>20\d\d) ?年 ?(?P<month>\d{{1,2}}) ?月 ?(?P<day>\d{{1,2}}) ?日{_TO}(?:(?P<year2>20\d\d) ?年 ?)?(?P<month2>\d{{1,2}}) ?月 ?(?P<day2>\d{{1,2}}) ?日"
)
_MONTHS = regex(
    rf"(?P<year>20\d\d) ?年 ?(?P<month>\d{{1,2}}) ?月{_TO}(?:(?P<year2>20\d\d) ?年 ?)?(?P<month2>\d{{1,2}}) ?月(?! ?\d)"
)
_LONG = timedelta(days=275)
"""The longest time that a last day without a year can reach into the next."""
_MOVED = regex("由|从|调整|延期|提前|推迟")
"""Before a day that was moved to another, which may be earlier."""


@rule(
    id="TIME-333",
    severity=ERROR,
    basis=["practice#R-02"],
    zh="“{words}”止日早于起日",
    en='"{words}" ends before it begins',
    only=Only.PAPER,
)
def ranges_of_days_run_forward(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each range whose last day, or month, is before its first."""
    del catalogue
    for line in dossier.texts:
        if "月" not in line.text:
            continue
        for sentence in sentences(line):
            text = folded(sentence.text)
            for found in (*_DAYS.finditer(text), *_MONTHS.finditer(text)):
                if _is_backward(found) and not _MOVED.search(text[: found.start()][-6:]):
                    yield _hit(sentence, found)


def _is_backward(found: re.Match[str]) -> bool:
    told = found.groupdict()
    year, month, day = int(told["year"]), int(told["month"]), int(told.get("day") or 1)
    year2, month2, day2 = told["year2"], int(told["month2"]), int(told.get("day2") or 1)
    try:
        first = date(year, month, day)
        last = date(int(year2 or year), month2, day2)
        later = date(last.year + 1, month2, day2)
    except ValueError:
        return False
    return last < first and (bool(year2) or later - first > _LONG)


def _hit(sentence: Sentence, found: re.Match[str]) -> Hit:
    at = sentence.operand(found.start(), found.end())
    return Hit((at,), {"words": at.text})
