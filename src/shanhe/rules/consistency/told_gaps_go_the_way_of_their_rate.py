"""文中“较目标多（少）”的方向与同句完成率相符.

``治理边坡146.00公顷，完成率98.65%，较目标多2.00公顷``: 146 + 2 is a target of which 146 are 98.65 %, and of 146 − 2 they would be 101.39 %.
It is told only where the other way round makes the rate and the way told does not, nor the rate of what ought to be small (目标 ÷ 实际).
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import Computed, percent
from shanhe.measures.frame import AMOUNT, PLAN, Frame, prose_frames
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both
from shanhe.values.outcome import judge_equal
from shanhe.values.quantity import Quantity
from shanhe.values.regex import regex

_W = r"[^，。；：、（()）\ue000-\uf8ff]"
_THAN = f"(?:[比较与]{PLAN}|{PLAN})"
_OVER = "多完成|超额完成|超额|超出|超过|高出|高于|增加|多|高|超"
_SHORT = "少完成|欠完成|短少|减少|低于|少|低|差"
_GAP = rf"(?:{_THAN}(?:的)?(?:(?P<over>{_OVER})|(?P<short>{_SHORT}))|(?P<over2>多完成|超额完成|超出{PLAN})|(?P<short2>少完成|欠完成))(?:了|完成)*(?P<gap>{AMOUNT})"
_RATE = rf"(?:完成率|完成比例|为{PLAN}的|占{PLAN}的|达到{PLAN}的|完成{PLAN}的)(?:为|达到?)?(?P<rate>{AMOUNT})"
_TOLD = (
    regex(rf"(?P<done>{AMOUNT}){_W}{{0,6}}[，,（(]{_RATE}[，,）)]{_W}{{0,4}}?{_GAP}"),
    regex(rf"(?P<done>{AMOUNT}){_W}{{0,6}}[，,（(]{_W}{{0,4}}?{_GAP}[，,）)]{_RATE}"),
)


@rule(
    id="SAME-946",
    severity=ERROR,
    basis=["arithmetic#ratio", "practice#R-07"],
    zh="“{words}”方向写反：完成率 {rate} 即 {steps}，应为比目标{due}",
    en='"{words}" goes the other way: {rate} is {steps}, it is {due} than the target',
    only=Only.PAPER,
)
def told_gaps_go_the_way_of_their_rate(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each gap whose rate of completion is that of a gap the other way."""
    del catalogue
    for frame in prose_frames(dossier):
        text = frame.bones.text
        if "率" in text or "的" in text or "比例" in text:
            for pattern in _TOLD:
                for found in pattern.finditer(text):
                    yield from _judge(frame, found)


def _judge(frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    done, rate, gap = (frame.bones.amount(found[key]) for key in ("done", "rate", "gap"))
    own, apart = done.quantity, gap.quantity
    like = done.is_like(gap) and own.unit == apart.unit and not done.is_percent
    if not like or not rate.is_percent or rate.vague or not 0 < apart.amount < own.amount:
        return
    over, under = (Quantity(own.amount - one, own.unit) for one in (apart.amount, -apart.amount))
    more = bool(found["over"] or found["over2"])
    told, other = (over, under) if more else (under, over)
    made = percent(own, other)
    if _is(rate, made) and not any(_is(rate, one) for one in _rates(own, told)):
        at = frame.operand(found.start(), found.end())
        due = Both("少", "less") if more else Both("多", "more")
        words = {"words": at.text, "steps": made.steps, "rate": str(rate.quantity), "due": due}
        yield Hit((at,), words, recomputed=made.equation)


def _rates(done: Quantity, target: Quantity) -> Iterator[Computed]:
    """Yield what a rate may be: done over target, target over done, and 2 less the first for what ought to be small."""
    yield percent(done, target)
    yield percent(target, done)
    if 2 * target.amount > done.amount:
        yield percent(Quantity(2 * target.amount - done.amount, done.unit), target)


def _is(rate: PrintedAmount, made: Computed) -> bool:
    return judge_equal(rate.quantity, made.interval, made.value).is_kept
