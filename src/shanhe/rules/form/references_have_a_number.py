"""引用的通知和管理制度注明文号.

Laws and regulations go by title; a notice or a measure is found by its number. Where the day is
missing as well, the finding says so. Documents that carry money are looked at by the rules on funds.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import NOTE, rule
from shanhe.rules.words import Both, listed
from shanhe.values.regex import regex

_NUMBERED = ("通知", "管理制度")
_STANDARD = regex("(?:规程|规范|标准|定额|导则)$")


@rule(
    id="FORM-715",
    severity=NOTE,
    basis=["practice#R-02", "practice#E-35"],
    zh="{count} 份引用文件没有文号：{titles}",
    en="{count} documents are cited without a number: {titles}",
)
def references_have_a_number(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once, with every notice or measure that has no number."""
    del catalogue
    bare = [
        one
        for one in dossier.documents
        if one.category in _NUMBERED and not one.number.strip() and not _STANDARD.search(one.title)
    ]
    if bare:
        shown = [
            Both(
                f"《{one.title}》" + ("" if one.issued else "（无发文日期）"),
                one.title + ("" if one.issued else " (no day)"),
            )
            for one in bare
        ]
        at = tuple(one.operand(key) for one in bare for key in ("title", "number", "issued"))
        yield Hit(at, {"count": len(bare), "titles": listed(shown)})
