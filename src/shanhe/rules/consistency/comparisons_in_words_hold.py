"""“高于”“低于”“控制在”等比较用语与前后数字相符.

``成活率 91.5%，高于 85% 的目标`` says a > b; the two numbers decide, whichever is better. ``不超过 30 分钟，实际 22 分钟，
达到目标`` is a limit, what came of it, and whether it was kept.
"""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.amounts_of_paper import AmountsOfPaper, amounts_of
from shanhe.measures.frame import AMOUNT, Frame, frames
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount
from shanhe.values.regex import regex

_SET = r"(?:年度|全年|绩效|目标值?|计划|控制|标准|设定|预期|要求|指标值?|规定|的|为|数|每[^，。；、\ue000-\uf8ff]{1,3}|[亩户人]均|限额|上限|下限){0,4}"
_ABOVE, _NOT_ABOVE = (
    "高于|超过|大于|优于|超出|突破",
    "不高于|未高于|不超过|未超过|不大于|未超出|没有超过|未突破",
)
_BELOW, _NOT_BELOW = "低于|小于|少于", "不低于|未低于|不小于|不少于|没有低于"
_SAYS: tuple[tuple[str, Callable[[Fraction, Fraction], bool]], ...] = (
    (_NOT_ABOVE, lambda one, other: one <= other),
    (_NOT_BELOW, lambda one, other: one >= other),
    (_ABOVE, lambda one, other: one > other),
    (_BELOW, lambda one, other: one < other),
    ("控制在", lambda one, other: one <= other),
    ("与", lambda one, other: one == other),
)
_WORDS = "|".join((_NOT_ABOVE, _NOT_BELOW, _ABOVE, _BELOW, "控制在", "与"))
_COMPARED = regex(
    rf"(?P<one>{AMOUNT})(?:[，,（(]?均?已?(?:也?是唯一|为唯一|是惟一)?)(?P<word>{_WORDS}){_SET}(?P<other>{AMOUNT})(?P<tail>以内|之内|[^，。；\ue000-\uf8ff]{{0,10}}持平)?"
)
_LIMIT = regex(
    rf"(?P<word>不超过|不高于|不大于|≤|不低于|不少于|不小于|≥|控制在)(?P<other>{AMOUNT})(?:以内|之内)?[，,](?:全年)?实际[^，。；\ue000-\uf8ff]{{0,10}}(?P<one>{AMOUNT})"
    r"[，,](?P<said>未|没有)?(?:达到|实现|完成)(?:了)?(?:年度|绩效|预期)*(?:目标|指标|要求)(?=[，。；、）)]|$)"
)
_BY_POINTS = regex(
    rf"(?P<one>{AMOUNT})[，,（(](?:均)?(?:(?P<word>高于|超过|低于)(?:年度|绩效|计划|预期|设定|的)*(?:目标|指标|计划)值?(?:要求)?|[比较](?:年度|绩效|计划|预期|设定|的)*(?:目标|指标|计划)值?(?P<word2>高|低)出?了?)(?P<gap>{AMOUNT})"
)
"""A rate, and by how many points it is above its target: 98.94%，高于目标0.94个百分点."""
_AT_MOST = ("不超过", "不高于", "不大于", "≤", "控制在")


@rule(
    id="SAME-924",
    severity=ERROR,
    basis=["practice#R-08", "arithmetic#difference"],
    zh="“{words}”与数字不符：前者为 {one}，后者为 {other}",
    en='"{words}" is not what the numbers say: {one} and {other}',
    only=Only.PAPER,
)
def comparisons_in_words_hold(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each comparison that its own two numbers contradict."""
    del catalogue
    paper = amounts_of(dossier)
    for frame in frames(dossier):
        for found in _BY_POINTS.finditer(frame.bones.text):
            yield from _turned_round(paper, frame, found)
        for found in _COMPARED.finditer(frame.bones.text):
            if not _keeps(frame, found):
                yield _hit(frame, found)
        for found in _LIMIT.finditer(frame.bones.text):
            if not _kept(frame, found):
                yield _hit(frame, found)


def _turned_round(paper: AmountsOfPaper, frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    """Yield a rate said to be above a target that is told nowhere, where one as far above it is, or the other way round."""
    one, gap = frame.bones.amount(found["one"]), frame.bones.amount(found["gap"])
    if not one.is_percent or gap.quantity.unit.symbol not in {"%", "百分点"} or one.vague:
        return
    up = (found["word"] or found["word2"]).startswith(("高", "超"))
    apart = gap.quantity.value if up else -gap.quantity.value
    told = {each.amount.quantity.value: each.amount for each in paper.like(one)}
    right, wrong = one.quantity.value + apart, one.quantity.value - apart
    if wrong not in told and right in told:
        at = frame.operand(found.start(), found.end())
        words = {"words": at.text, "one": amount(one.quantity)}
        yield Hit((at,), {**words, "other": amount(told[right].quantity)})


def _keeps(frame: Frame, found: re.Match[str]) -> bool:
    """Return whether a comparison holds, or cannot be told."""
    one, other = frame.bones.amount(found["one"]), frame.bones.amount(found["other"])
    tail = found["tail"] or ""
    if not one.is_like(other) or one.quantity.unit.symbol in {"", "百分点"}:
        return True  # 低于上年1个百分点，高于目标2个百分点 are two differences
    if found["word"] == "与" and "持平" not in tail:
        return True
    holds = next(says for words, says in _SAYS if found["word"] in words.split("|"))
    first, second = one.quantity.value, other.quantity.value_in(one.quantity.unit)
    return holds(first, second)


def _kept(frame: Frame, found: re.Match[str]) -> bool:
    one, other = frame.bones.amount(found["one"]), frame.bones.amount(found["other"])
    if not one.is_like(other):
        return True
    first, second = one.quantity.value, other.quantity.value_in(one.quantity.unit)
    met = first <= second if found["word"] in _AT_MOST else first >= second
    return met is (found["said"] is None)


def _hit(frame: Frame, found: re.Match[str]) -> Hit:
    one, other = frame.bones.amount(found["one"]), frame.bones.amount(found["other"])
    at = frame.operand(found.start(), found.end())
    return Hit(
        (at,), {"words": at.text, "one": amount(one.quantity), "other": amount(other.quantity)}
    )
