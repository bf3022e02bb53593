"""What is read from a Word file, our own or one that people have edited."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanhe.documents.blocks import Cell, Figure, Inline, Paper, Paragraph, Table
from shanhe.documents.formats.docx.markup import W
from shanhe.documents.formats.docx.read import (
    read_figures,
    read_loose_text,
    read_text,
)
from shanhe.documents.formats.docx.write import docx_bytes
from shanhe.documents.formats.grid import Unreadable
from shanhe.documents.formats.office import legal_text

IDS = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=64)
FIGURES = st.builds(Figure, IDS, st.text(min_size=1))


def edited(body: str, **parts: str) -> bytes:
    """A Word file with this body."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        document = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", document)
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


@given(st.lists(st.one_of(FIGURES, st.text())), st.lists(FIGURES))
def test_figures_written_are_figures_read(line: list[Inline], cells: list[Figure]) -> None:
    table = Table(tuple((Cell(((cell,),)),) for cell in cells), (10,))
    paper = Paper((Paragraph(tuple(line)), *((table,) if cells else ())), "s")
    figures = [part for part in (*line, *cells) if isinstance(part, Figure)]
    written = [(figure.id, legal_text(figure.text)) for figure in figures]
    assert read_figures(docx_bytes(paper)) == written


@given(st.text())
def test_text_written_is_text_read(text: str) -> None:
    assert read_text(docx_bytes(Paper((Paragraph((text,)),), "s"))) == legal_text(text) + "\n"


def test_loose_text_leaves_out_figures_and_keeps_their_place() -> None:
    data = docx_bytes(Paper((Paragraph(("2025年1", Figure("a", "3.06"), "2亩")),), "s"))
    assert read_text(data) == "2025年13.062亩\n"
    assert read_loose_text(data) == "2025年1\ufffc2亩\n"


def test_all_kinds_of_block_are_read(paper: Paper) -> None:
    data = docx_bytes(paper)
    ids = [id_ for id_, _ in read_figures(data)]
    assert (len(ids), ids[0], ids[-1]) == (62, "total.area", "total.area")
    text = read_text(data)
    for words in ("绩效自评报告", "表1 完成情况", "（未填报公开日期）", "图1 完成率"):
        assert words in text
    assert "1922.26" not in read_loose_text(data)


def test_only_what_is_visible_is_read() -> None:
    data = edited(
        "<w:p><w:r><w:t>甲</w:t></w:r><w:ins><w:r><w:t>乙</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>丙</w:delText></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>丁</w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>戊</w:t></w:r>'
        "<w:moveFrom><w:r><w:t>己</w:t></w:r></w:moveFrom></w:p>"
    )
    assert read_text(data) == "甲乙戊\n"


def control(tag: str, content: str) -> str:
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def test_a_control_around_a_whole_paragraph_is_still_its_figure() -> None:
    line = "<w:p><w:r><w:t>1.5</w:t></w:r></w:p>"
    assert read_figures(edited(control("a", line))) == [("a", "1.5")]


def test_a_control_that_lost_its_tag_is_known_by_its_alias() -> None:
    words = "<w:r><w:t>1.5</w:t></w:r>"
    data = edited(f"<w:p>{control('a', words)}</w:p>".replace("w:tag", "w:alias"))
    assert read_figures(data) == [("a", "1.5")]


def test_numbers_cannot_hide_in_a_control_around_more() -> None:
    line = "<w:p><w:r><w:t>1.5</w:t></w:r></w:p>"
    data = edited(control("cover", line + line) + control("", line))
    assert read_figures(data) == []
    assert read_loose_text(data) == "1.5\n" * 3


def test_notes_are_read_too() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r" Type="http://x/footnotes" Target="footnotes.xml"/></Relationships>'
    )
    notes = f'<w:footnotes xmlns:w="{W}"><w:p><w:r><w:t>注7</w:t></w:r></w:p></w:footnotes>'
    parts = {"word/_rels/document.xml.rels": relations, "word/footnotes.xml": notes}
    assert read_text(edited("<w:p/>", **parts)) == "\n注7\n"


def test_a_file_saved_as_strict_is_read() -> None:
    line = "<w:p><w:r><w:t>文</w:t></w:r></w:p>"
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        text = f'<w:document xmlns:w="{strict}"><w:body>{line}</w:body></w:document>'
        archive.writestr("word/document.xml", text)
    assert read_text(file.getvalue()) == "文\n"


def unpacked(document: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "not a zip"),
        (b"\xd0\xcf\x11\xe0 an old or encrypted file", "not a zip"),
        (unpacked("<a"), "not well-formed"),
        (unpacked("<a/>"), "no text document"),
        (unpacked('<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'), "document type"),
        (unpacked(" " * (64 * 2**20 + 1)), "more than"),
        (unpacked("<a/>").replace(b"document.xml", b"documint.xml"), "has no"),
        (unpacked("<a/>" * 99)[:40] + b"\xff" * 9 + unpacked("<a/>" * 99)[49:], "damaged"),
    ],
)
def test_what_is_no_honest_word_file_is_refused(data: bytes, problem: str) -> None:
    for read in (read_figures, read_text, read_loose_text):
        with pytest.raises(Unreadable, match=problem):
            read(data)


def test_a_long_report_is_written_and_read() -> None:
    rows = tuple(tuple(Cell(((Figure("a", "1.5"),),)) for _ in range(7)) for _ in range(33))
    paper = Paper((Table(rows, (1,) * 7), Paragraph(("文" * 800,))) * 20, "s")
    assert len(read_figures(docx_bytes(paper))) == 7 * 33 * 20
