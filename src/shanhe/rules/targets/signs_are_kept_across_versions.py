"""各版本同一指标的符号一致.

Each later version is held against the targets in force: a ≥ or ≤ that is gone leaves the direction
open, and another sign turns it round. A sign that was added later only makes a target clearer.
Columns copied from a change table carry no signs by custom; of these nothing is said.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.goal_table import GoalTable, goal_tables, printed_name
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import Target
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import Both, indicator_name, listed
from shanhe.values.quantity import Sign


@rule(
    id="TARGET-115",
    severity=WARN,
    basis=["practice#G-14", "practice#G-18"],
    zh="{version}的{period}目标有 {count} 项指标的符号与{issued}的目标不一致：{indicators}",
    en="version {version}, {period}: {count} indicators have another sign than in {issued}: {indicators}",
)
def signs_are_kept_across_versions(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each version that lost or changed signs."""
    for table in goal_tables(dossier):
        pairs = (
            list(_changed(dossier, table))
            if _prints_signs(table) and table.version != dossier.issued
            else []
        )
        if pairs:
            names = [_named(catalogue, old, new) for old, new in pairs]
            words = {
                "version": table.version,
                "period": table.period,
                "issued": dossier.issued,
                "count": len(pairs),
                "indicators": listed(names),
            }
            at = tuple(row.operand("amount") for pair in pairs for row in pair)
            yield Hit(at, words)


def _prints_signs(table: GoalTable) -> bool:
    return table.is_whole or any(row.sign is not Sign.NONE for row in table.rows)


def _changed(dossier: Dossier, table: GoalTable) -> Iterator[tuple[Target, Target]]:
    for new in table.rows:
        old = dossier.target(dossier.issued, table.period, new.indicator)
        numbers = old is not None and old.amount is not None and new.amount is not None
        if old is not None and numbers and old.sign is not Sign.NONE and new.sign is not old.sign:
            yield old, new


def _named(catalogue: Catalogue, old: Target, new: Target) -> Both:
    name = indicator_name(catalogue, new.indicator, printed_name(new))
    zh = f"{name.zh}（由“{old.sign}”改为{f'“{new.sign}”' if new.sign else '无符号'}）"
    return Both(zh, f"{name.en} ({old.sign} → {new.sign or 'none'})")
