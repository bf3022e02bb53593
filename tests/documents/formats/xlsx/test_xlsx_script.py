"""Workbooks that somebody wrote: titles, tables, merged cells, what is no text."""

import io
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from shanhe.documents.formats.grid import Unreadable
from shanhe.documents.formats.xlsx.script import read_xlsx
from shanhe.documents.script import Script


def book(fill: Callable[[Worksheet], object]) -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "目标表"
    fill(sheet)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def filled(sheet: Worksheet) -> None:
    sheet["B2"], sheet["D3"] = "表1 目标表", "单位：公顷"
    sheet.merge_cells("B2:D2")
    rows: list[list[str | float | None]] = [
        ["一级", "二级", "值"],
        ["产出", "数量", 12.5],
        [None, "质量", 0.5],
    ]
    for y, row in enumerate(rows, start=4):
        for x, value in enumerate(row, start=2):
            sheet.cell(y, x, value)
    sheet["D6"].number_format = "0.00%"
    sheet.merge_cells("B5:B6")
    sheet["B8"], sheet["C8"], sheet["B9"] = "说明", "无", "=1/3"


def cells(found: Script, table: int) -> list[tuple[str, int, int, int, int]]:
    return [
        (c.text, c.spot.row, c.spot.column, c.rows, c.columns)
        for c in list(found.tables())[table].cells
    ]


def test_titles_are_paragraphs_and_rows_are_tables() -> None:
    found = read_xlsx("a.xlsx", book(filled))
    titles = [(p.text, p.spot.row, p.spot.column, p.spot.part) for p in found.passages()]
    assert titles == [("表1 目标表", 2, 2, "目标表"), ("单位：公顷", 3, 4, "目标表")]
    assert cells(found, 0) == [
        ("一级", 4, 2, 1, 1),
        ("二级", 4, 3, 1, 1),
        ("值", 4, 4, 1, 1),
        ("产出", 5, 2, 2, 1),
        ("数量", 5, 3, 1, 1),
        ("12.5", 5, 4, 1, 1),
        ("质量", 6, 3, 1, 1),
        ("50.00%", 6, 4, 1, 1),
    ]
    grid = next(found.tables()).grid()
    assert grid[0] == [None] * 4
    assert grid[5][1] is grid[4][1]


def test_a_blank_row_ends_a_table_and_formulas_need_results() -> None:
    found = read_xlsx("a.xlsx", book(filled))
    own = [("说明", 8, 2, 1, 1), ("无", 8, 3, 1, 1), ("", 9, 2, 1, 1), ("", 9, 3, 1, 1)]
    assert cells(found, 1) == own
    assert found.notes[0][0].endswith("目标表 B9")


def test_absurd_merges_are_cut_at_what_is_filled() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["B2"] = "甲", "乙"
        sheet.merge_cells("A1:A2")

    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book(fill))) as made,
        zipfile.ZipFile(file, "w") as archive,
    ):
        for name in made.namelist():
            archive.writestr(name, made.read(name).replace(b"A1:A2", b"A1:A1048576"))
    assert cells(read_xlsx("a", file.getvalue()), 0)[0] == ("甲", 1, 1, 2, 1)


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    file = io.BytesIO(data)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(name, content)
    return file.getvalue()


def test_macros_are_left_out_with_a_note() -> None:
    found = read_xlsx("a", with_part(book(filled), "xl/vbaProject.bin", b"macro"))
    assert len(list(found.tables())) == 2
    assert "宏" in found.notes[0][0]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (with_part(book(filled), "xl/macrosheets/sheet1.xml", b"<a/>"), "unsafe_content"),
        (book(filled)[:-200], "damaged_document"),
        (book(lambda sheet: sheet.cell(1, 201, 1)), "oversized"),
    ],
)
def test_refusals_are_those_of_documents(data: bytes, kind: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_xlsx("a", data)
    assert refusal.value.kind == kind
