r"""Text files → paragraphs and tables.

Text that was flattened from Word has one cell a line, each after a TAB, and a blank line after each
row; a TAB alone is an empty cell (mostly one that a merged cell covers). A line without TAB inside a
row continues its last cell. Rows that follow each other, with nothing but blank lines between, make
one table; columns are counted as found, since the text has lost the spans.

A row also ends without its blank line where it has as many cells as the row before it and a line
follows that opens a title block (附件…, 附表…, 表 3…, 一、…): that line and the lines without TAB
after it are paragraphs, and the next TAB opens another table.

Elsewhere, lines that have a TAB inside are rows with all their cells, if at least two follow each
other; and lines that merely begin with a TAB, one a row, are indented paragraphs. Word's leftover
``[bookmark: …]`` is taken out; lines are numbered as in the file.
"""

from dataclasses import dataclass, field

from shanhe.documents.formats.encoding import decoded
from shanhe.documents.formats.grid import Unreadable
from shanhe.documents.formats.layout import Draft, Row, laid_out
from shanhe.documents.formats.notes import Notes
from shanhe.documents.script import Item, Passage, Script, Spot
from shanhe.values.regex import regex

MOST_LINES = 500_000
_BOOKMARK = regex(r"\[bookmark: [^\[\]\n]{0,80}\]")
_TITLE = regex(r"\s*(?:附\s*[件表录]|表\s*\d|[一二三四五六七八九十]{1,3}、)")
_PART = "正文"
_MOST_CELLS = 63  # in a row, as in Word


def read_text(name: str, data: bytes) -> Script:
    """Return the words of a text file, each with its line.

    Raises:
        Unreadable: it is in another encoding than UTF-8, UTF-16 with its mark or GB18030, or no text.
    """
    notes = Notes()
    text = decoded(data, notes).replace("\r\n", "\n").replace("\r", "\n")
    lines = _BOOKMARK.sub("", text).split("\n")
    if len(lines) > MOST_LINES:
        raise Unreadable("oversized", f"more than {MOST_LINES:,} lines")
    reader = _Reader()
    for number, line in enumerate(lines, start=1):
        reader.add(number, line.strip("\f").replace("\v", " ").replace("\f", " "))
    return Script(name, "txt", reader.finished(), notes.texts())


@dataclass(slots=True)
class _Table:
    """Rows that follow each other; ``whole`` rows stand on one line each."""

    rows: list[Row] = field(default_factory=list)
    whole: bool = False


class _Reader:
    def __init__(self) -> None:
        self._items: list[Item] = []
        self._table: _Table | None = None
        self._row: Row | None = None  # open, one cell a line
        self._paragraphs = self._tables = 0

    def add(self, number: int, line: str) -> None:
        if "\t" in line[1:]:
            self._add_whole_row(number, line)
        elif line.startswith("\t"):
            self._add_cell(number, line[1:])
        elif not line.strip():
            self._row = None
        elif self._row is not None and not self._opens_title(line):
            self._row.cells[-1].lines.append(line)
        else:
            self._end_table()
            self._add_passage(number, line)

    def finished(self) -> tuple[Item, ...]:
        self._end_table()
        return tuple(self._items)

    def _add_whole_row(self, number: int, line: str) -> None:
        if self._table is None or not self._table.whole:
            self._end_table()
            self._table = _Table(whole=True)
        cells = [Draft(lines=[text], line=number) for text in line.split("\t")]
        self._table.rows.append(Row(cells=cells))

    def _add_cell(self, number: int, text: str) -> None:
        if self._table is None or self._table.whole:
            self._end_table()
            self._table = _Table()
        if self._row is None:
            self._row = Row()
            self._table.rows.append(self._row)
        self._row.cells.append(Draft(lines=[text] if text.strip() else [], line=number))

    def _opens_title(self, line: str) -> bool:
        rows = self._table.rows if self._table else []
        if len(rows) < 2 or len(rows[-1].cells) < len(rows[-2].cells):
            return False
        goes_on = any(map(_TITLE.match, rows[-1].cells[-1].lines))  # 一、… 二、… in one cell
        return _TITLE.match(line) is not None and not goes_on

    def _end_table(self) -> None:
        table, self._table, self._row = self._table, None, None
        if table is None:
            return
        if _is_running_text(table):
            for row in table.rows:
                self._add_running_text(row, whole=table.whole)
            return
        self._tables += 1
        found, _ = laid_out(_PART, self._tables, table.rows)
        self._items.append(found)

    def _add_running_text(self, row: Row, *, whole: bool) -> None:
        if whole:
            text = "\t".join("".join(cell.lines) for cell in row.cells)
            self._add_passage(row.cells[0].line, text)
            return
        for cell in row.cells:
            for offset, line in enumerate(cell.lines):
                self._add_passage(cell.line + offset, line)

    def _add_passage(self, number: int, text: str) -> None:
        if text.strip():
            self._paragraphs += 1
            spot = Spot(_PART, self._paragraphs, line=number)
            self._items.append(Passage(text, spot))


def _is_running_text(table: _Table) -> bool:
    """A line with a gap in it, or paragraphs that are indented by a TAB: no table."""
    if table.whole:
        return len(table.rows) < 2
    widths = [len(row.cells) for row in table.rows]
    return max(widths) < 2 or max(widths) > _MOST_CELLS
