"""已完成的与未完成的件数之和等于总数.

``发现问题18个，已整改16个，正在整改2个``: 16 + 2 is 18. It stands if any count of the same before it in its sentence is both together, and is
questioned against the nearest one only where that comes near; see ``measures/done_and_left.py``.
"""

from collections.abc import Iterator
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.done_and_left import done_and_left
from shanhe.measures.frame import prose_frames
from shanhe.measures.stated import judge_stated
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount, result

_ROOM = Fraction(2)
_LEAST = 3


@rule(
    id="SAME-991",
    severity=ERROR,
    basis=["arithmetic#sum", "practice#R-07"],
    zh="已完成与未完成合计 {computed}（{steps}），总数为 {whole}",
    en="done and not done make {computed} ({steps}), the whole is {whole}",
    only=Only.PAPER,
)
def done_and_left_make_the_whole(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each whole that what is done and what is left do not make."""
    del catalogue
    for frame in prose_frames(dossier):
        if len(frame.bones.amounts) < _LEAST:
            continue
        for one in done_and_left(frame):
            if any(judge_stated(each.quantity, one.made).is_kept for each in one.wholes):
                continue
            whole = one.wholes[0].quantity
            if is_near(one.made.value, whole.value, _ROOM):
                words = {"computed": result(one.made, 0), "steps": one.made.steps}
                words |= {"whole": amount(whole)}
                yield Hit((frame.operand(one.start, one.end),), words, recomputed=one.made.equation)
