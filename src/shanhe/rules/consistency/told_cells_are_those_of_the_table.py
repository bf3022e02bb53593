"""文字引用的表中数字与表中一致.

``支出率最高的银川市为97.25%`` names a line and a column of a table of the paper. It stands if any cell of a line of that
name holds the number, and is questioned only where it comes near that of the column, or is that of another line. Where no column is named, the digits
of a cell must be those stated, in another order; two tables may have it. What all lines have together (4个湿地片区合计4200公顷) is the sum of the only
column of that unit in the only table of as many such things.
"""

from collections.abc import Iterator
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.counted_totals import counted_totals
from shanhe.measures.printed_tables import PrintedCell
from shanhe.measures.slips import is_turned
from shanhe.measures.stated import judge_stated
from shanhe.measures.told_cells import ToldCell, told_cells
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount, result
from shanhe.values.quantity import Quantity, rounded

_ROOM = Fraction(5, 4)


@rule(
    id="SAME-937",
    severity=ERROR,
    basis=["arithmetic#same", "practice#R-07"],
    zh="文中“{words}”写为 {stated}，表中“{label}”的“{head}”为 {cell}",
    en="{words} is {stated} in the text; the table has {cell} for {head} of {label}",
    only=Only.PAPER,
)
def told_cells_are_those_of_the_table(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each number of a sentence that its line and column of the table do not hold."""
    del catalogue
    for one in told_cells(dossier):
        stated = one.amount.quantity
        if any(_is(stated, cell.quantity) for cell in one.line):
            continue
        other = one.head and any(_is(stated, cell.quantity) for cell in one.others)
        near = [cell for cell in one.cells if other or _is_meant(stated, cell, one.head)]
        values = {cell.quantity.value_in(near[0].quantity.unit) for cell in near}
        if len(values) == 1 and (not one.head or len(one.cells) == 1):
            yield _hit(one, near[0])
    yield from _of_all(dossier)


def _of_all(dossier: Dossier) -> Iterator[Hit]:
    """Yield each sum told of all lines of a table, with their number, that its column does not make."""
    for one in counted_totals(dossier):
        stated, due = one.stated.quantity, one.due
        printed = rounded(due.value, stated.places)
        near = is_near(due.value, stated.value, _ROOM) or is_turned(printed, stated.amount)
        if near and not judge_stated(stated, due).is_kept:
            at = one.frame.operand(one.start, one.end)
            words = {"words": at.text, "stated": amount(stated), "label": f"各{one.kind}合计"}
            words |= {"head": one.head, "cell": result(due, stated.places)}
            operands = (at, *(cell.operand for cell in one.cells))
            yield Hit(operands, words, recomputed=due.equation)


def _is(stated: Quantity, cell: Quantity) -> bool:
    if not stated.unit.like(cell.unit):
        return False
    return stated.interval.meets(cell.interval_in(stated.unit)) or stated.value == cell.value_in(
        stated.unit
    )


def _is_meant(stated: Quantity, cell: PrintedCell, head: str) -> bool:
    """Return whether a cell is told wrongly: near what is stated, or its digits in another order."""
    if not stated.unit.like(cell.quantity.unit):
        return False
    near = is_near(cell.quantity.value_in(stated.unit), stated.value, _ROOM)
    turned = is_turned(stated.amount, cell.quantity.amount)
    return near and (turned or bool(head))


def _hit(one: ToldCell, cell: PrintedCell) -> Hit:
    end = one.frame.bones.place_of(one.amount) + 1
    at = one.frame.operand(one.place, end)
    words = {
        "words": at.text,
        "stated": amount(one.amount.quantity),
        "label": one.label,
        "head": one.head or cell.operand.where.column,
        "cell": amount(cell.quantity),
    }
    return Hit((at, cell.operand), words)
