"""Lists whose names stand before their amounts: 归朝镇、者桑乡和田蓬镇，金额分别为1040万元、910万元和650万元."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.measures.frame import AMOUNT, Frame
from shanhe.measures.list_wholes import Whole
from shanhe.measures.printed_amount import PrintedAmount

_IN_TURN = re.compile(
    rf"(?P<names>[^，。；：\ue000-\uf8ff]{{2,60}})[，,]?[^，。；：\ue000-\uf8ff]{{0,4}}?(?:分别|依次)(?:为|是|下达|安排|分配|分解)?(?P<list>{AMOUNT}(?:[、，和及与]+{AMOUNT})+)"
)
_JOINTS = re.compile("[、和及与]")
_GAP = re.compile("少|多|差|超|结余|结转|剩余|其余|比|较|未|每|平均")


@dataclass(frozen=True, slots=True)
class NamelessList:
    """Amounts in turn with what they are of."""

    frame: Frame
    parts: tuple[PrintedAmount, ...]
    whole: Whole
    start: int
    end: int


def nameless_lists(frame: Frame, before: Frame | None) -> Iterator[NamelessList]:
    """Yield the lists that have as many amounts as names, with the sum told last before them."""
    bones = frame.bones
    told = "分别" in bones.text or "依次" in bones.text
    for found in _IN_TURN.finditer(bones.text) if told else ():
        parts = tuple(bones.amount(mark) for mark in re.findall(AMOUNT, found["list"]))
        named = len(_JOINTS.findall(found["names"])) + 1 == len(parts)
        like = all(one.is_like(parts[0]) for one in parts) and not parts[0].is_percent
        whole = _whole(frame, parts[0], found.start(), before) if named and like else None
        if whole is not None:
            yield NamelessList(frame, parts, whole, found.start(), found.end())


def _whole(frame: Frame, part: PrintedAmount, end: int, before: Frame | None) -> Whole | None:
    near = before is not None and before.sentence.line is frame.sentence.line
    told = [(frame, mark) for mark in reversed(frame.bones.marks(0, end))]
    told += [(before, mark) for mark in reversed(before.bones.marks())] if near and before else []
    for one, mark in told:
        amount = one.bones.amount(mark)
        if amount.is_like(part) and not _GAP.search(one.bones.lead(mark)):
            return Whole(amount, one, one.bones.place(mark))
    return None
