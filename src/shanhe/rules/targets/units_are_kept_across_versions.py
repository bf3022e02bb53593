"""同一指标在各版本中的计量单位一致.

公顷, ha and 亩 are like units and convert; 万立方米 and 万立方米/年 are not, and no change between
them can be computed. All places of an indicator go into one finding.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.goal_table import printed_name
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import Target
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import Both, amount, indicator_name, listed


@rule(
    id="TARGET-118",
    severity=WARN,
    basis=["practice#G-18", "practice#G-13"],
    zh="{indicator}在各版本中的计量单位不一致，无法比较：{places}",
    en="{indicator} has units that do not compare: {places}",
)
def units_are_kept_across_versions(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each indicator whose unit measures different things in different tables."""
    for indicator in dict.fromkeys(target.indicator for target in dossier.targets):
        rows = [
            target
            for target in dossier.targets
            if target.indicator == indicator and target.unit is not None
        ]
        if len({target.unit.dimensions for target in rows if target.unit}) > 1:
            name = indicator_name(catalogue, indicator, printed_name(rows[0]))
            places = listed(_place(row) for row in rows)
            at = tuple(row.operand("amount") for row in rows)
            yield Hit(at, {"indicator": name, "places": places})


def _place(row: Target) -> Both:
    unit = row.unit.symbol if row.unit else ""
    value = amount(row.quantity) if row.quantity else unit
    period = "whole term" if row.period.is_term else str(row.period.year)
    return Both(f"{row.version}的{row.period}目标 {value}", f"{row.version} {period} {value}")
