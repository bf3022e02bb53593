"""Lists whose every part has two amounts: 其中多计工程量3个、118.20万元，资料不全2个、139.40万元.

The two stand side by side, or each has its word (林农有效问卷192份、满意178份). Where one column makes a whole that is told before the
list, the parts are all, and the other column has to make a whole too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.computed import Computed, add
from shanhe.measures.frame import AMOUNT, Frame
from shanhe.measures.list_wholes import Whole
from shanhe.measures.printed_amount import PrintedAmount, counts
from shanhe.values.outcome import judge_equal
from shanhe.values.regex import regex

_WORDS = r"[^，。；：、（）()\ue000-\uf8ff]"
_ITEM = rf"{_WORDS}{{2,20}}{AMOUNT}(?:、|，|[（(])?(?:涉及|金额|资金|面积|计|共){{0,2}}{_WORDS}{{0,6}}{AMOUNT}[）)]?"
_LIST = regex(
    rf"(?:其中|分别为|包括|按[^，。；：\ue000-\uf8ff]{{1,6}}(?:划?分|看|统计))[，：:]?(?P<list>{_ITEM}(?:[，；、和及]{{1,2}}{_ITEM})+)(?=[，。；）)]|$)"
)
_OPEN = regex("等(?![级次])|主要|约|余|每|均")
_LEAST = 2
_ROOM = Fraction(5, 4)
_WIDE = Fraction(3)
"""How far the counts of parts may be off their whole where their money makes it."""


@dataclass(frozen=True, slots=True)
class PairedColumn:
    """One amount of each part with the whole that they nearly make; ``start`` and ``end`` in the skeleton."""

    whole: Whole
    parts: tuple[PrintedAmount, ...]
    start: int
    end: int


def paired_columns(frame: Frame, before: Frame | None) -> Iterator[PairedColumn]:
    """Yield the column of each paired list that makes no whole, where the other one does."""
    bones = frame.bones
    for found in _LIST.finditer(bones.text) if "、" in bones.text else ():
        amounts = [bones.amount(mark) for mark in re.findall(AMOUNT, found["list"])]
        while amounts and amounts[-1].is_percent:
            amounts.pop()  # 满意度分别为92.71%和85.42% after the last part
        columns = amounts[::2], amounts[1::2]
        if len(amounts) % 2 or _OPEN.search(found["list"]) or not all(map(_is_column, columns)):
            continue
        told = [
            Whole(bones.amount(mark), frame, bones.place(mark))
            for mark in bones.marks(0, found.start())
        ]
        if before is not None and before.sentence.line is frame.sentence.line:
            own = before.bones
            told += [Whole(own.amount(mark), before, own.place(mark)) for mark in own.marks()]
        held = [any(_makes(column, one) for one in told) for column in columns]
        alike = columns[0][0].is_like(columns[1][0])
        for column, holds in zip(columns, held, strict=True):
            label = _label(frame, column) if alike else ""
            wholes = [one for one in told if label and one.lead.endswith(label)]
            room = _ROOM if alike or not counts(column[0].quantity.unit) else _WIDE
            known = None if holds or not any(held) else wholes if alike else told
            near = _nearest(column, known, room) if known else None
            if near is not None:
                yield PairedColumn(near, tuple(column), found.start("list"), found.end())


def paired_names(frame: Frame) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield the names of the parts of each paired list, with its end: 林农 and 护林员 before 有效问卷."""
    bones = frame.bones
    for found in _LIST.finditer(bones.text) if "、" in bones.text else ():
        marks = re.findall(AMOUNT, found["list"])
        marks = [mark for mark in marks if not bones.amount(mark).is_percent]
        words = [bones.lead(mark).split("其中")[-1] for mark in marks[::2]]
        yield tuple(_without_tail(words)), bones.place(marks[-1]) + 1


def _without_tail(words: list[str]) -> list[str]:
    """Return words without what all of them end with."""
    while (
        len(words) > 1
        and all(len(one) > 1 for one in words)
        and len({one[-1] for one in words}) == 1
    ):
        words = [one[:-1] for one in words]
    return words


def _is_column(column: list[PrintedAmount]) -> bool:
    like = all(one.is_like(column[0]) for one in column)
    return like and len(column) >= _LEAST and not column[0].is_percent


def _label(frame: Frame, column: list[PrintedAmount]) -> str:
    """Return what all amounts of a column have before them: 满意, 有效问卷."""
    bones = frame.bones
    leads = [
        bones.lead(mark) for one in column for mark in bones.marks() if bones.amount(mark) is one
    ]
    return leads[0][len(_without_tail(leads)[0]) :] if len(set(leads)) > 1 else leads[0]


def _sum(column: list[PrintedAmount], whole: Whole) -> Computed | None:
    unit = whole.amount.quantity.unit
    return add([one.quantity for one in column], unit) if whole.amount.is_like(column[0]) else None


def _makes(column: list[PrintedAmount], whole: Whole) -> bool:
    total = _sum(column, whole)
    stated = whole.amount.quantity
    return total is not None and judge_equal(stated, total.interval, total.value).is_kept


def _nearest(column: list[PrintedAmount], told: list[Whole], room: Fraction) -> Whole | None:
    """Return the whole that a column comes nearest to, if it is near at all."""
    near = [
        (abs(total.value - one.amount.quantity.value) / one.amount.quantity.value, n, one)
        for n, one in enumerate(told)
        if (total := _sum(column, one)) and is_near(total.value, one.amount.quantity.value, room)
    ]
    return min(near, key=lambda three: three[:2], default=(None, 0, None))[2]
