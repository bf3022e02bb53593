"""Lists of amounts in a sentence, each with the name before it: A a、B b和C c."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from shanhe.measures.frame import AMOUNT, Frame
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.values.regex import regex

_NAME = r"[^，。；：、\ue000-\uf8ff（）()]{1,24}"
_EXTRA = rf"(?:[，,]?[^，。；：、\ue000-\uf8ff]{{0,8}}(?:占|率|比例|比重|进度)[^，。；：、扣得\ue000-\uf8ff]{{0,6}}{AMOUNT})?"
_PART = rf"(?:[^，。；：、\ue000-\uf8ff]{{0,6}}[:：])?(?P<name>{_NAME}){AMOUNT}{_EXTRA}"
_JOINT = "(?:[、，,；;]以?及?|和|及|与|以及)"
_LIST = regex(rf"{_PART.replace('?P<name>', '?:')}(?:{_JOINT}{_PART.replace('?P<name>', '?:')})+")
_ITEM = regex(rf"(?P<name>{_NAME})(?P<mark>{AMOUNT})(?P<extra>{_EXTRA})")
_OPEN = regex("等(?![级次])|主要|(?<!包)含|约|左右|余|其中$")
_OTHER = regex(
    "比|较|少|多(?![计付报结列])|超(?!进度|标准|范围|合同|比例|期|前|付|拨|采|限)|增|减|提高|下降|达到|结余|结转|剩余|其余|合计|总计|共计|(?<!公)共|累计|小计|未(?!开工|动工|完工|竣工|利用地|按|经|履行|取得|签|招标|验收|入账|缴|变更|更新|办理|提供|备案|激活|登记|核实)|相差|目标|计划|实际|分别|由|从|到|每|^(?:即|折合|合)$"
)
_LEADS = ("其中", "包括", "包含")
DIVIDES = regex("按照?[^，。；：\ue000-\uf8ff]{1,10}?划?分(?:别|为|成|类)")
"""Begins the first name of the parts of what was told before: 完成25个，按矿种分为铝土矿10个、…."""
SOURCES = regex(
    "(?:项目|建设)?(?:资金|经费|投资)(?:的)?(?:渠道|来源|构成|组成|筹措)[^，。；：\ue000-\uf8ff]{0,4}?(?:包括|包含|有|为|是)"
)
"""Begins the first name of where the money told before comes from: 资金渠道包括中央财政."""
_WANTED = regex("(?:完成|占|为|达到)(?:了|年度|全年|当年)*(?:计划|目标|任务)")
"""What was planned of the whole, told after its parts: 乙县10口，完成年度计划40口."""
_STEP = regex("[已共]?(?:最终|最后|收回|回收|有效|合格|成活|验收|实际|完成|支付|支出|到位)")
"""Begins what came of the whole, after its parts: 线上300份、线下200份，收回482份."""
_CARRIED = regex("(?:上年度?|以前年度|历年)?结转(?:结余)?资金")
_VERB = regex(
    "(?:支出|支付|执行|完成|下达|安排|分配|到位|投资|治理|修复后|治理后|整治后|形成|修复|新建|改造|拨付|计划|已|实际|累计|预算|资金|面积|数量|人员|补助|分解到|分解|下达到|到|给|向)+"
)


@dataclass(frozen=True, slots=True)
class WordedList:
    """Amounts of one kind side by side.

    Attributes:
        parts: names, without the verb that all share, with their amounts.
        start, end: in the skeleton. open: 等 and the like: not all is named.
        joined: whether 和 or 及 stands before the last, which closes the list.
    """

    frame: Frame
    parts: tuple[tuple[str, PrintedAmount], ...]
    start: int
    end: int
    is_open: bool
    joined: bool

    @property
    def names(self) -> frozenset[str]:
        """What the parts are called."""
        return frozenset(name for name, _ in self.parts)


def worded_lists(frame: Frame) -> Iterator[WordedList]:
    """Yield the lists of two or more like amounts; rates beside them are passed over.

    Example:
        ``其中中央资金6400万元，地方资金1600万元`` is 中央资金 with 6400 and 地方资金 with 1600 万元.
    """
    text = frame.bones.text
    for found in _LIST.finditer(text):
        items = list(_ITEM.finditer(text, *found.span()))
        items = [one for one in items if not frame.bones.amount(one["mark"]).is_percent]
        run: list[re.Match[str]] = []
        for item in items:
            if _is_parted(text, run, item):
                yield from _made(frame, run)
                run = []
            elif _begins_anew(text, run, item):
                yield from _made(frame, run[:-1])
                run = run[-1:]
            name = item["name"]
            like = not run or frame.bones.amount(item["mark"]).is_like(
                frame.bones.amount(run[-1]["mark"])
            )
            other = _OTHER.search(_bare(name)) or _WANTED.match(name)
            other = other if not _is_carried_too(text, run, item) else None
            begins = name.startswith(_LEADS) or DIVIDES.match(name) or SOURCES.match(name)
            if other or not like or begins:
                yield from _made(frame, run)
                run = []
                if other:
                    continue
            run.append(item)
        yield from _made(frame, run)


def _is_parted(text: str, run: list[re.Match[str]], item: re.Match[str]) -> bool:
    """Return whether a semicolon parts an amount from a list that has commas, or a comma what came of it from one that has 、."""
    if len(run) < 2:
        return False
    seams = _seams(text, [*run, item])
    if all("、" in seam for seam in seams[:-1]) and "，" in seams[-1] and _STEP.match(item["name"]):
        return True
    return "；" in seams[-1] and not any("；" in seam for seam in seams[:-1])


def _is_carried_too(text: str, run: list[re.Match[str]], item: re.Match[str]) -> bool:
    """Return whether an amount is of last year's money as one of several sources: 县级财政资金58万元、结转资金12万元."""
    return (
        bool(run)
        and _CARRIED.fullmatch(item["name"]) is not None
        and "、" in text[run[-1].end() : item.start("name")]
    )


def _begins_anew(text: str, run: list[re.Match[str]], item: re.Match[str]) -> bool:
    """Return whether the list of an amount begins after a semicolon: ``清除241个；验收40个，合格39个``."""
    return ["；" in seam for seam in _seams(text, [*run, item])][-2:] == [True, False]


def _seams(text: str, items: list[re.Match[str]]) -> list[str]:
    """Return what stands between the items, their verbs and rates left out."""
    return [text[one.end() : other.start()] for one, other in pairwise(items)]


def _made(frame: Frame, run: list[re.Match[str]]) -> Iterator[WordedList]:
    if len(run) < 2:
        return
    parts = tuple((_named(one["name"]), frame.bones.amount(one["mark"])) for one in run)
    text = frame.bones.text
    after = text[run[-1].end() : run[-1].end() + 4]
    is_open = bool(_OPEN.search(after)) or any(part.vague for _, part in parts)
    is_open |= any(_OPEN.search(one["name"]) for one in run)
    consists = re.search("包括|包含", run[0]["name"] + text[: run[0].start()][-4:])
    joined = (
        re.search(f"{AMOUNT}(?:、)?(?:和|及|与|以及)[^，。；]*$", text[: run[-1].end()]) is not None
    )
    if len({name for name, _ in parts}) == len(parts) and all(name for name, _ in parts):
        joined &= consists is None
        yield WordedList(frame, parts, run[0].start(), run[-1].end(), is_open, joined)


def _bare(name: str) -> str:
    return re.sub("^.*?其中[：:，]?|累计|计划|实际|共(?=[支完])", "", name)


def _named(name: str) -> str:
    own = re.sub("^(?:和|及|与|以及)", "", re.sub("^.*(?:其中|包括|包含)", "", name))
    return _VERB.sub("", own) or own
