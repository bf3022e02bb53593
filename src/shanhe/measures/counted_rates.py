"""Counts that sentences tell without their rate: 验收单元120个，合格117个; what they make belongs to an indicator."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.measures.computed import Computed, percent
from shanhe.measures.frame import AMOUNT, Frame, frames
from shanhe.records.dossier import Dossier
from shanhe.values.regex import regex

_STEM = regex(r"([\u4e00-\u9fff]{2})(?:率|度)$")
_GENERAL = frozenset(
    {"验收", "检测", "检验", "抽检", "抽验", "工程", "项目", "质量", "单元", "数量"}
)
_WORKS = regex("工程|单元|分部|田块|标段|验收")
_TASKS = regex("项目|任务|标段|工程")
_TIMELY = regex("按期|按时|如期|及时")
_PLANTS = frozenset({"", "苗木", "树木", "林木", "造林", "植树", "植株", "新造林"})
"""Whose survival is counted in 株: 调查1500株，成活1356株 is of any of them."""
_SOURCE = regex("中央|省级|自治区|[市盟州]级|[县旗区]级|市县|地方|社会|自筹|配套|债券")
"""Whose money counts are of: 县级资金应到位A，实际到位B is not the rate of all."""
_ANSWERS = regex("问卷|样本|受访|走访|群众|农户|居民|份|户|人")


@dataclass(frozen=True, slots=True)
class CountedRate:
    """A part and its whole in a sentence; ``start`` and ``end`` are places of the skeleton."""

    frame: Frame
    rate: Computed
    start: int
    end: int


def stem_of(name: str) -> str:
    """Return what is counted for a rate: 合格 for 工程验收合格率, 满意 for 群众满意度; else nothing."""
    found = _STEM.search(name)
    return found[1] if found else ""


def counted_rates(dossier: Dossier, name: str) -> Iterator[CountedRate]:
    """Yield the counts that may be those of the rate ``name``; none beside which a rate is printed.

    A rate by a shorter name is no other: ``抽查苗木6000株，成活5460株，成活率91.00%`` is of 苗木成活率.
    """
    stem = stem_of(name)
    pattern = re.compile(
        rf"(?P<of>[^，。；：\ue000-\uf8ff]*)(?P<whole>{AMOUNT})(?:[，,、（(]|(?P<thing>(?:标段|子项目|项目|工程|单元|地块|图斑|样方)中?|[\u4e00-\u9fff]{{0,6}}中)[，,]?)?(?:其中|已|实际|均|有)*(?P<timely>按期|按时|如期|及时)?(?:其中|已|实际|均|有)*{stem}(?:(?:和|或|及|与)(?:比较|基本|非常|较)?{stem})?(?:的|有)*(?P<part>{AMOUNT})"
    )
    for frame in frames(dossier):
        bones = frame.bones
        if stem not in bones.text:
            continue
        for found in pattern.finditer(bones.text):
            part, whole = bones.amount(found["part"]), bones.amount(found["whole"])
            rest = re.split("[；。]", bones.text[found.end() :])[0]
            if (
                (re.search("率|度|占", rest) and not _is_shorter(name, stem, rest))
                or not part.is_like(whole)
                or part.is_percent
            ):
                continue
            printed = frame.sentence.text[whole.start : whole.end]
            of = f"{found['of']} {printed} {found['thing'] or ''}"
            if 0 < part.quantity.value <= whole.quantity.value and _is_of(name, stem, found, of):
                rate = percent(part.quantity, whole.quantity)
                yield CountedRate(frame, rate, found.start("of"), found.end())


def _is_shorter(name: str, stem: str, rest: str) -> bool:
    """Return whether what follows is the rate first, by the end of its name."""
    found = re.match(
        rf"[，,、](?P<short>(?:{_TIMELY.pattern})?{stem}[率度])(?:为|达到?)?{AMOUNT}(?=[，,；。]|$)",
        rest,
    )
    return found is not None and name != found["short"] and name.endswith(found["short"])


def _is_of(name: str, stem: str, found: re.Match[str], of: str) -> bool:
    """Return whether the counts are of what the rate is of."""
    if bool(found["timely"]) is not bool(_TIMELY.search(name)):
        return False
    if stem == "满意":
        return _ANSWERS.search(of) is not None
    if (source := _SOURCE.search(found["of"])) and source[0] not in name:
        return False
    own = _TIMELY.sub("", name.removesuffix(f"{stem}率"))
    pairs = {own[n : n + 2] for n in range(len(own) - 1)} - _GENERAL
    if any(pair in of for pair in pairs):
        return True
    if stem == "成活" and own in _PLANTS and re.search(r"\d\s*万?[株棵穴]", of):
        return True
    plain = re.fullmatch("(?:工程|项目|质量|验收)*", own) is not None
    works = _TASKS if found["timely"] else _WORKS
    return plain and works.search(of) is not None
