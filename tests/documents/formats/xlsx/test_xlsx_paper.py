"""Papers as Excel files, read back by openpyxl."""

import zipfile
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from shanhe.documents.blocks import (
    Cell,
    Figure,
    Heading,
    Missing,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Table,
    Title,
)
from shanhe.documents.formats.office import legal_text
from shanhe.documents.formats.xlsx.paper import number_of, xlsx_bytes

TABLE = Table(
    (
        (Cell((("指标",),), rows=2, head=True), Cell((("完成",),), columns=2, head=True)),
        (Cell((("目标值",),), head=True), Cell((("完成值",),), head=True)),
        (
            Cell((("面积",),)),
            Cell(((Figure("a", "1,922.20"),),), align="right"),
            Cell(((Figure("b", "98.70%"),),), align="right"),
        ),
        (Cell((("=1+1",),)), Cell((("≥", Figure("c", "3")),)), Cell(((Missing("（未填报）"),),))),
    ),
    (30, 20, 20),
    2,
    "表1",
    "单位：公顷",
)
PAPER = Paper((Title(("自评表",)), TABLE), "自评[表]", "form", {"rules": "1"})


def sheet_of(paper: Paper) -> Worksheet:
    return openpyxl.load_workbook(BytesIO(xlsx_bytes(paper))).worksheets[0]


def one_cell(*content: str | Figure | Missing) -> Paper:
    return Paper((Table(((Cell((content,)),),), (10,)),), "s", "form")


def test_merges_are_those_of_the_table_under_a_merged_title() -> None:
    merged = {str(area) for area in sheet_of(PAPER).merged_cells.ranges}
    assert merged == {"A1:C1", "A2:C2", "A3:C3", "A4:A5", "B4:C4"}


def test_numbers_are_numbers_with_the_decimals_as_printed() -> None:
    sheet = sheet_of(PAPER)
    assert (sheet["B6"].value, sheet["B6"].number_format) == (1922.2, "#,##0.00")
    assert (sheet["C6"].value, sheet["C6"].number_format) == (0.987, "0.00%")
    assert sheet["B7"].value == "≥3"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", (Decimal(0), "0")),
        ("-3.06", (Decimal("-3.06"), "0.00")),
        ("12,345", (Decimal(12345), "#,##0")),
        ("306.00%", (Decimal("3.06"), "0.00%")),
        ("007", None),
        ("-0.00", None),
        ("1,23", None),
        ("+1", None),
        ("１２", None),
        ("1\n", None),
        ("1234567890123456", None),
        ("≥3", None),
        ("", None),
    ],
)
def test_what_is_a_plain_number(text: str, expected: tuple[Decimal, str] | None) -> None:
    assert number_of(text) == expected


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "#N/A"])
def test_no_text_becomes_a_formula(text: str) -> None:
    data = xlsx_bytes(one_cell(text))
    cell = openpyxl.load_workbook(BytesIO(data)).worksheets[0]["A1"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert bool(cell.quotePrefix) == (text[0] != "#")
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


@given(st.text(min_size=1, max_size=300))
def test_any_text_is_kept(text: str) -> None:
    value = sheet_of(one_cell("文" + text)).cell(1, 1).value
    assert value == "文" + legal_text(text)


def test_it_prints_one_page_wide_and_repeats_the_head() -> None:
    sheet = sheet_of(PAPER)
    assert sheet.print_title_rows == "$4:$5"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.page_setup.orientation == "portrait"
    widths = [sheet.column_dimensions[name].width for name in "ABC"]
    assert 80 < sum(widths) < 95  # 170 mm in digits of the default font
    assert widths[0] > widths[1]


def test_a_merged_cell_has_its_border_all_around() -> None:
    sheet = sheet_of(PAPER)
    assert sheet["C4"].border.right.style == "thin"
    assert sheet["A5"].border.bottom.style == "thin"


def test_rows_are_high_enough_for_their_text() -> None:
    long = Cell((("很长的说明" * 40,),))
    table = Table(((long, Cell((("短",),), rows=2)), (Cell((("短",),)),)), (20, 80))
    sheet = sheet_of(Paper((table,), "s", "form"))
    high, low = (sheet.row_dimensions[row].height or 0 for row in (1, 2))
    assert high > 200 > low


def test_tables_of_different_columns_share_one_sheet() -> None:
    two = Table(((Cell((("a",),)), Cell((("b",),))),), (50, 50))
    three = Table((tuple(Cell(((mark,),)) for mark in "xyz"),), (34, 33, 33))
    sheet = sheet_of(Paper((two, three), "s", "form"))
    assert sheet.max_column == 4
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:B1", "C1:D1", "B2:C2"}
    assert [sheet["A2"].value, sheet["B2"].value, sheet["D2"].value] == ["x", "y", "z"]


def test_what_is_missing_is_filled() -> None:
    assert sheet_of(PAPER)["C7"].fill.fill_type == "gray125"
    assert sheet_of(PAPER)["A6"].fill.fill_type is None


def test_the_other_blocks_are_lines_of_text() -> None:
    blocks = (
        Heading(1, "一、"),
        Paragraph(("文",)),
        PageBreak(),
        Picture(b"", 10, "图1", "柱状图"),
    )
    sheet = sheet_of(Paper(blocks, "s", "form"))
    assert [row[0].value for row in sheet.iter_rows()] == [
        "一、",
        "　　文",
        "［图片略］图1：柱状图",
    ]
    assert [mark.id for mark in sheet.row_breaks.brk] == [2]


def test_the_same_paper_makes_the_same_bytes() -> None:
    assert xlsx_bytes(PAPER) == xlsx_bytes(PAPER)


def test_properties_are_kept() -> None:
    book = openpyxl.load_workbook(BytesIO(xlsx_bytes(PAPER)))
    assert book.properties.title == "自评[表]"
    assert book.worksheets[0].title == "自评表"
    assert book.custom_doc_props["rules"].value == "1"  # type: ignore[attr-defined]  # the stubs lack it


def test_a_text_that_excel_would_cut_is_refused() -> None:
    with pytest.raises(ValueError, match="32767"):
        xlsx_bytes(one_cell("长" * 32768))
