"""每个完成值有佐证材料.

An actual of zero needs none. Evidence named beside any statement of the same indicator, in the
report or in the form, is enough. One finding lists all that have none.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.attainment import actuals_of_year
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.progress import Actual
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import indicator_name, listed


@rule(
    id="ACTUAL-409",
    severity=WARN,
    basis=["practice#A-01", "practice#E-41"],
    zh="{count} 项指标填报了完成值，没有填写佐证材料：{indicators}",
    en="{count} indicators have an actual but no evidence: {indicators}",
    only=Only.DATA,
)
def each_actual_has_evidence(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once, with every indicator that has an actual and no evidence."""
    by_indicator: dict[str, list[Actual]] = {}
    for actual in actuals_of_year(dossier):
        by_indicator.setdefault(actual.indicator, []).append(actual)
    bare = {name: rows for name, rows in by_indicator.items() if _is_bare(rows)}
    if bare:
        words = {
            "count": len(bare),
            "indicators": listed(indicator_name(catalogue, name) for name in bare),
        }
        at = [_first_amount(rows).operand("amount") for rows in bare.values()]
        yield Hit(tuple(at), words)


def _is_bare(rows: list[Actual]) -> bool:
    stated = any(row.amount is not None and row.amount > 0 for row in rows)
    return stated and not any(row.evidence.strip() for row in rows)


def _first_amount(rows: list[Actual]) -> Actual:
    return next(row for row in rows if row.amount is not None and row.amount > 0)
