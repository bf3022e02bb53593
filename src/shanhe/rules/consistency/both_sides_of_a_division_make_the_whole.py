"""两种相反情形的件数之和等于总数.

``12项指标中11项完成，1项未达标``: 11 + 1 is 12; so are 正常 and 异常, 满分 and 扣分, 退回 and 支付. See ``measures/opposite_states.py`` for which
numbers belong together; what is told as 已… and 未… before its numbers is seen by another rule.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.frame import prose_frames
from shanhe.measures.opposite_states import opposite_states
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount, result

_LEAST = 3


@rule(
    id="SAME-1021",
    severity=ERROR,
    basis=["arithmetic#sum", "practice#R-07"],
    zh="“{words}”：{steps} = {made}，总数写为 {whole}",
    en='"{words}": {steps} is {made}; {whole} is stated for all',
    only=Only.PAPER,
)
def both_sides_of_a_division_make_the_whole(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each number of things that is not that of both sides together."""
    del catalogue
    for frame in prose_frames(dossier):
        for one in opposite_states(frame) if len(frame.bones.amounts) >= _LEAST else ():
            at = frame.operand(one.start, one.end)
            words = {"words": at.text, "steps": one.made.steps, "made": result(one.made, 0)}
            words |= {"whole": amount(one.whole.quantity)}
            yield Hit((at,), words, recomputed=one.made.equation)
