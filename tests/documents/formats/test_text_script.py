"""Text files: flattened Word tables, rows on one line, encodings, line numbers."""

import pytest

from shanhe.documents.formats.grid import Unreadable
from shanhe.documents.formats.text import read_text
from shanhe.documents.script import Script, ScriptTable

CHINESE = "内蒙古自治区财政厅关于下达中央重点生态保护修复治理资金预算的通知（2025年）"


def script(*lines: str) -> Script:
    return read_text("a.txt", "\n".join(lines).encode())


def shown(found: Script) -> list[object]:
    """Paragraphs as text, tables as rows of their cells."""
    return [
        [[c and c.text for c in row] for row in i.grid()] if isinstance(i, ScriptTable) else i.text
        for i in found.items
    ]


def test_flattened_rows_make_one_table() -> None:
    found = script(
        "表1", "\t资金情况", "（万元）", "\t总额", "\t100", "", "\t", "\t其中：中央", "\t60", "", "", "\t注", "", "后"
    )  # fmt: skip
    rows = [["资金情况\n（万元）", "总额", "100"], ["", "其中：中央", "60"], ["注", None, None]]
    assert shown(found) == ["表1", rows, "后"]
    lines = [cell.spot.line for cell in next(found.tables()).cells]
    assert lines == [2, 4, 5, 7, 8, 9, 12]
    assert [one.spot.line for one in found.passages()] == [1, 14]


def test_a_title_block_ends_a_row_that_lacks_its_blank_line() -> None:
    found = script(
        "\t一级", "\t95", "", "\t满意度", "\t96", " 附件：", "某项目", "自评表", "\t名称", "\t某", "", "\t部门", "\t某"
    )  # fmt: skip
    first, second = [["一级", "95"], ["满意度", "96"]], [["名称", "某"], ["部门", "某"]]
    assert shown(found) == [first, " 附件：", "某项目", "自评表", second]
    assert [one.number for one in found.tables()] == [1, 2]


def test_points_within_one_cell_are_no_titles() -> None:
    found = script("\t目标", "\t甲", "", "\t总体", "\t一、修复", "二、监测", "", "尾")
    assert shown(found) == [[["目标", "甲"], ["总体", "一、修复\n二、监测"]], "尾"]


def test_an_unfinished_row_is_not_ended_by_a_title() -> None:
    found = script("\t甲", "\t乙", "\t丙", "", "\t附件", "附件1", "\t丁", "")
    assert shown(found) == [[["甲", "乙", "丙"], ["附件\n附件1", "丁", None]]]


def test_rows_on_one_line() -> None:
    found = script("前", "指标\t值", "面积\t12.9", "\t8", "", "后\t记")
    assert shown(found) == ["前", [["指标", "值"], ["面积", "12.9"]], "8", "后\t记"]


def test_indented_paragraphs_are_no_table() -> None:
    found = script("题", "\t第一段", "", "\t第二段", "接着", "", "尾")
    assert shown(found) == ["题", "第一段", "第二段", "接着", "尾"]
    assert [one.spot.line for one in found.passages()] == [1, 2, 4, 5, 7]


def test_long_indented_text_without_gaps_is_no_row() -> None:
    found = script(*["\t第一段"] * 1001, "接着")
    assert shown(found) == ["第一段"] * 1001 + ["接着"]
    assert [one.spot.line for one in found.passages()] == list(range(1, 1003))


def test_bookmarks_are_taken_out() -> None:
    found = script(
        "[bookmark: OLE_LINK3]2025年度，[未知]", "", "\t[bookmark: _GoBack]市局", "\t县局"
    )
    assert shown(found) == ["2025年度，[未知]", [["市局", "县局"]]]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_editors_do(ending: str) -> None:
    found = read_text("a", ending.join(("一", "", "三\v续\u2028四", "\f五")).encode())
    assert [(i.text, i.spot.line) for i in found.passages()] == [
        ("一", 1),
        ("三 续\u2028四", 3),
        ("五", 4),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
def test_encodings(encoding: str) -> None:
    found = read_text("a", CHINESE.encode(encoding))
    assert shown(found) == [CHINESE]
    assert bool(found.notes) == encoding.startswith("gb")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ("內蒙古自治區財政廳關於下達預算的通知".encode("big5"), "unknown_encoding"),
        ("これは日本語の文章です".encode("shift_jis"), "unknown_encoding"),
        ("été à la où ça".encode("latin-1"), "unknown_encoding"),
        (CHINESE.encode()[:-1], "unknown_encoding"),
        (CHINESE.encode("utf-16")[:-1], "unknown_format"),
        (b"\x7fELF\0\1\2\3" * 20, "unknown_format"),
        (b"\n" * 500_001, "oversized"),
        (b"a" * 40_000_001, "oversized"),
    ],
)
def test_what_is_no_certain_text_is_refused(data: bytes, kind: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_text("a", data)
    assert refusal.value.kind == kind


def test_single_control_characters_are_marked() -> None:
    found = script("面\x01积12\x0025")
    assert shown(found) == ["面\ufffd积12\ufffd25"]
    assert "控制字符" in found.notes[0][0]
