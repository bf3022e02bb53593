"""文字中原值、变动与现值相符.

``由 a 增加到 b，增加 c``, ``较…的 a 增加 c，达到 b`` and ``b，比上年的 a 增加 c，增长 p`` are recomputed. A change in % of
percentages may be meant in points or as a ratio, so either will do; of other values it is a ratio.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import Computed, grown, percent, subtract
from shanhe.measures.frame import Frame
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.told_changes import FELL, told_changes
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, result
from shanhe.values.interval import Interval
from shanhe.values.outcome import judge_equal
from shanhe.values.quantity import Quantity
from shanhe.values.unit import UnlikeUnits

_EITHER_WAY = {"相差", "差距"}


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
    for frame, found in told_changes(dossier):
        yield from _judged(frame, found)


def _judged(frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    yield from _judge(frame, found, "change", "way")
    if found.groupdict().get("ratio"):
        yield from _judge(frame, found, "ratio", "way2")


def _judge(frame: Frame, found: re.Match[str], key: str, way: str) -> Iterator[Hit]:
    old, new, change = (frame.bones.amount(found[name]) for name in ("old", "new", key))
    if old.vague or new.vague or change.vague:
        return
    up = FELL.fullmatch(re.sub("率$", "", found[way])) is None
    if found[way] in _EITHER_WAY:
        if _is_between_others(frame, change):
            return
        up = old.is_like(new) and new.quantity.value >= old.quantity.value_in(new.quantity.unit)
    due = list(_changes(old.quantity, new.quantity, change.quantity))
    signed = change.quantity.amount if up else -change.quantity.amount
    stated = Quantity(signed, change.quantity.unit)
    others = _earlier(frame, found["new"]) if found.start("new") < found.start("old") else []
    every = [
        *due,
        *(_as_printed(each) for n in others for each in _changes(old.quantity, n, stated)),
    ]
    if due and not any(judge_equal(stated, one.interval, one.value).is_kept for one in every):
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


def _earlier(frame: Frame, mark: str) -> list[Quantity]:
    """Return the amounts of a sentence before the one right before a comparison, any of which may be compared.

    Example:
        ``占计划的94.69%，占到位资金的95.98%，较2024年度的执行率93.20%提高1.49个百分点`` compares 94.69.
    """
    told = (frame.bones.amount(each) for each in frame.bones.marks(0, frame.bones.place(mark)))
    return [one.quantity for one in told if not one.vague]


def _as_printed(due: Computed) -> Computed:
    """Return what was computed without the room of rounding: 96% is no 96.49% that a sentence would compare."""
    return replace(due, interval=Interval.exactly(due.value))


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
            yield grown(percent(new, old))
    except (UnlikeUnits, ZeroDivisionError):
        return
