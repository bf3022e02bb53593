"""A table read in one pass says what the walk, element by element, says of it."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shanhe.documents.formats.docx.markup import W
from shanhe.documents.formats.docx.script import read_docx
from shanhe.documents.formats.docx.walk import Walk
from shanhe.documents.script import Script

MERGES = (
    "",
    "<w:gridSpan w:val='2'/>",
    "<w:vMerge/>",
    "<w:vMerge w:val='restart'/>",
    "<w:hMerge/>",
    "<w:cellDel/>",
)
INSIDE = (
    "<w:t>12.92</w:t>",
    "<w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/>",
    "<w:rPr><w:vanish/></w:rPr><w:t>丙</w:t>",
    "<w:rPr><w:rFonts w:ascii='Symbol'/></w:rPr><w:t>\uf0b3</w:t>",
    "<w:fldChar w:fldCharType='begin'/><w:t>PAGE</w:t><w:fldChar w:fldCharType='end'/>",
    "<w:t>\n</w:t>",
    "",
)
BESIDE = (
    "",
    "<w:p/>",
    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>",
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>内</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    "<w:ins><w:p><w:r><w:t>新</w:t></w:r></w:p></w:ins>",
)
AFTER = ("", "<w:tr/>", "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr><w:tc/></w:tr>")
CELLS = st.tuples(*map(st.sampled_from, (MERGES, INSIDE, BESIDE)))
ROWS = st.tuples(st.lists(CELLS, max_size=4), st.sampled_from(AFTER))


def read(table: str, before: str = "") -> Script:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        root = f'<w:document xmlns:w="{W}"><w:body>{before}<w:tbl>{table}</w:tbl></w:body></w:document>'
        archive.writestr("word/document.xml", root)
    return read_docx("a.docx", file.getvalue())


def row(cells: list[tuple[str, str, str]], after: str) -> str:
    made = (
        f"<w:tc><w:tcPr>{merge}</w:tcPr><w:p><w:r>{inside}</w:r></w:p>{beside}</w:tc>"
        for merge, inside, beside in cells
    )
    return f"<w:tr>{''.join(made)}</w:tr>{after}"


@given(st.lists(ROWS, max_size=4), st.booleans())
@settings(deadline=None)
def test_both_ways_read_the_same(
    rows: list[tuple[list[tuple[str, str, str]], str]], goes_on: bool
) -> None:
    deleted = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前</w:t></w:r></w:p>"
    table, before = "".join(row(*one) for one in rows), deleted if goes_on else ""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Walk, "whole_tables", False)
        slowly = read(table, before)
    assert read(table, before) == slowly


def test_a_plain_table_is_read_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = row([("", "<w:t>面积</w:t>", ""), (MERGES[1], "<w:t>12.92</w:t>", "")], "")
    monkeypatch.setattr(Walk, "_cell", None)  # the walk would fail over any cell
    (table,) = read(plain * 3).tables()
    assert [cell.text for cell in table.cells] == ["面积", "12.92"] * 3
    assert (table.width, table.height) == (3, 3)
