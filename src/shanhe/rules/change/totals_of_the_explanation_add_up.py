"""调整说明的合计等于其前各分项之和.

A total stands for the items before it, back to the total before.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import Computed, add
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import ChangeNote
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, amount, difference, places_of, result
from shanhe.values.outcome import Outcome, judge_equal
from shanhe.values.unit import UnlikeUnits


@rule(
    id="CHANGE-614",
    severity=ERROR,
    basis=["arithmetic#sum"],
    zh="调整说明“{item}”写 {stated}，其前 {count} 个分项合计 {sum}，相差 {difference}",
    en="“{item}” is stated as {stated}, the {count} items before it come to {sum}, {difference}",
)
def totals_of_the_explanation_add_up(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each total that is not the sum of its items."""
    del catalogue
    parts: list[ChangeNote] = []
    for note in dossier.change_notes:
        if note.role == "合计":
            if parts:
                yield from _judge(note, parts)
            parts = []
        elif note.role == "分项":
            parts.append(note)


def _judge(whole: ChangeNote, parts: list[ChangeNote]) -> Iterator[Hit]:
    at = tuple(note.operand("amount") for note in (whole, *parts))
    stated, total = whole.quantity, _total(whole, parts)
    if stated is None or total is None:
        zh = f"调整说明“{whole.item}”或其分项的增减量、单位"
        lacks = Both(zh, f"an amount or unit of “{whole.item}” or its items")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
    elif judge_equal(stated, total.interval, total.value) is Outcome.FAILS:
        places = places_of([stated, *(part.quantity for part in parts)])
        words = {
            "item": whole.item,
            "stated": amount(stated),
            "count": len(parts),
            "sum": result(total, places),
            "difference": difference(total, stated, places),
        }
        yield Hit(at, words, recomputed=total.equation)


def _total(whole: ChangeNote, parts: list[ChangeNote]) -> Computed | None:
    known = [part.quantity for part in parts if part.quantity is not None]
    if whole.unit is None or len(known) != len(parts):
        return None
    try:
        return add(known, whole.unit)
    except UnlikeUnits:
        return None
