"""The tree of a Word file → paragraphs and tables, in one pass that does not recurse."""

from collections.abc import Callable

from lxml import etree

from shanhe.documents.formats.compose import Composer
from shanhe.documents.formats.docx.marks import FALLBACK, GONE, MARKS, SYMBOL, WORDS, is_on
from shanhe.documents.formats.docx.markup import W
from shanhe.documents.formats.docx.numbering import Numbering, value, whole
from shanhe.documents.formats.docx.plain_table import rows_of
from shanhe.documents.formats.docx.style_sheet import StyleSheet
from shanhe.documents.formats.docx.words import Skip, Words
from shanhe.documents.formats.grid import Unreadable
from shanhe.documents.formats.layout import MOST_WIDE
from shanhe.documents.formats.notes import Notes

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_NO_WORDS = {
    f"{{{W}}}{name}"
    for name in ("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sectPr", "rt")
}
_NOTED = {
    f"{{{W}}}altChunk": "embedded",
    f"{{{W}}}subDoc": "embedded",
    f"{{{W}}}object": "embedded",
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic": "pictures",
    "{urn:schemas-microsoft-com:vml}imagedata": "pictures",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart": "pictures",
}


class Walk:
    """Reads trees into a composer.

    Attributes:
        references: notes that the visible text refers to: kind and id.
        whole_tables: plain tables are read as a whole, which is faster.
    """

    whole_tables = True

    def __init__(
        self, composer: Composer, styles: StyleSheet, numbering: Numbering, notes: Notes
    ) -> None:
        self._composer, self._notes = composer, notes
        self._styles = styles
        self._plain: etree._Element | None = None  # a table that was read as a whole
        self._words = Words(composer, styles, numbering, notes)
        self.references = self._words.references
        self._starts: dict[str, Callable[[etree._Element], Skip]] = {
            **dict.fromkeys(WORDS, self._words.words),
            **dict.fromkeys(MARKS, self._words.mark),
            **dict.fromkeys(_NO_WORDS, lambda _: "skip"),
            **dict.fromkeys(GONE, self._gone),
            **dict.fromkeys(_NOTED, self._noted),
            FALLBACK: _second_copy,
            SYMBOL: self._words.symbol,
            **{f"{{{W}}}{name}": handle for name, handle in self._named()},
        }
        self._ends: dict[str, Callable[[etree._Element], object]] = {
            f"{{{W}}}p": self._words.end_paragraph,
            f"{{{W}}}tc": self._end_cell,
            f"{{{W}}}tr": lambda _: composer.close_row(),
            f"{{{W}}}tbl": self._end_table,
            f"{{{W}}}txbxContent": self._end_box,
            f"{{{W}}}sdt": self._end_control,
        }

    def _named(self) -> tuple[tuple[str, Callable[[etree._Element], Skip]], ...]:
        return (
            ("p", self._words.paragraph),
            ("r", self._words.run),
            ("fldChar", self._words.field),
            ("tbl", self._table),
            ("tr", self._row),
            ("tc", self._cell),
            ("txbxContent", lambda _: self._composer.open_box("文本框")),
            ("sdt", self._control),
            ("footnoteReference", lambda node: self._words.reference("footnotes", node)),
            ("endnoteReference", lambda node: self._words.reference("endnotes", node)),
            ("ins", lambda _: self._notes.add("tracked")),
            ("moveTo", lambda _: self._notes.add("tracked")),
        )

    def read(self, root: etree._Element) -> None:
        """Read all below ``root``."""
        walk = etree.iterwalk(root, events=("start", "end"))
        starts, ends = self._starts, self._ends
        for event, node in walk:
            if event == "end":
                end = ends.get(node.tag)
                if end is not None:
                    end(node)
            else:
                start = starts.get(node.tag)
                if start is not None and start(node) == "skip":
                    walk.skip_subtree()
        self._words.flush()

    def _gone(self, _: etree._Element) -> Skip:
        self._notes.add("tracked")
        return "skip"

    def _noted(self, node: etree._Element) -> None:
        self._notes.add(_NOTED[str(node.tag)])

    def _table(self, node: etree._Element) -> Skip:
        is_whole = self.whole_tables and not self._words.is_amid
        rows = rows_of(node, self._styles) if is_whole else None
        if rows is None:
            self._composer.open_table()
            return None
        self._plain = node
        self._composer.table(rows)
        return "skip"

    def _end_table(self, node: etree._Element) -> None:
        if node is self._plain:
            self._plain = None
        else:
            self._composer.close_table()

    def _row(self, node: etree._Element) -> Skip:
        properties = node.find(f"{{{W}}}trPr")
        if properties is not None:
            if properties.find(f"{{{W}}}del") is not None:
                return self._gone(node)
            hidden = properties.find(f"{{{W}}}hidden")
            if hidden is not None and is_on(hidden.get(f"{{{W}}}val")):
                self._notes.add("hidden")
                return "skip"
        self._composer.open_row(_span(value(properties, "gridBefore"), 0))
        return None

    def _cell(self, node: etree._Element) -> Skip:
        properties = node.find(f"{{{W}}}tcPr")
        if properties is None:
            self._composer.open_cell()
            return None
        if properties.find(f"{{{W}}}cellDel") is not None:
            return self._gone(node)
        columns = max(_span(value(properties, "gridSpan"), 1), 1)
        beside = properties.find(f"{{{W}}}hMerge")
        if beside is not None and beside.get(f"{{{W}}}val") != "restart":
            self._composer.close_cell()
            if self._composer.widen_cell(columns):
                return "skip"
        merge = properties.find(f"{{{W}}}vMerge")
        below = merge is not None and merge.get(f"{{{W}}}val") != "restart"
        self._composer.open_cell(columns, below=below)
        return None

    def _end_cell(self, _: etree._Element) -> None:
        self._words.flush()
        self._composer.close_cell()

    def _end_box(self, _: etree._Element) -> None:
        self._words.flush()
        self._composer.close_box()

    def _control(self, node: etree._Element) -> None:
        self._words.hints += _shows_hint(node)

    def _end_control(self, node: etree._Element) -> None:
        self._words.hints -= _shows_hint(node)


def _span(text: str | None, otherwise: int) -> int:
    columns = whole(text, otherwise)
    if columns > MOST_WIDE:
        raise Unreadable("oversized", f"a cell of {columns} columns")
    return columns


def _shows_hint(node: etree._Element) -> bool:
    shown = node.find(f"{{{W}}}sdtPr/{{{W}}}showingPlcHdr")
    return shown is not None and is_on(shown.get(f"{{{W}}}val"))


def _second_copy(node: etree._Element) -> Skip:
    parent = node.getparent()
    has_first = parent is not None and parent.find(f"{_MC}Choice") is not None
    return "skip" if has_first else None
