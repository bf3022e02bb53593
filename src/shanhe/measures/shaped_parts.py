"""A whole with its parts in turns of phrase that say that these are all: 除…外，还有…; 已…，剩余…."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.measures.computed import Computed, add
from shanhe.measures.frame import AMOUNT, Frame
from shanhe.measures.printed_amount import PrintedAmount, counts
from shanhe.measures.slips import is_turned
from shanhe.values.outcome import judge_equal
from shanhe.values.quantity import Quantity, rounded
from shanhe.values.regex import regex

_PART = regex(
    rf"(?P<whole>{AMOUNT})[，,；]?其中[，：:]?(?![^，。；、]{{0,10}}(?:最|均|每))[^，。；、：（(\ue000-\uf8ff]{{1,16}}(?P<part>{AMOUNT})(?=[，。；）)]|$)"
)
_LEFT = regex(
    rf"(?P<whole>{AMOUNT})[^，。；\ue000-\uf8ff]{{0,8}}[，,]已(?P<verb>[^，。；\ue000-\uf8ff]{{2,4}})(?P<one>{AMOUNT})[，、](?:剩余|其余|未(?P=verb))(?P<two>{AMOUNT})"
)
_BESIDES = regex(
    rf"(?P<whole>{AMOUNT})[，,；]?(?:其中)?[，,]?除[^，。；\ue000-\uf8ff]{{1,16}}(?P<one>{AMOUNT})(?:之|以)?外[，,]?(?:还|另|其余)?(?:包括|包含|有|为|含)"
    rf"(?P<rest>[^，。；：、\ue000-\uf8ff]{{1,16}}{AMOUNT}(?:(?:、|，|和|及)[^，。；：、\ue000-\uf8ff]{{1,16}}{AMOUNT})*)(?![^，。；]{{0,4}}等)"
)
"""A part set apart from the others: 110000万元，除中央资金80000万元外，还包括省级资金12000万元、市县资金18000万元."""
_SIZED = regex(
    rf"(?P<whole>{AMOUNT})[，,；]?其中[，：:]?(?P<list>{AMOUNT}的{AMOUNT}(?:[、，和及与]+{AMOUNT}的{AMOUNT})+)(?=[，。；）)]|$)"
)
"""Parts told by their size: 蓄水池75口，其中50立方米的45口、100立方米的30口."""

_WAY = "(?:调增|调减|增加|减少|上调|下调|提高|降低|核增|核减|新增|取消|删除)"
_CHANGED = regex(
    rf"(?:(?:调整|变更|变动|调整了|变更了)(?:绩效)?(?:指标|目标)?(?:共)?(?P<whole>{AMOUNT})|对(?P<whole2>{AMOUNT})[^，。；\ue000-\uf8ff]{{0,18}}(?:作出|作了|做了|进行|予以)了?(?:调整|变更))[，,（(：:](?:其中)?[，：:]?"
    rf"(?P<list>{_WAY}的?{AMOUNT}(?:[、，和及]+{_WAY}的?{AMOUNT})+)(?P<after>[^。；]*)"
)
"""Things changed, told by the way they went: 调整5项，其中调增2项、调减3项; 对3项指标作出调整，其中调减1项、调增2项."""
_GOES = "结转|收回|上缴|缴回|退回|交回|统筹|调剂|留用|盘活|用于"
_REST = regex(
    rf"(?:未|结余|剩余|余下|结转)[^，。；：\ue000-\uf8ff]{{0,8}}(?P<whole>{AMOUNT})中[，,]?"
    rf"(?P<list>{AMOUNT}[^，。；\ue000-\uf8ff]{{0,16}}?(?:{_GOES})[^，。；\ue000-\uf8ff]{{0,24}}(?:[，、；]{AMOUNT}[^，。；\ue000-\uf8ff]{{0,16}}?(?:{_GOES})[^，。；\ue000-\uf8ff]{{0,24}})+)(?=[。；]|$)"
)
"""What becomes of money that is left: 未支出的528万元中，400万元结转2025年使用，128万元由县财政收回."""


@dataclass(frozen=True, slots=True)
class ShapedParts:
    """A whole with what its parts make; ``start`` and ``end`` are places of the skeleton."""

    frame: Frame
    start: int
    end: int
    whole: Quantity
    parts: tuple[Quantity, ...]
    total: Computed


def shaped_parts(frame: Frame) -> Iterator[ShapedParts]:
    """Yield the parts of a sentence that do not make their whole, and a part that is above it."""
    yield from _above(frame)
    yield from _left(frame)
    yield from _besides(frame)
    yield from _sized(frame)
    yield from _changed(frame)
    yield from _of_a_rest(frame)


def _made(
    frame: Frame, found: re.Match[str], whole: PrintedAmount, parts: list[PrintedAmount]
) -> Iterator[ShapedParts]:
    """Yield a whole that like parts do not make."""
    if all(whole.is_like(part) for part in parts):
        values = tuple(part.quantity for part in parts)
        total = add(values, whole.quantity.unit)
        if not is_sum(total, whole.quantity):
            yield ShapedParts(frame, *found.span(), whole.quantity, values, total)


def is_sum(total: Computed, whole: Quantity) -> bool:
    """Return whether a sum is what is stated."""
    like = whole.unit.like(total.unit)
    return like and judge_equal(whole, total.interval, total.value).is_kept


def _above(frame: Frame) -> Iterator[ShapedParts]:
    """Yield a part that is above the whole it is named of: 5230户，其中脱贫户6180户."""
    for found in _PART.finditer(frame.bones.text):
        whole, part = frame.bones.amount(found["whole"]), frame.bones.amount(found["part"])
        if whole.is_like(part) and not whole.is_percent and whole.quantity.unit.symbol:
            total = add([part.quantity], whole.quantity.unit)
            if total.interval.low > whole.quantity.interval.high:
                own = (part.quantity,)
                yield ShapedParts(frame, *found.span(), whole.quantity, own, total)


def _left(frame: Frame) -> Iterator[ShapedParts]:
    """Yield what is done and what is left of a number of things that they do not make.

    More of such things told after it, or a sum before it that all three make, leave it open.
    """
    bones = frame.bones
    for found in _LEFT.finditer(bones.text) if "已" in bones.text else ():
        whole, *parts = (bones.amount(found[key]) for key in ("whole", "one", "two"))
        own = whole.quantity
        if not own.unit.is_count or not all(_is_within(one.quantity, own) for one in parts):
            continue
        ahead, after = bones.marks(0, found.start()), bones.marks(found.end())
        more = any(bones.amount(mark).quantity.unit.like(own.unit) for mark in after)
        every = add([own, *(one.quantity for one in parts)], own.unit)
        if not (more or any(is_sum(every, bones.amount(mark).quantity) for mark in ahead)):
            yield from _made(frame, found, whole, parts)


def _besides(frame: Frame) -> Iterator[ShapedParts]:
    """Yield a part and the others told besides it that do not make their whole."""
    bones = frame.bones
    for found in _BESIDES.finditer(bones.text) if "外" in bones.text else ():
        marks = [found["whole"], found["one"], *re.findall(AMOUNT, found["rest"])]
        whole, *parts = (bones.amount(mark) for mark in marks if not bones.amount(mark).is_percent)
        if len(parts) > 1:
            yield from _made(frame, found, whole, parts)


def _sized(frame: Frame) -> Iterator[ShapedParts]:
    """Yield parts told by their size that do not make their whole."""
    bones = frame.bones
    for found in _SIZED.finditer(bones.text):
        parts = [bones.amount(mark) for mark in re.findall(AMOUNT, found["list"])[1::2]]
        yield from _made(frame, found, bones.amount(found["whole"]), parts)


def _is_within(part: Quantity, whole: Quantity) -> bool:
    return part.unit.like(whole.unit) and part.value_in(whole.unit) <= whole.value


def _changed(frame: Frame) -> Iterator[ShapedParts]:
    """Yield a number of changes that those up and down do not make; fewer only where no more are told after them."""
    for found in _CHANGED.finditer(frame.bones.text):
        whole = frame.bones.amount(found["whole"] or found["whole2"])
        parts = [frame.bones.amount(mark) for mark in re.findall(AMOUNT, found["list"])]
        after = [frame.bones.amount(mark) for mark in re.findall(AMOUNT, found["after"])]
        if not counts(whole.quantity.unit):
            continue
        for one in _made(frame, found, whole, parts):
            more = one.total.interval.low > one.whole.interval.high
            if more or not ("等" in found["after"] or any(whole.is_like(each) for each in after)):
                yield one


def _of_a_rest(frame: Frame) -> Iterator[ShapedParts]:
    """Yield what becomes of money that is left, if it is more than that or has its digits turned."""
    for found in _REST.finditer(frame.bones.text) if "中" in frame.bones.text else ():
        whole = frame.bones.amount(found["whole"])
        parts = [frame.bones.amount(mark) for mark in re.findall(AMOUNT, found["list"])]
        for one in _made(frame, found, whole, parts) if whole.is_money else ():
            more = one.total.interval.low > one.whole.interval.high
            short = one.whole.value - one.total.value
            turned = (
                is_turned(rounded(part.value + short, part.places), part.amount)
                for part in one.parts
                if part.unit == one.whole.unit
            )
            if more or any(turned):
                yield one
