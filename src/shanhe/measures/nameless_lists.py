"""Lists whose names stand before their amounts: 归朝镇、者桑乡和田蓬镇，金额分别为1040万元、910万元和650万元.

Instead of names there may be how many there are: 三年分别修复…, 一至四季度依次为…; or what is counted of those just named:
甲镇660亩、乙镇510亩，图斑依次为16处、13处.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shanhe.measures.frame import AMOUNT, Frame
from shanhe.measures.list_wholes import Whole
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.worded_lists import worded_lists
from shanhe.values.regex import regex
from shanhe.values.whole_number import count_of

_VERBS = "(?:完成|实现|治理|修复|整治|投入|投资|支付|支出|执行|到位|拨付|使用|发放|安排|下达|分配|建设|新增|栽植|种植|惠及|受益|计划|消除|处置)*"
_CHANGE = "(?P<change>增加|减少|增长|少完成|超额完成)?"
_IN_TURN = regex(
    rf"(?P<names>[^，。；：\ue000-\uf8ff]{{2,60}})[，,]?[^，。；：\ue000-\uf8ff]{{0,4}}?(?:分别|依次)(?:为|是)?{_VERBS}{_CHANGE}(?:为|了)?(?P<list>{AMOUNT}(?:[、，和及与]+{AMOUNT})+)"
)
_COUNTED = regex(
    rf"(?<![前后首末])(?:(?P<n>[两二三四五六七八九十]|(?<![\d月])[2-9]|{AMOUNT})个?(?:年|县|区|市|旗|乡镇|镇|片区|标段|季度|批|期|家|地|级|阶段|项|类)?(?:度|市|区|实施年)?"
    rf"|(?P<from>[一1])\s*(?:至|到|—|-|~)\s*(?P<to>[二三四2-4])季度|(?P<each>四个?季度|各(?:年度?|[县区市旗镇乡]|乡镇|标段|片区|批次?|期|季度)))[^，。；：\ue000-\uf8ff]{{0,4}}?"
    rf"(?:分别|依次)(?:为|是)?{_VERBS}{_CHANGE}(?:为|了)?(?P<list>{AMOUNT}(?:[、，和及与]+{AMOUNT})+)"
)
_AGAIN = regex(
    rf"(?:^|(?<=[，；]))(?P<what>[\u4e00-\u9fff]{{1,8}}?)(?:分别|依次)(?:为|是)(?P<list>{AMOUNT}(?:[、，和及与]+{AMOUNT})+)"
)
"""What is counted of the things that a list before it has named: 图斑依次为16处、13处、9处和8处."""
_BESIDES = regex("另|其余|余下|其他|零星|剩余|还有")
"""What is told after the parts to be of the whole as well."""
_JOINTS = regex("[、和及与]")
_GAP = regex("少|多|差|超|结余|结转|剩余|其余|比|较|未|每|平均")


@dataclass(frozen=True, slots=True)
class NamelessList:
    """Amounts in turn with what they are of."""

    frame: Frame
    parts: tuple[PrintedAmount, ...]
    whole: Whole
    start: int
    end: int


def nameless_lists(frame: Frame, earlier: Sequence[Frame]) -> Iterator[NamelessList]:
    """Yield the lists that have as many amounts as names, with the sum told last before them.

    ``earlier`` are the sentences of its paragraph before it. What several things grew by is of what all did:
    ``增加225万元。…四项支出分别增加90万元、27万元、…``.
    """
    bones = frame.bones
    told = "分别" in bones.text or "依次" in bones.text
    seen: set[str] = set()
    for pattern, count in ((_IN_TURN, _names), (_COUNTED, _number)) if told else ():
        for found in pattern.finditer(bones.text):
            parts = tuple(bones.amount(mark) for mark in re.findall(AMOUNT, found["list"]))
            like = all(one.is_like(parts[0]) for one in parts) and not parts[0].is_percent
            rest = re.split("。", bones.text[found.end() :])[0]
            known = found["list"] not in seen and count(frame, found) == len(parts)
            if not known or not like or _BESIDES.search(rest):
                continue
            if found["change"]:
                whole = _changed(frame, parts[0], found, earlier)
            else:
                whole = _whole(frame, parts[0], found.start(), earlier[-1] if earlier else None)
            if whole is not None:
                seen.add(found["list"])
                yield NamelessList(frame, parts, whole, found.start(), found.end())
    for found in _AGAIN.finditer(bones.text) if told else ():
        if found["list"] not in seen:
            yield from _again(frame, found, earlier)


def _again(frame: Frame, found: re.Match[str], earlier: Sequence[Frame]) -> Iterator[NamelessList]:
    """Yield what is counted of the things of a list before it, with its sum told by its name, or by its unit (户数, 人数)."""
    bones, what = frame.bones, re.sub("数量?$", "", found["what"])
    parts = tuple(bones.amount(mark) for mark in re.findall(AMOUNT, found["list"]))
    same = all(one.is_like(parts[0]) for one in parts) and not parts[0].is_percent
    named = any(
        len(one.parts) == len(parts) and one.end <= found.start() for one in worded_lists(frame)
    )
    if not (same and named) or _GAP.search(what):
        return
    told = [(frame, mark) for mark in reversed(bones.marks(0, found.start()))]
    told += [(one, mark) for one in reversed(earlier) for mark in reversed(one.bones.marks())]
    for one, mark in told:
        amount, lead = one.bones.amount(mark), one.bones.lead(mark)
        by_unit = one is frame and amount.quantity.unit.symbol == what
        if amount.is_like(parts[0]) and not _GAP.search(lead) and (by_unit or what in lead):
            whole = Whole(amount, one, one.bones.place(mark))
            yield NamelessList(frame, parts, whole, found.start(), found.end())
            return


def _names(frame: Frame, found: re.Match[str]) -> int:
    del frame
    return len(_JOINTS.findall(found["names"])) + 1


def _number(frame: Frame, found: re.Match[str]) -> int:
    """Return how many parts are told before them: 3 for 三年, 4 for 一至四季度."""
    if found["each"] and found["each"].startswith("各"):
        return len(re.findall(AMOUNT, found["list"]))
    if found["from"] or found["each"]:
        last = found["to"] or "四"
        return count_of(last)
    if re.fullmatch(AMOUNT, found["n"]):
        counted = frame.bones.amount(found["n"]).quantity
        return int(counted.value) if counted.unit.is_count or counted.unit.symbol == "年" else 0
    return count_of(found["n"])


def _changed(
    frame: Frame, part: PrintedAmount, found: re.Match[str], earlier: Sequence[Frame]
) -> Whole | None:
    """Return the last amount before a list that is told to have changed in the same way."""
    marks = [(frame, mark) for mark in reversed(frame.bones.marks(0, found.start()))]
    marks += [(one, mark) for one in reversed(earlier) for mark in reversed(one.bones.marks())]
    for one, mark in marks:
        amount, lead = one.bones.amount(mark), one.bones.lead(mark)
        if amount.is_like(part) and re.search(f"{found['change']}了?$", lead):
            return Whole(amount, one, one.bones.place(mark))
    return None


def _whole(frame: Frame, part: PrintedAmount, end: int, before: Frame | None) -> Whole | None:
    told = [(frame, mark) for mark in reversed(frame.bones.marks(0, end))]
    told += [(before, mark) for mark in reversed(before.bones.marks())] if before else []
    for one, mark in told:
        amount = one.bones.amount(mark)
        if amount.is_like(part) and not _GAP.search(one.bones.lead(mark)):
            return Whole(amount, one, one.bones.place(mark))
    return None
