"""What a cell of an .xlsx shows, from its stored value and its number format."""

from collections.abc import Callable

import pytest

from shanhe.documents.formats.grid import NO_VALUE
from shanhe.documents.formats.marks import MERGED, ODD_FORMAT
from shanhe.documents.formats.xlsx.printed import format_code, printed_number
from shanhe.documents.formats.xlsx.read import read_grids

Book = Callable[..., bytes]

NUMBERS = [
    ("80.8", "0.00", "80.80"),
    ("80.8", "General", "80.8"),
    ("80.8", "G/通用格式", "80.8"),
    ("12.925", "0.00", "12.925"),  # never cut
    ("12.920000000000002", "0.00", "12.92"),
    ("0.30000000000000004", "General", "0.3"),
    ("1922.26", "#,##0.00", "1922.26"),
    ("1922.26", "#,##0.00_);[Red](#,##0.00)", "1922.26"),
    ("-5", "0.00_);(0.00)", "-5.00"),
    ("0", '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "0.00"),
    ("100", '"¥"#,##0.00', "100.00"),
    ("100", "[$¥-804]#,##0.00", "100.00"),
    ("3.06", "0.00%", "306.00%"),
    ("0.0306", "0%", "3.06%"),
    ("0.0306", "0.0000%", "3.0600%"),
    ("0", "0.00%", "0.00%"),
    ("3.06", '0.00"%"', "3.06%"),  # a literal, not a percentage
    ("3.06", r"0.00\%", "3.06%"),
    ("28834", '0"亩"', "28834亩"),
    ("28.83", '"≤"0.00"万元/公顷"', "≤28.83万元/公顷"),
    ("12", 'General"个"', "12个"),
    ("7", "000", "007"),
    ("1E+5", "General", "100000"),
    ("1E+5", "0.00E+00", "100000.00"),
    ("1E-7", "General", "0.0000001"),
    ("1234567890123456", "0", "1234567890123456"),
    ("1.2345678901234567E+17", "0", "123456789012346000"),
    ("0.5", "# ?/?", "0.5"),
    ("-0", "0", "0"),
    ("NaN", "0", "NaN"),
    ("abc", "0", "abc"),
    ("5", ";;;", "5"),
    ("1234567", "0.0,", ODD_FORMAT + "0.0,"),
    ("12345", r"0\.0,", ODD_FORMAT + r"0\.0,"),
    ("12345", "#,##0,,", ODD_FORMAT + "#,##0,,"),
    ("5", '[>1]0"千";0', ODD_FORMAT + '[>1]0"千";0'),
    ("13800001111", "000-0000-0000", "13800001111"),
]
DAYS = [
    ("45845", "yyyy-mm-dd", "2025-07-07"),
    ("45845", "yyyy/m/d;@", "2025-07-07"),
    ("45845", 'yyyy"年"m"月"d"日";@', "2025-07-07"),
    ("45845", "[$-804]yyyy年m月d日", "2025-07-07"),
    ("45845", 'yyyy"年"m"月"', "2025年7月"),
    ("45845", 'm"月"d"日"', "7月7日"),
    ("45845", "yyyy", "2025年"),
    ("45845", "mmm-yy", "2025年7月"),
    ("45845", "aaaa", "45845"),
    ("45845.5", "yyyy-mm-dd", "2025-07-07"),
    ("45845.5", "yyyy-mm-dd hh:mm", "2025-07-07 12:00:00"),
    ("0.75", "h:mm", "18:00:00"),
    ("0.75", "[h]:mm", "18:00:00"),
    ("59", "yyyy-mm-dd", "1900-02-28"),
    ("61", "yyyy-mm-dd", "1900-03-01"),
    ("-1", "yyyy-mm-dd", "-1"),
    ("9999999", "yyyy-mm-dd", "9999999"),
]


@pytest.mark.parametrize(("raw", "code", "seen"), [*NUMBERS, *DAYS])
def test_a_number_is_read_as_it_is_shown(raw: str, code: str, seen: str) -> None:
    assert printed_number(raw, code, from_1904=False) == seen


@pytest.mark.parametrize(
    ("number", "seen"),
    [
        (14, "2025-07-07"),
        (31, "2025-07-07"),
        (57, "2025年7月"),
        (58, "7月7日"),
        (2, "45845.00"),
        (0, "45845"),
        (163, "45845"),
    ],
)
def test_formats_that_chinese_excel_names_by_number_alone(number: int, seen: str) -> None:
    assert printed_number("45845", format_code(number, {}), from_1904=False) == seen


def test_a_format_that_the_file_declares_comes_before_the_built_in_one() -> None:
    assert printed_number("45845", format_code(14, {14: "0.0"}), from_1904=False) == "45845.0"


def test_days_count_from_1904_where_the_workbook_says_so() -> None:
    assert printed_number("44383", "yyyy-mm-dd", from_1904=True) == "2025-07-07"


def test_each_kind_of_cell(raw_book: Book) -> None:
    rows = (
        '<row r="2"><c r="A2" t="inlineStr"><is><t xml:space="preserve"> 留空 </t></is></c>'
        '<c r="B2" t="b"><v>1</v></c><c r="C2" t="b"><v>0</v></c><c r="D2" t="e"><v>#N/A</v></c>'
        '<c r="E2" t="str"><f>A1</f><v>文本</v></c><c r="F2"><f>1+1</f><v>2</v></c>'
        '<c r="G2"><f>1+1</f></c><c r="H2"><f>1+1</f><v></v></c>'
        '<c r="I2" t="str"><f>""</f><v></v></c><c r="J2" s="1"><v>0.5</v></c>'
        '<c r="K2" t="d"><v>2025-07-07T00:00:00</v></c><c r="L2" t="d"><v>2025-07-07T08:00:00</v></c>'
        '<c r="M2" t="inlineStr"><is><r><t>一_x000D_&#10;</t></r><r><t>二_x005F_x0041_</t></r>'
        '<rPh sb="0" eb="1"><t>yi</t></rPh></is></c></row>'
    )
    grid = read_grids(raw_book(rows, formats=("General", "0.0%")))["指标目标"]
    assert list(grid) == [
        [],
        [
            *(" 留空 ", "是", "否", "#N/A", "文本", "2", NO_VALUE, NO_VALUE, "", "50.0%"),
            *("2025-07-07", "2025-07-07 08:00:00", "一\n二_x0041_"),
        ],
    ]


def test_cells_without_addresses_follow_each_other(raw_book: Book) -> None:
    rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>"
    assert list(read_grids(raw_book(rows))["指标目标"]) == [["1", "2"], [], ["3"]]


def test_a_wrong_dimension_hides_nothing(raw_book: Book) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
    data = raw_book(rows)
    assert list(read_grids(data)["指标目标"]) == [["1", "2"]]


def test_prefixed_tags_are_the_same_tags(raw_book: Book) -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = (
        f'<x:worksheet xmlns:x="{main}"><x:dimension ref="A1"/><x:sheetData><x:row r="1">'
        '<x:c r="A1"><x:f>1+1</x:f></x:c><x:c r="B1"><x:v>5</x:v></x:c></x:row></x:sheetData>'
        "</x:worksheet>"
    )
    data = raw_book(parts={"xl/worksheets/sheet1.xml": sheet})
    assert list(read_grids(data)["指标目标"]) == [[NO_VALUE, "5"]]


def test_strict_workbooks_are_read_too(raw_book: Book) -> None:
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    sheet = (
        f'<worksheet xmlns="{strict}"><sheetData><row r="1"><c r="A1"><v>1.50</v></c></row>'
        "</sheetData></worksheet>"
    )
    data = raw_book(parts={"xl/worksheets/sheet1.xml": sheet})
    assert list(read_grids(data)["指标目标"]) == [["1.5"]]


def test_covered_cells_of_a_merged_one_are_marked(raw_book: Book) -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>9</v></c></row>'
        '<row r="2"><c r="B2"><v>2</v></c></row><row r="3"><c r="B3"><v>3</v></c></row>'
    )
    after = '<mergeCells><mergeCell ref="A1:A3"/><mergeCell ref="B1:C1"/></mergeCells>'
    grid = read_grids(raw_book(rows, after=after))["指标目标"]
    assert list(grid) == [["1", "", "9"], [MERGED, "2"], [MERGED, "3"]]


def test_a_merged_area_does_not_grow_the_sheet(raw_book: Book) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
    after = '<mergeCells><mergeCell ref="C1:XFD1048576"/></mergeCells>'
    assert list(read_grids(raw_book(rows, after=after))["指标目标"]) == [["1", "2"]]


def test_empty_formatted_rows_far_below_do_no_harm(raw_book: Book) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576" s="1"/></row>'
    assert list(read_grids(raw_book(rows))["指标目标"]) == [["1"]]


def test_a_hidden_sheet_counts_like_any_other(raw_book: Book) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row>'
    book = raw_book(rows)
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    hidden = (
        f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="指标目标" sheetId="1" state="veryHidden" r:id="r1"/></sheets></workbook>'
    )
    assert read_grids(raw_book(rows, parts={"xl/workbook.xml": hidden})) == read_grids(book)
