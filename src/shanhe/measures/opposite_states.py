"""Things of which each is in one of two states, with how many are in either: 12项指标中11项完成，1项未达标; 正常58个，异常2个.

The state stands before the number or after it. Who tells both sides of a division tells all; of three (上升、持平、下降) one may be left
out, and only more than the whole is a contradiction then. What is done and what is not, told before their numbers, is in ``done_and_left``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.computed import Computed, add
from shanhe.measures.frame import AMOUNT, Frame
from shanhe.measures.printed_amount import PrintedAmount, counts, in_a_sum
from shanhe.values.regex import regex

_DONE = (
    "未能?(?:按[期时])?(?:完成|达标|达到|实现|完工|竣工)|没有(?:完成|达到)|不达标",
    "完成|达标|达到|实现目标|完工|竣工",
)
_FAMILIES: tuple[tuple[str, ...], ...] = (
    _DONE,
    ("异常", "正常"),
    ("不合格|未通过", "合格|通过"),
    ("扣分|失分|未得满分", "满分"),
    ("超额", "按(?:目标|计划|任务)"),
    ("取消|终止|核销", "完成|实施"),
    ("退回|驳回|不予支付", "支付|予以通过|办理"),
    ("下降|下跌|降低", "上升|回升|上涨|提高", "持平|稳定|不变"),
)
"""Of each: the words of the one side, of the other, and of a third; the first that is found counts."""
_LED = frozenset({0, 2})
"""Divisions that ``done_and_left`` sees where all states stand before their numbers."""
_ENDS = "[\u4e00-\u9fff]{0,2}$"
_BETWEEN = regex(
    f"(?:[\u4e00-\u9fff]{{0,8}}{AMOUNT}?[\u4e00-\u9fff]{{0,4}})?(?:中|里)?[，,：]?(?:其中|有)?[\u4e00-\u9fff]{{0,8}}"
)
_NO_WHOLE = regex("目标|计划|比|较|增|减|超|每|均|上年|去年|各|占|未|已|剩余|其余|达到|合格|通过")
_OTHER = regex("新|另|还|又|同时|全年|上年|去年|每|平均|[户人亩]均|比|较")
_BRACKETS = regex("[（(][^（）()]*[）)]")
_ROOM, _MOST = Fraction(4), 4


@dataclass(frozen=True, slots=True)
class OppositeStates:
    """A number of things with the sum of those in each state; ``start`` and ``end`` in the skeleton."""

    frame: Frame
    start: int
    end: int
    whole: PrintedAmount
    made: Computed


def opposite_states(frame: Frame) -> Iterator[OppositeStates]:
    """Yield the numbers of things that those in one state and in the other do not make.

    Example:
        ``12项指标中10项完成，1项未达标`` yields 12 with 10 + 1.
    """
    bones = frame.bones
    for span in bones.parts():
        marks = bones.marks(*span)
        for n, mark in enumerate(marks[:-2]):
            whole = bones.amount(mark)
            if counts(whole.quantity.unit) and not (whole.vague or whole.each):
                like = [one for one in marks[n + 1 :] if bones.amount(one).is_like(whole)]
                for family in range(len(_FAMILIES)):
                    yield from _of_family(frame, mark, like, family)


def _of_family(
    frame: Frame, mark: str, like: Sequence[str], family: int
) -> Iterator[OppositeStates]:
    bones, whole = frame.bones, frame.bones.amount(mark)
    parts: list[tuple[str, int, bool]] = []
    for one in like:
        state = _state(frame, one, _FAMILIES[family])
        if state is None:
            break
        parts.append((one, *state))
    rest = like[len(parts) :]
    sides = {side for _, side, _ in parts}
    led = family in _LED and all(before for *_, before in parts)
    if not {0, 1} <= sides or len(parts) > _MOST or led or _goes_on(frame, rest):
        return
    between = bones.text[bones.place(mark) + 1 : bones.place(parts[0][0])]
    if _NO_WHOLE.search(bones.lead(mark)) or not _BETWEEN.fullmatch(between):
        return
    if _OTHER.search(between):
        return
    made = add([in_a_sum(bones.amount(one).quantity) for one, *_ in parts], whole.quantity.unit)
    partial = len(_FAMILIES[family]) > len(sides)
    off = made.value > whole.quantity.value if partial else not _some_make(frame, whole, parts)
    if off and is_near(made.value, whole.quantity.value, _ROOM):
        end = bones.place(parts[-1][0]) + 1
        yield OppositeStates(frame, bones.place(mark), end, whole, made)


def _some_make(frame: Frame, whole: PrintedAmount, parts: Sequence[tuple[str, int, bool]]) -> bool:
    """Return whether all parts, or some of both sides, make the whole: 完成9项，超额完成3项，未完成1项 of 10."""
    return any(
        add([frame.bones.amount(one).quantity for one, *_ in some]).value == whole.quantity.value
        for size in range(2, len(parts) + 1)
        for some in combinations(parts, size)
        if {0, 1} <= {side for _, side, _ in some}
    )


def _goes_on(frame: Frame, rest: Sequence[str]) -> bool:
    """Return whether more of such things are told after the states, but as a part of them (其中)."""
    return bool(rest) and "其中" not in frame.bones.lead(rest[0])


def _state(frame: Frame, mark: str, words: tuple[str, ...]) -> tuple[int, bool] | None:
    """Return which side a number is of, and whether that is told before it."""
    bones = frame.bones
    lead = bones.lead(mark)
    tail = _BRACKETS.sub("", bones.text[bones.place(mark) + 1 :])
    tail = re.split(f"{AMOUNT}|[，。；、：]", tail)[0]
    for place, text in ((True, lead), (False, tail)):
        for side, said in enumerate(words):
            if re.search(f"(?:{said}){_ENDS}" if place else said, text):
                return side, place
    return None
