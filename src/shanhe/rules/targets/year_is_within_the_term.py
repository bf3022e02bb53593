"""年度目标不超过实施期目标.

For what accumulates over the years (areas, counts, people). Several years of one version are added
first. Rates and states may rise and fall, so a year may ask for more of them than the term; so is what the
last year asks for just as much of as the term: 36, 42 and 48 are levels on the way to 48.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import Computed, add
from shanhe.measures.goal_table import accumulates
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import Target
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, amount, difference, indicator_name, places_of, result
from shanhe.values.outcome import Outcome, judge_bound
from shanhe.values.quantity import Quantity, Sign
from shanhe.values.unit import UnlikeUnits


@rule(
    id="TARGET-106",
    severity=ERROR,
    basis=["practice#G-08", "arithmetic#part_of_whole"],
    zh="{version}的绩效目标中{indicator}：年度目标 {total}，超过实施期目标 {whole}，超出 {over}",
    en="{indicator}, version {version}: the years' target, {total}, exceeds the term's, {whole}, by {over}",
)
def year_is_within_the_term(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each target whose years come to more than the term."""
    years: dict[tuple[str, str], list[Target]] = {}
    for target in dossier.targets:
        if not target.period.is_term:
            years.setdefault((target.version, target.indicator), []).append(target)
    for term in dossier.targets if years else ():
        of_term = years.get((term.version, term.indicator), []) if term.period.is_term else []
        known = of_term and catalogue.has_indicator(term.indicator)
        if known and accumulates(catalogue.indicator(term.indicator)):
            yield from _judge(catalogue, term, of_term)


def _judge(catalogue: Catalogue, term: Target, years: list[Target]) -> Iterator[Hit]:
    name = indicator_name(catalogue, term.indicator)
    at = (term.operand("amount"), *(year.operand("amount") for year in years))
    whole, total = term.quantity, _total(term.quantity, years)
    if whole is None or total is None:
        lacks = Both(f"{name.zh}的数值或单位", f"a value or unit of {name.en}")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
    elif not (
        judge_bound(total.interval, total.value, whole, Sign.AT_MOST).is_kept
        or _are_levels(whole, years)
    ):
        places = places_of([whole, *(year.quantity for year in years)])
        words = {
            "version": term.version,
            "indicator": name,
            "total": result(total, places),
            "whole": amount(whole),
            "over": difference(total, whole, places),
        }
        yield Hit(at, words, recomputed=total.equation)


def _are_levels(whole: Quantity, years: list[Target]) -> bool:
    """Return whether the years rise to what the term asks for."""
    ordered = sorted(years, key=lambda year: year.period.key)
    values = [year.quantity.value_in(whole.unit) for year in ordered if year.quantity]
    return len(values) > 1 and values == sorted(values) and values[-1] == whole.value


def _total(whole: Quantity | None, years: list[Target]) -> Computed | None:
    known = [year.quantity for year in years if year.quantity is not None]
    if whole is None or len(known) != len(years):
        return None
    try:
        return add(known, whole.unit)
    except UnlikeUnits:
        return None
