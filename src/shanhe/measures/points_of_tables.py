"""Weights and points of blocks that a table prints side by side: 分值, 得分 and 扣分 of 决策, 过程, 产出 and 效益."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from shanhe.measures.printed_tables import PrintedCell, PrintedTable, bare_label, printed_tables
from shanhe.records.dossier import Dossier
from shanhe.values.regex import regex

_KINDS = {
    "of": regex("(?:标准|指标)?分值|满分|权重分?|标准分"),
    "got": regex("(?:实际|自评|评价|最终)?得分"),
    "lost": regex("(?:实际)?扣分"),
}
_LEAST = 3


@dataclass(frozen=True, slots=True)
class BlockPoints:
    """A cell with what it is of a block: its weight, what it got or what it lost."""

    name: str
    kind: str
    value: Fraction
    cell: PrintedCell


def points_of_tables(dossier: Dossier) -> Iterator[BlockPoints]:
    """Yield the points of tables that have a weight and points for each of three blocks at least, in lines or columns.

    Example:
        Below 项目, 决策, 过程 and 产出 the line ``得分（分） | 12.00 | 19.69 | 33.36``.
    """
    for table in printed_tables(dossier):
        for one in (table, table.turned):
            yield from _of_lines(one)


def _of_lines(table: PrintedTable) -> Iterator[BlockPoints]:
    heads = {x: bare_label(table.head(x)) for x in table.columns}
    kinds = {
        kind: [x for x, head in heads.items() if words.fullmatch(head)]
        for kind, words in _KINDS.items()
    }
    known = {kind: own[0] for kind, own in kinds.items() if len(own) == 1}
    if not {"of", "got"} <= known.keys() or len(table.rows) < _LEAST:
        return
    for row in table.rows:
        for kind, x in known.items():
            if x in row.cells:
                cell = row.cells[x]
                yield BlockPoints(bare_label(row.label), kind, cell.quantity.value, cell)
