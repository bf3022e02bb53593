"""Files that are damaged, disguised or dangerous are refused before anything is read."""

import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanhe.documents.formats import csv
from shanhe.documents.formats.grid import MOST_BYTES, MOST_COLUMNS, MOST_ROWS, Unreadable
from shanhe.documents.formats.xlsx.read import read_grids

Book = Callable[..., bytes]
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>'
    '<Relationship Id="r2" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>'
)


def kind_of(data: bytes) -> str:
    with pytest.raises(Unreadable) as refusal:
        read_grids(data)
    return refusal.value.kind


def csv_kind(data: bytes) -> tuple[str, str]:
    with pytest.raises(Unreadable) as refusal:
        csv.read_grid(data)
    return refusal.value.kind, refusal.value.detail


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "not_xlsx"),
        ("版本,期间\n".encode(), "not_xlsx"),
        (b"<html>", "not_xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "old_or_locked"),
        (b"PK\x03\x04 cut off", "damaged"),
    ],
)
def test_what_is_no_workbook(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind


def test_a_truncated_workbook(raw_book: Book) -> None:
    data = raw_book('<row r="1"><c r="A1"><v>1</v></c></row>')
    assert kind_of(data[: len(data) // 2]) == "damaged"


def test_a_zip_of_other_things() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    assert kind_of(file.getvalue()) == "not_xlsx"


@pytest.mark.parametrize("part", ["xl/vbaProject.bin", "xl/macrosheets/sheet1.xml"])
def test_macros(raw_book: Book, part: str) -> None:
    assert kind_of(raw_book(parts={part: b"x"})) == "has_macros"


@pytest.mark.parametrize(
    "sheet",
    [
        '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>',
        '<?xml version="1.0" encoding="UTF-7"?><worksheet/>',
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><worksheet/>'.encode("utf-16"),
        "<!DOCTYPE a><worksheet/>".encode("utf-16-le"),
    ],
)
def test_document_types_and_odd_encodings(raw_book: Book, sheet: str | bytes) -> None:
    assert kind_of(raw_book(parts={SHEET: sheet})) == "unsafe_xml"


@pytest.mark.parametrize(
    "sheet",
    [
        "<worksheet>",
        "",
        '<worksheet><row r="2"/><row r="2"/></worksheet>',
        '<worksheet><row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row></worksheet>',
        '<worksheet><row r="1"><c r="A1" t="s"><v>7</v></c></row></worksheet>',
        '<worksheet><row r="1"><c r="A1" t="s"><v>x</v></c></row></worksheet>',
    ],
)
def test_damaged_sheets(raw_book: Book, sheet: str) -> None:
    assert kind_of(raw_book(parts={SHEET: sheet})) == "damaged"


def test_a_missing_sheet_part(raw_book: Book) -> None:
    relations = STRINGS.replace("sheet1", "sheet9")
    assert kind_of(raw_book(parts={"xl/_rels/workbook.xml.rels": relations})) == "damaged"


def test_two_sheets_of_one_name(raw_book: Book) -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    twice = (
        f'<workbook xmlns="{main}" xmlns:r="x"><sheets><sheet name="a" r:id="r1"/>'
        '<sheet name="a" r:id="r1"/></sheets></workbook>'
    )
    assert kind_of(raw_book(parts={"xl/workbook.xml": twice})) == "same_sheet"


def test_content_far_below_or_far_right(raw_book: Book) -> None:
    low = MOST_ROWS + 1
    assert kind_of(raw_book(f'<row r="{low}"><c r="A{low}"><v>1</v></c></row>')) == "too_many_rows"
    wide = '<row r="1"><c r="XFD1"><v>1</v></c></row>'
    assert kind_of(raw_book(wide)) == "too_many_columns"
    assert kind_of(raw_book('<row r="99999999999999"><c><v>1</v></c></row>')) == "too_many_rows"


def test_too_many_merged_cells(raw_book: Book) -> None:
    rows = f'<row r="1"><c r="A1"><v>1</v></c></row><row r="{MOST_ROWS}"><c><v>1</v></c></row>'
    after = f'<mergeCells>{f"""<mergeCell ref="A1:A{MOST_ROWS}"/>""" * 3}</mergeCells>'
    assert kind_of(raw_book(rows, after=after)) == "too_big"


def test_a_package_that_grows_beyond_bounds_is_not_unpacked(
    raw_book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shanhe.documents.formats.xlsx.package.MOST_BYTES", 1_000_000)
    assert kind_of(raw_book(parts={"xl/media/a.xml": b" " * 1_000_001})) == "too_big"
    assert MOST_BYTES <= 200_000_000


def test_external_entities_of_shared_strings(raw_book: Book) -> None:
    strings = (
        '<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/hostname">]><sst><si><t>&x;</t></si></sst>'
    )
    parts = {"xl/sharedStrings.xml": strings, "xl/_rels/workbook.xml.rels": STRINGS}
    assert kind_of(raw_book(parts=parts)) == "unsafe_xml"


def test_shared_strings(raw_book: Book) -> None:
    strings = "<sst><si><t>一</t></si><si><r><t>二</t></r><r><t>三</t></r></si></sst>"
    parts = {"xl/sharedStrings.xml": strings, "xl/_rels/workbook.xml.rels": STRINGS}
    rows = '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>'
    assert list(read_grids(raw_book(rows, parts=parts))["指标目标"]) == [["二三", "一"]]


@given(st.binary(max_size=300), st.integers(0, 2000))
def test_bytes_changed_anywhere_are_read_or_refused(noise: bytes, at: int) -> None:
    data = _BOOK[:at] + noise + _BOOK[at + len(noise) :]
    try:
        grids = read_grids(data)
    except Unreadable:
        return
    assert isinstance(grids, dict)


def _book() -> bytes:
    from shanhe.documents.formats.xlsx.book import Book, workbook_bytes  # noqa: PLC0415

    return workbook_bytes([Book("指标目标", [["版本", "期间"], ["下达", "2025"]])])


_BOOK = _book()


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-16", "utf-16-le"])
def test_csv_in_other_encodings_is_refused_not_guessed(encoding: str) -> None:
    assert csv_kind("指标,目标\r\n面积,1\r\n".encode(encoding)) == ("not_utf8", "")


@pytest.mark.parametrize("with_mark", [True, False])
def test_csv_with_and_without_a_mark(with_mark: bool) -> None:
    data = 'a,"b\r\nc"\r\n,"say ""x"""\r\n'.encode("utf-8-sig" if with_mark else "utf-8")
    assert csv.read_grid(data) == [["a", "b\nc"], ["", 'say "x"']]


@pytest.mark.parametrize(
    ("text", "line"), [('a,b\nc,"d\ne,f\n', "2"), ('a,b\nc,"d"e\n', "2"), ('"', "1")]
)
def test_csv_with_unbalanced_quotes_names_the_line(text: str, line: str) -> None:
    assert csv_kind(text.encode()) == ("bad_quotes", line)


def test_csv_bounds() -> None:
    assert csv_kind(b"\n" * (MOST_ROWS + 1))[0] == "too_many_rows"
    assert csv_kind(b"," * MOST_COLUMNS + b"x")[0] == "too_many_columns"
    assert csv.read_grid(b"x" * 200_000) == [["x" * 200_000]]


def test_csv_too_big(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv, "MOST_BYTES", 10)
    assert csv_kind(b"x" * 11)[0] == "too_big"
