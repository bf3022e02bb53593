"""Parts of one whole, each with its share right after it: 第一批8400万元，占70%；第二批3600万元，占30%."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from shanhe.measures.computed import Computed, add, percent
from shanhe.measures.frame import AMOUNT, Frame, Skeleton
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.values.interval import Interval
from shanhe.values.outcome import judge_equal
from shanhe.values.quantity import Quantity
from shanhe.values.regex import regex

_ITEM = regex(
    rf"(?P<part>{AMOUNT})[^，。；：、\ue000-\uf8ff]{{0,8}}[，,（(]约?占(?P<what>[^，。；：、\ue000-\uf8ff]{{0,14}}?)(?:的(?:比例|比重)?为?)?(?P<rate>{AMOUNT})[）)]?"
)
_SEAM = regex(r"[；;，,、](?!其中)[^，。；：、\ue000-\uf8ff]{1,24}")
_ALL = 100
_LEAST = 3

Two = tuple[PrintedAmount, PrintedAmount]
"""A part and its share."""


def shares_one_by_one(frame: Frame) -> dict[str, Computed | None]:
    """Return the marks of the shares that can be told to hold (``None``) or not, with what is due.

    They are of a whole told before them that the parts make; else the shares make 100 %, and all but one are of an amount
    told before them; or all of them, three at least, are of one that is not told at all.

    Example:
        ``资金3200万元，中央2400万元，占75%；省级480万元，占15%；县级230万元，占10%``: 230 of 3200 is 7.19 %.
    """
    made: dict[str, Computed | None] = {}
    for run in _runs(frame.bones.text) if frame.bones.text.count("占") > 1 else ():
        made |= _judged(frame.bones, run)
    return made


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    found = list(_ITEM.finditer(text))
    run = found[:1]
    for one, other in pairwise(found):
        whats = {one["what"], other["what"]} - {"", "比"}
        joined = _SEAM.fullmatch(text[one.end() : other.start()]) and len(whats) < 2
        if not joined:
            yield run
            run = []
        run.append(other)
    yield run


def _judged(bones: Skeleton, run: Sequence[re.Match[str]]) -> dict[str, Computed | None]:
    two = [(bones.amount(one["part"]), bones.amount(one["rate"])) for one in run]
    like = all(part.is_like(two[0][0]) and part.quantity.value for part, _ in two)
    rates = all(rate.is_percent and rate.quantity.value and not rate.vague for _, rate in two)
    if len(two) < 2 or not (like and rates) or two[0][0].is_percent:
        return {}
    told = [
        one.quantity
        for mark in bones.marks(0, bones.place(run[0]["part"]))
        if (one := bones.amount(mark)).is_like(two[0][0]) and one.quantity.value
    ]
    total = add([part.quantity for part, _ in two], two[0][0].quantity.unit)
    full = add([rate.quantity for _, rate in two]).interval.meets(Interval.exactly(_ALL))
    marks = [one["rate"] for one in run]
    alike = full or len(two) >= _LEAST
    for whole in told:
        due = [_due(each, whole) for each in two]
        wrong = len([one for one in due if one])
        makes = total.interval.meets(whole.interval_in(total.unit))
        if (makes and wrong < len(due)) or (full and len(due) >= _LEAST and wrong == 1):
            return dict(zip(marks, due, strict=True))
    return dict.fromkeys(marks, None) if alike and _one_whole(two) else {}


def _due(two: Two, whole: Quantity) -> Computed | None:
    """Return the share that a part has of a whole if it is not the one told."""
    part, rate = two
    made = percent(part.quantity, whole)
    return None if judge_equal(rate.quantity, made.interval, made.value).is_kept else made


def _one_whole(two: Sequence[Two]) -> bool:
    """Return whether some amount has all of these shares."""
    wholes = [part.quantity.interval / rate.quantity.interval for part, rate in two]
    low, high = max(one.low for one in wholes), min(one.high for one in wholes)
    return low <= high
