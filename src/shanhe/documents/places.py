"""Places of records → characters of the document they were read from."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeVar

from shanhe.documents.found import Span
from shanhe.documents.script import Item, Passage, Script, ScriptCell, ScriptTable, Spot
from shanhe.records.source import Source


class Places:
    """The paragraphs and cells of one document, found by the place that a record gives.

    A place in a table names its column by the heading or by the number in the grid; where neither
    tells the cell, the text that stands there does.
    """

    def __init__(self, script: Script) -> None:
        self._passages: dict[tuple[str, int], Passage] = {}
        self._tables: dict[tuple[str, int], _Table] = {}
        self._lines: dict[int, list[Passage | ScriptCell]] = {}
        for item in script.items:
            self._add(item)

    def _add(self, item: Item) -> None:
        if isinstance(item, Passage):
            self._passages.setdefault((item.spot.part, item.spot.paragraph), item)
            self._passages.setdefault(("", item.spot.paragraph), item)
            self._lines.setdefault(item.spot.line, []).append(item)
            return
        part = item.cells[0].spot.part if item.cells else ""
        table = _Table(item)
        self._tables.setdefault((part, item.number), table)
        self._tables.setdefault(("", item.number), table)
        for cell in item.cells:
            self._lines.setdefault(cell.spot.line, []).append(cell)

    def span(self, source: Source) -> Span | None:
        """Return the characters at a place; ``None`` where it is none of this document.

        A place without characters is the whole paragraph or cell.
        """
        found = next(self._at(source), None)
        return None if found is None else _span(found.text, found.spot, source)

    def _at(self, source: Source) -> Iterator[Passage | ScriptCell]:
        for part in (source.part, ""):
            table = self._tables.get((part, source.table)) if source.table else None
            if table is not None:
                yield from table.cells(source)
            passage = self._passages.get((part, source.paragraph)) if source.paragraph else None
            if passage is not None:
                yield passage
        if source.line:
            yield from _fitting(self._lines.get(source.line, []), source)


class _Table:
    """A table, asked row by row; its grid is laid out once."""

    def __init__(self, table: ScriptTable) -> None:
        self._table = table
        self._rows: list[list[ScriptCell | None]] | None = None
        self._words: dict[str, list[tuple[int, int]]] | None = None

    def cells(self, source: Source) -> list[ScriptCell]:
        """Return the cells of a place's row, the likeliest first."""
        if self._rows is None:
            self._rows = self._table.grid()
        if not 1 <= source.row <= len(self._rows):
            return []
        row = self._rows[source.row - 1]
        chosen = (
            [cell for cell in _once(row) if cell.spot.line == source.line] if source.line else []
        )
        chosen = chosen or _once(row[x] for x in self._columns(source))
        return _fitting(chosen, source) or _fitting(_once(row), source) or chosen

    def _columns(self, source: Source) -> list[int]:
        """Return the grid columns that a place names, counted from 0."""
        if not source.column or self._rows is None:
            return []
        if source.column.isascii() and source.column.isdigit():
            column = int(source.column) - 1
            return [column] if column < self._table.width else []
        wanted = _folded(source.column)
        above = [head for head in self._heads().get(wanted, []) if head[0] < source.row]
        nearest = max((row for row, _ in above), default=0)
        return [x for row, x in above if row == nearest]

    def _heads(self) -> dict[str, list[tuple[int, int]]]:
        """Return each text, and each with the text of the cell over it, with row and column."""
        if self._words is None:
            self._words = {}
            over: dict[int, str] = {}
            for cell in self._table.cells:
                own = _folded(cell.text)
                row = cell.spot.row
                first = cell.spot.column - 1
                for x in range(first, min(first + cell.columns, self._table.width)):
                    for word in {own, over.get(x, "") + own}:
                        self._words.setdefault(word, []).append((row, x))
                    over[x] = own
        return self._words


def _once(cells: Iterable[ScriptCell | None]) -> list[ScriptCell]:
    found: list[ScriptCell] = []
    for cell in cells:  # a merged cell stands side by side with itself
        if cell is not None and not (found and found[-1] is cell):
            found.append(cell)
    return found


_Holder = TypeVar("_Holder", bound="Passage | ScriptCell")


def _fitting(among: Iterable[_Holder], source: Source) -> list[_Holder]:
    """Return those that hold the text of a place, those that hold it there first."""
    all_ = list(among)
    text, start, end = source.text, source.start, source.end
    exact = [one for one in all_ if one.text[start:end] == text] if text else []
    return exact or [one for one in all_ if text in one.text]


def _span(text: str, spot: Spot, source: Source) -> Span:
    if 0 <= source.start < source.end <= len(text):
        return Span(spot, source.start, source.end)
    at = text.find(source.text) if source.text else -1
    return Span(spot, at, at + len(source.text)) if at >= 0 else Span(spot, 0, len(text))


@lru_cache(2048)
def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
