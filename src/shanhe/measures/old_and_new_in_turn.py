"""What several things were and became, told in turn, with what that is for each: 由12万元和8万元分别增加到20万元和15万元，增幅66.67%和87.5%.

So are tasks that one place gives to another (将乙县30公顷调整至甲县，两县任务分别变为380公顷和220公顷), after what both had.
"""

import re
from collections.abc import Iterator

from shanhe.measures.computed import add, grown, percent, subtract
from shanhe.measures.frame import AMOUNT, Frame
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.rates_in_phrases import RateInPhrase
from shanhe.values.regex import regex

_W = r"[^，。；：、（）()\ue000-\uf8ff]"
_RUN = rf"{AMOUNT}(?:[、和与及]{{1,2}}{AMOUNT})+"
_ITEMS = rf"{_W}{{1,10}}?{AMOUNT}(?:[、和与及]{{1,2}}{_W}{{1,10}}?{AMOUNT})+"
_UP, _DOWN = "增加|增长|提高|上升|扩大", "减少|降低|下降|缩小|压减"
_WAY = f"(?P<way>{_UP}|{_DOWN})"
_FROM_TO = regex(
    rf"由(?P<old>{_RUN})(?:分别|依次)?{_WAY}(?:到|至|为)(?P<new>{_RUN})[，,]{_W}{{0,6}}?(?:增幅|降幅|分别(?:{_UP}|{_DOWN})了?)(?:分别)?(?:为|达)?(?P<list>{_RUN})"
)
_BEFORE_AFTER = regex(
    rf"(?:修复|治理|实施|整治|改造)前(?P<old>{_ITEMS})[，,；](?:修复|治理|实施|整治|改造)后(?P<new>{_ITEMS})[，,](?:面积|数量)?(?:分别|依次){_WAY}了?(?P<list>{_RUN})"
)
_PLACE = "[\u4e00-\u9fff]{1,5}?[县市区旗镇乡]"
_MOVED = regex(
    rf"(?P<x>{_PLACE})(?:任务|资金|安排)?(?P<a>{AMOUNT})[、，和](?P<y>{_PLACE})(?:任务|资金|安排)?(?P<b>{AMOUNT})[^。；\ue000-\uf8ff]{{0,24}}?将(?P<from>{_PLACE})(?:的)?(?P<c>{AMOUNT})(?:任务|资金)?(?:调整|调剂|划转|调)(?:至|到|给)(?P<to>{_PLACE})[，,；]{_W}{{0,12}}?(?:分别)?(?:变为|调整为|增减为)(?P<d>{AMOUNT})[、和](?P<e>{AMOUNT})"
)


def old_and_new_in_turn(frame: Frame) -> Iterator[RateInPhrase]:
    """Yield each change of several told in turn with what its two numbers make.

    Example:
        ``由12万元和8万元分别增加到20万元和15万元，增幅66.67%和97.5%``: 15 is 87.5 % more than 8.
    """
    text = frame.bones.text
    for found in _FROM_TO.finditer(text) if "由" in text else ():
        yield from _changes(frame, found)
    for found in _BEFORE_AFTER.finditer(text) if "前" in text and "后" in text else ():
        yield from _changes(frame, found)
    for found in _MOVED.finditer(text) if "将" in text else ():
        yield from _moved(frame, found)


def _changes(frame: Frame, found: re.Match[str]) -> Iterator[RateInPhrase]:
    old, new, told = (
        [frame.bones.amount(mark) for mark in re.findall(AMOUNT, found[key])]
        for key in ("old", "new", "list")
    )
    if not len(old) == len(new) == len(told):
        return
    up = re.fullmatch(_UP, found["way"]) is not None
    for before, after, stated in zip(old, new, told, strict=True):
        plain = before.is_like(after) and before.quantity.value and not stated.vague
        high, low = (after, before) if up else (before, after)
        if plain and stated.is_like(before):
            made = subtract(high.quantity, low.quantity)
            yield RateInPhrase(frame, *found.span(), stated, made)
        elif plain and stated.is_percent and not before.is_percent:
            made = grown(percent(after.quantity, before.quantity), up=up)
            yield RateInPhrase(frame, *found.span(), stated, made)


def _moved(frame: Frame, found: re.Match[str]) -> Iterator[RateInPhrase]:
    """Yield what two places have after one gave the other a part of its own."""
    first, second, part, one, other = (frame.bones.amount(found[key]) for key in "abcde")
    amounts: list[PrintedAmount] = [second, part, one, other]
    first_gives = found["x"].endswith(found["from"]) and found["y"] == found["to"]
    more = found["x"].endswith(found["to"]) and found["y"] == found["from"]
    known = first_gives is not more
    if not known or not all(first.is_like(each) for each in amounts):
        return
    pairs = ((first, one, more), (second, other, not more))
    for had, has, gains in pairs:
        made = (
            add([had.quantity, part.quantity]) if gains else subtract(had.quantity, part.quantity)
        )
        yield RateInPhrase(frame, *found.span(), has, made)
