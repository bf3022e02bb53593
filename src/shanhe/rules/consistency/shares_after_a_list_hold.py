"""列举之后所写某项占比与列举的数相符.

``雁鸭类3.12万只、鸻鹬类1.08万只、其他0.75万只，雁鸭类占63.03%``: the amount of that name over the sum of the list, or over any other number of the
kind that its paragraph tells. It is questioned only where the sum of the list comes near.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.computed import add, percent
from shanhe.measures.frame import AMOUNT, Frame, prose_frames, with_earlier
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.worded_lists import worded_lists
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount, result
from shanhe.values.outcome import judge_equal
from shanhe.values.quantity import Quantity, rounded
from shanhe.values.regex import regex

_TOLD = regex(
    rf"[，；](?:其中)?(?P<name>[\u4e00-\u9fff]{{2,10}}?)(?:所)?占(?:比|全部|总数的?|总量的?)?(?:为|达)?(?P<rate>{AMOUNT})(?=[，。；）])"
)
_LEAST = 3
_ROOM = Fraction(3, 2)


@rule(
    id="SAME-997",
    severity=ERROR,
    basis=["arithmetic#ratio", "practice#E-58"],
    zh="{name}所占比例写为 {stated}，按 {steps} 复算为 {computed}",
    en="the share of {name} is stated as {stated}; {steps} is {computed}",
    only=Only.PAPER,
)
def shares_after_a_list_hold(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each share of one of a list that neither its sum nor another number makes."""
    del catalogue
    for frame, earlier in with_earlier(prose_frames(dossier)):
        for found in _TOLD.finditer(frame.bones.text) if "占" in frame.bones.text else ():
            told = [one for each in (*earlier, frame) for one in each.bones.amounts]
            yield from _judge(frame, found, told)


def _judge(frame: Frame, found: re.Match[str], told: list[PrintedAmount]) -> Iterator[Hit]:
    rate = frame.bones.amount(found["rate"])
    bones = frame.bones
    lists = [
        one for one in worded_lists(frame) if bones.place_of(one.parts[-1][1]) < found.start() + 1
    ]
    own = [part for one in lists for name, part in one.parts if name.endswith(found["name"])]
    if not lists or len(own) != 1 or not rate.is_percent or rate.vague or own[0].is_percent:
        return
    parts = [part.quantity for _, part in lists[-1].parts]
    if own[0] not in [part for _, part in lists[-1].parts] or len(parts) < _LEAST:
        return
    total = add(parts, parts[0].unit)
    places = max(one.places for one in parts)
    wholes = [one.quantity for one in told if one.is_like(own[0]) and one.quantity.value]
    made = percent(own[0].quantity, Quantity(rounded(total.value, places), total.unit))
    every = [made, *(percent(own[0].quantity, whole) for whole in wholes)]
    if any(judge_equal(rate.quantity, one.interval, one.value).is_kept for one in every):
        return
    if is_near(made.value, rate.quantity.value, _ROOM):
        words = {"name": found["name"], "stated": amount(rate.quantity), "steps": made.steps}
        words["computed"] = result(made, rate.quantity.places)
        at = frame.operand(found.start() + 1, found.end())
        yield Hit((at,), words, recomputed=made.equation)
