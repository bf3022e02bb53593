"""Changes that are told in turn after the two values of each: 甲镇由43.5%提高到50%，乙镇由45%提高到50.5%，分别提高6.5个和5.5个百分点."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from shanhe.measures.computed import Computed, subtract
from shanhe.measures.frame import AMOUNT, Frame
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.stated import judge_stated
from shanhe.values.quantity import Quantity
from shanhe.values.regex import regex

_W = r"[^，。；：、由\ue000-\uf8ff]"
_TO = "(?:提高|增加|上升|增长|提升|增|扩大|下降|降低|减少|降|缩小|缩短|压缩)(?:了)?(?:到|至|为)"
_ITEM = rf"{_W}{{1,16}}[由从]{AMOUNT}{_TO}{AMOUNT}"
_RUN = regex(
    rf"(?P<items>{_ITEM}(?:[，、；]{_ITEM})+)[，；](?:分别|依次)(?P<way>提高|增加|上升|增长|提升|下降|降低|减少|缩短)(?:了)?(?P<list>{AMOUNT}(?:[、和及与]+{AMOUNT})+)(?=[，。；）)]|$)"
)
_TWO = regex(rf"(?P<name>{_W}{{1,16}})[由从](?P<old>{AMOUNT}){_TO}(?P<new>{AMOUNT})")
_DOWN = regex("下降|降低|减少|缩短")
_POINTS = "百分点"


@dataclass(frozen=True, slots=True)
class ChangeInTurn:
    """A change with what its two values make; ``start`` and ``end`` are of them, in the skeleton."""

    frame: Frame
    start: int
    end: int
    name: str
    told: PrintedAmount
    due: Computed


def changes_in_turn(frame: Frame) -> Iterator[ChangeInTurn]:
    """Yield the changes that the values at their place do not make; the last unit is that of all. 提高3.3% of per cents may be points or growth.

    Example:
        ``甲镇由43.5%提高到50%，乙镇由44.2%提高到46.8%，分别提高6.5个和4.4个百分点``: 46.8 − 44.2 is 2.6.
    """
    bones = frame.bones
    for found in _RUN.finditer(bones.text) if "分别" in bones.text or "依次" in bones.text else ():
        two = list(_TWO.finditer(bones.text, *found.span("items")))
        changes = [bones.amount(mark) for mark in re.findall(AMOUNT, found["list"])]
        if len(two) != len(changes):
            continue
        unit = changes[-1].quantity.unit
        for each, told in zip(two, changes, strict=True):
            old, new = bones.amount(each["old"]), bones.amount(each["new"])
            may_be_growth = old.is_percent and unit.symbol == "%"
            if told.vague or may_be_growth or not old.is_like(new):
                continue
            high, low = (old, new) if _DOWN.search(found["way"]) else (new, old)
            due = subtract(high.quantity, low.quantity)
            stated = replace(told.quantity, unit=unit)
            if old.is_percent and unit.symbol == _POINTS:
                stated = replace(stated, unit=due.unit)
            if stated.unit.like(due.unit) and not judge_stated(_rounded(stated), due).is_kept:
                yield ChangeInTurn(frame, each.start(), each.end(), each["name"], told, due)


def _rounded(quantity: Quantity) -> Quantity:
    return replace(quantity, exact=False)
