"""A block copied from a spreadsheet → lines of a sheet; what is there already is changed in place."""

import csv
import io
from collections.abc import Iterator, Sequence

from shanhe.app.office.editing import Typed
from shanhe.app.office.rights import Refused
from shanhe.app.office.sheets import SheetPage, Shown, declared
from shanhe.documents.forms.workbook.declare import Column, Sheet

MOST = 500
"""Lines that one block may have."""


def pasted(page: SheetPage, block: str) -> tuple[Typed, ...]:
    r"""Return the lines of a block.

    A first line of headings says which columns there are; without it they stand in the order of
    the sheet. A line that has the key fields of one that is there becomes its new text; columns
    that the block leaves out stay as they are.

    Raises:
        Refused: too many lines or columns, or nothing in it.

    Example:
        ``东河区\t县\t区域`` on the sheet 区域与单位 is one line with name, level and kind.
    """
    sheet = declared(page.key)
    cells = [row for row in _cells(block) if any(cell.strip() for cell in row)]
    columns = _headed(sheet, cells[0]) if cells else None
    lines = cells[1:] if columns else cells
    if not lines:
        raise Refused("没有可粘贴的内容。", "There is nothing to paste.", 422)
    if len(lines) > MOST:
        raise Refused(
            f"一次最多粘贴{MOST}行，现有{len(lines)}行，请分次粘贴。",
            f"At most {MOST} lines at a time; there are {len(lines)}.",
            422,
        )
    known = columns or list(sheet.columns)
    _ask_fits(sheet, known, lines)
    there = {_identity(sheet, line.texts): line for line in page.lines}
    return tuple(_typed(sheet, known, row, there) for row in lines)


def _cells(block: str) -> Iterator[list[str]]:
    """Yield rows as spreadsheets copy them: tabs between cells, quotes around line breaks."""
    text = block.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    try:
        yield from csv.reader(io.StringIO(text), delimiter="\t")
    except csv.Error as error:
        raise Refused(
            f"粘贴的内容不能识别（{error}），请直接从表格软件中复制单元格。",
            f"The block cannot be read ({error}); copy the cells from the spreadsheet.",
            422,
        ) from None


def _headed(sheet: Sheet, first: Sequence[str]) -> list[Column] | None:
    """Return the columns that a first line names; ``None`` where it is no line of headings."""
    filled = [cell for cell in first if cell.strip()]
    found = [sheet.column(cell) for cell in filled]
    if len(filled) < len(first) or not all(found):
        return None
    return [column for column in found if column is not None]


def _ask_fits(sheet: Sheet, columns: Sequence[Column], lines: Sequence[Sequence[str]]) -> None:
    for number, row in enumerate(lines, 1):
        over = [cell for cell in row[len(columns) :] if cell.strip()]
        if over:
            raise Refused(
                f"第{number}行有{len(row)}列，“{sheet.zh}”只有{len(columns)}列，多出“{over[0]}”。"
                "请删去多余的列，或连同表头一起复制。",
                f"Line {number} has {len(row)} columns, the sheet {len(columns)}; “{over[0]}” is"
                " left over. Remove it, or copy the headings too.",
                422,
            )


Identity = tuple[str, ...]


def _identity(sheet: Sheet, texts: object) -> Identity:
    assert isinstance(texts, dict)  # noqa: S101 - lines are kept as such
    return tuple(texts.get(key, "") for key in sheet.keys)


def _typed(
    sheet: Sheet, columns: Sequence[Column], row: Sequence[str], there: dict[Identity, Shown]
) -> Typed:
    new = {column.key: cell.strip() for column, cell in zip(columns, row, strict=False)}
    line = there.get(_identity(sheet, new)) if sheet.keys else None
    if line is None:
        return Typed(new)
    return Typed({**line.texts, **new}, line.row, line.number)
