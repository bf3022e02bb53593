"""计量单位写明口径：每年还是合计，以碳计还是以二氧化碳计.

吨 for a carbon sink leaves open whether carbon or carbon dioxide is meant, a factor of 44/12, and
万立方米 without 每年 leaves open over how long. Where another version has the fuller unit, the rule
on units across versions says so, and this one is silent; so it is where the name says the year (年减少土壤流失量).
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Indicator
from shanhe.measures.goal_table import GoalTable, goal_tables, known_rows, printed_name
from shanhe.measures.unit_fit import Fit, unit_fit
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import Target
from shanhe.rules.declare import NOTE, rule
from shanhe.rules.words import Both, amount, indicator_name
from shanhe.values.regex import regex
from shanhe.values.unit import find_unit

_YEARLY = regex(
    "(?:^|项目|工程|新增)年(?!度|末|底|初|内)|每年|年均|逐年|年度?平均|[（(][^（）()]*/年[)）]"
)


@rule(
    id="TARGET-125",
    severity=NOTE,
    basis=["practice#G-03", "practice#R-10"],
    zh="{version}的{period}目标中{indicator} {value}：计量单位未写明口径，宜写为{due}",
    en="version {version}, {period}: {indicator}, {value}: the unit leaves open what is counted; {due} would say it",
)
def units_say_what_they_count(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each target whose unit can be read in two ways."""
    for table in goal_tables(dossier):
        for row, indicator in known_rows(table, catalogue):
            if _is_vague(row, indicator) and not _differs_elsewhere(dossier, row):
                yield from _hit(catalogue, table, row, indicator)


def _is_vague(row: Target, indicator: Indicator) -> bool:
    if row.unit is None or unit_fit(indicator, row.unit) is not Fit.VAGUE:
        return False
    by_year = find_unit(indicator.unit_symbol.removesuffix("/年"))
    named = _YEARLY.search(printed_name(row)) is not None
    return not (named and by_year is not None and row.unit.like(by_year))


def _differs_elsewhere(dossier: Dossier, row: Target) -> bool:
    return any(
        other.indicator == row.indicator
        and other.unit is not None
        and row.unit is not None
        and not other.unit.like(row.unit)
        for other in dossier.targets
    )


def _hit(
    catalogue: Catalogue, table: GoalTable, row: Target, indicator: Indicator
) -> Iterator[Hit]:
    if row.quantity is not None:
        due = (indicator.unit_symbol, *indicator.also_units)
        words = {
            "version": table.version,
            "period": table.period,
            "indicator": indicator_name(catalogue, row.indicator),
            "value": amount(row.quantity),
            "due": Both("或".join(due), " or ".join(due)),
        }
        yield Hit((row.operand("amount"),), words)
