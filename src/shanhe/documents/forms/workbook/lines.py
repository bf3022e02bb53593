"""Sheets as lines: one line a record, its texts by field; what a database keeps of a workbook."""

from collections.abc import Iterable, Mapping, Sequence

from shanhe.documents.formats.grid import Grid
from shanhe.documents.forms.workbook.declare import Sheet
from shanhe.documents.forms.workbook.guide import empty_grid, headings
from shanhe.documents.forms.workbook.head import Handed
from shanhe.documents.forms.workbook.read import texts_of
from shanhe.documents.forms.workbook.tables import BY_NAME, SHEETS

BY_KEY = {sheet.key: sheet for sheet in SHEETS}

Line = Mapping[str, str]
"""Field → text as typed; a field that is empty is left out."""


def lines_of(handed: Mapping[str, Handed]) -> dict[str, list[Line]]:
    """Return sheet key → its lines, in order; what people keep in sheets of their own is left out.

    Example:
        A sheet 区域与单位 with one row 东河区 gives
        ``{"places": [{"name": "东河区", "level": "县", "kind": "区域"}]}``.
    """
    found: dict[str, list[Line]] = {}
    for name, sheet in handed.items():
        declared = BY_NAME.get(name)
        if declared is not None:
            found[declared.key] = list(texts_of(declared, sheet))
    return found


def grids_of_lines(lines: Mapping[str, Sequence[Line]]) -> dict[str, Grid]:
    """Return sheet name → grid, every declared sheet; the other way round of ``lines_of``."""
    return {sheet.zh: _grid(sheet, lines.get(sheet.key, ())) for sheet in SHEETS}


def _grid(sheet: Sheet, lines: Iterable[Line]) -> Grid:
    if not sheet.vertical:
        return [
            headings(sheet),
            *(tuple(line.get(c.key, "") for c in sheet.columns) for line in lines),
        ]
    grid = [list(row) for row in empty_grid(sheet)]
    for line in lines:
        for row, column in zip(grid[1:], sheet.columns, strict=True):
            row[1] = line.get(column.key, "")
    return grid
