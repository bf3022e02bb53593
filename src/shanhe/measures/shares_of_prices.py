"""Money told at a share of a price beside it: 预付款比例为20%，按合同价5200万元计算预付1040万元; 质保金比例3%，结算总价2000万元，质保金60万元.

A share that a contract names is exact, and the amount is it of one of the prices told in the paragraph. What was paid in fact (已支付、
累计支付) may be less, and is no such amount.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.frame import AMOUNT, Frame
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.values.quantity import Quantity
from shanhe.values.regex import regex

_THING = "预付(?:款|工程款)?|首付款|预拨(?:款)?|(?:质量)?保证金|质保金|履约保证金|保修金|预留|扣留|监理费|设计费|勘察(?:设计)?费|咨询费|检测费|管理费|(?:安全)?(?:文明)?(?:施工)?措施费|预备费|违约金|服务费"
_NAMED = regex(_THING)
_BASE = "(?:合同|中标|成交|结算|决算|审定|建安|工程|签约|送审)(?:总|工程)?(?:价款|价格|价|款|金额|费用?|额|投资|造价|总价)|总价|总投资|总造价"
_PRICE = regex(rf"(?:{_BASE})(?:合计|共计|共)?[为是：]?$")
_SAID = rf"(?:{_THING}|金额|资金|即|共计?|合计|计[取算提列]?|约定|应|需|须|可|缴纳|收取|提取|作为|[为是的])*"
_TOLD = regex(
    rf"(?P<share>{AMOUNT})(?P<verb>[^，。；：\ue000-\uf8ff]{{0,10}})(?P<more>[，,](?:即?按照?|以)?[^，。；：\ue000-\uf8ff]{{0,8}}?(?:{_BASE})[为是]?(?P<base>{AMOUNT})(?:的标准)?)?[，,（(]?(?P<said>{_SAID})(?P<part>{AMOUNT})(?!的)"
)
_BASED = regex(
    rf"(?:{_BASE})[为是]?(?P<base>{AMOUNT})的(?P<share>{AMOUNT})(?P<verb>[^，。；：\ue000-\uf8ff]{{0,10}})[，,（(]?(?P<said>{_SAID})(?P<part>{AMOUNT})(?!的)"
)
"""The price right before its share: 设计费按工程投资4200万元的2.5%计算为105万元."""
_PAID = regex("已|累计|实际")
_ROOM = Fraction(5, 4)
_FULL = 100


@dataclass(frozen=True, slots=True)
class ShareOfPrice:
    """An amount that a share of a price does not make; ``start`` and ``end`` in the skeleton."""

    frame: Frame
    start: int
    end: int
    part: Quantity
    due: Fraction
    steps: str


def shares_of_prices(frame: Frame, earlier: Sequence[Frame]) -> Iterator[ShareOfPrice]:
    """Yield the amounts that a share makes of none of the prices of the paragraph, where one price comes near.

    Example:
        ``合同约定预付款30%，合同价2800万元，预付940万元``: 30 % of 2800 is 840.
    """
    bones = frame.bones
    told = [*_TOLD.finditer(bones.text), *_BASED.finditer(bones.text)]
    for found in told if "%" in frame.sentence.text else ():
        share, part = bones.amount(found["share"]), bones.amount(found["part"])
        exact = share.is_percent and part.is_money and not (share.vague or part.vague)
        if not exact or not 0 < share.quantity.value < _FULL or not _is_meant(frame, found):
            continue
        every = [*_prices(earlier, part), *_prices([frame], part)]
        every = [one for one in every if one is not part]
        near = [bones.amount(found["base"])] if found["base"] else every[-1:]
        if near and not any(_makes(share, one, part) for one in every):
            due = _due(share, near[0], part)
            if is_near(due, part.quantity.value, _ROOM):
                steps = f"{near[0].quantity} × {share.quantity}"
                yield ShareOfPrice(frame, *found.span(), part.quantity, due, steps)


def _is_meant(frame: Frame, found: re.Match[str]) -> bool:
    """Return whether the words tell what the share is for, and that it is no share of what was paid."""
    text = frame.bones.text
    clause = re.split("[，。；：]", text[: found.start()])[-1]
    clause = re.split(AMOUNT, clause)[-1]
    reckoned = found["base"] is not None and found["said"].startswith("计")
    until = re.search("[至到]$", clause) is not None
    told = found["verb"] + found["said"]
    named = _NAMED.search(clause + told) is not None and not until
    return (named or reckoned) and not _PAID.search(clause + told)


def _prices(frames: Sequence[Frame], part: PrintedAmount) -> list[PrintedAmount]:
    return [
        one
        for frame in frames
        for mark in frame.bones.marks()
        if (one := frame.bones.amount(mark)).is_like(part) and one.quantity.value
        if _PRICE.search(frame.bones.lead(mark))
    ]


def _due(share: PrintedAmount, price: PrintedAmount, part: PrintedAmount) -> Fraction:
    return price.quantity.value_in(part.quantity.unit) * share.quantity.value / _FULL


def _makes(share: PrintedAmount, price: PrintedAmount, part: PrintedAmount) -> bool:
    """Return whether a share of a price is an amount, both as they are rounded."""
    own, base = part.quantity, price.quantity
    off = abs(_due(share, price, part) - own.value)
    of_base = Fraction(1, 2 * 10**base.places) * base.unit.factor_to(own.unit)
    return off <= Fraction(1, 2 * 10**own.places) + of_base * share.quantity.value / _FULL
