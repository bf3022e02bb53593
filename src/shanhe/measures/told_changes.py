"""Changes that sentences tell with the old and the new value: 由 a 增加到 b，增加 c."""

import re
from collections.abc import Iterator

from shanhe.measures.frame import AMOUNT, Frame, frames
from shanhe.records.dossier import Dossier
from shanhe.values.regex import regex

_UP = "偏多|偏高|增加|提高|上升|增长|提升|上调|调增|扩大|增大|扩展|扩增|上涨|拓宽|延长|恢复|多|增产|增收|增|高出|高"
_DOWN = "偏少|偏低|减少|降低|下降|压减|下调|调减|缩小|缩减|缩短|回落|核减|节约|节省|下浮|少|降|减|低|提前"
_ANY = f"(?:{_UP}|{_DOWN})"
_WORDS = r"[^，。；：\ue000-\uf8ff]"
_BASE = rf"(?:(?!偏[多少高低]|增加|提高|上升|增长|提升|上浮|减少|降低|下降|核减|核增|下浮|节约|节省|压减|少|多(?!年)|[高低]{AMOUNT}){_WORDS})"
"""Words of what is compared with: 比合同价核减 70 万元 names no old value."""
_EDGE = r"[）)]?[，,；;]?"
_CHANGE = (
    rf"{_EDGE}(?:亩均|户均|人均|年均|同比|净|共|总计|累计|相应|比上年|较上年|环比)*(?P<way>{_ANY}|增幅|涨幅|升幅|降幅|减幅)"
    rf"(?:了|额|率|幅度|幅|量|值|为|达到?|约)*(?P<change>{AMOUNT})(?!，?的)"
)
_MORE = rf"(?:{_EDGE}(?:同比|比上年|较上年)?(?P<way2>节约率?|节省率?|下浮率?|增长率?|增幅|涨幅|升幅|调[减增](?:比例|幅度|率)|核减率|提高|增加|提升|增产|增收|下降|降低|减少|降幅|减幅|偏[多少高低])(?:了|为|达到?|约)*(?P<ratio>{AMOUNT}))?"
_FROM = regex(
    rf"[由从自]{_WORDS}{{0,14}}(?P<old>{AMOUNT})[，,]?{_WORDS}{{0,6}}?(?:{_ANY}|调整|变更|修改|变化|升|转变|追加|核增|压缩|缩|削减|扩|扩大|扩建|延伸|拓展|增补|补充|优化)(?:到|至|为)(?:20\d\d年度?的?)?(?P<new>{AMOUNT}){_CHANGE}{_MORE}"
)
_STEP = "(?:调整|变更|修复|治理|实施|改造|整治|复垦)"
_BEFORE_AND_AFTER = regex(
    rf"{_STEP}前{_WORDS}{{0,10}}(?P<old>{AMOUNT})[，,；、]?{_WORDS}{{0,6}}?{_STEP}后{_WORDS}{{0,10}}(?P<new>{AMOUNT}){_CHANGE}{_MORE}"
)
_MOVED = regex(
    rf"(?:原|年初|期初){_WORDS}{{0,10}}(?P<old>{AMOUNT})[，,]{_WORDS}{{0,10}}(?P<way>调入|调出|追加|调增|调减|核增|核减|增加|减少)(?:了)?(?P<change>{AMOUNT})[，,]{_WORDS}{{0,4}}(?:{_STEP}后|现){_WORDS}{{0,6}}(?P<new>{AMOUNT})"
)
"""A task or budget, what was moved, what it came to: 年初预算A，追加B，调整后预算C."""
_THAN = regex(
    rf"(?P<new>{AMOUNT})(?:[，,]占{_WORDS}{{0,12}}{AMOUNT})?(?:[，,（(]|{_WORDS}{{0,6}})?[，,]?[较比]{_BASE}{{0,16}}?(?<!低)(?<!高)(?<!低了)(?<!高了)(?P<old>{AMOUNT})(?:的(?:年度|绩效)?(?:目标|计划|标准|指标)值?)?{_CHANGE}{_MORE}"
)
_AFTER = regex(
    rf"(?P<new>{AMOUNT})[，,][较比]{_BASE}{{0,10}}(?P<way>{_ANY})了?(?P<change>{AMOUNT})[（(](?!目标|计划){_WORDS}{{1,8}}?[为是](?P<old>{AMOUNT})[）)]"
)
_OVER = regex(
    rf"(?P<new>{AMOUNT})(?:[，,（(]|{_WORDS}{{0,4}}?)(?P<way>高于|超过|超出|多于|低于|少于){_WORDS}{{0,16}}?(?P<old>{AMOUNT})(?:的目标值?|水平|约)*(?P<change>{AMOUNT})(?=[，。；）)]|$)"
)
"""What is above something, with by how much right after it: 高于全省平均90%6.67个百分点."""
_AGAIN = regex(
    rf"(?:到|至|达|为|率|度|比例|比重)(?P<new>{AMOUNT})(?:[，,](?:[较比]{_WORDS}{{0,14}}{AMOUNT})?{_WORDS}{{0,4}}?(?:{_ANY})了?{AMOUNT}){{1,2}}[，,][较比]{_BASE}{{0,16}}(?P<old>{AMOUNT})(?:的(?:年度|绩效)?(?:目标|计划|标准|指标)值?|的)?(?P<way>{_ANY})(?P<change>{AMOUNT})(?=[，。；）)]|$)"
)
"""A second comparison: 提高到55%，提高40个百分点，较目标值50%高5个百分点."""
_TOLD_FIRST = regex(
    rf"(?P<way>{_ANY})了?(?P<change>{AMOUNT})(?:[，,](?P<way2>增长|增幅|提高|下降|降幅|减幅|减少|降低)(?:幅度|率|比例)?(?:了|为|达)?(?P<ratio>{AMOUNT}))?[，,]即?由{_WORDS}{{0,8}}?(?P<old>{AMOUNT}){_WORDS}{{0,6}}?(?:{_ANY})(?:到|至|为)(?P<new>{AMOUNT})"
)
_APART = regex(
    rf"(?P<new>{AMOUNT})[，,；、]?[^。；\ue000-\uf8ff]{{2,24}}(?P<old>{AMOUNT})[，,](?:二者|两者|两地)?(?P<way>相差|差距)(?:为|达)?(?P<change>{AMOUNT})"
)
_REACH = regex(
    rf"[较比由从]{_WORDS}{{0,24}}(?P<old>{AMOUNT})(?:净|共)?(?P<way>{_ANY})了?(?P<change>{AMOUNT})[，,]?(?:达到|达|增至|降至|为)(?P<new>{AMOUNT})"
)
_BID = regex(
    rf"(?:控制价|限价|预算价|标底)(?:为|是|合计|总计|共计|共)*(?P<old>{AMOUNT})[，,、]{_WORDS}{{0,12}}?(?:中标|成交|合同)(?:价格?|金额|总价)(?:为|是|合计|总计|共计|共)*(?P<new>{AMOUNT})[，,；]"
    rf"(?:[较比](?:招标|投标|最高)*(?:控制价|限价|预算价|标底))?(?P<way>下浮|降低|节约|节省|减少|少|低)(?:资金|投资|金额|了|额|率|幅度)*(?P<change>{AMOUNT}){_MORE}"
)
"""A bid below its limit: 招标控制价8640万元，中标价8380.80万元，下浮259.20万元."""
_PATTERNS = (
    *(_FROM, _BEFORE_AND_AFTER, _MOVED, _REACH, _AFTER, _AGAIN, _THAN, _OVER, _TOLD_FIRST),
    *(_APART, _BID),
)
_TELLS = regex(f"{_ANY}|限价低|相差|差距|调[入出]|追加|超过|超出")
_NO_VALUE = regex(
    "(?:节约|节省|增加|减少|顺延|延长|压减|核减|核增)(?:了|资金|投资|工期)*$|最[高低大小多少](?:值|的)?(?:为|达到?)?$"
)
"""Words before what is no new value: a difference (节约资金120万元，较概算降低2.18%) or an extreme."""
FELL = regex(f"{_DOWN}|偏?低|偏少|调出|降幅|减幅|低于|少于|(?:调减|核减)(?:比例|幅度)?")
"""Words of a change that makes less."""
_LEAST = 3


def told_changes(dossier: Dossier) -> Iterator[tuple[Frame, re.Match[str]]]:
    """Yield each change with its sentence: groups ``old``, ``new``, ``way`` and ``change``, and ``ratio`` with ``way2`` where told.

    Example:
        ``由71.80%升至73.10%，提高1.30个百分点`` has 71.80 and 73.10 % and a change of 1.30.
    """
    for frame in frames(dossier):
        if len(frame.bones.amounts) < _LEAST or not _TELLS.search(frame.bones.text):
            continue
        seen: set[str] = set()
        for pattern in _PATTERNS:
            for found in pattern.finditer(frame.bones.text):
                told = _NO_VALUE.search(frame.bones.lead(found["new"])) is None
                if told and found["change"] not in seen:
                    seen.add(found["change"])
                    yield frame, found
