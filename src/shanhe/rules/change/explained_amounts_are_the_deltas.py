"""调整说明中的增减量等于所涉指标变幅之和.

The changes as filed in the change table are added; each was rounded, so the sum may differ by what
that leaves open. An explanation that speaks of a new indicator is judged by its own rule.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import Computed, add
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import Adjustment, ChangeNote
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, amount, difference, indicator_name, listed, places_of, result
from shanhe.values.outcome import Outcome, judge_equal
from shanhe.values.quantity import Quantity
from shanhe.values.unit import UnlikeUnits


@rule(
    id="CHANGE-605",
    severity=ERROR,
    basis=["arithmetic#sum", "practice#C-06"],
    zh="调整说明“{item}”写增减量 {stated}，所涉指标（{indicators}）变幅合计 {sum}，相差 {difference}",
    en="the explanation “{item}” states {stated}, the changes of {indicators} come to {sum}, {difference}",
)
def explained_amounts_are_the_deltas(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each explanation whose amount is not the sum of its changes."""
    rows = {row.indicator: row for row in dossier.adjustments}
    for note in dossier.change_notes:
        own = [rows[one] for one in note.indicator_ids if one in rows]
        all_listed = own and len(own) == len(note.indicator_ids)
        if note.role == "分项" and all_listed and not any(row.delta_words for row in own):
            yield from _judge(catalogue, note, own)


def _judge(catalogue: Catalogue, note: ChangeNote, rows: list[Adjustment]) -> Iterator[Hit]:
    at = (note.operand("amount"), *(row.operand("delta") for row in rows))
    stated = note.quantity
    deltas = [Quantity(row.delta, row.unit) for row in rows if row.delta is not None and row.unit]
    total = _total(stated, deltas) if len(deltas) == len(rows) else None
    if stated is None or total is None:
        zh = f"调整说明“{note.item}”的增减量，或所涉指标的变幅、单位"
        lacks = Both(zh, f"the amount of “{note.item}”, or changes and units of its indicators")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
    elif judge_equal(stated, total.interval, total.value) is Outcome.FAILS:
        places = places_of([stated, *deltas])
        words = {
            "item": note.item,
            "stated": amount(stated),
            "indicators": listed(
                indicator_name(catalogue, row.indicator, row.name) for row in rows
            ),
            "sum": result(total, places),
            "difference": difference(total, stated, places),
        }
        yield Hit(at, words, recomputed=total.equation)


def _total(stated: Quantity | None, deltas: list[Quantity]) -> Computed | None:
    try:
        return add(deltas, stated.unit) if stated else None
    except UnlikeUnits:
        return None
