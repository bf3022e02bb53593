"""资金下达表中各地各批金额之和等于上级下达金额，各批之和等于全年金额.

A table with a line for each office and its batches side by side. A sum is questioned only where most others of the table hold: the offices at its end
against the one that passes all of it on to them, in another batch or for the year; the batches of a line against the year, in the other lines.
"""

from collections.abc import Iterator
from decimal import Decimal

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.batch_columns import BatchTable, batch_tables
from shanhe.measures.batch_lines import BatchLine
from shanhe.measures.computed import Computed, add, money
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.paper import TextLine
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, amount, result

_LEAST = 2
_Cells = list[tuple[Decimal, TextLine]]


@rule(
    id="FUND-234",
    severity=ERROR,
    basis=["practice#E-35", "arithmetic#sum"],
    zh="资金下达表中{what}填 {stated}，{parts}相加为 {due}",
    en="in the table of money passed on {what} is {stated}, {parts} add up to {due}",
    only=Only.PAPER,
)
def batches_of_a_table_add_up(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each sum of a batch, or of a line, that the cells it is made of do not make."""
    del catalogue
    for table in batch_tables(dossier):
        yield from _down(table)
        yield from _across(table)


def _down(table: BatchTable) -> Iterator[Hit]:
    """Yield the batches whose parts do not make what the office above them passed on, where those of another do."""
    known = [(lines[0].batch, _cells(lines)) for lines in table.batches]
    bodies = [one.body for one in table.batches[0]]
    if all(body in table.wholes for body in bodies):
        known.append(("全年", [table.wholes[body] for body in bodies]))
    first = _first_part(table.batches[0])
    judged = [(name, cells[first - 1], cells[first:]) for name, cells in known if cells and first]
    sums = [
        (name, whole, parts, add([money(worth) for worth, _ in parts]))
        for name, whole, parts in judged
    ]
    held = [one for one in sums if one[3].value == money(one[1][0]).value]
    for name, whole, parts, due in sums if held else ():
        if due.value != money(whole[0]).value:
            what = Both(f"{bodies[first - 1]}{name}金额", f"{name} of {bodies[first - 1]}")
            yield _hit(what, whole, parts, due, Both("所列各地", "the places below"))


def _first_part(lines: tuple[BatchLine, ...]) -> int:
    """Return where the offices of one level begin that the table ends with, 0 where they are fewer than two."""
    first = len(lines)
    while first > 0 and lines[first - 1].level == lines[-1].level:
        first -= 1
    return first if len(lines) - first >= _LEAST else 0


def _cells(lines: tuple[BatchLine, ...]) -> _Cells:
    """Return the sums of a batch, none where a line has none."""
    found = [
        (one.amount, one.amount_cell)
        for one in lines
        if one.amount is not None and one.amount_cell is not None
    ]
    return found if len(found) == len(lines) else []


def _across(table: BatchTable) -> Iterator[Hit]:
    """Yield the lines whose batches do not make their sum of the year, where those of most lines do."""
    sums = []
    for lines in zip(*table.batches, strict=True):
        parts, whole = _cells(lines), table.wholes.get(lines[0].body)
        if parts and whole is not None:
            due = add([money(worth) for worth, _ in parts])
            sums.append((lines[0].body, whole, parts, due))
    wrong = [one for one in sums if one[3].value != money(one[1][0]).value]
    if len(sums) > 2 * len(wrong):
        for body, whole, parts, due in wrong:
            what = Both(f"{body}全年金额", f"{body} in the year")
            yield _hit(what, whole, parts, due, Both("各批", "its batches"))


def _hit(
    what: Both, whole: tuple[Decimal, TextLine], parts: _Cells, due: Computed, of: Both
) -> Hit:
    stated, cell = whole
    words = {"what": what, "stated": amount(money(stated)), "due": result(due, 2), "parts": of}
    at = (cell.operand("text"), *(part.operand("text") for _, part in parts))
    return Hit(at, words, recomputed=due.equation)
