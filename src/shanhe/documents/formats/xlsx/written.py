"""One text → one cell of an Excel workbook, as a number or a day where nothing is lost by it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from shanhe.values.regex import regex

LONGEST_TEXT = 32767
"""Characters; Excel's limit for a cell."""

_NUMBER = regex(r"(-?)(0|[1-9]\d*)(?:\.(\d+))?", re.ASCII)
_MOST_DIGITS = 15  # Excel keeps no more
_DAY = regex(r"\d{4}-\d\d-\d\d", re.ASCII)
_FIRST_DAY, _LAST_DAY = datetime(1900, 3, 1), datetime(9999, 12, 31)
_NEEDS_ESCAPE = regex("_(?=x[0-9A-Fa-f]{4}_)|[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BODY_FONT = Font(name="宋体", size=11)
_BOLD_FONT = Font(name="宋体", size=11, bold=True)
_NEEDED_FONT = Font(name="宋体", size=11, bold=True, color="9C2B23")
_HEAD_FONT = Font(name="宋体", size=11, bold=True, color="FFFFFF")
_HEAD_FILL = PatternFill("solid", fgColor="1F4E79")
_NEEDED_FILL = PatternFill("solid", fgColor="9C2B23")
_LINE = Side(style="thin", color="BFBFBF")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEIGHT_OF_LINE, _LETTERS_IN_LINE = 18, 22  # pixels and characters, in a note


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
        needed: columns that must be filled in; their headings are red.
        strong: rows, counted from 1, whose first cell is bold; red where the sheet has a heading.
        wrap: long text is broken into lines.
    """

    widths: tuple[float, ...] = ()
    head: bool = False
    notes: tuple[str, ...] = ()
    numeric: tuple[bool, ...] = ()
    days: tuple[bool, ...] = ()
    needed: tuple[bool, ...] = ()
    strong: frozenset[int] = frozenset()
    drops: tuple[Drop, ...] = ()
    wrap: bool = False


def is_too_long(text: str) -> bool:
    """Return whether Excel cannot hold the text in one cell."""
    return len(text) * len("_x0001_") > LONGEST_TEXT and len(_escaped(text)) > LONGEST_TEXT


def has(flags: tuple[bool, ...], place: int) -> bool:
    """Return the flag of a column; there may be fewer flags than columns."""
    return place < len(flags) and flags[place]


class Cells:
    """Makes the cells of one sheet; each look is made once, since making it takes long."""

    def __init__(self, page: Any, style: Style) -> None:
        self._page, self._style = page, style
        self._looks: dict[tuple[bool, str], Any] = {}

    def row(self, number: int, texts: Sequence[str]) -> Iterator[Any]:
        """Yield the cells of a row; each must be used before the next is taken."""
        for place, text in enumerate(texts):
            if self._style.head and number == 1:
                yield self._heading(place, text)
            else:
                yield self._filled(place, text, strong=number in self._style.strong and place == 0)

    def _heading(self, place: int, text: str) -> Any:
        cell = WriteOnlyCell(self._page)
        cell.font = _HEAD_FONT
        cell.fill = _NEEDED_FILL if has(self._style.needed, place) else _HEAD_FILL
        cell.border = _BORDER
        cell.alignment = Alignment("center", "center", wrap_text=True)
        note = self._style.notes[place] if place < len(self._style.notes) else ""
        if note:
            lines = sum(1 + len(line) // _LETTERS_IN_LINE for line in note.split("\n"))
            cell.comment = Comment(note, "shanhe", _HEIGHT_OF_LINE * (lines + 1), 320)
        _set_value(cell, _escaped(text))
        return cell

    def _filled(self, place: int, text: str, *, strong: bool) -> Any:
        numeric, day = has(self._style.numeric, place), has(self._style.days, place)
        value, number_format = _stored(text, numeric=numeric, day=day)
        key = strong, number_format
        cell = self._looks.get(key)
        if cell is None:
            cell = self._looks[key] = self._look(number_format, strong=strong)
        _set_value(cell, value)
        return cell

    def _look(self, number_format: str, *, strong: bool) -> Any:
        cell = WriteOnlyCell(self._page)
        strong_font = _NEEDED_FONT if self._style.head else _BOLD_FONT
        cell.font = strong_font if strong else _BODY_FONT
        cell.alignment = Alignment(vertical="top", wrap_text=self._style.wrap)
        cell.number_format = number_format
        if self._style.head:
            cell.border = _BORDER
        return cell


def _set_value(cell: Any, value: Any) -> None:
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"  # even where it begins with "="


def _stored(text: str, *, numeric: bool, day: bool) -> tuple[Any, str]:
    """Return what stands for a text in the file, and its number format."""
    number = _NUMBER.fullmatch(text) if numeric else None
    if number and _is_kept(text):
        decimals = number[3] or ""
        return (float(text), f"0.{'0' * len(decimals)}") if decimals else (int(text), "0")
    moment = _moment(text) if day else None
    if moment is not None:
        return moment, "yyyy-mm-dd"
    if not text:
        return None, "General"
    return _escaped(text), "General" if numeric or day else "@"


def _is_kept(text: str) -> bool:
    """Return whether Excel keeps each digit; it has no negative zero."""
    digits = text.lstrip("-0.").replace(".", "")
    return len(digits) <= _MOST_DIGITS and bool(digits or not text.startswith("-"))


def _moment(text: str) -> datetime | None:
    if not _DAY.fullmatch(text):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if _FIRST_DAY <= moment <= _LAST_DAY else None


def _escaped(text: str) -> str:
    """Return the text as Excel stores it: ``_x0001_`` for what XML cannot hold."""
    return _NEEDS_ESCAPE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
