"""表中合计、比率、差额与同表其他各行（列）的算法一致.

Any table is read: what its headings call a total, a rate or a rest is recomputed from the columns or
lines that the rest of the table shows it to be made of. A relation that the table does not show is none.
Columns whose names tell what they are made of (合同价、审定价、核减额) need one line that bears them out; the totals of a group of
columns (全市 目标、全市 完成) are the sums of the columns of that name in the other groups.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.named_columns import grouped_totals, named_columns
from shanhe.measures.printed_tables import printed_tables
from shanhe.measures.table_relations import broken_cells
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.source import Source
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import places_of, result
from shanhe.values.quantity import Quantity


@rule(
    id="SAME-930",
    severity=ERROR,
    basis=["practice#R-07", "practice#E-38", "arithmetic#sum", "arithmetic#ratio"],
    zh="表中“{row}”行“{column}”列填 {stated}，按 {steps} 复算为 {due}",
    en="row {row}, column {column} of the table holds {stated}; {steps} is {due}",
    only=Only.PAPER,
)
def cells_are_what_the_table_makes_of_others(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each cell that breaks the relation which the rest of its table keeps."""
    del catalogue
    for table in printed_tables(dossier):
        told: set[Source] = set()
        for one in (*broken_cells(table), *named_columns(table), *grouped_totals(table)):
            if one.at[0].where in told:
                continue
            told.add(one.at[0].where)
            places = max(places_of([one.stated]), 2 if one.due.unit.symbol == "%" else 0)
            words = {
                "row": one.row,
                "column": one.column,
                "stated": _said(one.stated),
                "steps": one.due.steps,
                "due": result(one.due, places).strip(),
            }
            yield Hit(one.at, words, recomputed=one.due.equation)


def _said(quantity: Quantity) -> str:
    return f"{quantity.number} {quantity.unit.symbol}".strip().replace(" %", "%")
