"""Rows of printed text → an Excel workbook that keeps every text as it is printed."""

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from math import ceil
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from shanhe.documents.formats.grid import Grid
from shanhe.documents.formats.office import packed
from shanhe.documents.formats.xlsx.written import (
    LONGEST_TEXT,
    Cells,
    Drop,
    Style,
    has,
    is_too_long,
)

__all__ = ["LISTS", "LONGEST_TEXT", "Book", "Drop", "Style", "is_too_long", "workbook_bytes"]

LISTS = "_选项"
"""The hidden sheet that drop-down lists are taken from."""

_SAVED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_ROWS_OF_LISTS = 5000
_LINE_HEIGHT, _HEAD_HEIGHT, _HIGHEST_ROW = 15.0, 24.0, 409.0  # points
_KEEPS_HEIGHT = re.compile(rb'(<row [^>]*?) customHeight="1"')


@dataclass(frozen=True, slots=True)
class Book:
    """A sheet to be written."""

    name: str
    grid: Grid
    style: Style = field(default_factory=Style)


def workbook_bytes(sheets: Sequence[Book]) -> bytes:
    """Return the workbook; the same sheets give the same bytes.

    A text becomes a number or a day only if reading it again gives the same text, so that nothing
    is lost. Nothing is ever stored as a formula; what XML forbids is escaped as Excel does it.

    Raises:
        ValueError: a text is longer than Excel can hold, or a sheet has a name it cannot have.
    """
    for sheet in sheets:
        if any(is_too_long(text) for row in sheet.grid for text in row):
            message = f"{sheet.name}: a text of more than {LONGEST_TEXT} characters"
            raise ValueError(message)
    book = Workbook(write_only=True)
    lists: dict[tuple[str, ...], str] = {}
    for sheet in sheets:
        _write(book, sheet, lists)
    _write_lists(book, lists)
    out = io.BytesIO()
    book.properties.creator = "shanhe"
    book.properties.created = book.properties.modified = datetime(2026, 1, 1)
    book.save(out)
    return _same_bytes(out.getvalue())


def _same_bytes(book: bytes) -> bytes:
    """Return the package without the moment at which it was saved."""
    package = zipfile.ZipFile(io.BytesIO(book))
    parts = {name: package.read(name) for name in package.namelist()}
    for name, data in parts.items():
        if name.startswith("xl/worksheets/sheet"):  # heights adapt when a cell is changed
            parts[name] = _KEEPS_HEIGHT.sub(rb"\1", data)
    parts["docProps/core.xml"] = _SAVED.sub(
        rb"\g<1>2026-01-01T00:00:00Z", parts["docProps/core.xml"]
    )
    return packed(parts)


def _write(book: Any, sheet: Book, lists: dict[tuple[str, ...], str]) -> None:
    page = book.create_sheet(sheet.name)
    style = sheet.style
    _set_columns(page, style)
    _set_print(page, style)
    cells = Cells(page, style)
    for drop in style.drops:
        page.data_validations.append(_validation(drop, lists))
    for number, row in enumerate(sheet.grid, 1):
        height = _height(style, row, head=style.head and number == 1)
        if height:
            page.row_dimensions[number].height = height
        page.append(cells.row(number, row))


def _height(style: Style, row: Sequence[str], *, head: bool) -> float:
    """Return the height of a row in points, 0 where the usual one will do."""
    if head:
        return _HEAD_HEIGHT
    wrapped = zip(row, style.widths, strict=False) if style.wrap else ()
    lines = max((_lines(text, width) for text, width in wrapped), default=1)
    return min(lines * _LINE_HEIGHT, _HIGHEST_ROW) if lines > 1 else 0


def _lines(text: str, width: float) -> int:
    """Return how many lines a text takes; a Chinese character is as wide as two others."""
    room = max(1.0, width - 1)
    long = (sum(2 if ord(mark) > 0x2E7F else 1 for mark in line) for line in text.split("\n"))
    return sum(max(1, ceil(letters / room)) for letters in long)


def _set_columns(page: Any, style: Style) -> None:
    """Set widths, and the format of what is going to be typed: codes such as ``007`` stay text."""
    for place, width in enumerate(style.widths):
        column = page.column_dimensions[get_column_letter(place + 1)]
        column.width = width
        if has(style.days, place):
            column.number_format = "yyyy-mm-dd"
        elif style.numeric and not has(style.numeric, place):
            column.number_format = "@"


def _set_print(page: Any, style: Style) -> None:
    page.page_setup.paperSize, page.page_setup.orientation = 9, "landscape"  # A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if style.head:
        page.freeze_panes = "A2"
        page.print_title_rows = "1:1"


def _validation(drop: Drop, lists: dict[tuple[str, ...], str]) -> Any:
    source = lists.setdefault(drop.choices, _range(len(lists), len(drop.choices)))
    rule = DataValidation("list", formula1=source, allow_blank=True)
    rule.showErrorMessage = drop.strict
    rule.errorTitle, rule.error = "不在可选范围", "请从下拉列表中选择"
    if isinstance(drop.at, str):
        rule.add(drop.at)
    else:
        letter = get_column_letter(drop.at + 1)
        rule.add(f"{letter}2:{letter}{_ROWS_OF_LISTS}")
    return rule


def _range(position: int, length: int) -> str:
    letter = get_column_letter(position + 1)
    return f"'{LISTS}'!${letter}$1:${letter}${length}"


def _write_lists(book: Any, lists: dict[tuple[str, ...], str]) -> None:
    if not lists:
        return
    page = book.create_sheet(LISTS)
    page.sheet_state = "hidden"
    for row in range(max(map(len, lists))):
        page.append([choices[row] if row < len(choices) else None for choices in lists])
