"""Web pages → paragraphs and tables; nothing outside the page is fetched, no script is run.

A table inside a cell comes out as a table of its own after the outer one. White space is folded as a
browser does it, but a line end between two Chinese characters leaves no gap.
"""

import re

from lxml import etree

from shanhe.documents.formats.compose import Composer
from shanhe.documents.formats.encoding import decoded
from shanhe.documents.formats.grid import Unreadable
from shanhe.documents.formats.layout import MOST_WIDE
from shanhe.documents.formats.notes import Notes
from shanhe.documents.formats.xml import MOST_MARKS
from shanhe.documents.script import Script
from shanhe.values.regex import regex

MOST_ROWS_SPANNED = 65_534
"""The limit of HTML itself."""
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]{1,20})", re.IGNORECASE)
_HIDDEN = regex(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = regex(r"[ \t\r\n\f]+")
_CHINESE_BREAK = regex(r"(?<=[\u2e80-\uffee])[ \t]*[\r\n]\s*(?=[\u2e80-\uffee])")
_OUTSIDE = {"iframe", "object", "embed", "frame", "applet"}
_UNSEEN = {"script", "style", "head", "title", "template", "noscript", "textarea", "svg", "rt"}
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "nav", "ol", "option", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip


def read_html(name: str, data: bytes) -> Script:
    """Return the visible words of a web page.

    Raises:
        Unreadable: its encoding is unknown, or it nests, spans or holds more than any honest page.
    """
    notes = Notes()
    found = _CHARSET.search(data[:4096])
    root = _root(decoded(data, notes, found[1].decode("ascii", "replace") if found else ""))
    page = _Page(notes)
    if root is not None:
        page.read(root)
    return Script(name, "html", page.composer.finished(), notes.texts())


def _root(text: str) -> etree._Element | None:
    if text.count("<") + text.count("=") > MOST_MARKS:
        raise Unreadable("oversized", f"more than {MOST_MARKS} tags")
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable("damaged_document", str(error)) from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise Unreadable("oversized", "elements nest too deeply")
    return root  # type: ignore[no-any-return, unused-ignore]  # None for a page without any element


class _Page:
    def __init__(self, notes: Notes) -> None:
        self.composer = Composer()
        self._notes = notes
        self._pieces: list[str] = []
        self._level = 0
        self._lists: list[int] = []  # next number of each list around; -1 where it has none
        self._kept = 0  # how many <pre> are around

    def read(self, root: etree._Element) -> None:
        """Read the whole tree, without recursion."""
        walk = etree.iterwalk(root, events=("start", "end"))
        skipped: etree._Element | None = None
        for event, node in walk:
            tag = str(node.tag)
            if event == "end":
                if tag in _BLOCKS and node is not skipped:
                    self._end(tag)
                self._add(node.tail)
            elif self._is_unseen(tag, node):
                skipped = node
                walk.skip_subtree()
            else:
                self._start(tag, node)
                self._add(node.text)
        self._flush()

    def _is_unseen(self, tag: str, node: etree._Element) -> bool:
        if tag in _OUTSIDE:
            self._notes.add("frames")
        elif node.get("hidden") is not None or _HIDDEN.search(node.get("style", "")):
            self._notes.add("hidden")
            if tag in _BLOCKS:
                self._flush()
        else:
            return tag in _UNSEEN
        return True

    def _add(self, text: str | None) -> None:
        if text:
            self._pieces.append(text if self._kept else _folded(text))

    def _flush(self) -> None:
        text = "".join(self._pieces)
        self._pieces = []
        text = text if self._kept else re.sub(" *\n *", "\n", re.sub("  +", " ", text)).strip(" ")
        self.composer.paragraph(text, self._level)

    def _start(self, tag: str, node: etree._Element) -> None:
        if tag in _BLOCKS:
            self._flush()
            self._start_block(tag, node)
        elif tag == "br":
            self._pieces.append("\n")
        elif tag == "img":
            self._notes.add("pictures")

    def _start_block(self, tag: str, node: etree._Element) -> None:
        if tag == "table":
            self.composer.open_table()
        elif tag == "tr":
            self.composer.open_row()
        elif tag in {"td", "th"}:
            columns = _span(node.get("colspan"), MOST_WIDE)
            rows = _span(node.get("rowspan"), MOST_ROWS_SPANNED)
            self.composer.open_cell(columns or 1, rows or MOST_ROWS_SPANNED)
        elif tag in {"ol", "ul"}:
            self._lists.append(_whole(node.get("start"), 1) if tag == "ol" else -1)
        elif tag == "li" and self._lists and self._lists[-1] >= 0:
            number = _whole(node.get("value"), self._lists[-1])
            self._pieces.append(f"{number}. ")
            self._lists[-1] = number + 1
        elif tag == "pre":
            self._kept += 1
        elif tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self._level = int(tag[1])

    def _end(self, tag: str) -> None:
        self._flush()
        if tag == "table":
            self.composer.close_table()
        elif tag == "tr":
            self.composer.close_row()
        elif tag in {"td", "th"}:
            self.composer.close_cell()
        elif tag in {"ol", "ul"} and self._lists:
            self._lists.pop()
        elif tag == "pre":
            self._kept = max(self._kept - 1, 0)
        elif tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self._level = 0


def _folded(text: str) -> str:
    return _SPACE.sub(" ", _CHINESE_BREAK.sub("", text))


def _whole(text: str | None, otherwise: int) -> int:
    found = re.match(r"\s*(\d{1,9})", text or "", re.ASCII)
    return int(found[1]) if found else otherwise


def _span(text: str | None, most: int) -> int:
    """Return a span; 0 is as many as there are."""
    found = re.match(r"\s*\+?0*(\d+)", text or "1", re.ASCII)
    if found and (len(found[1]) > 9 or int(found[1]) > most):
        raise Unreadable("oversized", f"a cell that spans {found[1][:20]}")
    return int(found[1]) if found else 1
