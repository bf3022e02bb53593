"""Comments come to the right characters, and nothing else of the author's file changes."""

import io
import os
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.document import Document
from lxml import etree

from shanhe.documents.formats.docx.annotate import Note, annotated
from shanhe.documents.formats.docx.markup import W
from shanhe.documents.formats.docx.script import read_docx
from shanhe.documents.found import Span
from shanhe.documents.script import Passage, Script, Spot

DAY = date(2026, 1, 31)
CHANGED = {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"}
CASES = os.environ.get("SHANHE_CASES", "")


def saved(document: Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture
def report() -> bytes:
    document = docx.Document()
    paragraph = document.add_paragraph("修复面积")
    paragraph.add_run("1922.").bold = True
    paragraph.add_run("26公顷，矿山355个。").italic = True
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "指标"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "产出"
    table.cell(2, 2).text = "说明：\n共12.92公顷"
    document.add_paragraph("结尾 <3.06%>")
    return saved(document)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def ranges(data: bytes) -> dict[str, str]:
    """Return the words between the marks of each comment."""
    found: dict[str, str] = {}
    open_: set[str] = set()
    for node in etree.fromstring(parts(data)["word/document.xml"]).iter():
        name = etree.QName(node).localname if isinstance(node.tag, str) else ""
        if name == "commentRangeStart":
            open_.add(node.get(f"{{{W}}}id", ""))
            found.setdefault(node.get(f"{{{W}}}id", ""), "")
        elif name == "commentRangeEnd":
            open_.remove(node.get(f"{{{W}}}id", ""))
        elif name == "t":
            for own in open_:
                found[own] += node.text or ""
    assert not open_
    return found


def figures(script: Script) -> Iterator[tuple[Span, str]]:
    for item in script.items:
        for one in (item,) if isinstance(item, Passage) else item.cells:
            for match in re.finditer(r"\d+(?:\.\d+)?", one.text):
                yield Span(one.spot, match.start(), match.end()), match[0]


def test_each_comment_is_around_its_characters(report: bytes) -> None:
    script = read_docx("报告.docx", report)
    wanted = list(figures(script))
    assert [text for _, text in wanted] == ["1922.26", "355", "12.92", "3.06"]
    notes = [Note(f"关于{text}\n<重算>", "", (span,)) for span, text in wanted]
    out = annotated(report, notes, DAY)
    assert list(ranges(out).values()) == [text for _, text in wanted]
    comments = list(docx.Document(io.BytesIO(out)).comments)
    assert [comment.text for comment in comments] == [note.text for note in notes]
    assert {(comment.author, comment.initials) for comment in comments} == {("山河", "SH")}
    assert comments[0].timestamp is not None
    assert comments[0].timestamp.date() == DAY


def test_nothing_else_changes(report: bytes) -> None:
    script = read_docx("报告.docx", report)
    notes = [Note(text, text, (span,)) for span, text in figures(script)]
    out = annotated(report, notes, DAY)
    before, after = parts(report), parts(out)
    assert {name for name in after if before.get(name) != after[name]} == {
        *CHANGED,
        "word/comments.xml",
    }
    assert list(after)[: len(before)] == list(before)
    assert read_docx("报告.docx", out).items == script.items
    root = etree.fromstring(after["word/document.xml"])
    for name in ("commentRangeStart", "commentRangeEnd"):
        for node in list(root.iter(f"{{{W}}}{name}")):
            node.getparent().remove(node)  # type: ignore[union-attr]  # marks are never the root
    bold = [run.find(f"{{{W}}}rPr/{{{W}}}b") is not None for run in root.iter(f"{{{W}}}r")]
    assert bold.count(True) == 1


def test_the_same_input_gives_the_same_bytes(report: bytes) -> None:
    note = Note("一", "二", (Span(Spot(paragraph=1), 4, 11),))
    assert annotated(report, [note], DAY) == annotated(report, [note], DAY)
    assert parts(annotated(report, [], DAY))["word/styles.xml"] == parts(report)["word/styles.xml"]


def test_comments_that_are_there_stay(report: bytes) -> None:
    first = annotated(report, [Note("先前", "", (Span(Spot(paragraph=1), 0, 4),))], DAY)
    again = annotated(first, [Note("后来", "", (Span(Spot(paragraph=1), 2, 8),))], DAY)
    comments = list(docx.Document(io.BytesIO(again)).comments)
    assert [(one.comment_id, one.text) for one in comments] == [(0, "先前"), (1, "后来")]
    assert ranges(again) == {"0": "修复面积", "1": "面积1922"}
    assert parts(again)["[Content_Types].xml"] == parts(first)["[Content_Types].xml"]


def test_several_places_get_the_whole_text_once(report: bytes) -> None:
    spans = (Span(Spot(paragraph=1), 4, 11), Span(Spot(table=1, row=3, column=3), 5, 10))
    out = annotated(report, [Note("全文", "略", (*spans, spans[0]))], DAY)
    assert [one.text for one in docx.Document(io.BytesIO(out)).comments] == ["全文", "略"]
    assert list(ranges(out).values()) == ["1922.26", "12.92"]


@pytest.mark.parametrize("spot", [Spot(paragraph=99), Spot("脚注", paragraph=1), Spot(table=7)])
def test_what_has_no_place_stands_at_the_head(report: bytes, spot: Spot) -> None:
    out = annotated(report, [Note("无处", "", (Span(spot, 0, 5),)), Note("无", "", ())], DAY)
    assert list(ranges(out).values()) == ["修复面积1922.26公顷，矿山355个。"] * 2


def test_a_whole_cell_of_two_paragraphs_is_one_range(report: bytes) -> None:
    spot = Spot(table=1, row=3, column=3)
    out = annotated(report, [Note("整格", "", (Span(spot, 0, 13),))], DAY)
    assert list(ranges(out).values()) == ["说明：共12.92公顷"]


def edited(data: bytes, old: str, new: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts(data).items():
            if name == "word/document.xml":
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())  # noqa: PLW2901 - the changed part
            archive.writestr(name, content)
    return out.getvalue()


CONTROL = "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>结尾 3.06</w:t></w:r></w:sdtContent></w:sdt>"
DELETED = '<w:del w:id="9" w:author="a"><w:r><w:delText>9.99</w:delText></w:r></w:del><w:ins w:id="8" w:author="a"><w:r><w:t>结尾 3.06</w:t></w:r></w:ins>'
FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>结尾 3.06</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
BOX = "<w:r><w:t>框外</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>结尾 3.06</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"


@pytest.mark.parametrize(
    ("inside", "spot", "around"),
    [
        (CONTROL, Spot(paragraph=2), "结尾 3.06"),  # controls are not cut
        (DELETED, Spot(paragraph=2), "3.06"),
        (FIELD, Spot(paragraph=2), "3.06"),
        (BOX, Spot("文本框", paragraph=1), "框外结尾 3.06"),  # boxes take no comments
    ],
    ids=["control", "tracked", "field", "box"],
)
def test_odd_surroundings(report: bytes, inside: str, spot: Spot, around: str) -> None:
    data = edited(report, "<w:r><w:t>结尾 &lt;3.06%&gt;</w:t></w:r>", inside)
    script = read_docx("报告.docx", data)
    texts = {one.spot: one.text for one in script.passages()}
    assert texts[spot] == "结尾 3.06"
    out = annotated(data, [Note("处", "", (Span(spot, 3, 7),))], DAY)
    assert list(ranges(out).values()) == [around]
    assert read_docx("报告.docx", out).items == script.items


def test_automatic_numbers_do_not_shift_the_place() -> None:
    document = docx.Document()
    document.add_paragraph("完成3.06%", style="List Number")
    data = saved(document)
    (passage,) = read_docx("报告.docx", data).passages()
    at = passage.text.index("3.06")
    assert at > 2
    out = annotated(data, [Note("处", "", (Span(passage.spot, at, at + 4),))], DAY)
    assert list(ranges(out).values()) == ["3.06"]


@pytest.mark.skipif(not CASES, reason="SHANHE_CASES is not set")
def test_every_figure_of_the_real_report() -> None:
    data = (Path(CASES) / "report.docx").read_bytes()
    script = read_docx("report.docx", data)
    wanted = list(figures(script))
    out = annotated(data, [Note(text, "", (span,)) for span, text in wanted], DAY)
    assert len(wanted) > 400
    assert list(ranges(out).values()) == [text for _, text in wanted]
    assert read_docx("report.docx", out).items == script.items
