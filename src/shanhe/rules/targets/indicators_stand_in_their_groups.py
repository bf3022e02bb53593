"""各指标列在应属的一级指标之下.

The level-1 group is read as printed in that version; where the table prints none, nothing is said.
Names of level-2 groups vary too freely between forms to be held against anything.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.goal_table import goal_tables
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import Target
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import Both, indicator_name, listed


@rule(
    id="TARGET-119",
    severity=WARN,
    basis=["practice#G-12", "form#indicators"],
    zh="{version}的{period}目标表的一级指标归类有误，共 {count} 项：{groups}",
    en="version {version}, {period}: {count} indicators stand in the wrong level-1 group: {groups}",
)
def indicators_stand_in_their_groups(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each goal table with indicators under another group than their own."""
    due = {one.indicator: _due(catalogue, one) for one in dossier.targets}
    for table in goal_tables(dossier):
        wrong = [row for row in table.rows if _is_misplaced(row, due[row.indicator])]
        if wrong:
            words = {
                "version": table.version,
                "period": table.period,
                "count": len(wrong),
                "groups": listed(_groups(catalogue, wrong, due)),
            }
            yield Hit(tuple(row.operand("level1") for row in wrong), words)


def _due(catalogue: Catalogue, row: Target) -> str:
    known = catalogue.has_indicator(row.indicator)
    return catalogue.indicator(row.indicator).level1 if known else ""


def _is_misplaced(row: Target, due: str) -> bool:
    printed = row.level1.strip()
    return bool(printed and due) and printed.removesuffix("指标") != due.removesuffix("指标")


def _groups(catalogue: Catalogue, rows: list[Target], due: dict[str, str]) -> Iterator[Both]:
    pairs = dict.fromkeys((row.level1.strip(), due[row.indicator]) for row in rows)
    for printed, own in pairs:
        names = listed(
            indicator_name(catalogue, row.indicator)
            for row in rows
            if (row.level1.strip(), due[row.indicator]) == (printed, own)
        )
        yield Both(
            f"列在“{printed}”之下、应属“{own}”的有{names.zh}",
            f"under {printed} instead of {own}: {names.en}",
        )
