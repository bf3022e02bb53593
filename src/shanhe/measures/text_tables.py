"""Tables of a paper as lines of cells, for rules that look at days, numbers of documents and grades in them."""

from collections.abc import Iterator

from shanhe.measures.once import once_each
from shanhe.records.dossier import Dossier
from shanhe.records.paper import TextLine
from shanhe.values.numerals import read_date
from shanhe.values.regex import regex

_LETTER = regex("[\u4e00-\u9fff]")

Row = dict[str, TextLine]
"""Cells by their column."""


@once_each
def text_tables(dossier: Dossier) -> Iterator[tuple[str, tuple[Row, ...]]]:
    """Yield each table as all of its words, and its lines from top to bottom."""
    tables: dict[tuple[str, str, int], dict[int, Row]] = {}
    for line in dossier.texts:
        where = line.source.cell("text")
        if where.table > 0:
            rows = tables.setdefault((where.file, where.part, where.table), {})
            rows.setdefault(where.row, {})[where.column] = line
    for rows in tables.values():
        words = "\n".join([cell.text for row in rows.values() for cell in row.values()])
        yield words, tuple(rows.values())


def tables_with(dossier: Dossier, *words: str) -> Iterator[tuple[Row, ...]]:
    """Yield the tables that have one of these words in some cell."""
    for told, rows in text_tables(dossier):
        if any(word in told for word in words):
            yield rows


def plain(cell: TextLine) -> str:
    """Return the words of a cell without blanks and line ends."""
    return "".join(cell.text.split())


def title_of(row: Row) -> str:
    """Return the first cell of a line with words, for it may begin with its number; days name nothing."""
    texts = [cell.text for cell in row.values()]
    words = (text for text in texts if _LETTER.search(text) and read_date(text.strip()) is None)
    return next(words, texts[0])
