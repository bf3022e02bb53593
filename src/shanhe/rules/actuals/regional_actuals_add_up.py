"""各区域完成值之和等于全项目完成值.

Only what is added over regions. Areas were measured and printed, so the sum has the room that
rounding leaves; a zero stands for nothing done, and for itself. While some regions have no row, those that have may not exceed the whole.
"""

from collections.abc import Iterator
from dataclasses import replace

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.aggregate import is_added
from shanhe.measures.attainment import actuals_of_year, known_indicator
from shanhe.measures.computed import Computed, add
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.progress import Actual
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, amount, difference, indicator_name, places_of, result
from shanhe.values.outcome import Outcome, judge_bound, judge_equal
from shanhe.values.quantity import Quantity, Sign
from shanhe.values.unit import UnlikeUnits


@rule(
    id="ACTUAL-420",
    severity=ERROR,
    basis=["arithmetic#sum", "arithmetic#part_of_whole"],
    zh="{indicator}：全项目完成值 {whole}，{count} 个区域完成值合计 {total}，相差 {difference}",
    en="{indicator}: {whole} is stated, {count} regions add up to {total}, {difference}",
)
def regional_actuals_add_up(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each indicator whose regional actuals do not come to the whole."""
    regional = [actual for actual in actuals_of_year(dossier) if actual.region]
    for name in dict.fromkeys(actual.indicator for actual in regional):
        indicator, whole = known_indicator(catalogue, name), dossier.actual(name)
        if indicator is not None and whole is not None and is_added(indicator):
            regions = dict.fromkeys(row.region for row in regional if row.indicator == name)
            parts = [part for region in regions if (part := dossier.actual(name, region))]
            complete = set(dossier.regions) <= set(regions)
            yield from _judge(catalogue, whole, parts, complete=complete)


def _judge(
    catalogue: Catalogue, whole: Actual, parts: list[Actual], *, complete: bool
) -> Iterator[Hit]:
    stated, values = whole.quantity, [part.quantity for part in parts]
    known = [value for value in values if value is not None]
    at = (whole.operand("amount"), *(part.operand("amount") for part in parts))
    name = indicator_name(catalogue, whole.indicator)
    if stated is None or len(known) != len(values):
        lacks = Both(f"{name.zh}的完成值或单位", f"an actual or unit of {name.en}")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
        return
    total = _total(stated, known)
    if total is not None and not _fits(stated, total, complete=complete):
        places = places_of([stated, *known])
        words = {
            "indicator": name,
            "whole": amount(stated),
            "count": len(parts),
            "total": result(total, places),
            "difference": difference(total, stated, places),
        }
        yield Hit(at, words, recomputed=total.equation)


def _total(stated: Quantity, known: list[Quantity]) -> Computed | None:
    try:
        return add(
            [replace(part, exact=part.exact or not part.amount) for part in known], stated.unit
        )
    except UnlikeUnits:
        return None


def _fits(stated: Quantity, total: Computed, *, complete: bool) -> bool:
    if complete:
        return judge_equal(stated, total.interval, total.value).is_kept
    return judge_bound(total.interval, total.value, stated, Sign.AT_MOST) is not Outcome.FAILS
