"""Workbooks that somebody wrote → paragraphs and tables, sheet by sheet.

A blank row ends a table. Rows above a table that have one cell only, such as its title and the unit,
are paragraphs. Rows and columns are counted as in Excel, so the grid of a table begins with gaps
where the table does not begin at A1. Merged cells count once; numbers are as printed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from shanhe.documents.formats.grid import NO_VALUE, Grid, Unreadable
from shanhe.documents.formats.marks import MERGED, ODD_FORMAT
from shanhe.documents.formats.notes import Notes
from shanhe.documents.formats.office import packed
from shanhe.documents.formats.xlsx.package import Package
from shanhe.documents.formats.xlsx.read import read_grids
from shanhe.documents.formats.zipped import Zipped
from shanhe.documents.script import Item, Passage, Script, ScriptCell, ScriptTable, Spot
from shanhe.values.regex import regex

MOST_PLACES = 10_000_000
"""Places of all grids together."""
MOST_MARKS = 6_000_000
"""Tags and attributes of all parts; 50,000 rows of 8 numbers have 3 million."""
_AREA = regex(r"([A-Z]{1,3})([1-9]\d{0,6}):([A-Z]{1,3})([1-9]\d{0,6})")
_KINDS = {
    "not_xlsx": "unknown_format",
    "old_or_locked": "locked",
    "has_macros": "unsafe_content",
    "unsafe_xml": "unsafe_content",
    "too_big": "oversized",
    "too_many_rows": "oversized",
    "too_many_columns": "oversized",
    "damaged": "damaged_document",
    "same_sheet": "damaged_document",
}
_Span = tuple[int, int]  # rows, columns


def read_xlsx(name: str, data: bytes, notes: Notes | None = None) -> Script:
    """Return what stands in a workbook; ``notes`` are those that there are already.

    Raises:
        Unreadable: it is no workbook, is damaged, or beyond bounds.
    """
    notes = notes or Notes()
    data = _without_macros(data, notes)
    try:
        grids = read_grids(data)
        spans = dict(_merged(data))
    except Unreadable as refusal:
        kind = _KINDS.get(refusal.kind, refusal.kind)
        raise Unreadable(kind, refusal.detail, refusal.part) from None
    except ArithmeticError as error:  # a number such as 1e999999999
        raise Unreadable("damaged_document", type(error).__name__) from None
    items: list[Item] = []
    left = MOST_PLACES
    for title, grid in grids.items():
        sheet = _Sheet(title, grid, spans.get(title, {}), notes, left)
        items += sheet.items()
        left = sheet.left
    return Script(name, "xlsx", tuple(items), notes.texts())


def _without_macros(data: bytes, notes: Notes) -> bytes:
    """Return the workbook without the part that holds its macros."""
    archive = Zipped(data)
    _check(archive)
    if not any(name.endswith("vbaProject.bin") for name in archive.names):
        return data
    notes.add("macros")
    names = sorted(name for name in archive.names if name.endswith((".xml", ".rels")))
    return packed({name: archive.bytes_of(name) for name in names})


def _check(archive: Zipped) -> None:
    """Refuse sheets of more tags than can be read in time, before any parser sees them."""
    marks = 0
    for name in archive.names:
        if name.endswith(".xml") and name.startswith("xl/"):
            part = archive.bytes_of(name)
            marks += part.count(b"<") + part.count(b"=")
    if marks > MOST_MARKS:
        raise Unreadable("oversized", f"more than {MOST_MARKS:,} tags")


def _merged(data: bytes) -> Iterator[tuple[str, dict[tuple[int, int], _Span]]]:
    """Yield for each sheet its merged cells: upper left corner and span, counted from 0."""
    package = Package(data)
    book = next((one.part for one in package.related("") if one.kind == "officeDocument"), "")
    parts = {one.id: one.part for one in package.related(book)}
    titles = [
        (
            sheet.get("name", ""),
            str(next((v for k, v in sheet.items() if str(k)[-3:] == "}id"), "")),
        )
        for sheet in package.elements(book, "sheet")
    ]
    for title, key in titles:
        areas = (
            _AREA.fullmatch(merge.get("ref", ""))
            for merge in package.elements(parts.get(key, ""), "mergeCell")
        )
        yield title, dict(_span(*area.groups()) for area in areas if area)


def _span(left: str, top: str, right: str, bottom: str) -> tuple[tuple[int, int], _Span]:
    y, x = int(top) - 1, _column(left)
    return (y, x), (max(int(bottom) - y, 1), max(_column(right) + 1 - x, 1))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


@dataclass(slots=True)
class _Sheet:
    title: str
    grid: Grid
    spans: dict[tuple[int, int], _Span]
    notes: Notes
    left: int  # places of grids that are still allowed
    paragraphs: int = 0
    tables: int = 0
    found: list[Item] = field(default_factory=list)

    def items(self) -> list[Item]:
        """Return paragraphs and tables from top to bottom."""
        top = 0
        for y in range(len(self.grid) + 1):
            if y == len(self.grid) or not any(self.grid[y]):
                self._add_region(top, y)
                top = y + 1
        return self.found

    def _add_region(self, top: int, bottom: int) -> None:
        """Add rows that follow each other without a gap."""
        while top < bottom and len(own := self._own(top)) < 2 and not self._reaches_down(top, own):
            for x in own:
                self._add_passage(top, x)
            top += 1
        if top < bottom:
            self._add_table(top, bottom)

    def _own(self, y: int) -> list[int]:
        """Columns of the cells in a row that are not covered by others."""
        return [x for x, text in enumerate(self.grid[y]) if text and text != MERGED]

    def _reaches_down(self, y: int, columns: list[int]) -> bool:
        return any(self.spans.get((y, x), (1, 1))[0] > 1 for x in columns)

    def _add_passage(self, y: int, x: int) -> None:
        text = self._text(y, x).replace("\n", " ")
        if text.strip():
            self.paragraphs += 1
            spot = Spot(self.title, self.paragraphs, row=y + 1, column=x + 1)
            self.found.append(Passage(text, spot))

    def _add_table(self, top: int, bottom: int) -> None:
        rows = self.grid[top:bottom]
        first = min(next((x for x, text in enumerate(row) if text), len(row)) for row in rows)
        width = max(map(len, rows))
        self.left -= bottom * width
        if self.left < 0:
            raise Unreadable("oversized", f"tables of more than {MOST_PLACES:,} places", self.title)
        self.tables += 1
        cells: list[ScriptCell] = []
        for y in range(top, bottom):
            cells += self._cells(y, range(first, width), bottom)
        self.found.append(ScriptTable(self.tables, tuple(cells), bottom, width))

    def _cells(self, y: int, columns: range, bottom: int) -> Iterator[ScriptCell]:
        row = self.grid[y]
        for x in columns:
            if x < len(row) and row[x] == MERGED:
                continue
            rows, wide = self.spans.get((y, x), (1, 1))
            spot = Spot(self.title, table=self.tables, row=y + 1, column=x + 1)
            yield ScriptCell(
                self._text(y, x), spot, min(rows, bottom - y), min(wide, columns.stop - x)
            )

    def _text(self, y: int, x: int) -> str:
        text = self.grid[y][x] if x < len(self.grid[y]) else ""
        if text == NO_VALUE:
            self.notes.add("no_results", f"{self.title} {_letters(x)}{y + 1}")
        elif text.startswith(ODD_FORMAT):
            self.notes.add("odd_formats", f"{self.title} {_letters(x)}{y + 1}")
        else:
            return text
        return ""


def _letters(x: int) -> str:
    text = ""
    while x >= 0:
        text = chr(ord("A") + x % 26) + text
        x = x // 26 - 1
    return text
