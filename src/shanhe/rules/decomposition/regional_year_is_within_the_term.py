"""区域的年度目标不超过其实施期目标.

For what accumulates over the years (areas, counts, people). Equality is right: a region may do all
of its work in one year. Several years listed for one region are added before they are compared.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import Computed, add
from shanhe.measures.goal_table import accumulates
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import RegionalTarget
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, amount, difference, indicator_name, places_of, result
from shanhe.values.outcome import Outcome
from shanhe.values.unit import UnlikeUnits


@rule(
    id="TARGET-105",
    severity=ERROR,
    basis=["practice#G-08", "arithmetic#part_of_whole"],
    zh="{region}{indicator}：年度目标 {total}，超过该区域实施期目标 {whole}，超出 {over}",
    en="{indicator}, {region}: the years' target, {total}, exceeds that of the term, {whole}, by {over}",
)
def regional_year_is_within_the_term(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each region whose years come to more than its term."""
    years: dict[tuple[str, str, str], list[RegionalTarget]] = {}
    for part in dossier.regional_targets:
        if not part.period.is_term:
            years.setdefault(_split(part), []).append(part)
    for term in dossier.regional_targets if years else ():
        known = term.period.is_term and catalogue.has_indicator(term.indicator)
        if known and _split(term) in years and accumulates(catalogue.indicator(term.indicator)):
            yield from _judge(catalogue, term, years[_split(term)])


def _split(part: RegionalTarget) -> tuple[str, str, str]:
    return part.version, part.region, part.indicator


def _judge(
    catalogue: Catalogue, term: RegionalTarget, years: list[RegionalTarget]
) -> Iterator[Hit]:
    name = indicator_name(catalogue, term.indicator)
    at = (term.operand("amount"), *(year.operand("amount") for year in years))
    whole, total = term.quantity, _total(years)
    if whole is None or total is None or not total.unit.like(whole.unit):
        zh = f"{term.region}{name.zh}的数值或单位"
        lacks = Both(zh, f"a value or unit of {name.en}, {term.region}")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
    elif total.value > whole.value_in(total.unit):
        places = places_of([whole, *(year.quantity for year in years)])
        words = {
            "region": term.region,
            "indicator": name,
            "total": result(total, places),
            "whole": amount(whole),
            "over": difference(total, whole, places),
        }
        yield Hit(at, words, recomputed=total.equation)


def _total(years: list[RegionalTarget]) -> Computed | None:
    known = [year.quantity for year in years if year.quantity is not None]
    try:
        return add(known) if len(known) == len(years) else None
    except UnlikeUnits:
        return None
