"""How the two kinds of paper look, in the measures of GB/T 9704-2012."""

from dataclasses import dataclass
from typing import Literal

from shanhe.documents.formats.docx.markup import twips

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0


@dataclass(frozen=True, slots=True)
class Face:
    """A type face for Chinese characters with its size in points."""

    font: str
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """Page and type of one kind of paper.

    Attributes:
        top, right, bottom, left: margins in millimetres.
        footer: from the lower edge of the page to the page number, in millimetres.
        leading: fixed distance of lines in points; ``None`` for single spacing.
        pitch: points added between characters.
        title, body, headings, number: their faces; ``headings`` by level.
        narrow, wide: faces of tables of many and of few columns.
        head_indent: headings stand two characters in.
    """

    top: float
    right: float
    bottom: float
    left: float
    footer: float
    leading: float | None
    pitch: float
    title: Face
    body: Face
    headings: tuple[Face, Face, Face, Face]
    number: Face
    narrow: Face
    wide: Face
    head_indent: bool

    @property
    def text_width(self) -> int:
        """Width of the type area in twips."""
        return twips(PAGE_WIDTH) - twips(self.left) - twips(self.right)

    @property
    def text_height(self) -> int:
        """Height of the type area in twips."""
        return twips(PAGE_HEIGHT) - twips(self.top) - twips(self.bottom)


# 28 characters of 16 pt are 448 pt, the type area is 442 pt wide: hence the pitch.
# The dash of the page number stands 7 mm below the type area, in the middle of its line.
OFFICIAL = Look(
    top=37,
    right=26,
    bottom=35,
    left=28,
    footer=24.8,
    leading=28,
    pitch=-0.25,
    title=Face("方正小标宋简体", 22),
    body=Face("仿宋_GB2312", 16),
    headings=(
        Face("黑体", 16),
        Face("楷体_GB2312", 16),
        Face("仿宋_GB2312", 16, bold=True),
        Face("仿宋_GB2312", 16),
    ),
    number=Face("宋体", 14),
    narrow=Face("宋体", 10.5),
    wide=Face("宋体", 12),
    head_indent=True,
)
FORM = Look(
    top=20,
    right=20,
    bottom=20,
    left=20,
    footer=10,
    leading=None,
    pitch=0,
    title=Face("方正小标宋简体", 18),
    body=Face("宋体", 10.5),
    headings=(
        Face("黑体", 12),
        Face("楷体_GB2312", 12),
        Face("宋体", 10.5, bold=True),
        Face("宋体", 10.5),
    ),
    number=Face("宋体", 10.5),
    narrow=Face("宋体", 10.5),
    wide=Face("宋体", 10.5),
    head_indent=False,
)


def look_of(style: Literal["official", "form"]) -> Look:
    """The look of a style of paper."""
    return OFFICIAL if style == "official" else FORM
