"""Whose money a sentence tells of: which source, which region, or something that is neither."""

import re
from dataclasses import replace

from shanhe.documents.prose.bodies import REGION
from shanhe.records.paper import PrintedFact
from shanhe.values.regex import regex

_LEVELS = "省级|市县|[市盟州]级|[县旗区]级"
_OFFICES = "(?!主管|行政|业务|相关|有关|部门|财政(?:部门|局)|自然资源|林草|水[利务]|验收|审[核计]|人民|政府|自评|复核|核查|初验)"
"""县级主管部门审核 names an office, not the money of a level."""
_ORIGIN = regex(
    f"(?P<中央>中央)|(?P<地方>(?:地方|{_LEVELS}){_OFFICES}|自筹|配套)|(?P<社会>社会(?:资本|资金|投资))|(?P<合计>合计|总计|总额|全部|累计)"
    "|(?P<基本支出>基本支出)|(?P<项目支出>项目支出)"
)
_TOGETHER = regex(r"[，、](?:共|合|总)计?(?:支付|支出|执行|使用|到位)[^，。；、\d]{0,4}$")
"""After the money of each origin, that of all: 中央资金支付A、县级资金支付B，共支付C."""
_LEVEL = regex(f"(?:{_LEVELS}){_OFFICES}")
_OF_LEVELS = regex("(?:[各两二三四]级)?(?:财政|配套)?资金?")
"""Between a source and 合计 that closes its levels: 地方三级资金合计支出A is local money."""
_SUBJECT = regex(
    r"^(?:其中)?[^\d，]{0,12}?(?:[\u4e00-\u9fff]{2,}(?:资金|补助|经费|费用)|[\u4e00-\u9fff]{1,6}[县市区旗州盟镇乡]|[一二三四五六七八九十]标段?)(?:已|累计|实际)?(?:支付|支出|执行|使用|完成|预算)"
)
_THINGS = regex(
    r"(?:[\u4e00-\u9fff]{2,}|，)\d[\d.,]*(?:辆|台|套|座|个|处|口|条|件|眼|块|公里|千米|米|亩|公顷|株|吨|户)，?(?:共计?|累计|合计)?(?:支出|支付|使用)(?:资金)?$"
)
_GOES_ON = regex("(?:到|至|截至|截止)[^，；]{0,10}[月底末][^，；]{0,2}(?:支付|支出|执行|使用)")
_WORKS = regex(
    "(?:\\d|[两二三四五六七八九十])(?:类工程|类措施|类建设内容|[个份]合同)(?:工程款)?(?:合计|累计|已|实际|共)*(?:支付|支出|使用)$"
    "|(?<!项目)(?:修复|治理|整治|建设|恢复|造林|绿化|种植|监测|管护|监理|设计|勘察)(?:已|累计|实际)?(?:支付|支出|使用)$"
)
"""Works that had a part of the money: 侵蚀沟治理支出6000万元."""
_GENERAL = regex(
    "转移支付资金|项目资金|财政资金|专项资金|预算资金|年度资金|全部资金|全市|全县|全省|全区|我市|我县|我省|各县|各市|三地|各地|项资金|到位资金|累计|总"
)


def of_whom(fact: PrintedFact, words: str, region: str) -> PrintedFact | None:
    """Say whose money it is: what was named last since a semicolon; of one region if one is named.

    ``None`` where it is of something that is neither a region nor a source, such as one of several
    funds: such sums are not held against those of the programme.
    """
    if fact.concept != "funds":
        return None if _is_of_region(region, words) else fact
    region = region if REGION.fullmatch(region) else ""
    part = _with_its_subject(re.split("[；;]", words))
    named = [] if _after_a_list(fact, part) else list(_ORIGIN.finditer(part))
    origin = (_origin(named, part) if not _TOGETHER.search(part) else "") or "合计"
    exact = _LEVEL.findall(part)
    if exact and origin == "地方":
        origin = exact[-1]
    if (
        not region
        and not named
        and (_other_subject(part) or _is_of_things(part) or _WORKS.search(part))
    ):
        return None
    return replace(fact, region=region, version=origin)


def _origin(named: list[re.Match[str]], part: str) -> str:
    """Return the source named last; 累计 or 合计 right after one says no other: 中央财政资金累计支出A."""
    if len(named) > 1 and named[-1].lastgroup == "合计":
        between = part[named[-2].end() : named[-1].start()]
        plain = named[-1][0] == "累计" and not re.search("[，、；：元]", between)
        if plain or _OF_LEVELS.fullmatch(between):
            return named[-2].lastgroup or ""
    return (named[-1].lastgroup or "") if named else ""


def _with_its_subject(told: list[str]) -> str:
    """Return the last part of a sentence; with the one before it where it only goes on in time: 到9月末支出B."""
    part = told.pop()
    while told and _GOES_ON.match(part):
        part = f"{told.pop()}，{part}"
    return part


def _is_of_region(region: str, words: str) -> bool:
    """Return whether an investment is one region's, which its part of the sentence begins with: 甲县项目6个，总投资3200万元."""
    part = re.split("[；;。]", words)[-1].removeprefix("其中").lstrip("：:，,")
    return bool(region) and re.match(f"{re.escape(region)}(?![、和及与])", part) is not None


def _after_a_list(fact: PrintedFact, part: str) -> bool:
    """Return whether a rate follows parts side by side, and is of the whole: 甲A、乙B，执行率C."""
    *before, own = part.split("，")
    beside = _ORIGIN.findall(before[-1]) if before and "、" in before[-1] else []
    return fact.aspect.endswith("rate") and len(beside) > 1 and not _ORIGIN.search(own)


def _other_subject(part: str) -> bool:
    """Return whether money is told of a fund, a unit or a place that is not known as a region."""
    clause = re.split("[，。：:、]", part.rstrip("，"))
    own = next((one for one in reversed(clause) if _SUBJECT.search(one)), "")
    return bool(own) and _GENERAL.search(own) is None


def _is_of_things(part: str) -> bool:
    """Return whether money is told of what was bought or built: 购置清运车14辆，共支出168万元."""
    return _THINGS.search(part) is not None and not re.search("资金|预算|截至|全年|年度", part)
