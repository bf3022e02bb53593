"""同一句中写明的总数、部分与比率相符.

``目标≥95%，实际98%，完成率130.16%``: 98 ÷ 95 is 103.16 %. The three are known by their names, see ``measures/named_quotients.py``, so that a
rate is questioned however far it is off. Limits and costs, of which less is better, are left.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.frame import prose_frames
from shanhe.measures.named_quotients import named_quotients
from shanhe.measures.stated import judge_stated
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import result

_LEAST = 3


@rule(
    id="SAME-994",
    severity=ERROR,
    basis=["arithmetic#ratio", "practice#R-05"],
    zh="{steps} = {computed}，所写比率为 {stated}",
    en="{steps} is {computed}; the rate is stated as {stated}",
    only=Only.PAPER,
)
def named_rates_hold(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each rate that is not its part over its whole."""
    del catalogue
    for frame in prose_frames(dossier):
        if len(frame.bones.amounts) < _LEAST:
            continue
        for one in named_quotients(frame):
            if not judge_stated(one.rate.quantity, one.made).is_kept:
                places = max(one.rate.quantity.places, 2)
                words = {"steps": one.made.steps, "computed": result(one.made, places)}
                words |= {"stated": str(one.rate.quantity)}
                at = (frame.operand(one.start, one.end),)
                yield Hit(at, words, recomputed=one.made.equation)
