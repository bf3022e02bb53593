"""文字中的件数（个、条、座、户等）为整数.

Means, standards and what is counted in 万 may well have decimals; cells of tables are left to ACTUAL-414.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.frame import Frame, prose_frames
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount
from shanhe.values.regex import regex

_COUNTED = frozenset("座 户 眼 口 条 套 台 家 株 根 辆 艘 人 栋 头 只 尾 盏 件 份 块".split())  # noqa: SIM905 - short
_NOT_COUNTED = regex("均|每|率|比|折合|相当|标准|指数|系数|约|分|倍")
_TAIL = regex("^[/／·]|^每")


@rule(
    id="SAME-933",
    severity=ERROR,
    basis=["practice#E-06"],
    zh="“{words}”的件数为 {stated}，不是整数",
    en='"{words}" counts {stated}, which is no whole number',
    only=Only.PAPER,
)
def counts_are_whole_numbers(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each count with a fraction."""
    del catalogue
    for frame in prose_frames(dossier):
        for mark in frame.bones.marks():
            one = frame.bones.amount(mark)
            if _is_fraction(frame, mark, one):
                place = frame.bones.place(mark)
                at = frame.operand(place - len(frame.bones.lead(mark)), place + 1)
                yield Hit((at,), {"words": at.text, "stated": amount(one.quantity)})


def _is_fraction(frame: Frame, mark: str, one: PrintedAmount) -> bool:
    """Return whether an amount counts whole things and has a fraction."""
    if one.vague or one.quantity.unit.symbol not in _COUNTED or one.quantity.value.denominator == 1:
        return False
    clause = re.split("[，。；]", frame.bones.text[: frame.bones.place(mark)])[-1]
    rest = frame.bones.text[frame.bones.place(mark) + 1 :]
    return not _NOT_COUNTED.search(clause) and not _TAIL.match(rest)
