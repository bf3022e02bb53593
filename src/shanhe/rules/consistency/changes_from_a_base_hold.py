"""与上年等基数相比的增减数、增减幅度与基数和现值相符.

``与2024年的72000万元相比，增加8000万元，增长11.11%``: 8000 ÷ 72000 has to be the growth, and 80000 has to stand in the paper. That it does
not is questioned only where a number of the same thing comes near, whose difference has nearly the same digits, or where the change
the other way leads to one of its paragraph. What is named after the base (与2024年的1395亩相比，修复目标增加435亩) is of it where a number is
apart from it by the change.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.amounts_of_paper import AmountsOfPaper, ToldAmount, amounts_of, is_near
from shanhe.measures.changes_from_base import BaseChange, changes_from_base
from shanhe.measures.computed import PERCENT, Computed, percent, subtract
from shanhe.measures.frame import noun_of
from shanhe.measures.slips import is_slip
from shanhe.measures.stated import judge_stated
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount, result
from shanhe.values.quantity import Quantity, rounded
from shanhe.values.regex import regex
from shanhe.values.unit import unit

_YEAR = regex(r"20\d\d(?=年)")
_POINT = unit("百分点")
_ROOM = Fraction(10, 7)
_RATE = 3
"""Letters by which a rate is known: 执行率."""


@rule(
    id="SAME-974",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#E-26"],
    zh="“{words}”与所比的基数不符：{steps} = {due}",
    en='"{words}" does not fit the base it is compared with: {steps} = {due}',
    only=Only.PAPER,
)
def changes_from_a_base_hold(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each growth that is not change over base, and each change that leads to no number of the paper."""
    del catalogue
    paper = amounts_of(dossier)
    for one in changes_from_base(dossier):
        change = _change(one)
        if change is not None:
            apart = _apart(paper, one)
            signed = replace(change, amount=change.amount if one.up else -change.amount)
            reached = any(_makes(due, signed) for due, _ in apart)
            if reached or not one.named:
                yield from _growth(one, change)
            if not reached:
                yield from _reached(paper, one, apart, signed)


def _change(one: BaseChange) -> Quantity | None:
    """Return the change in a unit like that of its base; ``None`` for a growth alone."""
    stated, old = one.change.quantity, one.old.quantity
    if old.unit == PERCENT:
        return replace(stated, unit=PERCENT) if stated.unit == _POINT else None
    return stated if stated.unit.like(old.unit) and stated.unit != PERCENT else None


def _growth(one: BaseChange, change: Quantity) -> Iterator[Hit]:
    if one.ratio is None or not one.ratio.is_percent or not one.old.quantity.value:
        return
    due = percent(change, one.old.quantity)
    if one.old.quantity.unit != PERCENT and not judge_stated(one.ratio.quantity, due).is_kept:
        yield _hit(one, due, one.ratio.quantity)


def _apart(paper: AmountsOfPaper, one: BaseChange) -> list[tuple[Computed, ToldAmount]]:
    """Return how far each other amount of the kind is from the base."""
    return [
        (subtract(told.amount.quantity, one.old.quantity), told)
        for told in paper.like(one.old)
        if told.amount is not one.old
    ]


def _reached(
    paper: AmountsOfPaper,
    one: BaseChange,
    apart: list[tuple[Computed, ToldAmount]],
    signed: Quantity,
) -> Iterator[Hit]:
    """Yield a change that leads to no number: one of the same thing nearly is, or one the other way."""
    akin = _akin(paper, one)
    near = [due for due, told in apart if told in akin and _is_meant(due, signed)]
    near += _other_way(paper, one, apart, signed)
    if near:
        best = min(near, key=lambda due: abs(due.value - signed.value))
        yield _hit(one, best, one.change.quantity)


def _other_way(
    paper: AmountsOfPaper,
    one: BaseChange,
    apart: list[tuple[Computed, ToldAmount]],
    signed: Quantity,
) -> list[Computed]:
    """Return the differences the other way to numbers of the same paragraph that are of no earlier year."""
    if one.old.is_percent:
        return []
    line = id(one.frame.sentence.line)
    return [
        due
        for due, told in apart
        if told.place[:1] == (line,) and due.unit == signed.unit and due.value == -signed.value
        if not any(int(year) != paper.year for year in _YEAR.findall(_own_words(told.lead)))
    ]


def _own_words(lead: str) -> str:
    return re.split("[。；，]", lead)[-1]


def _makes(due: Computed, signed: Quantity) -> bool:
    """Return whether a number of the paper is apart by the change; percentages, of which there are many, exactly."""
    if signed.unit == PERCENT:
        return due.value == signed.value
    return judge_stated(signed, due).is_kept


def _akin(paper: AmountsOfPaper, one: BaseChange) -> list[ToldAmount]:
    """Return the amounts that may be the new value: of the same thing, rates by their last words."""
    clause = _clause(one)
    if one.old.is_percent:
        rate = clause[-_RATE:]
        told = paper.like(one.old) if len(rate) == _RATE else ()
        return [
            each for each in told if re.search(f"{re.escape(rate)}(?:为|达到?|是)?$", each.lead)
        ]
    own = noun_of(clause)
    return list(paper.akin(own, one.old)) if len(own) > 1 else _beside(paper, one)


def _beside(paper: AmountsOfPaper, one: BaseChange) -> list[ToldAmount]:
    """Return the amounts of the same paragraph, where nothing says what the change is of."""
    line = id(one.frame.sentence.line)
    return [told for told in paper.told if told.place[:1] == (line,)]


def _clause(one: BaseChange) -> str:
    return one.frame.bones.text[: one.start].split("。")[-1].split("；")[-1].split("，")[-1]


def _is_meant(due: Computed, stated: Quantity) -> bool:
    """Return whether what is due is the change with a slip of the pen, and near it."""
    value = due.value * due.unit.factor_to(stated.unit)
    printed = rounded(value, stated.places)
    return is_near(value, stated.value, _ROOM) and is_slip(printed, stated.amount)


def _hit(one: BaseChange, due: Computed, stated: Quantity) -> Hit:
    at = one.frame.operand(one.start, one.end)
    words = {"words": at.text, "stated": amount(stated), "steps": due.steps}
    return Hit((at,), {**words, "due": result(due, stated.places)}, recomputed=due.equation)
