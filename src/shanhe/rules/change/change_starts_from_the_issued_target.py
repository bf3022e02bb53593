"""指标调整表的调整前数值与下达的绩效目标一致.

The issued target is what is evaluated until a change is approved, so a change is measured from it.
A table that starts from another version (a plan that was filed with other numbers) hides part of
the change. The versions are not merged: the finding only lists where they differ. The same number
at another precision agrees.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.goal_table import printed_name
from shanhe.measures.stated import agree
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import Adjustment, Target
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, amount, indicator_name, listed, places_of
from shanhe.values.period import TERM
from shanhe.values.quantity import Quantity, rounded


@rule(
    id="CHANGE-609",
    severity=ERROR,
    basis=["practice#C-03", "practice#C-06"],
    zh="指标调整表以{old}的目标为调整前的目标，与{issued}的目标共有的 {both} 项指标中 {count} 项不一致：{indicators}{absent}",
    en="the change table starts from {old}; of {both} indicators that {issued} has too, {count} differ: {indicators}{absent}",
)
def change_starts_from_the_issued_target(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once where the change table starts from other numbers than those issued."""
    pairs: list[tuple[Adjustment, Target]] = []
    absent: list[Adjustment] = []
    for row in dossier.adjustments:
        if row.old is not None and row.old_version != dossier.issued:
            target = dossier.target(dossier.issued, row.period or TERM, row.indicator)
            if target is None:
                absent.append(row)
            else:
                pairs.append((row, target))
    different = [pair for pair in pairs if _differs(*pair)]
    if different:
        words = {
            "old": different[0][0].old_version,
            "issued": dossier.issued,
            "both": len(pairs),
            "count": len(different),
            "indicators": listed(_said(catalogue, *pair) for pair in different),
            "absent": _absent(catalogue, absent, dossier.issued),
        }
        at = [
            one
            for row, issued in different
            for one in (row.operand("old"), issued.operand("amount"))
        ]
        yield Hit((*at, *(row.operand("old") for row in absent)), words)


def _absent(catalogue: Catalogue, rows: list[Adjustment], issued: str) -> Both:
    names = listed(indicator_name(catalogue, row.indicator, printed_name(row)) for row in rows)
    return (
        Both(f"；{names.zh}未列入{issued}的目标", f"; {names.en}: not in {issued}")
        if rows
        else Both("", "")
    )


def _old(row: Adjustment, target: Target) -> Quantity | None:
    unit = row.unit or target.unit
    return Quantity(row.old, unit) if row.old is not None and unit is not None else None


def _differs(row: Adjustment, target: Target) -> bool:
    old, issued = _old(row, target), target.quantity
    return old is not None and issued is not None and not agree(old, issued)


def _said(catalogue: Catalogue, row: Adjustment, target: Target) -> Both:
    name = indicator_name(catalogue, row.indicator, printed_name(row))
    old, issued = _old(row, target), target.quantity
    if old is None or issued is None or not old.unit.like(issued.unit):
        values = f"{old and amount(old)} / {issued and amount(issued)}"
        return Both(f"{name.zh}（{values}）", f"{name.en} ({values})")
    over = rounded(old.value_in(issued.unit) - issued.value, places_of([old, issued]))
    values = f"{old.number} / {issued.number}"
    return Both(f"{name.zh}（{values}，{over:+f}）", f"{name.en} ({values}, {over:+f})")
