"""Tables without anything out of the way, read in one pass over the elements that count.

Nearly every table of a report is such a one: rows, cells with spans, paragraphs, words. Where an
element stands that needs more thought (a table in a cell, a tracked change, a field, a number that
Word puts before the words), ``rows_of`` says so, and the walk reads the table element by element.
A cell outside of any row, which no office program writes, comes out in the row before it.
"""

import re

from lxml import etree

from shanhe.documents.formats.docx.marks import GONE, MARKS, SYMBOL, WORDS
from shanhe.documents.formats.docx.markup import W
from shanhe.documents.formats.docx.numbering import whole
from shanhe.documents.formats.docx.style_sheet import StyleSheet
from shanhe.documents.formats.layout import MOST_WIDE, Draft, Row

_VAL = f"{{{W}}}val"
_TABLE, _ROW, _CELL, _PARAGRAPH, _RUN = (f"{{{W}}}{name}" for name in ("tbl", "tr", "tc", "p", "r"))
_SPAN, _MERGE, _STYLE, _RUN_STYLE, _BEFORE = (
    f"{{{W}}}{name}" for name in ("gridSpan", "vMerge", "pStyle", "rStyle", "gridBefore")
)
_WORDS = frozenset(WORDS)
_OF_A_FONT = re.compile("[\uf000-\uf0ff]")
"""Letters of symbol fonts: their font says which they are."""
_ODD = {
    *GONE,
    SYMBOL,
    *(
        f"{{{W}}}{name}"
        for name in (
            "fldChar",
            "footnoteReference",
            "endnoteReference",
            "ins",
            "moveTo",
            "sdt",
            "txbxContent",
            "vanish",
            "hidden",
            "numPr",
            "hMerge",
            "cellDel",
            "cellIns",
            "cellMerge",
            "ruby",
            "altChunk",
            "subDoc",
            "object",
            "pPrChange",
            "rPrChange",
            "tcPrChange",
            "trPrChange",
            "tblPrChange",
            "tblPrExChange",
        )
    ),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
    "{urn:schemas-microsoft-com:vml}imagedata",
}
_MET = (
    *(_TABLE, _ROW, _CELL, _PARAGRAPH, _SPAN, _MERGE, _STYLE, _RUN_STYLE, _BEFORE),
    *WORDS,
    *MARKS,
)


def rows_of(table: etree._Element, styles: StyleSheet) -> list[Row] | None:
    """Return the rows of a table, ``None`` where it has to be read element by element."""
    if next(table.iter(*_ODD), None) is not None:
        return None
    reader = _Reader(styles)
    nodes = table.iter(*_MET)
    next(nodes)  # the table itself
    return reader.rows if all(map(reader.take, nodes)) and reader.done() else None


class _Reader:
    """What was met so far; ``take`` answers whether the table is still a plain one."""

    def __init__(self, styles: StyleSheet) -> None:
        self.rows: list[Row] = []
        self._styles = styles
        self._cell: Draft | None = None
        self._pieces: list[str] | None = None  # of the open paragraph
        self._style = ""

    def take(self, node: etree._Element) -> bool:
        """Take the next element in the order of the document."""
        tag = node.tag
        if tag in _WORDS:
            return self._add(node.text or "")
        if tag == _PARAGRAPH:
            return self._begin_paragraph()
        if tag == _CELL:
            return self._begin_cell()
        if tag == _STYLE:
            self._style = node.get(_VAL, "")
            return self._pieces is not None
        if tag in MARKS:
            return self._add(MARKS[tag])
        return self._take_rarer(tag, node)

    def _take_rarer(self, tag: object, node: etree._Element) -> bool:
        if tag == _ROW:
            self.rows.append(Row())
            return self.done()
        if tag == _RUN_STYLE:
            style = self._styles[node.get(_VAL, "")]
            return not (style.hidden or style.hint)
        if tag == _BEFORE and self.rows:
            self.rows[-1].before = whole(node.get(_VAL), 0)
            return self.rows[-1].before <= MOST_WIDE
        return self._take_span(tag, node)

    def _take_span(self, tag: object, node: etree._Element) -> bool:
        cell = self._cell
        if cell is None:
            return False
        if tag == _MERGE:
            cell.below = node.get(_VAL) != "restart"
        elif tag == _SPAN:
            cell.columns = max(whole(node.get(_VAL), 1), 1)
        return tag != _TABLE and cell.columns <= MOST_WIDE

    def _begin_cell(self) -> bool:
        if not self.rows or not self._end_paragraph():
            return False
        self._pieces = None
        self._cell = Draft()
        self.rows[-1].cells.append(self._cell)
        return True

    def _begin_paragraph(self) -> bool:
        if self._cell is None or not self._end_paragraph():
            return False
        self._pieces, self._style = [], self._styles.default
        return True

    def _add(self, text: str) -> bool:
        if self._pieces is None:
            return False
        self._pieces.append(text)
        return True

    def done(self) -> bool:
        """End the open cell; return whether all was plain so far."""
        plain = self._end_paragraph()
        self._cell = self._pieces = None
        return plain

    def _end_paragraph(self) -> bool:
        if self._pieces is None or self._cell is None:
            return True
        style = self._styles[self._style]
        text = "".join(self._pieces).strip("\n")
        if text.strip():
            self._cell.lines.append(text)
        odd = style.list_id or style.hidden or style.contents
        return not odd and (text.isascii() or _OF_A_FONT.search(text) is None)
