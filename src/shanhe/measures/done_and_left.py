"""A whole with what is done of it and what is not, told one after the other: 18个，已整改16个，正在整改2个."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.measures.computed import Computed, add
from shanhe.measures.frame import Frame
from shanhe.measures.printed_amount import PrintedAmount, counts
from shanhe.values.regex import regex

_LEFT = regex("未|尚|剩余|其余|余下|仍有|还有|正在|在建|不合格|不达标|待")
_DONE = regex("已|完成|办结|整改|销号|验收|归档|完工|竣工|开工|合格|达标|实际|修复|治理|通过|入库")
_NO_PART = regex("各有?|目标|计划|比|较|增|减|超|每|均|新|上年|去年|占|另|下发|印发")
_TAIL_DONE = regex("已(?:通过|完成|办结|整改|验收|完工|竣工|归档|开工)")
_TAIL_REACHED = regex(
    f"{_TAIL_DONE.pattern}|(?:均|全部|全面|如期|按期|超额|等额)?(?:达到|达成|完成|实现|超过)[^，。；\ue000-\uf8ff]{{0,8}}(?:目标|任务|计划)|按期(?:完工|竣工|完成)"
)
"""After a count without words before it: 14项指标中，11项达到或者超过目标."""
_TAIL_LEFT = regex("[\u4e00-\u9fff]{0,6}?(?:尚未|仍未|还未|未(?!来)|没有|正在|仍在|不合格|待)")


@dataclass(frozen=True, slots=True)
class DoneAndLeft:
    """Candidates for the whole, nearest first, and the sum of what is done and what is left.

    Attributes:
        start, end: from the nearest whole to the last part, places of the skeleton.
    """

    frame: Frame
    start: int
    end: int
    wholes: tuple[PrintedAmount, ...]
    made: Computed


def done_and_left(frame: Frame) -> Iterator[DoneAndLeft]:
    """Yield each count done that is followed by what is not, with the counts of the same before it."""
    bones = frame.bones
    for part in re.finditer("[^。]+", bones.text):
        marks = [mark for mark in bones.marks(*part.span()) if not bones.amount(mark).is_percent]
        for n in range(1, len(marks) - 1):
            if _is_done(frame, marks[n]):
                yield from _with_rest(frame, marks, n)


def _with_rest(frame: Frame, marks: list[str], n: int) -> Iterator[DoneAndLeft]:
    bones, done = frame.bones, frame.bones.amount(marks[n])
    left: list[str] = []
    for mark in marks[n + 1 :]:
        if not (_is_left(frame, mark) and bones.amount(mark).is_like(done)):
            break
        left.append(mark)
    parts = [done, *(bones.amount(mark) for mark in left)]
    wholes = [
        mark
        for mark in reversed(marks[:n])
        if bones.amount(mark).is_like(done) and not _NO_PART.search(bones.lead(mark))
        if bones.amount(mark).quantity.value >= done.quantity.value
    ]
    if bones.lead(marks[n]) == "其中":
        wholes = [mark for mark in wholes if mark == marks[n - 1]]
    exact = not any(one.vague for one in parts)
    if left and wholes and exact and not _is_a_division(frame, done):
        made = add([one.quantity for one in parts], done.quantity.unit)
        amounts = tuple(bones.amount(mark) for mark in wholes)
        yield DoneAndLeft(frame, bones.place(wholes[0]), bones.place(left[-1]) + 1, amounts, made)


def _is_a_division(frame: Frame, done: PrintedAmount) -> bool:
    """Return whether some count is the sum of those in a row after it, what is done among them.

    Example:
        ``18个，立行立改10个，限期整改6个，正在整改2个``: 10, 6 and 2 are 18. Parts told before what is done are of another division.
    """
    told = [one.quantity for one in frame.bones.amounts if one.is_like(done)]
    return any(
        add(told[first:last], whole.unit).value == whole.value
        for n, whole in enumerate(told)
        for first in range(n + 1, len(told) - 2)
        for last in range(first + 3, len(told) + 1)
        if done.quantity in told[first:last]
    )


def _is_done(frame: Frame, mark: str) -> bool:
    lead = frame.bones.lead(mark)
    counted = counts(frame.bones.amount(mark).quantity.unit)
    after = frame.bones.text[frame.bones.place(mark) + 1 :]
    told = _TAIL_REACHED if lead in {"", "有"} else _TAIL_DONE
    done = _DONE.search(lead) or (lead in {"", "有", "其中"} and told.match(after))
    return bool(counted and done) and not (_is_left(frame, mark) or _NO_PART.search(lead))


def _is_left(frame: Frame, mark: str) -> bool:
    bones = frame.bones
    after = bones.text[bones.place(mark) + 1 :]
    told = _LEFT.search(bones.lead(mark)) or _TAIL_LEFT.match(after)
    return told is not None and _NO_PART.search(bones.lead(mark)) is None
