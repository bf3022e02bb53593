"""依次列出的完成率、执行率与两处同名列举之商相符.

``其中中央6000万元、省级2000万元、县级1000万元；支付8700万元，其中中央5900万元、省级1900万元、县级900万元，执行率分别为98.33%、95%和90%``. Both
lists have the same names; some of the rates have to be theirs, so that the lists are known to be those meant.
Sums of one time after the other (3月末…，6月末…，9月末…) are of one base, which is a sum of the paper that makes all rates but one.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.zipped_rates import of_one_base, zipped_rates
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import result


@rule(
    id="SAME-993",
    severity=ERROR,
    basis=["arithmetic#ratio", "practice#E-12"],
    zh="{name}的比率写为 {stated}，按 {steps} 复算为 {computed}",
    en="the rate of {name} is stated as {stated}; {steps} is {computed}",
    only=Only.PAPER,
)
def rates_in_turn_hold(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each rate of a list that is not its amount over the one of the same name."""
    del catalogue
    for one in (*zipped_rates(dossier), *of_one_base(dossier)):
        words = {"name": one.name, "stated": str(one.rate.quantity), "steps": one.made.steps}
        words |= {"computed": result(one.made, max(one.rate.quantity.places, 2))}
        yield Hit((one.frame.operand(one.start, one.end),), words, recomputed=one.made.equation)
