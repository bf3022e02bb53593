"""承诺性指标在完工之前不计为已实现.

Years of after-care or of stable function are promised by the design and begin with acceptance. An
actual filled in while no subproject is finished repeats the promise. Which indicators are
promises is said by the catalogue, or by the column 数据性质.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.attainment import known_indicator
from shanhe.measures.tally import finishes
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.progress import Actual
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import Both, indicator_name
from shanhe.values.outcome import Outcome


@rule(
    id="ACTUAL-408",
    severity=WARN,
    basis=["practice#E-29", "practice#E-27"],
    zh="{indicator}为承诺性指标，填报完成值 {stated}，而 {total} 个子项目均未完工，尚不能计为已实现",
    en="{indicator} is a promise; {stated} is stated although none of {total} subprojects is finished",
    asks=Only.DATA,
)
def commitments_are_not_achieved_before_completion(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each promise stated as an actual before anything is finished."""
    tally = finishes(dossier)
    nothing = not any(row.is_finished for row in dossier.subprojects)
    for actual in _promises(dossier, catalogue):
        stated = dossier.stated_actuals(actual.indicator)
        at = tuple(one.operand("amount") for one in stated if one.amount is not None)
        if tally is None:
            lacks = Both("子项目的完工情况", "the state of the subprojects")
            yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
        elif nothing:
            words = {
                "indicator": indicator_name(catalogue, actual.indicator),
                "stated": str(actual.quantity),
                "total": tally.total,
            }
            rows = (row.operand("state") for row in dossier.subprojects)
            yield Hit((*at, *rows), words)


def _promises(dossier: Dossier, catalogue: Catalogue) -> Iterator[Actual]:
    """Yield the actual of each commitment that is stated as reached."""
    stated = [actual for actual in dossier.actuals if actual.period == dossier.year]
    for name in dict.fromkeys(actual.indicator for actual in stated):
        indicator, actual = known_indicator(catalogue, name), dossier.actual(name)
        is_commitment = indicator is not None and indicator.is_commitment
        reached = actual is not None and actual.quantity is not None and actual.quantity.value > 0
        if actual is not None and reached and (is_commitment or actual.status == "承诺"):
            yield actual
