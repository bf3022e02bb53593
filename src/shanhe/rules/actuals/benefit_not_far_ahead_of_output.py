"""效益指标完成率不明显高于产出完成率.

Benefits follow from the area restored, so a benefit reached much further than the area needs a
source. Completions are compared as printed; how many points apart is a dated setting. Promises
(years of after-care) are left to ACTUAL-408.
"""

from collections.abc import Iterator
from decimal import Decimal

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.attainment import Attainment, attainment, attainments
from shanhe.measures.programme_kind import is_whole
from shanhe.measures.year_end import year_end
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import Both, indicator_name, result
from shanhe.values.outcome import Outcome
from shanhe.values.quantity import rounded

_AREA = "restore_area"


@rule(
    id="ACTUAL-410",
    severity=WARN,
    basis=["practice#I-R4", "practice#E-28"],
    zh="{benefit}完成率 {high}，比{output}完成率 {low} 高 {gap} 个百分点，超过 {limit} 个百分点",
    en="{benefit} is {high} complete, {output} {low}: {gap} points apart, more than {limit}",
)
def benefit_not_far_ahead_of_output(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each benefit far ahead of the area restored."""
    limit = catalogue.law.number("benefit_ahead_points", year_end(dossier))
    area = attainment(dossier, catalogue, _AREA) if is_whole(dossier, _AREA) else None
    ahead = [one for one in attainments(dossier, catalogue) if _is_measured_benefit(one)]
    if area is None or area.completion.computed is None:
        if ahead and area is not None:
            name = indicator_name(catalogue, _AREA)
            lacks = Both(f"{name.zh}的完成值", f"the actual of {name.en}")
            yield Hit((area.target.operand("amount"),), {"lacks": lacks}, Outcome.UNDECIDED)
        return
    for one in ahead:
        yield from _compare(catalogue, one, area, limit)


def _compare(
    catalogue: Catalogue, one: Attainment, area: Attainment, limit: Decimal
) -> Iterator[Hit]:
    high, low = one.completion.computed, area.completion.computed
    if high is None or low is None or high.value - low.value <= limit:
        return
    words = {
        "benefit": indicator_name(catalogue, one.target.indicator),
        "output": indicator_name(catalogue, area.target.indicator),
        "high": result(high, 2),
        "low": result(low, 2),
        "gap": f"{rounded(high.value - low.value, 2):f}",
        "limit": limit,
    }
    steps = f"{high.equation}；{low.equation}"
    yield Hit((*one.operands, *area.operands), words, recomputed=steps)


def _is_measured_benefit(one: Attainment) -> bool:
    known = one.indicator
    is_benefit = known is not None and known.level1 == "效益指标" and not known.is_commitment
    return is_benefit and one.completion.computed is not None
