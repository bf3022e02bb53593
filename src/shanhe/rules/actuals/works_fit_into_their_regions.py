"""完成值不超过已开工区域的实施期目标.

What has been done lies in the regions where works began, so for what is added over regions the
actual should not exceed their targets for the whole term (those of the year where no others are
issued). More may be true, but then a target was far too low, or works lie elsewhere.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.aggregate import is_added
from shanhe.measures.attainment import actuals_of_year, known_indicator
from shanhe.measures.computed import add
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.progress import Actual
from shanhe.records.targets import RegionalTarget
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import Both, amount, indicator_name, listed, places_of, result
from shanhe.values.outcome import Outcome
from shanhe.values.period import TERM


@rule(
    id="ACTUAL-422",
    severity=WARN,
    basis=["arithmetic#part_of_whole"],
    zh="{indicator}：完成值 {stated}，大于已开工的{regions}的{period}目标合计 {total}",
    en="{indicator}: {stated} is done, the {period} targets of {regions}, where works began, are {total}",
)
def works_fit_into_their_regions(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each actual above the targets of the regions it can lie in."""
    begun = _begun(dossier)
    stated = ((actual.indicator, actual.region) for actual in actuals_of_year(dossier))
    for name, region in dict.fromkeys(stated):
        indicator, actual = known_indicator(catalogue, name), dossier.actual(name, region)
        regions = (region,) if region else begun
        if regions and actual is not None and indicator is not None and is_added(indicator):
            yield from _judge(catalogue, actual, _targets(dossier, name, regions), regions)


def _begun(dossier: Dossier) -> tuple[str, ...]:
    """Return the regions where works began; none if some began in no known region."""
    units = dict.fromkeys(row.unit for row in dossier.subprojects if row.has_started)
    return tuple(units) if set(units) <= set(dossier.regions) else ()


def _targets(
    dossier: Dossier, indicator: str, regions: tuple[str, ...]
) -> tuple[RegionalTarget, ...]:
    """Return the regions' targets of the term, else of the year; none unless all have one."""
    for wanted in (TERM, dossier.year):
        for version, period, own, parts in dossier.splits():
            if (version, period, own) == (dossier.issued, wanted, indicator):
                found = tuple(part for part in parts if part.region in regions)
                return found if len(found) == len(regions) else ()
    return ()


def _judge(
    catalogue: Catalogue,
    actual: Actual,
    parts: tuple[RegionalTarget, ...],
    regions: tuple[str, ...],
) -> Iterator[Hit]:
    name = indicator_name(catalogue, actual.indicator)
    at = (actual.operand("amount"), *(part.operand("amount") for part in parts))
    stated = actual.quantity
    known = [part.quantity for part in parts if part.quantity is not None]
    if parts and (stated is None or len(known) != len(parts)):
        lacks = Both(f"{name.zh}的数值或单位", f"a value or unit of {name.en}")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
    elif parts and stated is not None and all(part.unit.like(stated.unit) for part in known):
        total = add(known, stated.unit)
        if stated.value > total.value:
            words = {
                "indicator": name,
                "stated": amount(stated),
                "regions": listed(regions),
                "period": parts[0].period,
                "total": result(total, places_of(known)),
            }
            yield Hit(at, words, recomputed=total.equation)
