"""文字中原值、变动与现值相符.

``由 a 增加到 b，增加 c``, ``较…的 a 增加 c，达到 b`` and ``b，比上年的 a 增加 c，增长 p`` are recomputed. A change in % of
percentages may be meant in points or as a ratio, so either will do; of other values it is a ratio.
"""

import re
from collections.abc import Iterator
from itertools import permutations

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import Computed, percent, subtract
from shanhe.measures.frame import AMOUNT, Frame, frames
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, result
from shanhe.values.interval import Interval
from shanhe.values.outcome import judge_equal
from shanhe.values.quantity import Quantity
from shanhe.values.unit import UnlikeUnits

_UP = "增加|提高|上升|增长|提升|上调|调增|扩大|增大|扩展|扩增|上涨|拓宽|延长|恢复|多|增产|增收|增|高出|高"
_DOWN = "减少|降低|下降|压减|下调|调减|缩小|缩减|缩短|回落|核减|少|降|减|低|提前"
_ANY = f"(?:{_UP}|{_DOWN})"
_WORDS = r"[^，。；：\ue000-\uf8ff]"
_BASE = rf"(?:(?!增加|提高|上升|增长|提升|上浮|减少|降低|下降|核减|核增|下浮|节约|节省|压减|少|多){_WORDS})"
"""Words of what is compared with: 比合同价核减 70 万元 names no old value."""
_EDGE = r"[）)]?[，,；;]?"
_CHANGE = (
    rf"{_EDGE}(?:亩均|户均|人均|年均|同比|净|共|总计|累计|相应|比上年|较上年|环比)*(?P<way>{_ANY}|增幅|涨幅|升幅|降幅|减幅)"
    rf"(?:了|额|率|幅度|幅|量|值|为|达到?|约)*(?P<change>{AMOUNT})(?!，?的)"
)
_MORE = rf"(?:{_EDGE}(?:同比|比上年|较上年)?(?P<way2>增长率?|增幅|涨幅|升幅|调[减增](?:比例|幅度|率)|核减率|提高|增加|提升|增产|增收|下降|降低|减少|降幅|减幅)(?:了|为|达到?|约)*(?P<ratio>{AMOUNT}))?"
_FROM = re.compile(
    rf"[由从自]{_WORDS}{{0,14}}(?P<old>{AMOUNT})[，,]?{_WORDS}{{0,6}}?(?:{_ANY}|调整|变更|修改|变化|升|转变|追加|核增|压缩|缩|削减|扩|扩大|扩建|延伸|拓展|增补|补充|优化)(?:到|至|为)(?P<new>{AMOUNT}){_CHANGE}{_MORE}"
)
_THAN = re.compile(
    rf"(?P<new>{AMOUNT})(?:[，,（(]|{_WORDS}{{0,6}})?[，,]?[较比]{_BASE}{{0,16}}?(?P<old>{AMOUNT})(?:的(?:年度|绩效)?(?:目标|计划|标准|指标)值?)?{_CHANGE}{_MORE}"
)
_AFTER = re.compile(
    rf"(?P<new>{AMOUNT})[，,][较比]{_BASE}{{0,10}}(?P<way>{_ANY})了?(?P<change>{AMOUNT})[（(](?!目标|计划){_WORDS}{{1,8}}?[为是](?P<old>{AMOUNT})[）)]"
)
_APART = re.compile(
    rf"(?P<new>{AMOUNT})[，,；、]?[^。；\ue000-\uf8ff]{{2,24}}(?P<old>{AMOUNT})[，,](?:二者|两者|两地)?(?P<way>相差|差距)(?:为|达)?(?P<change>{AMOUNT})"
)
_REACH = re.compile(
    rf"[较比]{_WORDS}{{0,24}}(?P<old>{AMOUNT})(?:净|共)?(?P<way>{_ANY})了?(?P<change>{AMOUNT})[，,]?(?:达到|达|增至|降至|为)(?P<new>{AMOUNT})"
)
_EITHER_WAY = {"相差", "差距"}
_TELLS = re.compile(f"{_ANY}|相差|差距")
_FELL = re.compile(f"{_DOWN}|降幅|减幅|(?:调减|核减)(?:比例|幅度)?")


@rule(
    id="SAME-911",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#E-26"],
    zh="原值 {old}、现值 {new}，变动写为{way} {stated}，复算为{due}",
    en="{old} became {new}; the change is stated as {stated}, {due} is right",
    only=Only.PAPER,
)
def changes_in_words_hold(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each sentence whose old value, change and new value do not agree."""
    del catalogue
    for frame in frames(dossier):
        if len(frame.bones.amounts) < 3 or not _TELLS.search(frame.bones.text):
            continue
        seen: set[str] = set()
        for pattern in (_FROM, _REACH, _AFTER, _THAN, _APART):
            for found in pattern.finditer(frame.bones.text):
                if found["change"] not in seen:
                    seen.add(found["change"])
                    yield from _judged(frame, found)


def _judged(frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    yield from _judge(frame, found, "change", "way")
    if found.groupdict().get("ratio"):
        yield from _judge(frame, found, "ratio", "way2")


def _judge(frame: Frame, found: re.Match[str], key: str, way: str) -> Iterator[Hit]:
    old, new, change = (frame.bones.amount(found[name]) for name in ("old", "new", key))
    if old.vague or new.vague or change.vague:
        return
    up = _FELL.fullmatch(re.sub("率$", "", found[way])) is None
    if found[way] in _EITHER_WAY:
        if _is_between_others(frame, change):
            return
        up = old.is_like(new) and new.quantity.value >= old.quantity.value_in(new.quantity.unit)
    due = list(_changes(old.quantity, new.quantity, change.quantity))
    signed = change.quantity.amount if up else -change.quantity.amount
    stated = Quantity(signed, change.quantity.unit)
    if due and not any(judge_equal(stated, one.interval, one.value).is_kept for one in due):
        places = (change.quantity.places, old.quantity.places, new.quantity.places)
        right = result(due[0], max(places))
        words = {
            "old": str(old.quantity),
            "new": str(new.quantity),
            "way": Both(found[way], "up" if up else "down"),
            "stated": str(change.quantity),
            "due": Both(f" {right}", right),
        }
        at = (frame.operand(found.start(), found.end()),)
        yield Hit(at, words, recomputed=due[0].equation)


def _is_between_others(frame: Frame, change: PrintedAmount) -> bool:
    """Return whether any two amounts of the sentence are apart by that: those right before may be others."""
    told = [one.quantity for one in frame.bones.amounts if one is not change]
    made = (
        due for one, other in permutations(told, 2) for due in _changes(one, other, change.quantity)
    )
    return any(judge_equal(change.quantity, due.interval, due.value).is_kept for due in made)


def _changes(old: Quantity, new: Quantity, change: Quantity) -> Iterator[Computed]:
    """Yield what the change can be, in the unit it is stated in."""
    try:
        delta = subtract(new, old)
        if change.unit.symbol in {"%", "百分点"} and old.unit.symbol == "%":
            yield Computed(delta.value, delta.interval, change.unit, delta.steps)
        elif change.unit.like(delta.unit):
            factor = delta.unit.factor_to(change.unit)
            own = delta.value * factor, delta.interval.times(factor)
            yield Computed(*own, change.unit, delta.steps)
        if change.unit.symbol == "%":
            ratio = percent(new, old)
            steps = f"{ratio.steps} − 100%"
            less = ratio.interval - Interval.exactly(100)
            yield Computed(ratio.value - 100, less, change.unit, steps)
    except (UnlikeUnits, ZeroDivisionError):
        return
