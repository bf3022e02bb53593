"""Lines and tables of pages → paragraphs and whole tables.

A table goes on where it ends a page and the next page begins with one that is as wide; rows that repeat
its head are dropped. Numbers of pages are left out.
"""

from dataclasses import dataclass
from typing import Any

from shanhe.documents.formats.notes import Notes
from shanhe.documents.formats.pdf.lines import Line, goes_on, is_page_number, joined, mended
from shanhe.documents.script import Item, Passage, ScriptCell, ScriptTable, Spot

_SAME = 3.0  # points within which two edges are one
_PADDING = 5.4  # points between the rule and the words of a cell, as Word has it


@dataclass(slots=True)
class _Paragraph:
    part: str
    text: str
    last: Line
    right: float


@dataclass(frozen=True, slots=True)
class _Cell:
    row: int
    rows: int
    left: float
    right: float
    text: str


@dataclass(slots=True)
class _Table:
    part: str
    cells: list[_Cell]
    height: int

    def row(self, number: int) -> list[str]:
        return [cell.text for cell in self.cells if cell.row == number]

    def sides(self) -> tuple[float, float]:
        return min(cell.left for cell in self.cells), max(cell.right for cell in self.cells)

    def edges(self) -> list[float]:
        edges: list[float] = []
        for edge in sorted(edge for cell in self.cells for edge in (cell.left, cell.right)):
            if not edges or edge - edges[-1] > _SAME:
                edges.append(edge)
        return edges


class Flow:
    """What has been read so far."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._things: list[_Paragraph | _Table] = []

    def add_page(self, number: int, page: dict[str, Any]) -> None:
        """Add a page as the child process gives it."""
        part = f"第{number}页"
        lines = [line for line in page["lines"] if not is_page_number(line, page["height"])]
        left = min((line[0] for line in lines), default=0.0)
        right = max((line[2] for line in lines), default=0.0)
        things = [(line[1], False, line) for line in lines]
        things += [(table["box"][1], True, table) for table in page["tables"] if table["cells"]]
        first = True
        for _, is_table, thing in sorted(things, key=lambda one: one[:2]):
            if is_table:
                self._add_table(_table(part, thing), first)
            else:
                self._add_line(part, thing, left, right)
            first = False

    def _add_line(self, part: str, line: Line, left: float, right: float) -> None:
        before = self._things[-1] if self._things else None
        if isinstance(before, _Paragraph) and _continues(before, line, left):
            before.text, before.last = mended(before.text, line[5]), line
            before.right = right
        else:
            self._things.append(_Paragraph(part, line[5], line, right))

    def _add_table(self, table: _Table, first: bool) -> None:
        before = self._things[-1] if self._things else None
        if first and isinstance(before, _Table) and _as_wide(before, table):
            self._notes.add("tables_joined")
            _append(before, table)
        else:
            self._things.append(table)

    def items(self) -> tuple[Item, ...]:
        """Return paragraphs and tables; both are counted within the page where they begin."""
        counts: dict[tuple[str, type], int] = {}
        items: list[Item] = []
        for one in self._things:
            key = one.part, type(one)
            counts[key] = counts.get(key, 0) + 1
            if isinstance(one, _Paragraph):
                items.append(Passage(one.text, Spot(one.part, counts[key])))
            else:
                items.append(_finished(one, counts[key]))
        return tuple(items)


def _continues(before: _Paragraph, line: Line, left: float) -> bool:
    size = before.last[4]
    on_next_page = line[1] < before.last[1]
    near = on_next_page or line[1] - before.last[3] < 1.5 * size
    return (
        near and abs(line[4] - size) < 0.1 * size and goes_on(before.last, line, left, before.right)
    )


def _table(part: str, found: dict[str, Any]) -> _Table:
    cells = [
        _Cell(row, rows, box[0], box[2], joined(lines, box[0] + _PADDING, box[2] - _PADDING))
        for row, rows, box, lines in found["cells"]
    ]
    return _Table(part, cells, found["height"])


def _as_wide(one: _Table, other: _Table) -> bool:
    return all(abs(x - y) < _SAME for x, y in zip(one.sides(), other.sides(), strict=True))


def _append(table: _Table, more: _Table) -> None:
    """Add rows to a table, without those at the top that repeat its head."""
    skip = 0
    while skip < min(table.height, more.height) and more.row(skip) == table.row(skip) != []:
        skip += 1
    shift = table.height - skip
    table.cells += [
        _Cell(cell.row + shift, cell.rows, cell.left, cell.right, cell.text)
        for cell in more.cells
        if cell.row >= skip
    ]
    table.height += more.height - skip


def _finished(table: _Table, number: int) -> ScriptTable:
    edges = table.edges()
    cells = []
    for cell in table.cells:
        x, end = _nearest(edges, cell.left), _nearest(edges, cell.right)
        spot = Spot(table.part, table=number, row=cell.row + 1, column=x + 1)
        cells.append(ScriptCell(cell.text, spot, cell.rows, max(end - x, 1)))
    return ScriptTable(number, tuple(cells), table.height, max(len(edges) - 1, 1))


def _nearest(edges: list[float], value: float) -> int:
    return min(range(len(edges)), key=lambda place: abs(edges[place] - value))
