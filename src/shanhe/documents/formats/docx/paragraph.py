"""A paragraph of a Word file while it is read, and what its properties say."""

from lxml import etree

from shanhe.documents.formats.docx.markup import W
from shanhe.documents.formats.docx.numbering import LEVELS, Numbering, value, whole
from shanhe.documents.formats.docx.style_sheet import Style, StyleSheet, outline

_PROPERTIES, _RUN_PROPERTIES, _NUMBERS = (f"{{{W}}}{name}" for name in ("pPr", "rPr", "numPr"))
_GONE_MARKS = (f"{{{W}}}del", f"{{{W}}}moveFrom")


class OpenParagraph:
    """Words as they come; fields count with their result, not with their instruction.

    Attributes:
        goes_on: its end was deleted under tracked changes, so the next paragraph continues it.
        level: of a heading, 0 for none.
        style: what its style says.
    """

    def __init__(self, node: etree._Element, styles: StyleSheet, begun: str = "") -> None:
        self._pieces = [begun]
        self._fields: list[bool] = []  # innermost last; whether its result has begun
        self._held: list[str] = []  # in an instruction, unless that never ends
        self._properties = node.find(_PROPERTIES)
        self.style: Style = styles[value(self._properties, "pStyle") or styles.default]
        own = outline(self._properties)
        self.level = self.style.level if own is None else own
        self.goes_on = self._end_was_deleted()

    def _end_was_deleted(self) -> bool:
        mark = None if self._properties is None else self._properties.find(_RUN_PROPERTIES)
        return mark is not None and any(mark.find(tag) is not None for tag in _GONE_MARKS)

    def add(self, text: str) -> None:
        """Add words, unless they are part of a field's instruction."""
        (self._pieces if all(self._fields) else self._held).append(text)

    def field(self, kind: str) -> None:
        """Meet the begin, the separate or the end of a field."""
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()
        if all(self._fields):
            self._held.clear()

    def text(self) -> str:
        """Return the words so far."""
        return "".join((*self._pieces, *self._held))

    def numbered(self, numbering: Numbering) -> str:
        """Return the words after their automatic number; counts the number."""
        text = self.text()
        number = self._number(numbering)
        if number[-1:].isalnum() and text[:1].strip():
            number += " "  # else 1 and 2025年 would read 12025年
        return number + text

    def _number(self, numbering: Numbering) -> str:
        own = None if self._properties is None else self._properties.find(_NUMBERS)
        by_paragraph, level = value(own, "numId"), value(own, "ilvl")
        list_id = self.style.list_id if by_paragraph is None else by_paragraph
        if not list_id:
            return ""
        if level is not None:
            return numbering.next(list_id, min(whole(level, 0), LEVELS - 1))
        by_style = max(self.style.list_level, 0) or numbering.level_of(list_id, self.style.id)
        return numbering.next(list_id, 0 if by_paragraph is not None else by_style)
