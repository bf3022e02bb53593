"""Papers as one sheet of an Excel file: the same merges, printed on A4."""

import re
from bisect import bisect_left
from decimal import Decimal
from io import BytesIO
from itertools import accumulate, islice, pairwise
from math import ceil
from typing import cast
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from shanhe.documents.blocks import (
    Block,
    Figure,
    Heading,
    Inline,
    Missing,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Place,
    Table,
    Title,
    plain_text,
)
from shanhe.documents.formats.office import core_xml, legal_text, packed
from shanhe.values.regex import regex

_WIDTH = 170.0  # mm: A4 without margins of 20 mm
_SAME_LINE = 2.0  # mm: lines of two tables that are nearer than this become one
_HIGHEST_ROW = 409.0  # points; Excel's limit
_LONGEST_TEXT = 32767  # characters; Excel's limit
_MOST_DIGITS = 15  # Excel keeps no more
_NUMBER = regex(r"-?(0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(\.\d+)?(%?)", re.ASCII)
_FORMULA_SIGNS = ("=", "+", "-", "@")
_MM_PER_POINT = 25.4 / 72
_SIDE = Side(style="thin", color="000000")
_BOX = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_BODY, _HEAD = Font(name="宋体", size=10.5), Font(name="黑体", size=10.5)
_TITLE, _HEADING = Font(name="方正小标宋简体", size=18), Font(name="黑体", size=12)
_HEAD_FILL = PatternFill("solid", fgColor="F2F2F2")
_MISSING_FILL = PatternFill("gray125", fgColor="7F7F7F", bgColor="FFE17A")  # dots show in grey


def xlsx_bytes(paper: Paper) -> bytes:
    """The paper as an Excel file of one sheet, one page wide.

    A table cell that holds one ``Figure`` and nothing else becomes a number where its text is
    one, with as many decimals as printed; all else is text and never a formula. Pictures are
    named, not shown. Equal papers make equal bytes.

    Raises:
        ValueError: a table's cells do not fill its grid, or a text is too long for a cell.
    """
    book = Workbook()
    _Sheet(book.worksheets[0], paper).write()
    for name, value in sorted(paper.properties.items()):
        entry = StringProperty(name=legal_text(name), value=legal_text(value))
        book.custom_doc_props.append(entry)  # type: ignore[attr-defined]  # the stubs lack it
    return _saved(book, paper.subject)


def number_of(text: str) -> tuple[Decimal, str] | None:
    """The value and the number format of a plain printed number or percentage.

    Example:
        ``98.70%`` is 0.987 with the format ``0.00%``; a code such as ``007`` is no number.
    """
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    fraction, percent = found[2] or "", found[3]
    amount = Decimal(text.removesuffix("%").replace(",", ""))
    # Excel has neither a negative zero nor more digits.
    if len(amount.as_tuple().digits) > _MOST_DIGITS or (not amount and text[0] == "-"):
        return None
    whole = "#,##0" if "," in found[1] else "0"
    number_format = f"{whole}{re.sub('[0-9]', '0', fraction)}{percent}"
    return (amount / 100 if percent else amount), number_format


def _saved(book: Workbook, subject: str) -> bytes:
    """The file, without the times that openpyxl and zip would put into it."""
    draft = BytesIO()
    ExcelWriter(book, ZipFile(draft, "w")).save()
    with ZipFile(draft) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return packed(parts | {"docProps/core.xml": core_xml(subject)})


def _lines(tables: list[Table]) -> tuple[list[float], list[list[float]]]:
    """The vertical lines of the sheet in mm, and which of them are those of each table."""
    lines, each = [0.0, _WIDTH], []
    for table in tables:
        own = [0.0]
        for edge in list(accumulate(table.widths))[:-1]:
            place = edge / sum(table.widths) * _WIDTH
            free = [line for line in lines if own[-1] < line < _WIDTH]
            near = min(free, key=lambda line, to=place: abs(line - to), default=_WIDTH)  # type: ignore[misc]
            if abs(near - place) >= _SAME_LINE:
                near = place
                lines.append(place)
            own.append(near)
        each.append([*own, _WIDTH])
    return sorted(lines), each


def _lines_needed(text: str, width: float, size: float) -> int:
    """How many lines a text takes; a Chinese character is as wide as high, a Latin one half."""
    room = max(1.0, (width - 3) / (size * _MM_PER_POINT))
    return sum(
        max(1, ceil(sum(0.55 if ord(mark) < 0x2E80 else 1 for mark in line) / room))
        for line in text.split("\n")
    )


class _Sheet:
    """Writes blocks from the top of a sheet downwards."""

    def __init__(self, sheet: Worksheet, paper: Paper) -> None:
        self._sheet = sheet
        self._paper = paper
        self._row = 1
        tables = [block for block in paper.blocks if isinstance(block, Table)]
        self._lines, each = _lines(tables)
        self._table_lines = iter(each)
        self._repeats = len(tables) == 1  # a second table must not get the heads of the first

    def write(self) -> None:
        """Writes all blocks."""
        name = re.sub(r"[\\/*?:\[\]'\n\t]", "", legal_text(self._paper.subject))
        self._sheet.title = name[:31].strip() or "Sheet1"
        self._set_page()
        for block in self._paper.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Title():
                for line in block.lines:
                    self._text((line,), _TITLE, "center")
            case Heading():
                self._text((block.text,), _HEADING, "left")
            case Paragraph():
                indent = ("　　",) if block.indent else ()
                self._text((*indent, *block.content), _BODY, block.align)
            case Picture():
                self._text((Missing(f"［图片略］{block.caption}：{block.alt}"),), _BODY, "left")
            case PageBreak():
                self._sheet.row_breaks.append(Break(id=self._row - 1))
            case Table():
                self._table(block)

    def _text(self, content: tuple[Inline, ...], font: Font, align: str) -> None:
        """One line of text over the full width."""
        place = self._row, 1
        self._cell(place, (content,), font, align)
        self._merge(place, 1, len(self._lines) - 1)
        size = float(font.size or 0)
        needed = _lines_needed(legal_text(plain_text(content)), _WIDTH, size)
        self._height(self._row, needed * size * 1.5)
        self._row += 1

    def _table(self, table: Table) -> None:
        for text, align in ((table.caption, "center"), (table.unit, "right")):
            if text:
                self._text((text,), _HEADING if align == "center" else _BODY, align)
        if table.header_rows and self._repeats:
            self._sheet.print_title_rows = f"{self._row}:{self._row + table.header_rows - 1}"
        own = [bisect_left(self._lines, line) + 1 for line in next(self._table_lines)]
        places = [
            place
            for row, touching in enumerate(table.grid())
            for place in touching
            if place.row == row
        ]
        heights = [18.0] * len(table.rows)
        # Cells of few rows first: what they need is there for the taller ones.
        for place in sorted(places, key=lambda place: place.cell.rows):
            rows = slice(place.row, place.row + place.cell.rows)
            lack = self._place(place, own) - sum(heights[rows])
            heights[rows] = [height + max(0, lack) / place.cell.rows for height in heights[rows]]
        for row, height in enumerate(heights):
            self._height(self._row + row, height)
        self._row += len(table.rows)

    def _place(self, place: Place, own: list[int]) -> float:
        """Writes one cell of a table; the height in points that it needs."""
        cell = place.cell
        first, last = own[place.column], own[place.column + cell.columns]
        at = self._row + place.row, first
        written = self._cell(at, cell.content, _HEAD if cell.head else _BODY, cell.align, "center")
        written.border = _BOX
        if cell.head and written.fill.fill_type is None:
            written.fill = _HEAD_FILL
        self._merge(at, cell.rows, last - first)
        width = self._lines[last - 1] - self._lines[first - 1]
        text = "\n".join(plain_text(line) for line in cell.content)
        return _lines_needed(legal_text(text), width, 10.5) * 14.5 + 4

    def _cell(
        self,
        at: tuple[int, int],
        content: tuple[tuple[Inline, ...], ...],
        font: Font,
        align: str,
        vertical: str = "center",
    ) -> SheetCell:
        cell = cast("SheetCell", self._sheet.cell(*at))  # merged only after it is written
        parts = [part for line in content for part in line]
        text = legal_text("\n".join(plain_text(line) for line in content))
        number = number_of(text) if len(parts) == 1 and isinstance(parts[0], Figure) else None
        if len(text) > _LONGEST_TEXT:
            message = f"a cell of {len(text)} characters; Excel takes {_LONGEST_TEXT}"
            raise ValueError(message)
        if number:
            cell.value, cell.number_format = number
        elif text:
            cell.value = text
            cell.data_type = "s"  # openpyxl takes = for a formula and #N/A for an error
            cell.number_format = "@"
            cell.quotePrefix = text.startswith(_FORMULA_SIGNS)
        cell.font = font
        cell.alignment = Alignment(horizontal=align, vertical=vertical, wrap_text=True)
        if any(isinstance(part, Missing) for part in parts):
            cell.fill = _MISSING_FILL
        return cell

    def _merge(self, at: tuple[int, int], rows: int, columns: int) -> None:
        """Joins cells, and boxes those that are covered where the first one has a box.

        The library's own joining compares each range with all before; here none can overlap.
        """
        if rows == columns == 1:
            return
        (row, column), sheet = at, self._sheet
        whole = CellRange(None, column, row, column + columns - 1, row + rows - 1)
        sheet.merged_cells.ranges.add(whole)
        if sheet.cell(*at).border == _BOX:
            for covered in islice(whole.cells, 1, None):
                sheet.cell(*covered).border = _BOX

    def _height(self, row: int, points: float) -> None:
        self._sheet.row_dimensions[row].height = min(round(points, 1), _HIGHEST_ROW)

    def _set_page(self) -> None:
        sheet = self._sheet
        sheet.page_setup.paperSize = 9  # A4
        sheet.page_setup.orientation = "portrait"
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.print_options.horizontalCentered = True
        margins = sheet.page_margins
        margins.left = margins.right = margins.top = margins.bottom = 20 / 25.4
        sheet.HeaderFooter.oddFooter = HeaderFooterItem(center=_HeaderFooterPart("— &P —"))
        sheet.sheet_view.showGridLines = False
        for number, (left, right) in enumerate(pairwise(self._lines), start=1):
            pixels = (right - left) / 25.4 * 96
            width = max(0.5, (pixels - 5) / 7)  # seven pixels a digit in the default font
            sheet.column_dimensions[get_column_letter(number)].width = round(width, 2)
