"""Which elements of a Word file the paragraphs and cells of its script come from.

The walk is that of the reader, so places mean the same in both; it only keeps what it came by.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from lxml import etree

from shanhe.documents.formats.compose import Composer
from shanhe.documents.formats.docx.marks import MARKS, SYMBOL, WORDS
from shanhe.documents.formats.docx.markup import W
from shanhe.documents.formats.docx.numbering import Numbering
from shanhe.documents.formats.docx.style_sheet import StyleSheet
from shanhe.documents.formats.docx.unpack import Parts
from shanhe.documents.formats.docx.walk import Walk
from shanhe.documents.formats.notes import Notes
from shanhe.documents.script import Passage, Spot

_PARAGRAPH = f"{{{W}}}p"


@dataclass(slots=True)
class Trace:
    """A paragraph of the file.

    Attributes:
        node: its element.
        start: where its first character stands in the paragraph or cell of the script.
        length: how many characters it has there.
        letters: each text element with the place of its first character and its text; empty where
            that cannot be told, as with tracked changes across paragraphs.
    """

    node: etree._Element
    start: int
    length: int
    letters: list[tuple[etree._Element, int, str]] = field(default_factory=list)


Traces = dict[Spot, list[Trace]]


def traced(parts: Parts, main: str, root: etree._Element) -> Traces:
    """Return the paragraphs of each passage and cell of the body; ``root`` is what is walked.

    Raises:
        Unreadable: from any part that is needed.
    """
    composer = _TracingComposer()
    styles, numbering = (_optional(parts, main, kind) for kind in ("styles", "numbering"))
    walk = _TracingWalk(composer, StyleSheet(styles), Numbering(numbering), Notes())
    walk.read(root)
    return composer.traces()


def _optional(parts: Parts, main: str, kind: str) -> etree._Element | None:
    found = next((name for name in parts.related(main, kind) if name in parts.names), None)
    return None if found is None else parts.xml(found)


_Letters: TypeAlias = "list[tuple[etree._Element, str]]"  # noqa: SLF001 - lxml has no other name
_Handle: TypeAlias = "Callable[[etree._Element], Any]"  # noqa: SLF001 - likewise
_SYMBOLS = {chr(code) for code in range(0xF000, 0xF100)} | {"\ufffd"}


class _TracingComposer(Composer):
    """Composes as ever, and keeps for each paragraph where it went."""

    def __init__(self) -> None:
        super().__init__()
        self._cells: dict[int, list[Trace]] = {}
        self._passages: Traces = {}
        self._current: Trace | None = None
        self.at: tuple[etree._Element, _Letters] | None = None

    def open_cell(self, columns: int = 1, rows: int = 1, *, below: bool = False) -> None:
        super().open_cell(columns, rows, below=below)
        cell = getattr(self._stack[-1], "cell", None)
        if cell is not None:
            cell.line = len(self._cells) + 1  # Word files have no lines: it tells the cell again
            self._cells[cell.line] = []

    def paragraph(self, text: str, level: int = 0) -> None:
        cell = getattr(self._stack[-1], "cell", None)
        start = sum(len(line) + 1 for line in cell.lines) if cell is not None else 0
        self._current = _trace(*self.at, text, start) if self.at is not None else None
        super().paragraph(text, level)
        if cell is not None and self._current is not None and text.strip():
            self._cells[cell.line].append(self._current)

    def _passage(self, part: str, text: str, level: int) -> Passage:
        passage = super()._passage(part, text, level)
        if self._current is not None:
            self._passages[passage.spot] = [self._current]
        return passage

    def traces(self) -> Traces:
        """Return the paragraphs by the spot they went to."""
        found = dict(self._passages)
        for item in self.finished():
            if not isinstance(item, Passage):
                for cell in item.cells:
                    found[cell.spot._replace(line=0)] = self._cells.get(cell.spot.line, [])
        return found


def _trace(node: etree._Element, letters: _Letters, text: str, start: int) -> Trace:
    trace = Trace(node, start, len(text.strip("\n")))
    whole = "".join(own for _, own in letters)
    before = len(text) - len(whole)  # an automatic number, or a joined paragraph, may stand before
    if before >= 0 and _is_like(whole, text[before:]):
        place = start + before - (len(text) - len(text.lstrip("\n")))
        for element, own in letters:
            trace.letters.append((element, place, own))
            place += len(own)
    return trace


def _is_like(found: str, read: str) -> bool:
    """Return whether these are the same letters; those of symbol fonts may be any."""
    return all(a == b or a in _SYMBOLS for a, b in zip(found, read, strict=True))


class _TracingWalk(Walk):
    """Walks as ever, and tells the composer which elements a paragraph comes from."""

    whole_tables = False

    def __init__(
        self, composer: _TracingComposer, styles: StyleSheet, numbering: Numbering, notes: Notes
    ) -> None:
        super().__init__(composer, styles, numbering, notes)
        self._traced = composer
        self._letters: list[_Letters] = []
        for tag in (_PARAGRAPH, SYMBOL, *WORDS, *MARKS):
            self._starts[tag] = self._keeping(self._starts[tag])
        self._ends[_PARAGRAPH] = self._telling(self._ends[_PARAGRAPH])

    def _keeping(self, handle: _Handle) -> _Handle:
        def keep(node: etree._Element) -> Any:
            if node.tag == _PARAGRAPH:
                self._letters.append([])
            elif self._letters:
                self._letters[-1].append((node, _letters_of(node)))
            return handle(node)

        return keep

    def _telling(self, handle: _Handle) -> _Handle:
        def tell(node: etree._Element) -> Any:
            self._traced.at = (node, self._letters.pop())
            handle(node)
            self._traced.at = None

        return tell


def _letters_of(node: etree._Element) -> str:
    if node.tag in WORDS:
        return node.text or ""
    return MARKS.get(str(node.tag), "\ufffd")
