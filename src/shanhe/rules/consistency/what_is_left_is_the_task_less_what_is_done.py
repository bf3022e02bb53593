"""尚需完成的数量等于总任务减去累计完成.

``累计治理2423.32公顷，后续还需治理1076.68公顷``: it stands if any number of that kind in the paper is both together, or any two of them
are apart by it. It is questioned only where what is done in all is told before it in its sentence, and a task of the same thing comes near.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.amounts_of_paper import (
    AmountsOfPaper,
    ToldAmount,
    amounts_of,
    is_near,
    noun_at,
)
from shanhe.measures.computed import Computed, subtract
from shanhe.measures.frame import AMOUNT, Frame, are_akin
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.slips import is_slip, is_turned
from shanhe.measures.stated import judge_stated
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount, result
from shanhe.values.quantity import rounded
from shanhe.values.regex import regex

_WORDS = r"[^，。；：、\ue000-\uf8ff]"
_LEFT = regex(
    rf"(?:(?:后续|今后|下一?年|20\d\d年)?(?:还|尚|仍)[需须待应剩差要]|后续[需须待应]|(?:还|尚|仍)有|剩余的?|余下的?|其余的?){_WORDS}{{0,8}}?(?P<gap>{AMOUNT})"
    rf"(?!的)(?P<tail>{_WORDS}{{0,12}})"
)
_DONE = regex("累计|总共|已完成|共完成|已治理|已修复")
_NO_TASK = regex("少|多|超|差|未|剩|余|增|减|比|较|每|均")
_ROOM = Fraction(5, 4)


@rule(
    id="SAME-961",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#E-05"],
    zh="“{words}”与总任务、累计完成数不符：{steps} = {due}",
    en='"{words}" is not the task less what is done: {steps} = {due}',
    only=Only.PAPER,
)
def what_is_left_is_the_task_less_what_is_done(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each rest that the task and what is done in all do not make."""
    del catalogue
    paper = amounts_of(dossier)
    for frame in paper.frames:
        for found in _LEFT.finditer(frame.bones.text) if _DONE.search(frame.bones.text) else ():
            yield from _judge(paper, frame, found)


def _judge(paper: AmountsOfPaper, frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    bones, gap = frame.bones, frame.bones.amount(found["gap"])
    done = [
        mark
        for mark in bones.marks(0, found.start())
        if bones.amount(mark).is_like(gap) and _DONE.search(bones.lead(mark))
    ]
    if gap.vague or gap.is_percent or not done or not gap.quantity.value:
        return
    own, noun = bones.amount(done[-1]), noun_at(frame, done[-1])
    told = [one for one in paper.like(gap) if one.amount is not gap]
    akin = [one for one in told if not noun or _is_of(noun, one, gap)]
    apart = akin if gap.quantity.unit.is_count else told
    if any(_makes(gap, one.amount, own) for one in told) or _is_apart(gap, apart):
        return
    tasks = [one for one in akin if _is_task(one, own)]
    due = [subtract(one.amount.quantity, own.quantity) for one in tasks]
    near = [one for one in due if _is_meant(_in_unit(one, gap), gap)]
    if near:
        best = min(near, key=lambda one: abs(_in_unit(one, gap) - gap.quantity.value))
        at = frame.operand(found.start(), found.start("tail"))
        words = {"words": at.text, "stated": amount(gap.quantity), "steps": best.steps}
        words |= {"due": result(best, gap.quantity.places)}
        yield Hit((at,), words, recomputed=best.equation)


def _is_of(noun: str, one: ToldAmount, gap: PrintedAmount) -> bool:
    """Return whether an amount may be of the same thing; counts by their last word, 治理图斑 and 修复图斑."""
    counted = gap.quantity.unit.is_count and len(noun) > 1 and one.noun.endswith(noun[-2:])
    return counted or are_akin(noun, one.noun)


def _makes(gap: PrintedAmount, one: PrintedAmount, other: PrintedAmount) -> bool:
    return judge_stated(gap.quantity, subtract(one.quantity, other.quantity)).is_kept


def _is_apart(gap: PrintedAmount, told: list[ToldAmount]) -> bool:
    """Return whether any two amounts of the paper are apart by what is left: it may be of others."""
    values = {one.amount.quantity.value_in(gap.quantity.unit) for one in told}
    return any(value + gap.quantity.value in values for value in values)


def _is_task(one: ToldAmount, done: PrintedAmount) -> bool:
    more = one.amount.quantity.value_in(done.quantity.unit) > done.quantity.value
    return more and not _NO_TASK.search(re.split(f"[，。；：]|{AMOUNT}", one.lead)[-1])


def _is_meant(due: Fraction, gap: PrintedAmount) -> bool:
    """Return whether what is stated is a slip of what is due, or near it; money may be saved, so that only its digits tell."""
    stated, printed = gap.quantity, rounded(due, gap.quantity.places)
    if gap.is_money:
        return is_turned(printed, stated.amount)
    return is_slip(printed, stated.amount) or is_near(due, stated.value, _ROOM)


def _in_unit(one: Computed, gap: PrintedAmount) -> Fraction:
    return one.value * one.unit.factor_to(gap.quantity.unit)
