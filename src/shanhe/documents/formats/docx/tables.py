"""Tables with real merges, repeated headings and rows that are not torn."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from shanhe.documents.blocks import FEW_COLUMNS, Cell, Place, Table
from shanhe.documents.formats.docx.inlines import runs
from shanhe.documents.formats.docx.markup import paragraph, run
from shanhe.documents.formats.office import attribute

_SHORT = 7  # rows of a table that is not broken over pages
_ALIGN = {"left": "left", "center": "center", "right": "right", "justify": "both"}


@dataclass(frozen=True, slots=True)
class _Row:
    """A grid row: its number, whether it is repeated on every page, and kept with the next."""

    number: int
    head: bool
    kept: bool


def table_xml(table: Table, width: int, numbers: Iterator[int], first: str = "") -> str:
    """The caption, the unit and the table over the full ``width`` in twips.

    Args:
        table: what to write.
        width: width of the type area.
        numbers: numbers for content controls.
        first: properties for the first paragraph, a page break for instance.

    Raises:
        ValueError: the cells do not fill the grid.
    """
    columns = _columns(table.widths, width)
    kept = _kept(len(table.rows), table.header_rows)
    rows = "".join(
        _row(places, _Row(row, row < table.header_rows, row in kept), columns, numbers)
        for row, places in enumerate(table.grid())
    )
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    return (
        f"{_above(table, first)}<w:tbl>{_properties(table, width)}<w:tblGrid>{grid}</w:tblGrid>"
        # Without a paragraph after it a table fuses with the next one, or is lost as the last.
        f"{rows}</w:tbl>{paragraph('TableEnd', '')}"
    )


def _kept(rows: int, heads: int) -> frozenset[int]:
    """Rows that stay on one page with the next: all of a short table, else its two ends."""
    if rows <= _SHORT:
        return frozenset(range(rows - 1))
    return frozenset((*range(heads), rows - 2))


def _columns(widths: tuple[float, ...], width: int) -> list[int]:
    """Widths of the columns in twips that add up to the width exactly."""
    total = sum(widths)
    edges = [round(sum(widths[:i]) / total * width) for i in range(len(widths) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _above(table: Table, first: str) -> str:
    lines = ""
    for style, text in (("TableCaption", table.caption), ("TableUnit", table.unit)):
        if text:
            lines += paragraph(style, run(text), "" if lines else first)
    # A table without a line above it must not touch a table or a heading before it.
    return lines or paragraph("TableEnd", "", f"<w:keepNext/>{first}")


def _properties(table: Table, width: int) -> str:
    caption = f'<w:tblCaption w:val="{attribute(table.caption)}"/>' if table.caption else ""
    return (
        f'<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{width}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0020" w:firstRow="1"/>{caption}</w:tblPr>'
    )


def _row(places: tuple[Place, ...], own: _Row, columns: list[int], numbers: Iterator[int]) -> str:
    cells = "".join(_cell(place, own, columns, numbers) for place in places)
    repeated = "<w:tblHeader/>" if own.head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"


def _cell(place: Place, own: _Row, columns: list[int], numbers: Iterator[int]) -> str:
    cell, begins = place.cell, place.row == own.number
    style = "TableWide" if len(columns) <= FEW_COLUMNS else "TableNarrow"
    style += "Head" if cell.head else ""
    width = sum(columns[place.column : place.column + cell.columns])
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if cell.columns > 1:
        properties += f'<w:gridSpan w:val="{cell.columns}"/>'
    if cell.rows > 1:
        properties += '<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>"
    if cell.head:
        properties += '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>'
    more = "<w:keepNext/>" if own.kept else ""
    content = _content(cell, style, more, numbers) if begins else paragraph(style, "", more)
    return f'<w:tc><w:tcPr>{properties}<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'


def _content(cell: Cell, style: str, more: str, numbers: Iterator[int]) -> str:
    more += f'<w:jc w:val="{_ALIGN[cell.align]}"/>'
    return "".join(paragraph(style, runs(line, numbers), more) for line in cell.content or ((),))
