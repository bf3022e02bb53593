"""Rows of cells, each with its span → the grid of a table."""

from dataclasses import dataclass, field

from shanhe.documents.formats.grid import Unreadable
from shanhe.documents.script import ScriptCell, ScriptTable, Spot

MOST_WIDE = 1000
"""Grid columns of a table; Word allows 63 cells in a row, HTML a span of 1000."""
MOST_PLACES = 2_000_000
"""Places of one grid."""


@dataclass(slots=True)
class Draft:
    """A cell while its table is read; ``below``: it continues the one above it.

    Attributes:
        lines: its paragraphs. line: where it begins in a text file.
    """

    columns: int = 1
    rows: int = 1
    below: bool = False
    lines: list[str] = field(default_factory=list)
    line: int = 0


@dataclass(slots=True)
class Row:
    """Cells from left to right, after so many free columns."""

    before: int = 0
    cells: list[Draft] = field(default_factory=list)


@dataclass(slots=True)
class _Placed:
    draft: Draft
    row: int
    column: int
    columns: int


def laid_out(part: str, number: int, rows: list[Row]) -> tuple[ScriptTable, bool]:
    """Return the table, and whether cells that are covered by merged ones held words.

    Cells are put side by side; places that a cell from above covers are stepped over. A cell that
    continues one above is joined to it if both have the same left edge and width, else it stands
    alone. A cell that would reach over an occupied place ends before it.

    Raises:
        Unreadable: the grid is absurdly large.
    """
    layout = _Layout(len(rows))
    for y, row in enumerate(rows):
        layout.add(y, row)
    cells = tuple(_cell(part, number, placed, layout.height) for placed in layout.placed)
    return ScriptTable(number, cells, layout.height, layout.width), layout.covered


def _cell(part: str, number: int, placed: _Placed, height: int) -> ScriptCell:
    draft = placed.draft
    spot = Spot(part, 0, number, placed.row + 1, placed.column + 1, draft.line)
    rows = draft.rows if draft.rows == 1 else min(draft.rows, height - placed.row)
    text = draft.lines[0] if len(draft.lines) == 1 else "\n".join(draft.lines)
    return ScriptCell(text, spot, rows, placed.columns)


class _Layout:
    def __init__(self, height: int) -> None:
        self.height, self.width, self.covered = height, 0, False
        self.placed: list[_Placed] = []
        self._left_edges: dict[int, _Placed] = {}
        self._free_from: dict[int, int] = {}  # column → first row that no cell covers

    def add(self, y: int, row: Row) -> None:
        x = row.before
        for draft in row.cells:
            while self._free_from.get(x, 0) > y:
                x += 1
            joined = draft.below and self._joined(draft, x, y)
            x += draft.columns if joined else self._place(draft, x, y)
            if x > MOST_WIDE:
                break
        self._check(x)

    def _check(self, width: int) -> None:
        self.width = max(self.width, width)
        if self.width > MOST_WIDE:
            raise Unreadable("oversized", f"a table of more than {MOST_WIDE} columns")
        if self.width * self.height > MOST_PLACES:
            raise Unreadable("oversized", f"a table of more than {MOST_PLACES:,} places")

    def _joined(self, draft: Draft, x: int, y: int) -> bool:
        above = self._left_edges.get(x)
        if above is None or above.columns != draft.columns or above.row + above.draft.rows != y:
            return False
        above.draft.rows += 1
        self.covered = self.covered or bool(draft.lines)
        return True

    def _place(self, draft: Draft, x: int, y: int) -> int:
        """Place a cell and return how many columns it could cover."""
        columns = 1
        while columns < draft.columns and self._free_from.get(x + columns, 0) <= y:
            columns += 1
        placed = _Placed(draft, y, x, columns)
        self.placed.append(placed)
        self._left_edges[x] = placed
        for column in range(x, x + columns):
            self._free_from[column] = y + draft.rows
        return columns
