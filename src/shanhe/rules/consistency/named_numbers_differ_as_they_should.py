"""送审、核减与审定，计划、顺延与调整后工期，可用、支出与结余等三数相符.

``核减工程款20万元，审定金额4980万元，送审金额5000万元``: 5000 − 20 is 4980. The three are known by their names, in any order, see
``measures/named_differences.py``.
"""

from collections.abc import Iterator
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.frame import prose_frames
from shanhe.measures.named_differences import named_differences
from shanhe.measures.stated import judge_stated
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount, result

_LEAST = 3
_ROOM = Fraction(12)


@rule(
    id="SAME-990",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#E-05"],
    zh="{steps} = {computed}，所写为 {stated}",
    en="{steps} is {computed}; {stated} is stated",
    only=Only.PAPER,
)
def named_numbers_differ_as_they_should(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each remainder that is not the whole less what goes off it."""
    del catalogue
    for frame in prose_frames(dossier):
        if len(frame.bones.amounts) < _LEAST:
            continue
        for one in named_differences(frame):
            stated, made = one.rest.quantity, one.made
            due = made.value * made.unit.factor_to(stated.unit)
            if judge_stated(stated, made).is_kept or not is_near(due, stated.value, _ROOM):
                continue
            words = {"steps": made.steps, "computed": result(made, max(stated.places, 0))}
            words |= {"stated": amount(stated)}
            yield Hit((frame.operand(one.start, one.end),), words, recomputed=made.equation)
