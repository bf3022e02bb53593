"""完成值的计量单位与指标值的计量单位相同.

Units that convert into each other (公顷 and ha, 人 and 万人) agree; 个 and 处 do not, nor do percent
and percentage points.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.attainment import actuals_of_year, target_for
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, indicator_name
from shanhe.values.outcome import Outcome


@rule(
    id="ACTUAL-411",
    severity=ERROR,
    basis=["practice#R-10", "practice#S-01", "practice#E-08"],
    zh="{region}{indicator}：{place}的完成值单位为“{stated}”，指标值单位为“{wanted}”",
    en="{region}{indicator}: the {place} states the actual in {stated}, the target is in {wanted}",
)
def unit_is_that_of_target(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each actual in another unit than its target."""
    for actual in actuals_of_year(dossier):
        target = target_for(dossier, actual)
        if actual.amount is None or target is None or target.unit is None:
            continue
        name = indicator_name(catalogue, actual.indicator)
        at = (actual.operand("amount"), target.operand("amount"))
        if actual.unit is None:
            lacks = Both(f"{name.zh}完成值的计量单位", f"the unit of the actual of {name.en}")
            yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
        elif not actual.unit.like(target.unit):
            words = {
                "region": Both(actual.region, f"{actual.region} " if actual.region else ""),
                "indicator": name,
                "place": Both(actual.place, "form" if actual.in_form else "report"),
                "stated": actual.unit.symbol,
                "wanted": target.unit.symbol,
            }
            yield Hit(at, words)
