"""报告自身的发文字号与落款日期同年.

The number that stands alone below the title is given when the paper is signed: 安财绩〔2025〕6号 over 2026年3月18日 is left from the
report of another year. In January the number may still be that of the year before.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import prose
from shanhe.measures.signing import signing
from shanhe.measures.worded_amounts import folded
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.regex import regex

_NUMBER = regex(
    r"\s*[\u4e00-\u9fff]{2,12}[〔\[【（(](?P<year>20\d\d)[〕\]】）)] ?(?:第)?\d{1,4}号\s*"
)
_HEAD = 6


@rule(
    id="STRUCT-820",
    severity=ERROR,
    basis=["practice#R-02"],
    zh="报告的发文字号“{number}”为 {year} 年，落款日期为 {day}",
    en="the report bears the number {number} of {year} and is signed on {day}",
    only=Only.PAPER,
)
def own_number_is_of_the_year_of_signing(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield the number of the paper itself if it is of another year than its signing."""
    del catalogue
    signed = signing(dossier)
    heads = prose(dossier)[:_HEAD]
    for line in heads if signed else ():
        found = _NUMBER.fullmatch(folded(line.text))
        year = int(found["year"]) if found else 0
        if found is None or signed is None or year == signed.day.year:
            continue
        if signed.day.month > 1 or year != signed.day.year - 1:
            words = {"number": line.text.strip(), "year": year, "day": signed.day}
            yield Hit((line.operand("text"), signed.operand), words)
