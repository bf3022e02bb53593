"""Amounts told in turn with the ratio or the shares that they have: 中央、省级、县级按6:2:2分担，分别为7560万元、2520万元和2520万元.

A ratio by which money is divided is exact; one that is told of amounts (甲16000万元、乙4000万元，比例为4∶1) is rounded as printed. Shares are held
against the amounts where they make 100 %, so that the amounts are all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from shanhe.measures.computed import add
from shanhe.measures.frame import AMOUNT, Frame
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.values.interval import Interval
from shanhe.values.regex import regex

_W = r"[^，。；：\ue000-\uf8ff]"
_RUN = rf"{AMOUNT}(?:[、，和及与]{{1,2}}{AMOUNT})+"
_RATIO = rf"{AMOUNT}(?:[:：∶比]{AMOUNT})+"
_DIVIDED = regex(
    rf"(?:按照?{_W}{{0,16}}?|(?:比例|占比|之比)(?:为|是)?)(?P<ratio>{_RATIO})(?P<between>[^。；\ue000-\uf8ff]{{0,24}}?)(?:分别|依次)(?:约|为|是|{_W}){{0,6}}(?P<list>{_RUN})"
)
_AFTER = regex(
    rf"(?P<list>{_W}{{1,14}}{AMOUNT}(?:[、，和及与]{{1,2}}{_W}{{1,14}}?{AMOUNT})+)[，,](?:二者|两者|三者|投入|资金|投资|配套)*(?:比例|之比|占比|配比)(?:为|是)?(?P<ratio>{_RATIO})(?!{_W}{{0,6}}(?:分担|筹|安排))"
)
_SHARES = regex(
    rf"(?P<shares>{_W}{{2,16}}?占{_W}{{0,8}}{AMOUNT}(?:[、，和及与]{{1,2}}{_W}{{2,16}}?占?{AMOUNT})+)[，,](?:{_W}{{0,10}}?)(?:分别|依次)(?:约|为|是|{_W}){{0,6}}(?P<list>{_RUN})"
)
_IN_FACT = regex("到位|支付|支出|完成|实际|执行|拨付")
"""What came of a ratio that was agreed on, and may be otherwise."""
_ROUND = Fraction(1, 20)
_FULL = 100


@dataclass(frozen=True, slots=True)
class RatioOfList:
    """A term of a ratio, or a share, that its amount has not; ``start`` and ``end`` in the skeleton."""

    frame: Frame
    start: int
    end: int
    part: PrintedAmount
    stated: str
    made: Fraction
    steps: str


def ratios_of_lists(frame: Frame) -> Iterator[RatioOfList]:
    """Yield the first amount of each list that has not the part of all that is told of it.

    Example:
        ``按6:2:2分担，分别为7590万元、2520万元和2520万元``: 7590 are not 60 % of 12630.
    """
    text = frame.bones.text
    for found in (*_DIVIDED.finditer(text), *_AFTER.finditer(text)):
        yield from _of_ratio(frame, found)
    for found in _SHARES.finditer(text) if "占" in text else ():
        yield from _of_shares(frame, found)


def _of_ratio(frame: Frame, found: re.Match[str]) -> Iterator[RatioOfList]:
    bones = frame.bones
    terms = [bones.amount(mark) for mark in re.findall(AMOUNT, found["ratio"])]
    exact = "between" in found.re.groupindex
    told_of = found.string[found.end("ratio") : found.start("list")] if exact else ""
    if any(one.vague or one.quantity.unit.symbol or not one.quantity.value for one in terms):
        return
    if _IN_FACT.search(told_of):
        return
    whole = add([one.quantity for one in terms]).value
    told = []
    for one in terms:
        value, own = one.quantity.value, one.quantity.interval
        low, high = (value, value) if exact else (own.low, own.high)
        rest = whole - value
        shares = [end / (end + rest) * _FULL for end in (low, high)]
        told.append((Interval(shares[0], shares[1]), f"{one.quantity.number}/{whole}"))
    yield from _judge(frame, found, told)


def _of_shares(frame: Frame, found: re.Match[str]) -> Iterator[RatioOfList]:
    bones = frame.bones
    shares = [bones.amount(mark) for mark in re.findall(AMOUNT, found["shares"])]
    if any(one.vague or not one.is_percent for one in shares):
        return
    total = add([one.quantity for one in shares]).value
    if abs(total - _FULL) <= _ROUND * len(shares):
        told = [(one.quantity.interval, str(one.quantity)) for one in shares]
        yield from _judge(frame, found, told)


def _judge(
    frame: Frame, found: re.Match[str], told: list[tuple[Interval, str]]
) -> Iterator[RatioOfList]:
    amounts = [frame.bones.amount(mark) for mark in re.findall(AMOUNT, found["list"])]
    if len(amounts) == len(told) + 1 and "其中" in found["list"]:
        amounts = amounts[1:]  # the first is the whole
    first = amounts[0].quantity.unit
    like = all(one.quantity.unit.like(first) and not one.is_percent for one in amounts)
    if len(amounts) != len(told) or not like or not all(one.quantity.value for one in amounts):
        return
    unit = amounts[0].quantity.unit
    values = [one.quantity.value_in(unit) for one in amounts]
    ranges = [one.quantity.interval_in(unit) for one in amounts]
    total = add([one.quantity for one in amounts], unit)
    whole, room = total.value, (total.interval.high - total.interval.low) / 2
    off: list[tuple[Fraction, RatioOfList]] = []
    for one, value, own, (share, stated) in zip(amounts, values, ranges, told, strict=True):
        low, high = own.low * _FULL / (whole + room), own.high * _FULL / (whole - room)
        if not Interval(low, high).meets(share):
            made = value * _FULL / whole
            steps = f"{one.quantity} ÷ {float(whole):g} × 100%"
            hit = RatioOfList(frame, *found.span(), one, stated, made, steps)
            off.append((abs(made - (share.low + share.high) / 2), hit))
    if off:
        yield max(off, key=lambda two: two[0])[1]
