"""与前文已写明的数相比，增减方向、差额和幅度与两数相符.

``上半年支出2586.6万元；下半年支出3161.4万元，比上半年多574.8万元，增长22.22%``: the base is only named, and told before it in the paragraph. Nothing is
said unless two numbers of the paragraph are apart by what is told the other way or with a slip of the pen, or the percentage is the one of the new number.
"""

from collections.abc import Iterator
from dataclasses import replace

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.amounts_of_paper import AmountsOfPaper, amounts_of
from shanhe.measures.computed import Computed, percent, subtract
from shanhe.measures.frame import prose_frames, with_earlier
from shanhe.measures.named_bases import NamedBase, named_bases
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.slips import is_slip
from shanhe.measures.stated import judge_stated
from shanhe.measures.told_changes import told_changes
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import result
from shanhe.values.quantity import Quantity, rounded

_POINT = "百分点"


@rule(
    id="SAME-959",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#E-26"],
    zh="“{words}”与所比的数不符：{steps} = {due}",
    en='"{words}" does not fit the number it is compared with: {steps} = {due}',
    only=Only.PAPER,
)
def comparisons_with_a_named_base_hold(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each difference the other way, and each growth that is one of the new number."""
    del catalogue
    paper = amounts_of(dossier)
    known = {(id(frame.sentence), found["change"]) for frame, found in told_changes(dossier)}
    for frame, earlier in with_earlier(prose_frames(dossier)):
        for one in named_bases(frame, earlier):
            mark = frame.bones.text[frame.bones.place_of(one.by)]
            if (id(frame.sentence), mark) not in known:
                yield from _judge(paper, one)


def _judge(paper: AmountsOfPaper, one: NamedBase) -> Iterator[Hit]:
    if one.by.is_percent:
        yield from _alone(paper, one)
    elif one.by.quantity.unit.symbol != _POINT:
        yield from _apart(one)
        if one.ratio is not None:
            yield from _grown(one, one.ratio)


def _apart(one: NamedBase) -> Iterator[Hit]:
    """Yield a difference that two numbers have the other way, or but for a slip of the pen, and none has."""
    stated = one.by.quantity
    signed = replace(stated, amount=stated.amount if one.more else -stated.amount)
    turned = replace(signed, amount=-signed.amount)
    pairs = [
        subtract(subject.quantity, base.quantity)
        for subject in one.subjects
        for base in one.bases
        if subject is not base and subject.is_like(base) and base.is_like(one.by)
    ]
    if any(judge_stated(signed, due).is_kept for due in pairs):
        return
    for due in pairs:
        own = rounded(due.value * due.unit.factor_to(stated.unit), stated.places)
        if judge_stated(turned, due).is_kept or is_slip(own, signed.amount):
            yield _hit(one, due, stated)
            return


def _grown(one: NamedBase, ratio: PrintedAmount) -> Iterator[Hit]:
    """Yield a percentage beside a difference that is not of the base, but of what came of it."""
    bases = [base for base in one.bases if base.is_like(one.by) and base.quantity.value]
    made = [percent(one.by.quantity, base.quantity) for base in bases]
    if any(judge_stated(ratio.quantity, due).is_kept for due in made):
        return
    wrong = [
        percent(one.by.quantity, other.quantity)
        for other in one.subjects
        if other.is_like(one.by) and other.quantity.value and other not in bases
    ]
    if made and any(judge_stated(ratio.quantity, due).is_kept for due in wrong):
        yield _hit(one, made[-1], ratio.quantity)


def _alone(paper: AmountsOfPaper, one: NamedBase) -> Iterator[Hit]:
    """Yield a growth told alone that no number of the paper makes, but one that is named does of the new number."""
    if not one.subjects or one.ratio is not None:
        return
    new, stated = one.subjects[-1], one.by.quantity
    every = [
        told.amount
        for told in paper.like(new)
        if told.amount.quantity.value and told.amount is not new
    ]
    if any(_is_growth(stated, new, base, base, one.more) for base in every):
        return
    for base in (each for each in one.about if each.is_like(new) and each.quantity.value):
        of_new = _is_growth(stated, new, base, new, one.more)
        if of_new or _is_growth(stated, new, base, base, not one.more):
            yield _hit(one, _growth(new, base, base), stated)
            return


def _is_growth(
    stated: Quantity, new: PrintedAmount, base: PrintedAmount, of: PrintedAmount, more: bool
) -> bool:
    """Return whether a percentage is what a number has grown by, or fallen, in terms of one of both."""
    due = _growth(new, base, of)
    signed = replace(stated, amount=stated.amount if more else -stated.amount)
    return bool(due.value) and judge_stated(signed, due).is_kept


def _growth(new: PrintedAmount, base: PrintedAmount, of: PrintedAmount) -> Computed:
    apart = subtract(new.quantity, base.quantity)
    places = max(new.quantity.places, base.quantity.places)
    return percent(Quantity(rounded(apart.value, places), apart.unit), of.quantity)


def _hit(one: NamedBase, due: Computed, stated: Quantity) -> Hit:
    at = one.frame.operand(one.start, one.end)
    words = {"words": at.text, "steps": due.steps, "due": result(due, stated.places)}
    return Hit((at,), words, recomputed=due.equation)
