"""What a document that somebody wrote consists of, before anybody knows what it means.

Every reader of a file format makes a ``Script``; every reader of meaning starts from one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from shanhe.records.source import Source


class Spot(NamedTuple):
    """Where a piece of text stands, in the author's own file.

    Attributes:
        part: ``正文``, ``脚注``, ``文本框`` …, or the name of a sheet.
        paragraph: number of the paragraph in its part, from 1; 0 inside tables.
        table: number of the table in its part, from 1; 0 outside tables.
        row, column: grid position in the table, from 1.
        line: line of a text file, from 1; 0 in other formats.
    """

    part: str = "正文"
    paragraph: int = 0
    table: int = 0
    row: int = 0
    column: int = 0
    line: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph outside tables.

    Attributes:
        text: final text (tracked insertions in, deletions out), one line.
        level: heading level by the file's own styles, 0 for running text.
    """

    text: str
    spot: Spot
    level: int = 0


class ScriptCell(NamedTuple):
    """One real cell; a merged cell appears once, at its upper left corner.

    Attributes:
        text: paragraphs joined by line feeds.
        rows, columns: how many grid rows and columns it covers.
    """

    text: str
    spot: Spot
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class ScriptTable:
    """A table over its grid.

    Attributes:
        number: from 1 in its part.
        cells: row by row, left to right, each real cell once.
        height, width: of the grid.
    """

    number: int
    cells: tuple[ScriptCell, ...]
    height: int
    width: int

    def grid(self) -> list[list[ScriptCell | None]]:
        """Return the grid; each place holds the real cell that covers it, ``None`` for a gap."""
        rows: list[list[ScriptCell | None]] = [[None] * self.width for _ in range(self.height)]
        for cell in self.cells:
            top, left = cell.spot.row - 1, cell.spot.column - 1
            inside = top < self.height and left < self.width
            if inside and cell.rows == cell.columns == 1:
                rows[top][left] = cell
                continue
            for y in range(top, min(top + cell.rows, self.height)):
                for x in range(left, min(left + cell.columns, self.width)):
                    rows[y][x] = cell
        return rows


Item = Passage | ScriptTable


@dataclass(frozen=True, slots=True)
class Script:
    """A whole document.

    Attributes:
        file: its name, without folder. kind: ``docx``, ``txt``, ``html``, ``xlsx``, ``pdf``.
        items: paragraphs and tables in reading order.
        notes: what the reader had to leave out, in words for people (zh, en).
    """

    file: str
    kind: str
    items: tuple[Item, ...]
    notes: tuple[tuple[str, str], ...] = field(default=())

    def passages(self) -> Iterator[Passage]:
        """Yield the paragraphs outside tables."""
        yield from (item for item in self.items if isinstance(item, Passage))

    def tables(self) -> Iterator[ScriptTable]:
        """Yield the tables."""
        yield from (item for item in self.items if isinstance(item, ScriptTable))

    def source(self, spot: Spot, text: str, start: int = 0, column: str = "") -> Source:
        """Return a place in it, for a record."""
        return Source(
            self.file,
            spot.part,
            spot.row,
            column,
            text,
            table=spot.table,
            paragraph=spot.paragraph,
            line=spot.line,
            start=start,
            end=start + len(text),
        )
