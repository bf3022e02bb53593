"""定性目标的完成结论与产出完成情况相符.

A goal in words declared met (是) while the main outputs are far below their targets has no ground
in numbers. The main outputs are those that may not fall when targets change (area, mines, hazards).
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.attainment import Attainment, attainments
from shanhe.measures.computed import Computed
from shanhe.measures.year_end import year_end
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import Both, indicator_name, listed, result
from shanhe.values.outcome import Outcome


@rule(
    id="ACTUAL-415",
    severity=WARN,
    basis=["practice#R-08", "practice#E-27"],
    zh="定性目标“{claim}”填报为已完成，而主要产出完成率低于 {limit}%：{outputs}",
    en="the goal {claim} is declared met, though main outputs are below {limit} %: {outputs}",
)
def qualitative_goal_agrees_with_outputs(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once if a goal in words is declared met against the outputs."""
    overview = dossier.overview
    if overview is None or overview.quality_met != "是":
        return
    limit = catalogue.law.number("conclusion_low", year_end(dossier))
    main = [one for one in attainments(dossier, catalogue) if _is_main(one)]
    rated = [(one, rate) for one in main if (rate := one.completion.computed) is not None]
    low = [(one, rate) for one, rate in rated if rate.value < limit]
    at = (overview.operand("quality_claim"), overview.operand("quality_met"))
    if not rated:
        lacks = Both("主要产出指标的完成值", "actuals of the main outputs")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
    elif low:
        words = {
            "claim": overview.quality_claim or Both("未写明", "(not named)"),
            "limit": limit,
            "outputs": listed(_told(catalogue, one, rate) for one, rate in low),
        }
        operands = (operand for one, _ in low for operand in one.operands)
        steps = "；".join(rate.equation for _, rate in low)
        yield Hit((*at, *operands), words, recomputed=steps)


def _told(catalogue: Catalogue, one: Attainment, rate: Computed) -> Both:
    name = indicator_name(catalogue, one.target.indicator)
    return Both(f"{name.zh} {result(rate, 2)}", f"{name.en} {result(rate, 2)}")


def _is_main(one: Attainment) -> bool:
    return one.indicator is not None and one.indicator.protected
