"""新增指标没有原值，不表述为比原方案增加.

A new indicator comes with its whole value; a text that speaks of an increase by less takes for
granted an old value that no version has. An increase by the whole new value is the same statement
in other words, and is let pass.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import subtract
from shanhe.measures.goal_table import printed_name
from shanhe.measures.stated import agree
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import Adjustment, ChangeNote
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, amount, indicator_name, places_of, result
from shanhe.values.outcome import Outcome
from shanhe.values.quantity import Quantity


@rule(
    id="CHANGE-604",
    severity=ERROR,
    basis=["practice#C-07", "arithmetic#difference"],
    zh="调整说明“{item}”写增减量 {stated}，但{indicator}为新增指标，{version}没有该指标，调整后为 {new}，相差的 {rest}没有原值可依",
    en="the explanation “{item}” speaks of a change by {stated}, but {indicator} is new: {version} has none of it, the new value is {new}, and {rest} has no old value to rest on",
)
def new_indicators_have_no_increase(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each explanation that speaks of a new indicator as grown."""
    new = {row.indicator: row for row in dossier.adjustments if _is_new(dossier, row)}
    for note in dossier.change_notes:
        own = [new[one] for one in note.indicator_ids if one in new]
        if note.role == "分项" and len(own) == len(note.indicator_ids) == 1:
            yield from _judge(catalogue, note, own[0])


def _is_new(dossier: Dossier, row: Adjustment) -> bool:
    held = row.period and dossier.target(row.old_version, row.period, row.indicator)
    return row.old is None and row.new is not None and not held


def _judge(catalogue: Catalogue, note: ChangeNote, row: Adjustment) -> Iterator[Hit]:
    at = (note.operand("amount"), row.operand("old"), row.operand("new"))
    stated, unit = note.quantity, row.unit or note.unit
    if stated is None or row.new is None or unit is None:
        if note.words:
            return
        lacks = Both(f"调整说明“{note.item}”的增减量或单位", f"amount or unit of “{note.item}”")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
        return
    whole = Quantity(row.new, unit)
    if agree(stated, whole) is False:
        rest = subtract(whole, stated)
        words = {
            "item": note.item,
            "stated": amount(stated),
            "indicator": indicator_name(catalogue, row.indicator, printed_name(row)),
            "version": row.old_version,
            "new": amount(whole),
            "rest": result(rest, places_of([whole, stated])),
        }
        yield Hit(at, words, recomputed=rest.equation)
