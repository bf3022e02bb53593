"""同一数量以两种计量单位表示的，换算相符.

``412.00公顷，折合6180亩`` and ``150.40公顷（2256亩）``: 1 hectare is 15 mu. In brackets without 折合 the two are taken for one amount only
where they come near each other, or are ten or a hundred times apart; rough numbers (约) may be off by a twentieth. ``新增耕地折合84.00公顷``
is of the only 新增耕地 told before it in its sentence.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.computed import Computed
from shanhe.measures.frame import AMOUNT, Frame, frames
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount, result
from shanhe.values.outcome import judge_equal
from shanhe.values.regex import regex

_TOLD = regex(
    rf"(?P<one>{AMOUNT})(?:[（(](?:即|合|折|折合|换算为|相当于)?(?:约|大约|近)?(?P<two>{AMOUNT})[）)]|[，,]?(?:折合|折算为?|换算为|合计折|即)(?P<three>{AMOUNT})(?![、/和]))"
)
_LATER = regex(
    rf"(?P<what>[\u4e00-\u9fff]{{2,12}}?)(?:面积|数量)?(?:折合|折算为?|换算为|合计折)(?P<three>{AMOUNT})(?![、/和])"
)
"""An amount told before it by its name: 新增耕地1260亩、…（新增耕地折合84.00公顷）."""
_PER_AREA = regex(
    rf"(?:亩均|每亩)[^，。；：\ue000-\uf8ff]{{0,6}}?(?P<mu>{AMOUNT})[，,（(]?(?:折合|折|即|合)(?:约)?每公顷[^，。；：\ue000-\uf8ff]{{0,6}}?(?P<ha>{AMOUNT})"
)
"""What one mu has, and a hectare: 亩均投资0.94万元，折合每公顷14.1万元."""
_MU = Fraction(15)
_ROOM = Fraction(2)
_ROUGH = Fraction(21, 20)
"""How far 约 may be off."""
_SLIPS = (Fraction(10), Fraction(100))


@rule(
    id="SAME-976",
    severity=ERROR,
    basis=["arithmetic#ratio", "practice#R-07"],
    zh="{one}换算为 {due}，写为 {stated}",
    en="{one} is {due}, {stated} is stated",
    only=Only.PAPER,
)
def converted_amounts_are_equal(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each amount that is not the one beside it in another unit."""
    del catalogue
    for frame in frames(dossier):
        for found in _TOLD.finditer(frame.bones.text):
            second = frame.bones.amount(found["two"] or found["three"])
            yield from _judge(frame, found, frame.bones.amount(found["one"]), second)
        for found in _LATER.finditer(frame.bones.text) if "折" in frame.bones.text else ():
            yield from _named(frame, found)
        for found in _PER_AREA.finditer(frame.bones.text) if "每公顷" in frame.bones.text else ():
            yield from _per_area(frame, found)


def _named(frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    """Yield what is not the only amount of its name before it, told in another unit."""
    bones = frame.bones
    second = bones.amount(found["three"])
    told = [
        bones.amount(mark)
        for mark in bones.marks(0, found.start())
        if bones.lead(mark).endswith(found["what"])
    ]
    told = [
        one
        for one in told
        if one.quantity.unit.like(second.quantity.unit)
        and one.quantity.unit.symbol != second.quantity.unit.symbol
    ]
    if len(told) == 1:
        yield from _judge(frame, found, told[0], second)


def _per_area(frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    """Yield what a hectare has if it is not fifteen times what a mu has."""
    first, second = frame.bones.amount(found["mu"]), frame.bones.amount(found["ha"])
    if not first.is_like(second) or first.is_percent:
        return
    one, stated = first.quantity, second.quantity
    value, interval = one.value_in(stated.unit) * _MU, one.interval_in(stated.unit).times(_MU)
    if is_near(value, stated.value, _ROOM) and not judge_equal(stated, interval, value).is_kept:
        made = Computed(value, interval, stated.unit, f"{one} × {_MU}")
        words = {"one": f"每亩 {amount(one)}", "stated": f"每公顷 {amount(stated)}"}
        words |= {"due": f"每公顷 {result(made, max(stated.places, 0))}"}
        at = frame.operand(found.start(), found.end())
        yield Hit((at,), words, recomputed=made.equation)


def _judge(
    frame: Frame, found: re.Match[str], first: PrintedAmount, second: PrintedAmount
) -> Iterator[Hit]:
    one, stated = first.quantity, second.quantity
    other = one.unit.symbol != stated.unit.symbol and bool(one.unit.symbol)
    like = (
        one.unit.like(stated.unit) and not first.vague and (second.vague or first.is_like(second))
    )
    if not other or not like or first.is_percent or not one.value or not stated.value:
        return
    value, interval = one.value_in(stated.unit), one.interval_in(stated.unit)
    slip = any(is_near(value * k, stated.value, _ROUGH) for n in _SLIPS for k in (n, 1 / n))
    near = found["three"] or is_near(value, stated.value, _ROOM) or slip
    rough = second.vague and is_near(value, stated.value, _ROUGH)
    if near and not rough and not judge_equal(stated, interval, value).is_kept:
        made = Computed(value, interval, stated.unit, f"{one}")
        words = {
            "one": amount(one),
            "due": result(made, max(stated.places, 0)),
            "stated": amount(stated),
        }
        at = frame.operand(found.start(), found.end())
        yield Hit((at,), words, recomputed=made.equation)
