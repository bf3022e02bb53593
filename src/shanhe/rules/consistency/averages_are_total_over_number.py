"""平均数（每条、户均、每亩补助等）与同句所列总数、件数相符.

A mean stands if any total and number of the sentence make it. It is questioned only where one total and
one number stand beside it; where words such as 补助 narrow what is shared out, only if they come near.
"""

from collections.abc import Iterator
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.averages import Average, averages
from shanhe.measures.frame import frames
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import result
from shanhe.values.outcome import judge_equal

_WIDE, _NARROW = Fraction(12), Fraction(3, 2)


@rule(
    id="SAME-931",
    severity=ERROR,
    basis=["arithmetic#ratio", "practice#E-23"],
    zh="“{words}”与同句数字不符：{steps} = {computed}",
    en='"{words}": {steps} is {computed}',
    only=Only.PAPER,
)
def averages_are_total_over_number(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each mean that the total and the number beside it do not make."""
    del catalogue
    for frame in frames(dossier):
        for one in averages(frame) if len(frame.bones.amounts) > 2 else ():
            yield from _judge(one)


def _judge(one: Average) -> Iterator[Hit]:
    stated = one.mean.quantity
    if any(judge_equal(stated, made.interval, made.value).is_kept for made in one.made):
        return
    room = _WIDE if one.plain else _NARROW
    if len(one.made) == 1 and is_near(one.made[0].value, stated.value, room):
        made = one.made[0]
        words = {
            "words": one.frame.operand(one.start, one.end).text,
            "steps": made.steps,
            "computed": result(made, max(stated.places, 2)),
        }
        at = one.frame.operand(0, len(one.frame.bones.text))
        yield Hit((at,), words, recomputed=made.equation)
