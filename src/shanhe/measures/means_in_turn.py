"""Means of what is told in turn of several things, each counted once: 合同工期分别为300天、280天、260天和240天，平均270天; ……累计1亿元，年均3333.33万元.

Shares, rates and costs per thing may be weighted, and are left; so are means that are compared with others.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from shanhe.measures.computed import Computed, add
from shanhe.measures.frame import AMOUNT, Frame
from shanhe.measures.printed_amount import PrintedAmount, in_a_sum
from shanhe.measures.rates_in_phrases import RateInPhrase
from shanhe.values.regex import regex

_W = r"[^，。；：、\ue000-\uf8ff]"
_MEAN = regex(
    rf"(?:分别|依次)(?:为|是)?{_W}{{0,8}}?(?P<list>{AMOUNT}(?:、{AMOUNT})*(?:和|及|与){AMOUNT})[，,](?:(?:累计|合计|总?共|共计){_W}{{0,4}}?(?P<total>{AMOUNT})[，,])?(?:平均|年均|月均|季均)(?P<what>{_W}{{0,6}}?)(?P<mean>{AMOUNT})"
)
_OTHER = regex("每|高|低|多|少|加权|实际|增|减|超|比|较|户|人|亩")


def means_in_turn(frame: Frame) -> Iterator[RateInPhrase]:
    """Yield each mean, and each sum before it, with what the list makes.

    Example:
        ``三年支出依次为3200万元、4100万元和2700万元，累计1亿元，年均3400万元``: a third of 10000 is 3333.33.
    """
    bones = frame.bones
    for found in _MEAN.finditer(bones.text) if "均" in bones.text else ():
        parts = [bones.amount(mark) for mark in re.findall(AMOUNT, found["list"])]
        mean = bones.amount(found["mean"])
        like = all(one.is_like(mean) and _is_plain(one) for one in parts)
        if not like or _OTHER.search(found["what"]):
            continue
        made = add([in_a_sum(one.quantity) for one in parts], mean.quantity.unit)
        total = bones.amount(found["total"]) if found["total"] else None
        if total is not None and total.is_like(mean):
            yield RateInPhrase(frame, found.start(), found.end("total"), total, made)
        yield RateInPhrase(frame, found.start(), found.end(), mean, _share(made, len(parts)))


def _share(made: Computed, many: int) -> Computed:
    part = Fraction(1, many)
    steps = f"({made.steps}) ÷ {many}"
    return Computed(made.value * part, made.interval.times(part), made.unit, steps)


def _is_plain(one: PrintedAmount) -> bool:
    unit = one.quantity.unit
    return not one.is_percent and unit.symbol != "百分点" and len(unit.dimensions) == 1
