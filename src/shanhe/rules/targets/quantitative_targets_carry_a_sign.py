"""定量指标的目标值写明符号.

Without a sign a target is read by its indicator's direction: as ≥ where more is better, as ≤ where
less is. That works, but has to be said once per table. A sign that the version in force has and
this one lost is reported by the rule on signs across versions, and is left out here. ``达到100%``
says what a sign would. A table of a paper without any sign is laid out without them, as change tables mostly are, and the share that a
paper puts at 100 %, the most there can be, is the same with and without one.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.goal_table import (
    GoalTable,
    bare_change_tables,
    goal_tables,
    place_of,
    printed_name,
)
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import Target
from shanhe.rules.declare import NOTE, rule
from shanhe.rules.words import indicator_name, listed
from shanhe.values.quantity import Sign

_WHOLE = 100


@rule(
    id="TARGET-116",
    severity=NOTE,
    basis=["practice#G-14"],
    zh="{version}的{period}绩效目标有 {count} 项定量指标未写符号，按指标方向理解（正向视为“≥”，反向视为“≤”，定值视为“=”）：{indicators}",
    en="version {version}, {period}: {count} quantitative targets have no sign and are read by direction (≥ where more is better, ≤ where less is, = where neither): {indicators}",
)
def quantitative_targets_carry_a_sign(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each goal table with numbers that have no sign."""
    for table in goal_tables(dossier):
        bare = list(_without_sign(dossier, table))
        signed = any(row.sign is not Sign.NONE for row in table.rows)
        if bare and (signed or not dossier.paper or table.is_whole):
            names = (indicator_name(catalogue, row.indicator, printed_name(row)) for row in bare)
            words = {
                "version": table.version,
                "period": table.period,
                "count": len(bare),
                "indicators": listed(names),
            }
            yield Hit(tuple(row.operand("amount") for row in bare), words)


def _without_sign(dossier: Dossier, table: GoalTable) -> Iterator[Target]:
    for row in table.rows:
        in_force = dossier.target(dossier.issued, table.period, row.indicator)
        lost = in_force is not None and in_force.sign is not Sign.NONE
        worded = "达" in row.source.cell("words").text
        at = row.operand("amount")
        told = dossier.paper and (not at.where.table or place_of(at) in bare_change_tables(dossier))
        symbol = row.unit.symbol if row.unit else ""
        full = dossier.paper and row.amount == _WHOLE and symbol == "%"
        is_bare = row.amount is not None and row.sign is Sign.NONE and not full
        if is_bare and not (lost or worded or told):
            yield row
