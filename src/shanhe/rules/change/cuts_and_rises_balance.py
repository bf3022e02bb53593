"""写明总量不变的，调减金额等于调增金额.

``对甲县扣减500.00万元，对乙区、丙市分别增加300.00万元和200.00万元，全市资金总量不变``: what is cut and what is added are of one sentence. Rough
numbers, rates and sentences that move money in another way are left alone.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import Computed, add
from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import result
from shanhe.values.regex import regex

_KEPT = regex("(?:总量|总额|总规模|总盘子|总数|规模)(?:保持|维持|均)?(?:不变|不增不减|平衡)")
_CUT = regex("扣减|核减|调减|压减|减少|收回|扣回|调出")
_RISE = regex("增加|调增|追加|奖励|增拨|增安排|调入|核增")
_OTHER = regex("比|较|原|由|从|上年|去年|增[长幅]|合计|共|总量|总额")


@rule(
    id="CHANGE-619",
    severity=ERROR,
    basis=["arithmetic#sum", "practice#R-07"],
    zh="文中称“{words}”，调减合计 {cut}，调增合计 {rise}，两者不相等",
    en='"{words}" is told, but {cut} are cut and {rise} are added',
    only=Only.PAPER,
)
def cuts_and_rises_balance(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each sentence that keeps the whole and does not add what it cuts."""
    del catalogue
    for frame in prose_frames(dossier):
        if _KEPT.search(frame.bones.text):
            for part in re.finditer("[^。]+", frame.bones.text):
                yield from _judge(frame, part)


def _judge(frame: Frame, part: re.Match[str]) -> Iterator[Hit]:
    found = _KEPT.search(part[0])
    sides = _sides(frame, part[0][: found.start()]) if found else None
    if sides is None or not all(sides):
        return
    cut, rise = (_sum(side) for side in sides)
    if cut.value != rise.value:
        at = frame.operand(part.start(), part.end())
        words = {"words": found[0] if found else "", "cut": result(cut, 2), "rise": result(rise, 2)}
        yield Hit((at,), words, recomputed=f"{cut.equation}；{rise.equation}")


def _sides(frame: Frame, text: str) -> tuple[list[PrintedAmount], list[PrintedAmount]] | None:
    """Return what is cut and what is added, nothing where an amount is of neither."""
    cut: list[PrintedAmount] = []
    rise: list[PrintedAmount] = []
    for clause in re.split("[，；：:]", text):
        amounts = [frame.bones.amount(mark) for mark in re.findall(AMOUNT, clause)]
        money = [one for one in amounts if one.is_money]
        if not money:
            continue
        down, up = _CUT.search(clause) is not None, _RISE.search(clause) is not None
        if down is up or _OTHER.search(clause) or any(one.vague for one in money):
            return None
        (cut if down else rise).extend(money)
    return cut, rise


def _sum(side: list[PrintedAmount]) -> Computed:
    return add([one.quantity for one in side], side[0].quantity.unit)
