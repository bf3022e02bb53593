"""The sheets of a workbook, each cell as a person sees it printed."""

import io
import re
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from shanhe.documents.formats.grid import (
    MOST_BYTES,
    MOST_COLUMNS,
    MOST_ROWS,
    NO_VALUE,
    Grid,
    Unreadable,
)

_PLACES = re.compile(r"0\.(0+)")


def read_grids(data: bytes) -> dict[str, Grid]:
    """Return sheet name to rows of printed cells; a hidden sheet counts like any other.

    Numbers keep the decimals that their format shows (``80.8`` formatted ``0.00`` is ``80.80``)
    but are never cut; days are ``2025-07-07``; a formula counts with its saved result.

    Raises:
        Unreadable: it is no workbook, has macros or entities, or is too big.
    """
    has_formulas = _inspect(data)
    values = _open(data, data_only=True)
    grids = {sheet.title: _rows(sheet) for sheet in values.worksheets}
    if has_formulas:
        _mark_lost_results(grids, data)
    return grids


def _inspect(data: bytes) -> bool:
    """Refuse hostile packages before any parser sees them; return whether formulas occur."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        names = package.namelist()
    except (zipfile.BadZipFile, ValueError) as error:
        raise Unreadable("not_a_workbook", str(error)) from None
    if "xl/workbook.xml" not in names:
        raise Unreadable("not_a_workbook", "xl/workbook.xml")
    if any(name.endswith("vbaProject.bin") for name in names):
        raise Unreadable("not_a_workbook", "含宏 / macros")
    if sum(info.file_size for info in package.infolist()) > MOST_BYTES:
        raise Unreadable("too_big", f"> {MOST_BYTES // 1_000_000} MB")
    return any(_has_formula(package, name) for name in names if name.endswith((".xml", ".rels")))


def _has_formula(package: zipfile.ZipFile, name: str) -> bool:
    try:
        text = package.read(name)
    except (zipfile.BadZipFile, RuntimeError, OSError, EOFError) as error:
        raise Unreadable("not_a_workbook", f"{name}: {error}") from None
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise Unreadable("not_a_workbook", f"{name}: DOCTYPE")
    return name.startswith("xl/worksheets/") and b"<f" in text


def _open(data: bytes, *, data_only: bool) -> Any:
    from openpyxl import load_workbook  # noqa: PLC0415 - 0.2 s that CSV programmes need not pay

    try:
        return load_workbook(io.BytesIO(data), read_only=True, data_only=data_only)
    except Exception as error:  # openpyxl raises whatever its parsers meet
        raise Unreadable("not_a_workbook", f"{type(error).__name__}: {error}") from None


def _rows(sheet: Any) -> Grid:
    try:
        sheet.reset_dimensions()
        rows = [_row(row) for row in _bounded(sheet.iter_rows(), sheet.title)]
    except Unreadable:
        raise
    except Exception as error:  # a damaged sheet shows only while it is read
        raise Unreadable(
            "not_a_workbook", f"{type(error).__name__}: {error}", sheet.title
        ) from None
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def _bounded(rows: Iterable[Any], title: str) -> Iterable[Any]:
    for count, row in enumerate(rows, 1):
        if count > MOST_ROWS:
            raise Unreadable("too_big", f"> {MOST_ROWS:,}", title)
        yield row


def _row(cells: tuple[Any, ...]) -> list[str]:
    row = [_printed(cell) for cell in cells[:MOST_COLUMNS]]
    while row and not row[-1]:
        row.pop()
    return row


def _printed(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return _number(value, cell.number_format)
    if isinstance(value, datetime):
        day = value.date().isoformat()
        return day if value.time() == datetime.min.time() else f"{day} {value.time()}"
    if isinstance(value, date):
        return value.isoformat()
    return str(value).replace("_x000D_", "").replace("\r\n", "\n").strip()


def _number(value: float, number_format: str) -> str:
    exact = Decimal(format(value, ".15g"))  # what Excel itself can keep and show
    percent = "%" in number_format
    if percent:
        exact = exact * 100
    shown = _PLACES.search(number_format)
    places = len(shown[1]) if shown else 0
    exponent = exact.as_tuple().exponent
    own = max(-exponent, 0) if isinstance(exponent, int) else 0
    text = f"{exact:.{max(places, own)}f}"
    return f"{text}%" if percent else text


def _mark_lost_results(grids: dict[str, Grid], data: bytes) -> None:
    for sheet in _open(data, data_only=False).worksheets:
        grid = [list(row) for row in grids[sheet.title]]
        sheet.reset_dimensions()
        for y, row in enumerate(sheet.iter_rows()):
            for x, cell in enumerate(row[:MOST_COLUMNS]):
                if cell.value is not None and getattr(cell, "data_type", "") == "f":
                    _mark(grid, y, x)
        grids[sheet.title] = grid


def _mark(grid: list[list[str]], y: int, x: int) -> None:
    while len(grid) <= y:
        grid.append([])
    grid[y] += [""] * (x + 1 - len(grid[y]))
    grid[y][x] = grid[y][x] or NO_VALUE
