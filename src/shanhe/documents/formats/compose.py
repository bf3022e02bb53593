"""Paragraphs, tables, cells and boxes, as a reader meets them → items of a ``Script``.

A table inside a cell comes out as a table of its own right after the outer one; its words are not
repeated in the outer cell. Words in a text box come out after the paragraph or the outermost table
that the box hangs on.
"""

from dataclasses import dataclass, field

from shanhe.documents.formats.grid import Unreadable
from shanhe.documents.formats.layout import MOST_PLACES, Draft, Row, laid_out
from shanhe.documents.script import Item, Passage, Spot

MOST_ITEMS = 80_000
"""Paragraphs and cells of one document."""


@dataclass(slots=True)
class _Counts:
    """How many paragraphs and tables a part has so far."""

    paragraphs: int = 0
    tables: int = 0


@dataclass(slots=True)
class _Box:
    """The body, a note or a text box, while it is read."""

    part: str
    items: list[Item] = field(default_factory=list)
    hanging: list[Item] = field(default_factory=list)


@dataclass(slots=True)
class _Table:
    """A table while it is read.

    Attributes:
        above: words in it that stand before its first row, such as a caption.
        later: what stands in or between its cells and has to come after it.
    """

    part: str
    number: int
    rows: list[Row] = field(default_factory=list)
    row: Row | None = None
    cell: Draft | None = None
    above: list[Item] = field(default_factory=list)
    later: list[Item] = field(default_factory=list)

    def beside(self) -> list[Item]:
        """Return where words go that stand in the table, but in no cell."""
        return self.later if self.rows or self.row else self.above


class Composer:
    """What has been read so far. Calls may come in any order: nothing is lost, nothing raises.

    Attributes:
        covered: some merged cell hides words of its own.

    Raises:
        Unreadable: from any method, when the document is larger than any honest paper.
    """

    def __init__(self, part: str = "正文") -> None:
        self._counts: dict[str, _Counts] = {}
        self._stack: list[_Box | _Table] = [_Box(part)]
        self._left, self._places = MOST_ITEMS, MOST_PLACES
        self.covered = False

    def paragraph(self, text: str, level: int = 0) -> None:
        """Add a paragraph to the open cell or box; line ends in it are the author's own."""
        top = self._stack[-1]
        text = text.strip("\n")
        blank = not text.strip()
        if isinstance(top, _Table) and top.cell is not None:
            if not blank:
                top.cell.lines.append(text)
        elif not blank:
            passage = self._passage(top.part, text, level)
            (top.beside() if isinstance(top, _Table) else top.items).append(passage)
        if isinstance(top, _Box):
            top.items += top.hanging
            top.hanging = []

    def _passage(self, part: str, text: str, level: int) -> Passage:
        self._spend(1)
        counts = self._counts.setdefault(part, _Counts())
        counts.paragraphs += 1
        return Passage(text.replace("\n", " "), Spot(part, counts.paragraphs), level)

    def open_table(self) -> None:
        """Begin a table."""
        part = self._stack[-1].part
        counts = self._counts.setdefault(part, _Counts())
        counts.tables += 1
        self._stack.append(_Table(part, counts.tables))

    def close_table(self) -> None:
        """End the open table."""
        table = self._stack.pop()
        if not isinstance(table, _Table):
            self._stack.append(table)
            return
        self._stack.append(table)
        self.close_row()
        self._stack.pop()
        found, covered = laid_out(table.part, table.number, table.rows)
        self.covered = self.covered or covered
        self._places -= found.height * found.width
        if self._places < 0:
            raise Unreadable("oversized", f"tables of more than {MOST_PLACES:,} places")
        own = [found] if found.cells else []
        self._add([*table.above, *own, *table.later])

    def table(self, rows: list[Row]) -> None:
        """Add a whole table without any other inside."""
        self.open_table()
        top = self._stack[-1]
        if isinstance(top, _Table):
            self._spend(sum(len(row.cells) + 1 for row in rows))
            top.rows = rows
        self.close_table()

    def open_row(self, before: int = 0) -> None:
        """Begin a row that leaves ``before`` columns free."""
        top = self._stack[-1]
        if isinstance(top, _Table):
            self.close_row()
            self._spend(1)
            top.row = Row(before)

    def close_row(self) -> None:
        """End the open row."""
        self.close_cell()
        top = self._stack[-1]
        if isinstance(top, _Table) and top.row is not None:
            top.rows.append(top.row)
            top.row = None

    def open_cell(self, columns: int = 1, rows: int = 1, *, below: bool = False) -> None:
        """Begin a cell; ``below``: it continues the one above it."""
        top = self._stack[-1]
        if isinstance(top, _Table):
            self.close_cell()
            self._spend(1)
            top.row = top.row or Row()
            top.cell = Draft(columns, rows, below)

    def close_cell(self) -> None:
        """End the open cell."""
        top = self._stack[-1]
        if isinstance(top, _Table) and top.row is not None and top.cell is not None:
            top.row.cells.append(top.cell)
            top.cell = None

    def widen_cell(self, columns: int) -> bool:
        """Let the last cell of the row cover more columns; return whether there was one."""
        top = self._stack[-1]
        last = top.row.cells[-1] if isinstance(top, _Table) and top.row and top.row.cells else None
        if last is not None:
            last.columns += columns
        return last is not None

    def open_box(self, part: str) -> None:
        """Begin a text box or a note."""
        self._stack.append(_Box(part))

    def close_box(self) -> None:
        """End the open box."""
        box = self._stack[-1]
        if isinstance(box, _Box) and len(self._stack) > 1:
            self._stack.pop()
            self._hang(box.items + box.hanging)

    def finished(self) -> tuple[Item, ...]:
        """Return all items in reading order."""
        while len(self._stack) > 1:
            (self.close_box if isinstance(self._stack[-1], _Box) else self.close_table)()
        body = self._stack[0]
        return (*body.items, *body.hanging) if isinstance(body, _Box) else ()

    def _add(self, items: list[Item]) -> None:
        top = self._stack[-1]
        (top.items if isinstance(top, _Box) else top.later).extend(items)

    def _hang(self, items: list[Item]) -> None:
        top = self._stack[-1]
        (top.hanging if isinstance(top, _Box) else top.later).extend(items)

    def _spend(self, count: int) -> None:
        self._left -= count
        if self._left < 0:
            raise Unreadable("oversized", f"more than {MOST_ITEMS:,} paragraphs and cells")
