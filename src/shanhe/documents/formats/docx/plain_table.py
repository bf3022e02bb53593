"""Tables without anything out of the way, read in one pass over the elements that count.

Nearly every table of a report is such a one: rows, cells with spans, paragraphs, words. Where an
element stands that needs more thought (a table in a cell, a tracked change, a field, a number that
Word puts before the words), ``rows_of`` says so, and the walk reads the table element by element.
A cell outside of any row, which no office program writes, comes out in the row before it.
"""

from lxml import etree

from shanhe.documents.formats.docx.marks import GONE, MARKS, SYMBOL, WORDS
from shanhe.documents.formats.docx.markup import W
from shanhe.documents.formats.docx.numbering import whole
from shanhe.documents.formats.docx.style_sheet import StyleSheet
from shanhe.documents.formats.layout import MOST_WIDE, Draft, Row
from shanhe.values.regex import regex

_VAL = f"{{{W}}}val"
_TABLE, _ROW, _CELL, _PARAGRAPH, _TEXT = (
    f"{{{W}}}{name}" for name in ("tbl", "tr", "tc", "p", "t")
)
_SPAN, _MERGE, _STYLE, _RUN_STYLE, _BEFORE = (
    f"{{{W}}}{name}" for name in ("gridSpan", "vMerge", "pStyle", "rStyle", "gridBefore")
)
_WORDS = frozenset(WORDS)
_OF_A_FONT = regex("[\uf000-\uf0ff]")
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
    *_ODD,
)


def rows_of(table: etree._Element, styles: StyleSheet) -> list[Row] | None:
    """Return the rows of a table, ``None`` where it has to be read element by element."""
    reader = _Reader(styles)
    return reader.rows if reader.take(table) and reader.end() else None


class _Reader:
    """Reads a table: what stands where, then what the styles and the letters say of it."""

    def __init__(self, styles: StyleSheet) -> None:
        self.rows: list[Row] = []
        self._styles = styles
        self._used = {styles.default}

    def take(self, table: etree._Element) -> bool:
        """Take all elements in the order of the document; return whether nothing stands astray."""
        astray: list[str] = []  # paragraphs outside of any cell
        lines, cell = astray, None
        nodes = table.iter(*_MET)
        next(nodes)  # the table itself
        for node in nodes:
            tag = node.tag
            if tag == _TEXT and lines:
                lines[-1] += node.text or ""
            elif tag == _PARAGRAPH:
                lines.append("")
            elif tag == _STYLE:
                self._used.add(node.get(_VAL, ""))
            elif tag == _CELL and self.rows:
                cell = Draft()
                lines = cell.lines
                self.rows[-1].cells.append(cell)
            elif tag == _ROW:
                lines, cell = astray, None
                self.rows.append(Row())
            elif (tag in MARKS or tag in _WORDS) and lines:
                lines[-1] += MARKS.get(str(tag)) or node.text or ""
            elif not self._take_rarer(tag, node, cell):
                return False
        return not astray

    def _take_rarer(self, tag: object, node: etree._Element, cell: Draft | None) -> bool:
        """Take a style of words, or what the open cell or row covers."""
        if tag == _RUN_STYLE:
            style = self._styles[node.get(_VAL, "")]
            return not (style.hidden or style.hint)
        if tag == _BEFORE and self.rows:
            self.rows[-1].before = whole(node.get(_VAL), 0)
            return self.rows[-1].before <= MOST_WIDE
        if cell is None or tag not in {_MERGE, _SPAN}:
            return False
        if tag == _MERGE:
            cell.below = node.get(_VAL) != "restart"
        else:
            cell.columns = max(whole(node.get(_VAL), 1), 1)
        return cell.columns <= MOST_WIDE

    def end(self) -> bool:
        """Drop what is blank; return whether no style and no font asks for more thought."""
        styles = [self._styles[name] for name in self._used]
        if any(style.list_id or style.hidden or style.contents for style in styles):
            return False
        cells = [cell for row in self.rows for cell in row.cells]
        for cell in cells:
            texts = [line.strip("\n") for line in cell.lines]
            cell.lines = [text for text in texts if text and not text.isspace()]
        return not _OF_A_FONT.search("".join(line for cell in cells for line in cell.lines))
