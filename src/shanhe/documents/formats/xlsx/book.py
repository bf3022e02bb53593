"""Rows of printed text → an Excel workbook that keeps every text as it is printed."""

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from shanhe.documents.formats.grid import Grid
from shanhe.documents.formats.office import legal_text, packed

_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,13})(?:\.(\d{1,10}))?")
_SAVED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ROWS_OF_LISTS = 5000
_LISTS = "_选项"
_HEAD_FONT = Font(name="微软雅黑", bold=True, color="FFFFFF")
_HEAD_FILL = PatternFill("solid", fgColor="1F4E79")
_LINE = Side(style="thin", color="BFBFBF")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


@dataclass(frozen=True, slots=True)
class Drop:
    """A drop-down list for a column (by position from 0) or for one cell (``B7``)."""

    at: int | str
    choices: tuple[str, ...]
    strict: bool = True


@dataclass(frozen=True, slots=True)
class Style:
    """How a sheet looks; each tuple has one entry a column.

    Attributes:
        widths: in characters. head: the first row is a heading, and stays in view.
        notes: what appears beside the heading.
        numeric, days: columns whose cells become numbers and days where their text is one.
        wrap: long text is broken into lines.
    """

    widths: tuple[float, ...] = ()
    head: bool = False
    notes: tuple[str, ...] = ()
    numeric: tuple[bool, ...] = ()
    days: tuple[bool, ...] = ()
    drops: tuple[Drop, ...] = ()
    wrap: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """A sheet to be written."""

    name: str
    grid: Grid
    style: Style = Style()


def workbook_bytes(sheets: Sequence[Book]) -> bytes:
    """Return the workbook; the same sheets give the same bytes.

    A text becomes a number only if writing that number back gives the same text, so that reading
    the workbook again loses nothing. Nothing is ever stored as a formula.
    """
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


def _same_bytes(data: bytes) -> bytes:
    """Return the package without the moment at which it was saved."""
    package = zipfile.ZipFile(io.BytesIO(data))
    parts = {name: package.read(name) for name in package.namelist()}
    parts["docProps/core.xml"] = _SAVED.sub(
        rb"\g<1>2026-01-01T00:00:00Z", parts["docProps/core.xml"]
    )
    return packed(parts)


def _write(book: Any, sheet: Book, lists: dict[tuple[str, ...], str]) -> None:
    page = book.create_sheet(sheet.name)
    style = sheet.style
    for place, width in enumerate(style.widths, 1):
        page.column_dimensions[get_column_letter(place)].width = width
    if style.head:
        page.freeze_panes = "A2"
    for drop in style.drops:
        page.add_data_validation(_validation(drop, lists))
    for number, row in enumerate(sheet.grid):
        head = style.head and number == 0
        page.append([_cell(page, style, place, text, head=head) for place, text in enumerate(row)])


def _cell(page: Any, style: Style, place: int, text: str, *, head: bool) -> Any:
    cell = WriteOnlyCell(page)
    if head:
        cell.font, cell.fill = _HEAD_FONT, _HEAD_FILL
        note = style.notes[place] if place < len(style.notes) else ""
        if note:
            cell.comment = Comment(note, "shanhe", width=260, height=120)
    cell.alignment = Alignment(wrap_text=style.wrap, vertical="center" if head else "top")
    if style.head:
        cell.border = _BORDER
    _fill(cell, text, numeric=_has(style.numeric, place) and not head, day=_has(style.days, place))
    return cell


def _has(flags: tuple[bool, ...], place: int) -> bool:
    return place < len(flags) and flags[place]


def _fill(cell: Any, text: str, *, numeric: bool, day: bool) -> None:
    number = _NUMBER.fullmatch(text) if numeric else None
    if number and text != "-0":
        cell.value = float(text) if number[1] else int(text)
        cell.number_format = f"0.{'0' * len(number[1])}" if number[1] else "0"
    elif day and _DAY.fullmatch(text):
        cell.value = datetime.fromisoformat(text)
        cell.number_format = "yyyy-mm-dd"
    elif text:
        cell.value = legal_text(text)
        cell.data_type = "s"  # even where it begins with "="


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
    return f"'{_LISTS}'!${letter}$1:${letter}${length}"


def _write_lists(book: Any, lists: dict[tuple[str, ...], str]) -> None:
    if not lists:
        return
    page = book.create_sheet(_LISTS)
    page.sheet_state = "hidden"
    for row in range(max(map(len, lists))):
        page.append([choices[row] if row < len(choices) else None for choices in lists])
