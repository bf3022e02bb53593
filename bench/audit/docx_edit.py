"""Edit a .docx as a clerk would: one text, one row, one paragraph; all else stays as it was."""

import copy
import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
PART = "word/document.xml"
Element = Any


@dataclass(frozen=True)
class Line:
    """A paragraph: its number, text, and its table, row and cell (-1 in running text)."""

    number: int
    text: str
    table: int = -1
    row: int = -1
    cell: int = -1


@dataclass
class Doc:
    """An opened document."""

    files: dict[str, bytes]
    root: Element
    paragraphs: list[Element] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    tables: list[Element] = field(default_factory=list)

    @classmethod
    def open(cls, data: bytes) -> "Doc":
        with zipfile.ZipFile(io.BytesIO(data)) as held:
            files = {name: held.read(name) for name in held.namelist()}
        doc = cls(files, etree.fromstring(files[PART]))
        doc._index()
        return doc

    def _index(self) -> None:
        body = self.root.find(f"{W}body")
        self.tables = list(body.iter(f"{W}tbl"))
        spot = {}
        for t, table in enumerate(self.tables):
            for r, row in enumerate(table.iter(f"{W}tr")):
                for c, cell in enumerate(row.iter(f"{W}tc")):
                    for paragraph in cell.iter(f"{W}p"):
                        spot[paragraph] = (t, r, c)
        self.paragraphs = list(body.iter(f"{W}p"))
        for number, paragraph in enumerate(self.paragraphs):
            text = "".join(part.text or "" for part in paragraph.iter(f"{W}t"))
            self.lines.append(Line(number, text, *spot.get(paragraph, (-1, -1, -1))))

    def rows(self, table: int) -> list[list[str]]:
        """Return the texts of a table, as its cells stand in the file."""
        found: dict[int, dict[int, str]] = {}
        for line in self.lines:
            if line.table == table:
                row = found.setdefault(line.row, {})
                row[line.cell] = row.get(line.cell, "") + line.text
        return [[row[c] for c in sorted(row)] for _, row in sorted(found.items())]

    def line(self, table: int, row: int, cell: int) -> Line:
        """Return the first paragraph of a cell that has text; a cell below zero is from the end."""
        held = [one for one in self.lines if (one.table, one.row) == (table, row)]
        if cell < 0:
            cell += max(one.cell for one in held) + 1
        own = [one for one in held if one.cell == cell]
        return next((one for one in own if one.text), own[0])

    def replace(self, number: int, start: int, end: int, new: str) -> None:
        """Put ``new`` for the characters of a paragraph; runs and their looks stay."""
        seen, first = 0, True
        parts = list(self.paragraphs[number].iter(f"{W}t"))
        if not parts:
            run = etree.SubElement(self.paragraphs[number], f"{W}r")
            parts = [etree.SubElement(run, f"{W}t")]
        for part in parts:
            text = part.text or ""
            a, b = max(start - seen, 0), min(end - seen, len(text))
            last = part is parts[-1]
            if (a < b or (start == end and 0 <= start - seen <= len(text))) and first:
                part.text, first = text[:a] + new + text[max(b, a) :], False
            elif a < b:
                part.text = text[:a] + text[b:]
            elif first and last:
                part.text, first = text + new, False
            part.set(XML_SPACE, "preserve")
            seen += len(text)

    def row(self, table: int, row: int) -> Element:
        return list(self.tables[table].iter(f"{W}tr"))[row]

    def drop_row(self, table: int, row: int) -> None:
        element = self.row(table, row)
        element.getparent().remove(element)

    def swap_rows(self, table: int, row: int, other: int) -> None:
        one, two = self.row(table, row), self.row(table, other)
        parent, place = one.getparent(), list(one.getparent()).index(two)
        parent.remove(two)
        parent.insert(list(parent).index(one), two)
        parent.remove(one)
        parent.insert(place, one)

    def add_blank_row(self, table: int) -> None:
        """Put a row without any text under the last row."""
        last = list(self.tables[table].iter(f"{W}tr"))[-1]
        twin = copy.deepcopy(last)
        for mark in list(twin.iter(f"{W}vMerge")):
            mark.getparent().remove(mark)
        for text in twin.iter(f"{W}t"):
            text.text = ""
        last.addnext(twin)

    def drop(self, number: int) -> None:
        element = self.paragraphs[number]
        element.getparent().remove(element)

    def add_after(self, number: int, text: str) -> None:
        """Put a paragraph of running text after a paragraph of running text."""
        before = self.paragraphs[number]
        made = etree.Element(f"{W}p")
        run = etree.SubElement(made, f"{W}r")
        words = etree.SubElement(run, f"{W}t")
        words.text = text
        words.set(XML_SPACE, "preserve")
        before.addnext(made)

    def split_runs(self, number: int) -> None:
        """Put every second character of a paragraph into a run of its own."""
        for part in list(self.paragraphs[number].iter(f"{W}t")):
            run, text = part.getparent(), part.text or ""
            for n in range(len(text) - 2, 0, -2):
                twin = copy.deepcopy(run)
                next(twin.iter(f"{W}t")).text = text[n : n + 2]
                for extra in list(twin.iter(f"{W}t"))[1:]:
                    extra.getparent().remove(extra)
                next(twin.iter(f"{W}t")).set(XML_SPACE, "preserve")
                run.addnext(twin)
                text = text[:n]
            part.text = text

    def track(self, number: int, start: int, end: int, old: str) -> None:
        """Make the characters an accepted-looking insertion, with ``old`` as deleted before it."""
        text = self.lines[number].text
        looks = next(iter(self.paragraphs[number].iter(f"{W}rPr")), None)
        paragraph = self.paragraphs[number]
        for child in list(paragraph):
            if child.tag != f"{W}pPr":
                paragraph.remove(child)
        for kind, words in (
            ("", text[:start]),
            ("del", old),
            ("ins", text[start:end]),
            ("", text[end:]),
        ):
            holder = paragraph
            if kind:
                holder = etree.SubElement(paragraph, f"{W}{kind}")
                holder.set(f"{W}id", "901" if kind == "del" else "902")
                holder.set(f"{W}author", "a")
            run = etree.SubElement(holder, f"{W}r")
            if looks is not None:
                run.append(copy.deepcopy(looks))
            own = etree.SubElement(run, f"{W}delText" if kind == "del" else f"{W}t")
            own.text = words
            own.set(XML_SPACE, "preserve")

    def plain_style(self, number: int) -> None:
        """Take the style of a paragraph away, as a clerk's own formatting does."""
        for style in list(self.paragraphs[number].iter(f"{W}pStyle", f"{W}outlineLvl")):
            style.getparent().remove(style)

    def unmerge(self, table: int) -> None:
        """Undo vertical merges: each cell that went on is blank and stands alone."""
        for mark in list(self.tables[table].iter(f"{W}vMerge")):
            mark.getparent().remove(mark)

    def repeat_merged(self, table: int) -> None:
        """Undo vertical merges, printing the text of the first cell again in each."""
        above: dict[int, str] = {}
        for row in self.tables[table].iter(f"{W}tr"):
            x = 0
            for cell in row.iter(f"{W}tc"):
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                mark = cell.find(f"{W}tcPr/{W}vMerge")
                text = "".join(part.text or "" for part in cell.iter(f"{W}t"))
                if mark is not None and mark.get(f"{W}val") == "restart":
                    above[x] = text
                elif mark is not None:
                    run = etree.SubElement(next(cell.iter(f"{W}p")), f"{W}r")
                    etree.SubElement(run, f"{W}t").text = above.get(x, "")
                if mark is not None:
                    mark.getparent().remove(mark)
                x += int(span.get(f"{W}val")) if span is not None else 1

    def add_column(self, table: int, head: str, text: str) -> None:
        """Add a last column, as of remarks."""
        for n, row in enumerate(self.tables[table].iter(f"{W}tr")):
            cells = list(row.iter(f"{W}tc"))
            twin = copy.deepcopy(cells[-1])
            for mark in list(twin.iter(f"{W}vMerge", f"{W}gridSpan", f"{W}sdt")):
                mark.getparent().remove(mark)
            for paragraph in list(twin.iter(f"{W}p")):
                for child in list(paragraph):
                    if child.tag != f"{W}pPr":
                        paragraph.remove(child)
            run = etree.SubElement(next(twin.iter(f"{W}p")), f"{W}r")
            etree.SubElement(run, f"{W}t").text = text if n else head
            row.append(twin)
        grid = self.tables[table].find(f"{W}tblGrid")
        if grid is not None and len(grid):
            grid.append(copy.deepcopy(grid[-1]))

    def save(self) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as held:
            for name, data in self.files.items():
                held.writestr(
                    name,
                    etree.tostring(
                        self.root, xml_declaration=True, encoding="UTF-8", standalone=True
                    )
                    if name == PART
                    else data,
                )
        return out.getvalue()


Edit = Callable[[Doc], None]


def replacing(line: Line, old: str, new: str, nth: int = 0) -> Edit:
    """Return the edit that puts ``new`` for the nth ``old`` of a paragraph."""
    start = -1
    for _ in range(nth + 1):
        start = line.text.index(old, start + 1)
    return lambda doc: doc.replace(line.number, start, start + len(old), new)


def both(*edits: Edit) -> Edit:
    def apply(doc: Doc) -> None:
        for edit in edits:
            edit(doc)

    return apply


def running(doc: Doc) -> Iterator[Line]:
    """Yield the paragraphs outside tables that have text."""
    return (line for line in doc.lines if line.table < 0 and line.text.strip())
