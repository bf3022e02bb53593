"""指标值在允许的范围内，按个数计的指标为整数.

The range is what the value can be at all: no area below zero, no share above 100 %. Values of a
split are judged as well.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Indicator
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import RegionalTarget, Target
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, amount, indicator_name
from shanhe.values.quantity import Quantity

Row = Target | RegionalTarget


@rule(
    id="TARGET-120",
    severity=ERROR,
    basis=["practice#G-03", "arithmetic#part_of_whole"],
    zh="{version}的{period}目标中{region}{indicator}为 {value}，{complaint}",
    en="version {version}, {period}: {indicator} {region} is {value}; {complaint}",
)
def values_are_in_range(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each target that its indicator cannot have."""
    rows: tuple[Row, ...] = (*dossier.targets, *dossier.regional_targets)
    for row in rows:
        value = row.quantity
        if value is None or not catalogue.has_indicator(row.indicator):
            continue
        complaint = _complaint(value, catalogue.indicator(row.indicator))
        if complaint is not None:
            words = {
                "version": row.version,
                "period": row.period,
                "region": row.region if isinstance(row, RegionalTarget) else "",
                "indicator": indicator_name(catalogue, row.indicator),
                "value": amount(value),
                "complaint": complaint,
            }
            yield Hit((row.operand("amount"),), words)


def _complaint(value: Quantity, indicator: Indicator) -> Both | None:
    if not indicator.takes(value.unit):
        return None
    convertible = value.unit.like(indicator.unit)
    size = value.value_in(indicator.unit) if convertible else value.value
    unit = indicator.unit_symbol
    if indicator.low is not None and size < indicator.low:
        return Both(f"不应小于 {indicator.low}{unit}", f"it cannot be below {indicator.low} {unit}")
    if indicator.high is not None and size > indicator.high:
        return Both(
            f"不应大于 {indicator.high}{unit}", f"it cannot be above {indicator.high} {unit}"
        )
    if indicator.whole_number and size.denominator != 1:
        return Both("按个数计，应为整数", "it is counted, so it has to be whole")
    return None
