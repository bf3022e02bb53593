"""所写日期在日历上存在.

Months above twelve, days that the month does not have. Ranges and days without a year are looked at as
well; 2月29日 without a year may be right.
"""

import re
from calendar import monthrange
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import Sentence, sentences
from shanhe.measures.worded_amounts import folded
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.regex import regex

_DAY = regex(
    r"(?<![\d.])(?:(?P<year>(?:19|20)\d\d)\s*年\s*)?(?P<month>\d{1,3})\s*月\s*(?P<day>\d{1,4})\s*日(?!均|照|常)"
    r"|(?<![\d.])(?P<year2>(?:19|20)\d\d)\s*年\s*(?P<month2>\d{1,3})\s*月(?!以上|左右|内)"
    r"|(?<![\d.A-Za-z-])(?<![A-Za-z] )(?P<year3>20\d\d)-(?P<month3>\d{1,2})-(?P<day3>\d{1,2})(?![\d-])"
)
_LEAP, _MONTHS = 2024, 12


@rule(
    id="TIME-311",
    severity=ERROR,
    basis=["practice#R-02"],
    zh="日历上没有“{day}”",
    en="there is no {day} on the calendar",
    only=Only.PAPER,
)
def days_are_on_the_calendar(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each day that no calendar has."""
    del catalogue
    for line in dossier.texts:
        for sentence in sentences(line) if "月" in line.text or "-" in line.text else ():
            for found in _DAY.finditer(folded(sentence.text)):
                if not _exists(found):
                    yield _hit(sentence, found)


def _exists(found: re.Match[str]) -> bool:
    parts = found.groupdict()
    year = parts["year"] or parts["year2"] or parts["year3"] or _LEAP
    month = int(parts["month"] or parts["month2"] or parts["month3"])
    day = int(parts["day"] or parts["day3"] or 1)
    return 1 <= month <= _MONTHS and 1 <= day <= monthrange(int(year), month)[1]


def _hit(sentence: Sentence, found: re.Match[str]) -> Hit:
    return Hit((sentence.operand(*found.span()),), {"day": found[0].strip()})
