"""Comparisons with what was told before and is only named again: 上半年支出2586.6万元；下半年支出3161.4万元，比上半年多574.8万元."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shanhe.measures.frame import AMOUNT, Frame
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.told_changes import FELL
from shanhe.values.regex import regex

_WORDS = r"[^，。；：、\ue000-\uf8ff]"
_WAY = "增加|提高|上升|增长|减少|下降|降低|压减|节约|节省|下浮|多|少"
_THAN = regex(
    rf"[，,、](?:相?比|较)(?!例)(?P<base>{_WORDS}{{2,8}}?)(?:净|共|同比)*(?P<way>{_WAY})(?:了|出|资金|支出)?(?P<by>{AMOUNT})(?!，?的)"
    rf"(?:[，,、（(](?:同比)?(?:增长|增幅|涨幅|升幅|下降|降幅|减幅|节约|节省|下浮|降低|提高)率?(?:为|达)?(?P<ratio>{AMOUNT}))?"
)
_PLANNED = regex("目标|计划|任务|上年|去年|同期|全[省市县国]|平均")
"""What is told elsewhere, or often."""
_SHARE = regex("占|率|每|均")
_AFTER = regex("(?:预算|计划|完成|支出|数|额|的)+$")


@dataclass(frozen=True, slots=True)
class NamedBase:
    """A comparison with the amounts that may be its base.

    Attributes:
        by: the difference, or a percentage alone. ratio: the percentage beside it. more: whether it is said to be more.
        subjects: amounts of the sentence before it, the last one last. bases: those told by the name.
        about: amounts of sentences of the paragraph that have the name in them.
    """

    frame: Frame
    start: int
    end: int
    by: PrintedAmount
    ratio: PrintedAmount | None
    more: bool
    subjects: tuple[PrintedAmount, ...]
    bases: tuple[PrintedAmount, ...]
    about: tuple[PrintedAmount, ...]


def named_bases(frame: Frame, earlier: Sequence[Frame]) -> Iterator[NamedBase]:
    """Yield the comparisons of a sentence with something told in it, or before it in its paragraph.

    Example:
        ``上半年支出a；下半年支出b，比上半年多c``: c has the subjects a and b, and the base a.
    """
    bones = frame.bones
    for found in _THAN.finditer(bones.text) if re.search("[比较]", bones.text) else ():
        name = _AFTER.sub("", found["base"])
        by, ratio = (bones.amount(found[key]) if found[key] else None for key in ("by", "ratio"))
        vague = (
            by is None or by.vague or (ratio is not None and (ratio.vague or not ratio.is_percent))
        )
        if by is None or vague or len(name) < 2 or _PLANNED.search(name):
            continue
        if by.is_percent and not _follows(frame, found.start()):
            continue
        subjects = [(frame, mark) for mark in bones.marks(0, found.start("base"))]
        told = [*((one, mark) for one in earlier for mark in one.bones.marks()), *subjects]
        bases = [each for each in told if name in each[0].bones.lead(each[1])]
        about = [(one, mark) for one, mark in told if name in one.bones.text]
        more = FELL.fullmatch(found["way"]) is None
        lists = (_whole(pairs) for pairs in (subjects, bases, about))
        yield NamedBase(frame, found.start() + 1, found.end(), by, ratio, more, *lists)


def _follows(frame: Frame, place: int) -> bool:
    """Return whether the number that has grown stands right before a comparison."""
    mark = frame.bones.text[place - 1 : place]
    return bool(re.match(AMOUNT, mark)) and not frame.bones.amount(mark).is_percent


def _whole(told: Sequence[tuple[Frame, str]]) -> tuple[PrintedAmount, ...]:
    """Return the amounts that are no shares and no means."""
    amounts = ((one.bones.amount(mark), one.bones.lead(mark)) for one, mark in told)
    return tuple(
        one for one, lead in amounts if not (one.vague or one.is_percent or _SHARE.search(lead))
    )
