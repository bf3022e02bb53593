"""Sheets as printed text → a workbook with headings, drop-down lists and notes."""

from collections.abc import Iterator, Mapping

from shanhe.documents.formats.grid import Grid
from shanhe.documents.formats.xlsx.book import LISTS, Book, Drop, Style, workbook_bytes
from shanhe.documents.forms.workbook.declare import Column, Kind, Sheet
from shanhe.documents.forms.workbook.guide import (
    empty_grid,
    guide_grid,
    guide_titles,
    what_to_fill_in,
)
from shanhe.documents.forms.workbook.read import GUIDE
from shanhe.documents.forms.workbook.tables import BY_NAME, SHEETS

_NUMERIC = {
    Kind.MONEY,
    Kind.PERCENT,
    Kind.NUMBER,
    Kind.AMOUNT,
    Kind.WHOLE,
    Kind.YEAR,
    Kind.PERIOD,
}
_SIGNS = ("≥", "≤", "=", ">", "<")


def empty_grids() -> dict[str, Grid]:
    """Return all sheets with headings alone."""
    return {sheet.zh: empty_grid(sheet) for sheet in SHEETS}


def xlsx_bytes(grids: Mapping[str, Grid], indicators: tuple[str, ...] = ()) -> bytes:
    """Return the workbook; sheets that the tables do not declare are written as they are.

    Args:
        grids: sheet name to rows; the sheet of instructions is put in front, always anew.
        indicators: names of the catalogue, offered as a drop-down list.
    """
    guide = guide_grid()
    look = Style(widths=(22, 26, 8, 46, 46), strong=guide_titles(guide))
    books = [Book(GUIDE, guide, look)]
    for name in sorted(set(grids) - {GUIDE, LISTS}, key=_order):
        sheet = BY_NAME.get(name)
        style = _style(sheet, grids[name], indicators) if sheet else Style()
        books.append(Book(name, grids[name], style))
    return workbook_bytes(books)


def _order(name: str) -> tuple[int, str]:
    names = [sheet.zh for sheet in SHEETS]
    return (names.index(name) if name in names else len(names), name)


def _style(sheet: Sheet, grid: Grid, indicators: tuple[str, ...]) -> Style:
    if sheet.vertical:
        return _vertical_style(sheet, grid)
    head = list(grid[0]) if grid else []
    columns = [sheet.column(heading) for heading in head]
    return Style(
        widths=tuple(
            max(column.width, 2 * len(column.zh) + 2) if column else 14 for column in columns
        ),
        head=True,
        notes=tuple(_note(column) for column in columns),
        numeric=tuple(bool(column and column.kind in _NUMERIC) for column in columns),
        days=tuple(bool(column and column.kind is Kind.DAY) for column in columns),
        needed=tuple(bool(column and column.required) for column in columns),
        drops=tuple(_drops(columns, indicators)),
        wrap=True,
    )


def _vertical_style(sheet: Sheet, grid: Grid) -> Style:
    columns = {n: sheet.column(row[0]) for n, row in enumerate(grid, 1) if row and n > 1}
    known = {number: column for number, column in columns.items() if column is not None}
    return Style(
        widths=(26, 70, 50),
        head=True,
        strong=frozenset(number for number, column in known.items() if column.required),
        drops=tuple(Drop(f"B{n}", column.choices) for n, column in known.items() if column.choices),
        wrap=True,
    )


def _note(column: Column | None) -> str:
    if column is None:
        return ""
    needed = "必填" if column.required else ""
    return "\n".join(filter(None, (needed, what_to_fill_in(column), column.note)))


def _drops(columns: list[Column | None], indicators: tuple[str, ...]) -> Iterator[Drop]:
    for place, column in enumerate(columns):
        if column is None:
            continue
        choices = {
            Kind.CHOICE: column.choices,
            Kind.YES_NO: ("是", "否"),
            Kind.SIGN: _SIGNS,
            Kind.INDICATOR: indicators,
        }.get(column.kind, ())
        if choices:
            yield Drop(place, choices, strict=column.kind is not Kind.INDICATOR)
