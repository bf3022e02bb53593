"""表式中的填写提示和占位符已经删去.

Words that ask somebody to fill something in, and signs that stand for what was never filled in. The
notes that are printed under the official form belong there.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.source import Operand
from shanhe.rules.declare import NOTE, Only, rule
from shanhe.rules.words import listed
from shanhe.values.regex import regex

_LEFT = regex(
    r"填写说明|（请[^（）]{1,30}）|\(请[^()]{1,30}\)|请(?:在此|据实|如实|简要|逐项|按实际情况)(?:填写|填报|说明|描述)"
    r"|此处(?:填写|填报|说明|插入)|（(?:需|应|请|简要)(?:说明|填写|描述)[^（）]{0,30}）"
    r"|(?<![A-Za-zＡ-Ｚ/.])[XxＸ]{2,}(?![A-Za-zＡ-Ｚ\d])|×{2,}|[_＿]{3,}|[*＊]{3,}|[□■]\s*请勾选"
)
_PLACEHOLDER = regex(r"指标\s*\d\s*[:：]?|…+|\.{3,}")


@rule(
    id="STRUCT-811",
    severity=NOTE,
    basis=["practice#R-01", "form#indicators"],
    zh="有 {count} 处表式提示或占位符没有删去、填实：{places}",
    en="{count} instructions or placeholders of the template were left in: {places}",
    only=Only.PAPER,
)
def no_instructions_are_left(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once, with everything that the template left behind."""
    del catalogue
    shown: list[str] = []
    at: list[Operand] = []
    for line in dossier.texts:
        found = [one[0].strip() for one in _LEFT.finditer(line.text)]
        if _PLACEHOLDER.fullmatch(line.text.strip()):
            found.append(line.text.strip())
        if found:
            shown += found
            at.append(line.operand("text"))
    if at:
        places = listed(f"“{one}”" for one in dict.fromkeys(shown))
        yield Hit(tuple(at), {"count": len(shown), "places": places})
