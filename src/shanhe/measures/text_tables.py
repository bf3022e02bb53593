"""Tables of a paper as lines of cells, for rules that look at days, numbers of documents and grades in them."""

from collections.abc import Iterator
from itertools import groupby

from shanhe.measures.once import once_each
from shanhe.measures.sentences import in_table
from shanhe.records.dossier import Dossier
from shanhe.records.paper import TextLine

Row = dict[str, TextLine]
"""Cells by their column."""


@once_each
def text_tables(dossier: Dossier) -> Iterator[tuple[Row, ...]]:
    """Yield each table as its lines, from top to bottom."""
    for is_cell, group in groupby(dossier.texts, key=in_table):
        lines = list(group) if is_cell else []
        for _, table in groupby(lines, key=lambda line: line.source.cell("text").table):
            yield tuple(
                {cell.source.cell("text").column: cell for cell in row}
                for _, row in groupby(table, key=lambda line: line.source.cell("text").row)
            )


def tables_with(dossier: Dossier, *words: str) -> Iterator[tuple[Row, ...]]:
    """Yield the tables that have one of these words in some cell."""
    for rows in text_tables(dossier):
        if any(word in cell.text for row in rows for cell in row.values() for word in words):
            yield rows


def plain(cell: TextLine) -> str:
    """Return the words of a cell without blanks and line ends."""
    return "".join(cell.text.split())
