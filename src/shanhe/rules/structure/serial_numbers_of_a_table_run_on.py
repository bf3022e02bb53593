"""表中序号连续、不重复.

A column headed 序号 whose lines are numbered from 1, or anew for each group; a number that comes twice, or is left out, is told once
for its table.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.text_tables import Row, plain, text_tables
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.paper import TextLine
from shanhe.rules.declare import NOTE, Only, rule
from shanhe.rules.words import listed

_HEADS = frozenset({"序号", "编号"})
_LEAST = 3


@rule(
    id="STRUCT-819",
    severity=NOTE,
    basis=["practice#R-09"],
    zh="表中序号不连续或重复：依次为 {numbers}",
    en="the serial numbers of the table do not run on: {numbers}",
    only=Only.PAPER,
)
def serial_numbers_of_a_table_run_on(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each table whose lines are not numbered one after the other."""
    del catalogue
    for _, rows in text_tables(dossier):
        for head, cells in _columns(rows):
            numbers = [int(plain(cell)) for cell in cells]
            if numbers[0] == 1 and not _run_on(numbers):
                at = (head.operand("text"), *(cell.operand("text") for cell in cells))
                yield Hit(at, {"numbers": listed(map(str, numbers))})


def _run_on(numbers: Sequence[int]) -> bool:
    """Return whether each number follows the one before it, or begins anew with 1 for another group."""
    return all(later in {earlier + 1, 1} for earlier, later in pairwise(numbers))


def _columns(rows: Sequence[Row]) -> Iterator[tuple[TextLine, list[TextLine]]]:
    """Yield each head of serial numbers with the numbers below it."""
    for n, row in enumerate(rows):
        for x, head in row.items():
            if plain(head) in _HEADS:
                below = [one[x] for one in rows[n + 1 :] if x in one]
                cells = [cell for cell in below if plain(cell).isdecimal()]
                if len(cells) >= _LEAST and len(below) - len(cells) <= 1:
                    yield head, cells
