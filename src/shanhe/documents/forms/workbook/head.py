"""The first row of a sheet: which column is where, and what is wrong with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from shanhe.documents.formats.grid import Grid
from shanhe.documents.formats.marks import MERGED
from shanhe.documents.forms.workbook.cells import marked
from shanhe.documents.forms.workbook.declare import Column, Sheet
from shanhe.documents.forms.workbook.guide import CONTENT, FIELD
from shanhe.records.problem import Problem
from shanhe.records.source import Source

NO_HEADING = frozenset({"heading_below", "no_heading"})
"""Kinds of problem of a sheet whose first row is none."""
_ROWS_SEARCHED = 10


@dataclass(frozen=True, slots=True)
class Handed:
    """One sheet as it was handed in.

    Attributes:
        file: name of the file it is in; a folder of CSV files has one file a sheet.
        part: name of the sheet inside the file, empty for a CSV file.
    """

    file: str
    part: str
    grid: Grid

    def source(self, row: int = 0, column: str = "", text: str = "") -> Source:
        """Return a place in it."""
        return Source(self.file, self.part, row, column, text)


def letter(place: int) -> str:
    """Return the name of a column by its position from 0: ``A``, ``B`` … ``AA``."""
    above, below = divmod(place, 26)
    return (letter(above - 1) if above else "") + chr(65 + below)


def headings(handed: Handed) -> list[str]:
    """Return the texts of the first row, one line each."""
    return [" ".join(cell.split()) for cell in handed.grid[0]] if handed.grid else []


def no_heading(sheet: Sheet, handed: Handed) -> Problem | None:
    """Return the problem that the first row holds no known heading, if that is so."""
    if _is_heading(sheet, handed.grid[0]):
        return None
    rows = enumerate(handed.grid[:_ROWS_SEARCHED], 1)
    found = next((number for number, row in rows if _is_heading(sheet, row)), None)
    names = (FIELD, CONTENT) if sheet.vertical else tuple(c.zh for c in sheet.columns[:3])
    words = {"expected": "、".join(names), "row": str(found or "")}
    return Problem("heading_below" if found else "no_heading", handed.source(1), words)


def _is_heading(sheet: Sheet, row: Sequence[str]) -> bool:
    if sheet.vertical:
        return {FIELD, CONTENT} <= {cell.strip() for cell in row}
    filled = [cell for cell in row if cell.strip() and cell != MERGED]
    found = sum(sheet.column(cell) is not None for cell in filled)
    return found >= min(2, max(1, len(filled)))


def head_problems(sheet: Sheet, handed: Handed) -> Iterator[Problem]:
    """Yield what is unknown, twice, merged or missing among the headings."""
    head = headings(handed)
    known = [sheet.column(heading) for heading in head]
    missing = [column for column in sheet.columns if column not in known]
    for place, heading in enumerate(head):
        where = handed.source(1, heading, heading)
        if heading == MERGED:
            yield Problem("merged", handed.source(1, letter(place)))
        elif known[place] is not None and known[place] in known[:place]:
            yield Problem("twice", where)
        elif heading and known[place] is None and not heading.startswith("_"):
            near = get_close_matches(heading, [column.zh for column in missing], 1, 0.4)
            yield Problem("unknown_column", where, {"suggest": "".join(near)})
    for column in missing:
        if column.required:
            yield Problem("missing_column", handed.source(1), {"column": column.zh})


def strays(
    handed: Handed, number: int, head: Sequence[str], cells: Sequence[str]
) -> Iterator[Problem]:
    """Yield what stands in columns without a heading."""
    for place, text in enumerate(cells):
        nameless = place >= len(head) or head[place] in {"", MERGED}
        if text.strip() and nameless:
            kind = marked(text) or "stray_value"
            yield Problem(kind, handed.source(number, letter(place), text))


def columns(sheet: Sheet, handed: Handed) -> list[Column | None]:
    """Return the declared column of each heading."""
    return [sheet.column(heading) for heading in headings(handed)]
