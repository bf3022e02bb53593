"""Words of a Word file as the walk meets them → paragraphs."""

from typing import Literal

from lxml import etree

from shanhe.documents.formats.compose import Composer
from shanhe.documents.formats.docx.marks import MARKS, is_on, symbol
from shanhe.documents.formats.docx.markup import W
from shanhe.documents.formats.docx.numbering import Numbering, value
from shanhe.documents.formats.docx.paragraph import OpenParagraph
from shanhe.documents.formats.docx.style_sheet import StyleSheet
from shanhe.documents.formats.notes import Notes

Skip = Literal["skip"] | None
"""What a handler answers: whether to leave out all below."""
_PRIVATE = range(0xF000, 0xF100)  # where Word keeps the letters of symbol fonts


class Words:
    """Handlers of the elements inside paragraphs; each takes an element as it begins or ends.

    Attributes:
        hints: how many content controls around are still empty.
        references: notes that the visible text refers to: kind and id.
    """

    def __init__(
        self, composer: Composer, styles: StyleSheet, numbering: Numbering, notes: Notes
    ) -> None:
        self._composer, self._styles = composer, styles
        self._numbering, self._notes = numbering, notes
        self._paragraphs: list[OpenParagraph] = []  # innermost last, as text boxes nest
        self._goes_on = ""
        self._font = ""
        self.hints = 0
        self.references: list[tuple[str, str]] = []

    @property
    def is_amid(self) -> bool:
        """Whether what came before has a bearing on the next paragraph."""
        return bool(self.hints or self._goes_on)

    def _add(self, text: str) -> None:
        if self._paragraphs:
            self._paragraphs[-1].add(text)

    def words(self, node: etree._Element) -> None:
        """Take words as they stand."""
        text = node.text or ""
        if self._font and any(ord(letter) in _PRIVATE for letter in text):
            text = "".join(
                self._letter(self._font, f"{ord(letter):X}") if ord(letter) in _PRIVATE else letter
                for letter in text
            )
        self._add(text)

    def mark(self, node: etree._Element) -> None:
        """Take a tab, a line end and the like."""
        self._add(MARKS[str(node.tag)])

    def symbol(self, node: etree._Element) -> None:
        """Take a letter of a symbol font."""
        font, code = node.get(f"{{{W}}}font", ""), node.get(f"{{{W}}}char", "")
        self._add(self._letter(font, code))

    def _letter(self, font: str, code: str) -> str:
        found = symbol(font, code)
        if found == "\ufffd":
            self._notes.add("symbols")
        return found

    def reference(self, kind: str, node: etree._Element) -> None:
        """Note that a footnote or endnote is referred to."""
        self.references.append((kind, node.get(f"{{{W}}}id", "")))

    def field(self, node: etree._Element) -> None:
        """Take the begin, separate or end of a field."""
        if self._paragraphs:
            self._paragraphs[-1].field(node.get(f"{{{W}}}fldCharType", ""))

    def run(self, node: etree._Element) -> Skip:
        """Begin letters of one look; hidden ones are left out."""
        properties = node.find(f"{{{W}}}rPr")
        self._font = ""
        own = None
        if properties is not None:
            own = properties.find(f"{{{W}}}vanish")
            fonts = properties.find(f"{{{W}}}rFonts")
            self._font = "" if fonts is None else fonts.get(f"{{{W}}}ascii", "")
        style = self._styles[value(properties, "rStyle") or ""]
        hidden = style.hidden or bool(self._paragraphs and self._paragraphs[-1].style.hidden)
        if is_on(own.get(f"{{{W}}}val")) if own is not None else hidden:
            self._notes.add("hidden")
            for mark in node.iterchildren(f"{{{W}}}fldChar"):
                self.field(mark)
            return "skip"
        if self.hints and style.hint:
            self._notes.add("placeholder")
            return "skip"
        return None

    def paragraph(self, node: etree._Element) -> None:
        """Begin a paragraph."""
        self._paragraphs.append(OpenParagraph(node, self._styles, self._goes_on))
        self._goes_on = ""

    def end_paragraph(self, _: etree._Element) -> None:
        """End a paragraph."""
        done = self._paragraphs.pop()
        if done.goes_on:
            self._notes.add("tracked")
            self._goes_on = done.text()
        elif done.style.contents:
            self._notes.add("contents")
        else:
            self._composer.paragraph(done.numbered(self._numbering), done.level)

    def flush(self) -> None:
        """End what was to go on in a next paragraph, where there is none."""
        if self._goes_on:
            self._composer.paragraph(self._goes_on)
            self._goes_on = ""
