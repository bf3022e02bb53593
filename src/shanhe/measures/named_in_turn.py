"""Values told in turn of things that were named before: 甲1440万元、乙1512万元、…。…增幅分别为6.67%、1.82%、…."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shanhe.measures.frame import AMOUNT, Frame
from shanhe.measures.paired_lists import paired_names
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.worded_lists import worded_lists

_IN_TURN = re.compile(
    rf"(?P<what>[\u4e00-\u9fff]{{2,10}})(?:分别|依次)(?:为|是)(?P<list>{AMOUNT}(?:[、，和及与]+{AMOUNT})+)"
)


@dataclass(frozen=True, slots=True)
class InTurn:
    """Values by name, ``what`` they are; ``start`` and ``end`` in the skeleton of ``frame``."""

    frame: Frame
    what: str
    values: dict[str, PrintedAmount]
    start: int
    end: int


def named_in_turn(paragraph: Sequence[Frame]) -> Iterator[InTurn]:
    """Yield the values told in turn, by the names of the last list before them that has as many.

    Example:
        ``林农有效问卷192份、满意178份，护林员有效问卷96份、满意92份，满意度分别为92.71%和95.83%`` are 林农 and 护林员.
    """
    for n, frame in enumerate(paragraph):
        text = frame.bones.text
        for found in _IN_TURN.finditer(text) if "分别" in text or "依次" in text else ():
            marks = re.findall(AMOUNT, found["list"])
            names = _names(paragraph[: n + 1], found.start(), len(marks))
            if names:
                values = dict(zip(names, map(frame.bones.amount, marks), strict=True))
                yield InTurn(frame, found["what"], values, found.start(), found.end())


def _names(frames: Sequence[Frame], place: int, count: int) -> tuple[str, ...]:
    """Return the names of the last list before a place in the last sentence that has so many parts."""
    for frame in reversed(frames):
        end = place if frame is frames[-1] else len(frame.bones.text)
        paired = [names for names, last in paired_names(frame) if last <= end]
        lists = [
            tuple(name for name, _ in one.parts) for one in worded_lists(frame) if one.end <= end
        ]
        fit = [names for names in (*lists, *paired) if len(names) == count]
        if fit:
            return fit[-1] if len(set(fit[-1])) == count else ()
    return ()
