"""What a paper consists of, before any file format: headings, paragraphs, tables, pictures."""

from dataclasses import dataclass, field
from typing import Literal

Align = Literal["left", "center", "right", "justify"]
FEW_COLUMNS = 4
"""Up to so many columns of a table there is room for larger type."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed value that carries its identity into the file (a content control in Word).

    Attributes:
        id: stable id of the computed value, such as ``completion.restore_area.2025``; ASCII,
            at most 64 characters (the limit of a Word tag).
        text: the value as printed, such as ``3.06``; never empty.
    """

    id: str
    text: str

    def __post_init__(self) -> None:
        """Refuses what no Word tag can hold and what nobody could see."""
        if not (self.id.isascii() and self.id.isprintable() and 0 < len(self.id.strip()) <= 64):
            message = f"figure id {self.id!r} is not 1 to 64 printable ASCII characters"
            raise ValueError(message)
        if not self.text:
            message = f"figure {self.id!r} has no text"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Missing:
    """A place for something that the data does not have; printed so that nobody overlooks it.

    Attributes:
        text: what is missing, in the words of the paper, such as ``（未填报公开日期）``.
    """

    text: str


Inline = str | Figure | Missing
Inlines = tuple[Inline, ...]


def plain_text(content: Inlines) -> str:
    """The words of a run of inlines, without identities and marks."""
    return "".join(part if isinstance(part, str) else part.text for part in content)


@dataclass(frozen=True, slots=True)
class Title:
    """The title of the paper; one line each, centred."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is 一、, 2 is （一）, 3 is 1., 4 is （1）. The number is part of the text."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; ``indent`` is the first-line indent of two characters."""

    content: Inlines
    indent: bool = True
    align: Align = "justify"


@dataclass(frozen=True, slots=True)
class Cell:
    """One real cell of a table; a merged cell appears once, at its upper left corner.

    Attributes:
        content: paragraphs of the cell, each a run of inlines.
        rows, columns: how many grid rows and columns the cell covers, at least 1.
        head: a heading cell (bold, shaded, announced as heading where the format can).
    """

    content: tuple[Inlines, ...] = ((),)
    rows: int = 1
    columns: int = 1
    head: bool = False
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Place:
    """A cell with the grid row and column of its upper left corner, both counted from 0."""

    cell: Cell
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table over a fixed grid.

    Attributes:
        rows: for each grid row, the cells that *begin* in it, left to right.
        widths: width of each grid column in millimetres.
        header_rows: how many rows are repeated at the top of each page.
        caption: the line above the table, such as ``表1 绩效目标表``; ``None`` for none.
        unit: the note at the right above the table, such as ``单位：万元``; ``None`` for none.
    """

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    header_rows: int = 0
    caption: str | None = None
    unit: str | None = None

    def grid(self) -> tuple[tuple[Place, ...], ...]:
        """The cells that touch each grid row, left to right.

        A cell over several rows comes again in each of them, with the row where it began.

        Raises:
            ValueError: cells overlap, leave a gap or stick out of the grid.
        """
        taken: list[dict[int, Place]] = [{} for _ in self.rows]
        for row, cells in enumerate(self.rows):
            column = 0
            for cell in cells:
                while column in taken[row]:
                    column += 1
                self._occupy(taken, Place(cell, row, column))
                column += cell.columns
            if len(taken[row]) != len(self.widths):
                message = f"table {self.caption!r}: row {row} does not fill its columns"
                raise ValueError(message)
        return tuple(
            tuple(place for column, place in sorted(row.items()) if place.column == column)
            for row in taken
        )

    def _occupy(self, taken: list[dict[int, Place]], place: Place) -> None:
        cell = place.cell
        rows = range(place.row, place.row + cell.rows)
        columns = range(place.column, place.column + cell.columns)
        if not rows or not columns or rows.stop > len(taken) or columns.stop > len(self.widths):
            message = f"table {self.caption!r}: cell at {place.row}, {place.column} sticks out"
            raise ValueError(message)
        for row in rows:
            if not taken[row].keys().isdisjoint(columns):
                message = f"table {self.caption!r}: cells overlap at {row}, {place.column}"
                raise ValueError(message)
            taken[row].update(dict.fromkeys(columns, place))


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its caption below and its words for those who cannot see it."""

    png: bytes
    width_mm: float
    caption: str
    alt: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Title | Heading | Paragraph | Table | Picture | PageBreak


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper.

    Attributes:
        blocks: its content in order.
        subject: the title for the file's properties.
        style: ``official`` is GB/T 9704 body text; ``form`` is a dense A4 form.
        properties: name to value, kept in the file's custom properties (version of program,
            rules and catalogue, digest of the data).
    """

    blocks: tuple[Block, ...]
    subject: str
    style: Literal["official", "form"] = "official"
    properties: dict[str, str] = field(default_factory=dict)
