"""各区域分解目标之和等于总目标.

Only what is added over regions (areas, counts, people); shares and rates are not. The parts of a
split are exact: nobody measured them, so there is no room for rounding.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.aggregate import is_added
from shanhe.measures.computed import Computed
from shanhe.measures.split import total_of
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import RegionalTarget, Target
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, amount, difference, indicator_name, places_of, result
from shanhe.values.outcome import Outcome


@rule(
    id="TARGET-101",
    severity=ERROR,
    basis=["practice#G-06", "arithmetic"],
    zh="{period}{indicator}：总目标 {whole}，{count} 个区域合计 {total}，相差 {difference}",
    en="{indicator}, {period}: the whole is {whole}, {count} regions add up to {total}, {difference}",
    causes={
        "other_version": (
            "合计数与{other}的目标一致，总目标与区域分解可能取自不同材料",
            "the total is the target of version {other}; whole and split may be of different versions",
        )
    },
)
def regions_add_up(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each split whose parts do not come to the whole."""
    for version, period, indicator, parts in dossier.splits():
        whole = dossier.target(version, period, indicator)
        known = catalogue.has_indicator(indicator)
        if whole is not None and known and is_added(catalogue.indicator(indicator)):
            yield from _judge(dossier, catalogue, whole, parts)


def _judge(
    dossier: Dossier, catalogue: Catalogue, whole: Target, parts: tuple[RegionalTarget, ...]
) -> Iterator[Hit]:
    name = indicator_name(catalogue, whole.indicator)
    at = (whole.operand("amount"), *(part.operand("amount") for part in parts))
    values = [part.quantity for part in parts]
    stated, total = whole.quantity, total_of(whole, parts)
    if stated is None or total is None:
        lacks = Both(f"{name.zh}的数值或单位", f"a value or unit of {name.en}")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
    elif total.value != stated.value:
        places = places_of([stated, *values])
        words = {
            "period": whole.period,
            "indicator": name,
            "whole": amount(stated),
            "count": len(parts),
            "total": result(total, places),
            "difference": difference(total, stated, places),
        }
        other = _same_elsewhere(dossier, whole, total)
        words["other"] = other.version if other else ""
        yield Hit(at, words, recomputed=total.equation, cause="other_version" if other else "")


def _same_elsewhere(dossier: Dossier, whole: Target, total: Computed) -> Target | None:
    """Return the target of another version that equals the total: a likely cause."""
    for other in dossier.targets:
        same = (other.indicator, other.period) == (whole.indicator, whole.period)
        if same and other.version != whole.version and other.quantity is not None:
            like = other.quantity.unit.like(total.unit)
            if like and other.quantity.value_in(total.unit) == total.value:
                return other
    return None
