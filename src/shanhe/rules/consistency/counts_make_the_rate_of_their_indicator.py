"""文字所列合格数、满意数等与指标完成值（合格率、满意度等）相符.

The remarks of a form tell the counts, a row of it the rate. Counts belong to a rate that alone bears their
word (合格, 满意, 落实) and is of the same thing; where several counts may be meant, nothing is said.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.attainment import actuals_of_year
from shanhe.measures.counted_rates import CountedRate, counted_rates, stem_of
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.progress import Actual
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import indicator_name, result
from shanhe.values.outcome import judge_equal
from shanhe.values.quantity import Quantity, Sign


@rule(
    id="SAME-932",
    severity=ERROR,
    basis=["arithmetic#ratio", "practice#S-04", "practice#E-12"],
    zh="{indicator}的完成值为 {stated}，文中所列数 {steps} = {computed}",
    en="{indicator} is stated as {stated}; the counts told make {steps} = {computed}",
    only=Only.PAPER,
)
def counts_make_the_rate_of_their_indicator(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each rate that the only counts told of it do not make."""
    rates: dict[str, list[Actual]] = {}
    for one in actuals_of_year(dossier):
        if one.quantity is not None and one.quantity.unit.symbol == "%" and not one.region:
            rates.setdefault(one.indicator, []).append(one)
    names = {key: indicator_name(catalogue, key) for key in rates}
    stems = [stem_of(name.zh) for name in names.values()]
    for key, stated in rates.items():
        stem = stem_of(names[key].zh)
        told = _told(dossier, catalogue, key, names[key].zh) if stem else []
        if stems.count(stem) == 1 and len(told) == 1 and not _stands(told[0], stated):
            made, amount = told[0], stated[0].quantity
            words = {
                "indicator": names[key],
                "stated": str(amount),
                "steps": made.rate.steps,
                "computed": result(made.rate, 2),
            }
            at = (stated[0].operand("amount"), made.frame.operand(made.start, made.end))
            yield Hit(at, words, recomputed=made.rate.equation)


def _told(dossier: Dossier, catalogue: Catalogue, key: str, name: str) -> list[CountedRate]:
    """Return the counts of a rate by any of its names, each once."""
    known = catalogue.indicator(key).aliases if catalogue.has_indicator(key) else ()
    found = (one for each in (name, *known) for one in counted_rates(dossier, each))
    return list({(id(one.frame), one.start): one for one in found}.values())


def _stands(told: CountedRate, stated: list[Actual]) -> bool:
    """Return whether any statement can be the rate; one with a sign before it is none to be judged."""
    values: list[Quantity] = [one.quantity for one in stated if one.quantity is not None]
    return any(
        value.sign not in {Sign.NONE, Sign.EQUAL}
        or judge_equal(value, told.rate.interval, told.rate.value).is_kept
        for value in values
    )
