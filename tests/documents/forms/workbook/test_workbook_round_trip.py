"""Nothing is lost between CSV files and the workbook."""

import io
import zipfile
from collections.abc import Callable
from datetime import datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shanhe.catalogue.catalogue import Catalogue
from shanhe.documents.formats import csv
from shanhe.documents.formats.grid import Grid
from shanhe.documents.formats.xlsx.book import LONGEST_TEXT, Book, Style, workbook_bytes
from shanhe.documents.formats.xlsx.read import read_grids
from shanhe.documents.forms.workbook.read import Handed, read_dossier
from shanhe.documents.forms.workbook.tables import SHEETS
from shanhe.documents.forms.workbook.write import empty_grids, xlsx_bytes
from shanhe.records.source import Source

Grids = dict[str, list[list[str]]]

DIFFICULT = [
    *("007", "1e5", "1E5", "=1+1", "+1", "-1", "@x", "'x", "#N/A", "#DIV/0!", "TRUE", "是", "-0"),
    *("-0.00", "0.10", ".5", "5.", "00", "0", "-7.50", "1,922.26", "１２．９２", "约12", "٣"),
    *("1234567890123456", "123456789012345", "0.1234567890123456789", "9007199254740993"),
    *("12345678901234.12", "1234567890123.45", "99999999999999999999", "0.000000000001"),
    *("2025-07-07", "2025-02-30", "0001-01-01", "1900-02-28", "1900-03-01", "9999-12-31"),
    *("2025/7/7", "2025年7月7日", "7月", "12:30", "1/2", "50%", "3.06%"),
    *(" a ", "a\nb", "\n", "\t", "a  b", "　全角　", "_x000D_", "_x005F_x0041_", "_xD800_"),
    *("\x01", "\x0b", "\x1f", "\ufffe", "\uffff", "\U0001f600", "𠮷", "é", "e\u0301", "\ufeff"),
    *('"', ",", '"",', "<a>&amp;", "]]>", "{}", "长" * 4000),
]
ODD_LINE_ENDS = ("\r", "\r\n")
TEXTS = st.one_of(
    st.sampled_from(DIFFICULT),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\ufffc\0"), max_size=12),
    st.decimals(allow_nan=False, allow_infinity=False, places=3).map(str),
    st.from_regex(r"-?[0-9]{1,18}(\.[0-9]{1,12})?", fullmatch=True),
    st.dates().map(str),
)
STYLE = Style(numeric=(True, False, False), days=(False, True, False), widths=(9, 9, 9))


def trimmed(grid: Grid) -> list[list[str]]:
    """Leave out blank rows and cells at the end, which no spreadsheet keeps."""
    rows = [list(row) for row in grid]
    for row in rows:
        while row and not row[-1]:
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return rows


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(TEXTS, max_size=4), max_size=5))
def test_any_texts_survive_xlsx_and_csv(grid: list[list[str]]) -> None:
    written = workbook_bytes([Book("a", grid, STYLE)])
    assert trimmed(read_grids(written)["a"]) == trimmed(grid)
    assert trimmed(csv.read_grid(csv.grid_bytes(grid))) == trimmed(grid)


@pytest.mark.parametrize("text", DIFFICULT)
def test_difficult_texts_survive_as_numbers_days_and_texts(text: str) -> None:
    rows = [[text, text, text]]
    assert list(read_grids(workbook_bytes([Book("a", rows, STYLE)]))["a"]) == rows


def test_line_ends_are_made_one_way_in_both_kinds_of_file() -> None:
    rows = [["a\r\nb\rc"]]
    assert list(read_grids(workbook_bytes([Book("a", rows)]))["a"]) == [["a\nb\nc"]]
    assert csv.read_grid(csv.grid_bytes(rows)) == [["a\nb\nc"]]


def test_a_text_that_excel_cannot_hold_is_refused_not_cut() -> None:
    held = [["x" * LONGEST_TEXT]]
    assert list(read_grids(workbook_bytes([Book("a", held)]))["a"]) == held
    for text in ("x" * (LONGEST_TEXT + 1), "\x01" * 5000):
        with pytest.raises(ValueError, match="32767"):
            workbook_bytes([Book("a", [[text]])])


def test_equal_sheets_make_equal_bytes(example: Grids) -> None:
    assert xlsx_bytes(example) == xlsx_bytes(example)


def test_the_example_survives_both_ways(example: Grids, catalogue: Catalogue) -> None:
    once = read_grids(xlsx_bytes(example))
    texts = {name: csv.grid_bytes(once[name]) for name in example}
    assert {name: csv.grid_bytes(grid) for name, grid in example.items()} == texts
    again = read_grids(xlsx_bytes({name: csv.read_grid(data) for name, data in texts.items()}))
    assert {name: trimmed(again[name]) for name in example} == {
        name: trimmed(grid) for name, grid in example.items()
    }
    dossiers = []
    for grids in (example, once, again):
        handed = {name: Handed("f", name, grid) for name, grid in grids.items() if name != "_选项"}
        dossier, problems = read_dossier(handed, catalogue, Source("f", ""))
        assert not problems
        dossiers.append(dossier)
    assert dossiers[0] == dossiers[1] == dossiers[2]


def test_own_sheets_and_columns_are_kept_and_not_read(
    example: Grids, problems_of: Callable[[Grids], object]
) -> None:
    example["_草稿"] = [["随便", "写"], ["=1+1", "007"]]
    example["指标目标"][0].append("_备注")
    example["指标目标"][1].append("自己看")
    example["项目信息"].append(["_联系人", "张三"])
    assert problems_of(example) == []
    again = read_grids(xlsx_bytes(example))
    assert list(again["_草稿"]) == example["_草稿"]
    assert again["指标目标"][0][-1] == "_备注"
    assert again["指标目标"][1][-1] == "自己看"
    assert list(again["项目信息"][-1]) == ["_联系人", "张三"]


def open_book(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_the_empty_workbook_has_lists_notes_and_formats() -> None:
    book = open_book(xlsx_bytes(empty_grids(), ("矿山生态修复面积", "树木")))
    assert book.sheetnames == ["填写说明", *(sheet.zh for sheet in SHEETS), "_选项"]
    assert book["_选项"].sheet_state == "hidden"
    page = book["指标目标"]
    assert page.freeze_panes == "A2"
    assert "必填" in page["A1"].comment.text
    assert page["A1"].fill.fgColor.rgb != page["C1"].fill.fgColor.rgb  # required, and not
    rules = {str(rule.sqref): rule for rule in page.data_validations.dataValidation}
    assert set(rules) == {"A2:A5000", "E2:E5000", "G2:G5000", "J2:J5000"}
    assert not rules["E2:E5000"].showErrorMessage  # aliases may be typed
    assert choices(book, rules["A2:A5000"].formula1) == ["下达", "实施方案", "工程设计", "调整"]
    assert choices(book, rules["E2:E5000"].formula1) == ["矿山生态修复面积", "树木"]
    assert book["支付明细"].column_dimensions["A"].number_format == "yyyy-mm-dd"
    assert book["区域与单位"].column_dimensions["E"].number_format == "@"


def choices(book: openpyxl.Workbook, formula: str) -> list[object]:
    sheet, _, area = formula.partition("!")
    return [row[0].value for row in book[sheet.strip("'")][area.replace("$", "")]]


def test_a_vertical_sheet_has_lists_in_its_own_rows() -> None:
    book = open_book(xlsx_bytes(empty_grids()))
    page = book["项目信息"]
    (rule,) = page.data_validations.dataValidation
    row = next(cell.row for cell in page["A"] if cell.value == "项目类型")
    assert str(rule.sqref) == f"B{row}"


def test_rows_are_as_high_as_their_text_and_adapt_when_it_is_changed() -> None:
    grid = [["标题"], ["短"], ["长" * 30], ["一\n二\n三"]]
    look = Style(widths=(20,), head=True, wrap=True)
    data = workbook_bytes([Book("a", grid, look)])
    heights = [row.height for row in open_book(data)["a"].row_dimensions.values()]
    assert heights == [24, 60, 45]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b"customHeight" not in archive.read("xl/worksheets/sheet1.xml")


def test_numbers_and_days_are_real_ones_for_the_user(example: Grids) -> None:
    book = open_book(xlsx_bytes(example))
    head = [cell.value for cell in book["指标目标"][1]]
    first = book["指标目标"][2]
    assert isinstance(first[head.index("指标值")].value, int | float)
    payments = book["文件"]
    head = [cell.value for cell in payments[1]]
    day = payments[2][head.index("发文日期")]
    assert day.value == datetime(2025, 6, 8)
    assert day.number_format == "yyyy-mm-dd"
