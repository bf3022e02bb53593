"""指标调整表的调整前、调整后数值与相应版本的目标一致.

Precision may differ: 1114.1 ha quotes 1114.11 公顷. A version that does not hold the indicator has
nothing to be held against. A goal table that a paper prints as it is since the change has the new values, and says nothing of the old.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.change import issued_after_change
from shanhe.measures.goal_table import printed_name
from shanhe.measures.stated import agree
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import Adjustment, Target
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, amount, indicator_name
from shanhe.values.outcome import Outcome
from shanhe.values.period import TERM
from shanhe.values.quantity import Quantity

SIDES = {"old": Both("调整前", "old value"), "new": Both("调整后", "new value")}


@rule(
    id="CHANGE-602",
    severity=ERROR,
    basis=["arithmetic#same", "practice#C-06"],
    zh="指标调整表{indicator}{side}填为 {stated}，{version}的目标为 {target}",
    en="change table, {indicator}: {side} {stated}, but the target of {version} is {target}",
)
def change_table_quotes_its_versions(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each cell of the change table that misquotes its version."""
    changed = issued_after_change(dossier)
    for row in dossier.adjustments:
        for side in ("new",) if changed else SIDES:
            version = row.old_version if changed else getattr(row, f"{side}_version")
            target = dossier.target(version, row.period or TERM, row.indicator)
            if target is not None and getattr(row, side) is not None:
                yield from _judge(catalogue, row, side, target)


def _judge(catalogue: Catalogue, row: Adjustment, side: str, target: Target) -> Iterator[Hit]:
    unit = row.unit or target.unit
    stated = Quantity(getattr(row, side), unit) if unit else None
    at = (row.operand(side, unit.symbol if unit else ""), target.operand("amount"))
    name = indicator_name(catalogue, row.indicator, printed_name(row))
    if stated is None or target.quantity is None:
        zh = f"{name.zh}在指标调整表或{target.version}的目标表中的数值、单位"
        lacks = Both(zh, f"a value or unit of {name.en}")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
    elif not agree(stated, target.quantity):
        words = {
            "indicator": name,
            "side": SIDES[side],
            "stated": amount(stated),
            "version": target.version,
            "target": amount(target.quantity),
        }
        yield Hit(at, words, recomputed=f"{stated} ≠ {target.quantity}")
