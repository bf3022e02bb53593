"""按固定句式写出的比率、平均数、剩余量与句中数字相符.

``任务1200亩，实际完成1260亩，超额5%``, ``同比增长20%，达到6000万元，上年为5000万元``, ``总体目标2000公顷，累计完成80%，剩余400公顷``. See
``measures/rates_in_phrases.py`` for the phrases; rounding of the printed digits is left open, and so is a number that is far from what is made.
"""

from collections.abc import Iterator
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.frame import prose_frames
from shanhe.measures.means_in_turn import means_in_turn
from shanhe.measures.old_and_new_in_turn import old_and_new_in_turn
from shanhe.measures.rates_in_phrases import rates_in_phrases
from shanhe.measures.stated import judge_stated
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount, result

_MEASURES = (rates_in_phrases, means_in_turn, old_and_new_in_turn)
_ROOM = Fraction(4)
_LEAST, _PLACES = 2, 2


@rule(
    id="SAME-1025",
    severity=ERROR,
    basis=["arithmetic#ratio", "practice#E-12"],
    zh="“{words}”：{steps} = {computed}，所写为 {stated}",
    en='"{words}": {steps} is {computed}; {stated} is stated',
    only=Only.PAPER,
)
def rates_in_phrases_hold(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each number that its phrase makes another one."""
    del catalogue
    for frame in prose_frames(dossier):
        measures = _MEASURES if len(frame.bones.amounts) >= _LEAST else ()
        for one in (one for measure in measures for one in measure(frame)):
            stated, made = one.stated.quantity, one.made
            off = not judge_stated(stated, made).is_kept
            if off and is_near(made.value * made.unit.factor_to(stated.unit), stated.value, _ROOM):
                at = frame.operand(one.start, one.end)
                words = {"words": at.text, "steps": made.steps, "stated": amount(stated)}
                words |= {"computed": result(made, max(stated.places, _PLACES))}
                yield Hit((at,), words, recomputed=made.equation)
