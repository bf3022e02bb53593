"""年度自评报告的落款日期与所评年度相近.

A report on one year, so called in its head, is signed in that year or one of the two after it. One signed later bears the year of
another report.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import prose
from shanhe.measures.signing import signing
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.values.regex import regex

_HEAD = 6
_MOST = 2
_REPORT = regex("自评|自我评价")


@rule(
    id="TIME-353",
    severity=WARN,
    basis=["practice#E-55"],
    zh="所评年度为 {year} 年，落款日期为 {day}",
    en="the report is on {year}, it is signed on {day}",
    only=Only.PAPER,
)
def annual_reports_are_signed_soon_after_their_year(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield once if a report was signed more than two years after the year it is on."""
    del catalogue
    year, signed = dossier.programme.year, signing(dossier)
    head = prose(dossier)[:_HEAD]
    named = [line for line in head if re.search(f"{year}年度?(?![—~至-])", line.text)]
    report = any(_REPORT.search(line.text) for line in head)
    if year and signed and named and report and signed.day.year - year > _MOST:
        words = {"year": year, "day": signed.day}
        yield Hit((named[0].operand("text"), signed.operand), words)
