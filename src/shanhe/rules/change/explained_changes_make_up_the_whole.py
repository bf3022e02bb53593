"""调整说明各分项之和等于其所属总面积的变动.

The explained items are classes of one whole (the catalogue says of which: ``within``). If the text
explains gains and losses of its classes, their balance has to be the change of the whole; what is
left over was not explained. Totals among the rows are not added again.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.change import Change, changes, compared_versions
from shanhe.measures.computed import Computed, add
from shanhe.measures.programme_kind import is_whole
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.source import Operand
from shanhe.records.targets import ChangeNote
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, indicator_name
from shanhe.values.outcome import Outcome
from shanhe.values.quantity import rounded
from shanhe.values.unit import UnlikeUnits


@rule(
    id="CHANGE-606",
    severity=ERROR,
    basis=["arithmetic#sum", "practice#C-02"],
    zh="调整说明各分项增减合计 {sum}，而{whole}变动 {delta}，差额 {rest}未作说明",
    en="the explained items come to {sum}, but {whole} changes by {delta}; {rest} is not explained",
)
def explained_changes_make_up_the_whole(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield where the explained items do not balance to the change of their whole."""
    notes = [note for note in dossier.change_notes if note.role == "分项"]
    versions, whole = compared_versions(dossier), _whole_of(notes, catalogue)
    if versions is not None and whole and is_whole(dossier, whole):
        for change in changes(dossier, *versions):
            if change.indicator == whole:
                yield from _judge(catalogue, notes, change)


def _whole_of(notes: list[ChangeNote], catalogue: Catalogue) -> str:
    """Return the one indicator that all items lie within, empty if there is none."""
    ids = [one for note in notes for one in note.indicator_ids if catalogue.has_indicator(one)]
    wholes = {catalogue.indicator(one).within for one in ids}
    return wholes.pop() if len(wholes) == 1 else ""


def _judge(catalogue: Catalogue, notes: list[ChangeNote], change: Change) -> Iterator[Hit]:
    sides = [side.operand("amount") for side in (change.old, change.new) if side]
    at = (*(note.operand("amount") for note in notes), *sides)
    name, total = indicator_name(catalogue, change.indicator), _total(notes, change)
    if change.delta is None or total is None:
        zh = f"{name.zh}的变动，或调整说明各分项的增减量、单位"
        lacks = Both(zh, f"the change of {name.en}, or amounts and units of the items")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
    elif not total.interval.meets(change.delta.interval):
        yield _hit(at, name, total, change.delta, notes)


def _hit(
    at: tuple[Operand, ...],
    name: Both,
    total: Computed,
    delta: Computed,
    notes: list[ChangeNote],
) -> Hit:
    places = max(note.quantity.places for note in notes if note.quantity)
    sizes = {"sum": total.value, "delta": delta.value, "rest": delta.value - total.value}
    said = {key: f"{rounded(size, places):+f} {delta.unit.symbol}" for key, size in sizes.items()}
    steps = f"{total.equation}；{delta.equation}"
    return Hit(at, {**said, "whole": name}, recomputed=steps)


def _total(notes: list[ChangeNote], change: Change) -> Computed | None:
    known = [note.quantity for note in notes if note.quantity is not None]
    if change.delta is None or len(known) != len(notes):
        return None
    try:
        return add(known, change.delta.unit)
    except UnlikeUnits:
        return None
