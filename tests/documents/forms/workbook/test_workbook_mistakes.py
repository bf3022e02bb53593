"""Mistakes that people make in a workbook, and that each is told with its place and remedy."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import shanhe
from shanhe.documents.formats.grid import NO_VALUE
from shanhe.documents.formats.marks import MERGED, ODD_FORMAT
from shanhe.records.problem import Problem

Grids = dict[str, list[list[str]]]
Change = Callable[[Grids], object]
ProblemsOf = Callable[[Grids], list[Problem]]
PAYMENT = ["2025-12-01", "东河区", "中央", "10", "工程主体施工", "", ""]


def put(sheet: str, row: int, column: str, text: str) -> Change:
    """Type ``text`` into a cell; ``row`` as the user counts."""

    def change(grids: Grids) -> None:
        grid = grids[sheet]
        at = grid[0].index(column)
        cells = grid[row - 1]
        cells += [""] * (at + 1 - len(cells))
        cells[at] = text

    return change


def fill(sheet: str, field: str, text: str) -> Change:
    def change(grids: Grids) -> None:
        next(row for row in grids[sheet] if row[0] == field)[1] = text

    return change


def rename(sheet: str, old: str, new: str) -> Change:
    def change(grids: Grids) -> None:
        row = grids[sheet][0] if old in grids[sheet][0] else column_of(grids[sheet])
        grids[sheet][0] = [new if cell == old else cell for cell in row]

    def column_of(grid: list[list[str]]) -> list[str]:
        for row in grid:
            row[0] = new if row[0] == old else row[0]
        return grid[0]

    return change


def drop_column(sheet: str, column: str) -> Change:
    def change(grids: Grids) -> None:
        at = grids[sheet][0].index(column)
        for row in grids[sheet]:
            del row[at : at + 1]

    return change


def insert(sheet: str, row: int, *texts: str) -> Change:
    return lambda grids: grids[sheet].insert(row - 1, list(texts))


def again(sheet: str, row: int) -> Change:
    return lambda grids: grids[sheet].append(list(grids[sheet][row - 1]))


def pay(at: int, text: str) -> Change:
    return lambda grids: grids["支付明细"].append([*PAYMENT[:at], text, *PAYMENT[at + 1 :]])


def drop_field(sheet: str, field: str) -> Change:
    return lambda grids: grids[sheet].remove(next(r for r in grids[sheet] if r[0] == field))


def without(sheet: str) -> Change:
    return lambda grids: grids.pop(sheet)


def rename_sheet(old: str, new: str) -> Change:
    return lambda grids: grids.update({new: grids.pop(old)})


def both(*changes: Change) -> Change:
    def change(grids: Grids) -> None:
        for each in changes:
            each(grids)

    return change


T = "指标目标"
MISTAKES: list[tuple[str, Change, list[tuple[str, str]]]] = [
    # what was done; how; kind and place of each problem
    ("必需列被删", drop_column(T, "指标值"), [("missing_column", f"{T} › 第 1 行")]),
    ("选填列被删", drop_column(T, "备注"), []),
    ("必需表改名", rename_sheet(T, "指标表"), [("unknown_sheet", "指标表"), ("missing_sheet", "")]),
    ("必需表被删", without("年度资金"), [("missing_sheet", "")]),
    ("地名表被删", without("区域与单位"), [("missing_sheet", "")]),
    ("表全改名", lambda g: [g.pop(name) for name in list(g)], [("no_sheets", "")]),
    ("自加一表", lambda g: g.update({"Sheet1": [["a"]]}), [("unknown_sheet", "Sheet1")]),
    ("必需表清空", lambda g: g.update({T: g[T][:1]}), [("no_rows", T)]),
    ("必需表全空", lambda g: g.update({T: []}), [("no_rows", T)]),
    (
        "列名写错",
        rename(T, "备注", "备 注说明"),
        [("unknown_column", f"{T} › 第 1 行 › 备 注说明")],
    ),
    ("列名换行、半角括号", rename("年度资金", "实际到位（万元）", "实际到位\n(万元) "), []),
    ("自加一列", rename(T, "备注", "联系人"), [("unknown_column", f"{T} › 第 1 行 › 联系人")]),
    ("列名重复", rename(T, "备注", "符号"), [("twice", f"{T} › 第 1 行 › 符号")]),
    ("删去表头", lambda g: g[T].pop(0), [("no_heading", f"{T} › 第 1 行")]),
    ("表头上加标题", insert(T, 1, "绩效目标表"), [("heading_below", f"{T} › 第 1 行")]),
    ("表头上加空行", insert(T, 1), [("heading_below", f"{T} › 第 1 行")]),
    ("表中夹空行", both(insert(T, 5), insert(T, 7, "", " ")), []),
    (
        "加合计行",
        insert("目标分解", 9, "合 计", "", "", "", "", "999"),
        [("total_row", "目标分解 › 第 9 行")],
    ),
    (
        "支付加合计行",
        both(pay(0, "2025-12-01"), insert("支付明细", 3, "", "合计", "", "10")),
        [("total_row", "支付明细 › 第 3 行")],
    ),
    ("两行一样", again(T, 2), [("same_row", f"{T} › 第 86 行")]),
    ("两笔支付一样", both(pay(3, "10"), pay(3, "10")), [("equal_row", "支付明细 › 第 3 行")]),
    ("两笔支付凭证不同", both(pay(6, "1号"), pay(6, "2号")), []),
    (
        "行尾多一格",
        lambda g: g[T][3].extend([""] * 5 + ["x"]),
        [("stray_value", f"{T} › 第 4 行 › Q")],
    ),
    ("列名被清空", rename(T, "备注", ""), []),
    (
        "列名被清空、有内容",
        both(put(T, 3, "备注", "看"), rename(T, "备注", "")),
        [("stray_value", f"{T} › 第 3 行 › K")],
    ),
    ("约12", put(T, 2, "指标值", "约12"), [("not_an_amount", f"{T} › 第 2 行 › 指标值")]),
    ("全角数字", put(T, 2, "指标值", "１２．９２"), []),
    ("千分位", put(T, 2, "指标值", "1,922.26"), []),
    ("亩填在公顷行", put(T, 2, "指标值", "28834亩"), [("two_units", f"{T} › 第 2 行 › 指标值")]),
    ("单位列空着、值带单位", both(put(T, 2, "指标值", "28834亩"), put(T, 2, "计量单位", "")), []),
    ("没有的单位", put(T, 2, "计量单位", "垧"), [("unknown_unit", f"{T} › 第 2 行 › 计量单位")]),
    (
        "符号两样",
        both(put(T, 2, "符号", "≤"), put(T, 2, "指标值", "≥5")),
        [("two_signs", f"{T} › 第 2 行 › 指标值")],
    ),
    ("符号写错", put(T, 2, "符号", "+-"), [("not_a_choice", f"{T} › 第 2 行 › 符号")]),
    ("符号用文字", put(T, 2, "符号", "不低于"), []),
    ("值为空", put(T, 2, "指标值", ""), [("required", f"{T} › 第 2 行 › 指标值")]),
    ("值为无", put(T, 2, "指标值", "无"), []),
    ("定性值", put(T, 2, "指标值", "基本达成"), [("not_an_amount", f"{T} › 第 2 行 › 指标值")]),
    ("合并单元格", put(T, 3, "版本", MERGED), [("merged", f"{T} › 第 3 行 › 版本")]),
    ("合并表头", both(rename(T, "备注", MERGED)), [("merged", f"{T} › 第 1 行 › K")]),
    ("公式没有值", put(T, 2, "指标值", NO_VALUE), [("no_value", f"{T} › 第 2 行 › 指标值")]),
    ("公式出错", put(T, 2, "备注", "#DIV/0!"), [("error_value", f"{T} › 第 2 行 › 备注")]),
    ("文字以井号开头", put(T, 2, "备注", "#号地块A"), []),
    (
        "以万显示",
        put(T, 2, "指标值", ODD_FORMAT + "0.0,"),
        [("odd_format", f"{T} › 第 2 行 › 指标值")],
    ),
    ("版本写错", put(T, 2, "版本", "下达版"), [("not_a_choice", f"{T} › 第 2 行 › 版本")]),
    ("期间为2025.7", put(T, 2, "期间", "2025.7"), [("not_a_period", f"{T} › 第 2 行 › 期间")]),
    ("期间为2025年度", put(T, 29, "期间", "２０２５年度"), []),
    (
        "指标写错",
        put(T, 2, "三级指标", "矿山修复面"),
        [("unknown_indicator", f"{T} › 第 2 行 › 三级指标")],
    ),
    (
        "地名没登记",
        put("目标分解", 2, "区域", "东河区县"),
        [("unknown_place", "目标分解 › 第 2 行 › 区域")],
    ),
    (
        "是否写对号",
        put(T, 2, "列入总体目标", "√"),
        [("not_a_choice", f"{T} › 第 2 行 › 列入总体目标")],
    ),
    ("日期为2025.7", pay(0, "2025.7"), [("not_a_date", "支付明细 › 第 2 行 › 支付日期")]),
    ("日期为七月", pay(0, "七月"), [("not_a_date", "支付明细 › 第 2 行 › 支付日期")]),
    ("日期为2月30日", pay(0, "2025-02-30"), [("not_a_date", "支付明细 › 第 2 行 › 支付日期")]),
    ("日期为文字", pay(0, "2025年12月1日"), []),
    ("日期带点", pay(0, "2025.12.1"), []),
    ("日期为空", pay(0, ""), [("required", "支付明细 › 第 2 行 › 支付日期")]),
    ("金额带元", pay(3, "100000元"), [("wrong_unit", "支付明细 › 第 2 行 › 金额（万元）")]),
    ("金额带亿元", pay(3, "1亿元"), [("wrong_unit", "支付明细 › 第 2 行 › 金额（万元）")]),
    ("金额带万元", pay(3, "10万元"), []),
    ("金额为人民币符号", pay(3, "￥10"), [("not_a_number", "支付明细 › 第 2 行 › 金额（万元）")]),
    ("金额为无", pay(3, "无"), [("not_a_number", "支付明细 › 第 2 行 › 金额（万元）")]),
    ("金额两点", pay(3, "1.2.3"), [("not_a_number", "支付明细 › 第 2 行 › 金额（万元）")]),
    ("金额科学记数", pay(3, "1e5"), [("not_a_number", "支付明细 › 第 2 行 › 金额（万元）")]),
    (
        "整数填小数",
        put("子项目", 2, "数量（个）", "1.5"),
        [("not_whole", "子项目 › 第 2 行 › 数量（个）")],
    ),
    (
        "整数填文字",
        put("子项目", 2, "数量（个）", "一个"),
        [("not_a_number", "子项目 › 第 2 行 › 数量（个）")],
    ),
    ("分子带单位", put("自评填报", 2, "分子", "3个"), [("no_unit", "自评填报 › 第 2 行 › 分子")]),
    ("完成率带百分号", put("自评填报", 2, "填报完成率（%）", "3.06%"), []),
    (
        "完成率填千分号",
        put("自评填报", 2, "填报完成率（%）", "3‰"),
        [("wrong_unit", "自评填报 › 第 2 行 › 填报完成率（%）")],
    ),
    (
        "年度填日期",
        fill("项目信息", "绩效年度", "2025-01-01"),
        [("not_a_year", "项目信息 › 第 3 行 › 绩效年度")],
    ),
    (
        "必填项空着",
        fill("项目信息", "项目名称", " "),
        [("required", "项目信息 › 第 2 行 › 项目名称")],
    ),
    ("必填项被删", drop_field("项目信息", "项目名称"), [("missing_field", "项目信息")]),
    (
        "填报项写错",
        rename("项目信息", "预算支出科目", "支出科目"),
        [("unknown_field", "项目信息 › 第 19 行 › 支出科目")],
    ),
    ("填报项重复", again("项目信息", 2), [("twice", "项目信息 › 第 20 行 › 项目名称")]),
    (
        "填报项无名",
        insert("项目信息", 4, "", "包头市"),
        [("nameless_value", "项目信息 › 第 4 行 › 内容")],
    ),
    ("竖表删去表头", lambda g: g["自评综述"].pop(0), [("no_heading", "自评综述 › 第 1 行")]),
    (
        "竖表多一列",
        lambda g: g["项目信息"][0].append("备用"),
        [("unknown_column", "项目信息 › 第 1 行 › 备用")],
    ),
    (
        "竖表行尾多一格",
        lambda g: g["项目信息"][1].append("x"),
        [("stray_value", "项目信息 › 第 2 行 › D")],
    ),
    (
        "竖表合并",
        rename("项目信息", "预算支出科目", MERGED),
        [("merged", "项目信息 › 第 19 行 › 填报项")],
    ),
    ("地名重复", again("区域与单位", 2), [("same_row", "区域与单位 › 第 9 行")]),
    (
        "地名两用",
        put("区域与单位", 3, "其他写法", "东河区"),
        [("same_name", "区域与单位 › 第 6 行 › 名称")],
    ),
    (
        "自有指标在库中",
        insert("自有指标", 2, "矿山生态修复面积", "产出指标", "数量指标"),
        [("known_indicator", "自有指标 › 第 2 行 › 三级指标")],
    ),
    ("前后空格", put(T, 2, "版本", "　下达 "), []),
    ("调换两列", lambda g: g.update({T: [[r[1], r[0], *r[2:]] for r in g[T]]}), []),
]


@pytest.mark.parametrize(("what", "change", "expected"), MISTAKES, ids=[m[0] for m in MISTAKES])
def test_each_mistake_is_told_once_at_its_place(
    what: str,
    change: Change,
    expected: list[tuple[str, str]],
    example: Grids,
    problems_of: ProblemsOf,
) -> None:
    change(example)
    found = [
        (p.kind, p.where.place().removeprefix("台账.xlsx").removeprefix(" › "))
        for p in problems_of(example)
    ]
    assert sorted(found) == sorted(expected), what


KINDS_OF_FILES = {
    *("no_such_file", "cannot_read", "not_xlsx", "one_csv", "old_or_locked", "damaged"),
    *("has_macros", "unsafe_xml", "too_big", "too_many_rows", "too_many_columns", "not_utf8"),
    *("bad_quotes", "no_csv", "same_sheet", "too_long", "bad_sheet_name"),
}
"""Produced by the tests of files: of what is hostile, and of opening and converting."""


def test_every_kind_of_problem_of_a_workbook_is_produced() -> None:
    package = Path(shanhe.__file__).parent
    sources = [
        *(package / "documents" / "forms" / "workbook").glob("*.py"),
        *(
            package / "documents" / "formats" / "xlsx" / f"{name}.py"
            for name in ("package", "read")
        ),
        package / "documents" / "formats" / "csv.py",
        package / "app" / "programme.py",
    ]
    code = "".join(path.read_text(encoding="utf-8") for path in sources)
    named = {kind for kind in Problem.kinds() if f'"{kind}"' in code}
    produced = {kind for _, _, expected in MISTAKES for kind, _ in expected}
    assert produced | KINDS_OF_FILES == named
    assert not produced & KINDS_OF_FILES


@pytest.mark.parametrize("kind", Problem.kinds())
def test_both_languages_say_what_and_how_to_mend(kind: str) -> None:
    for says, mend in Problem.kinds()[kind]:
        assert says
        assert mend
    (zh, en) = (set(re.findall(r"{(\w+)}", "".join(pair))) for pair in Problem.kinds()[kind])
    assert en <= zh
    assert zh - en <= {"note"}  # notes are only there in Chinese


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_problem_names_place_finding_expectation_and_remedy(
    lang: str, example: Grids, problems_of: ProblemsOf
) -> None:
    put(T, 2, "版本", "下达版")(example)
    (problem,) = problems_of(example)
    text = problem.text(lang)
    words = {
        "zh": (
            "台账.xlsx › 指标目标 › 第 2 行 › 版本：",
            "“下达版”",
            "应为：下达、",
            "下拉列表",
            "您是否想填：下达",
        ),
        "en": (
            "台账.xlsx › 指标目标 › row 2 › 版本: ",
            "“下达版”",
            "none of: 下达、",
            "list",
            "did you mean 下达",
        ),
    }
    assert all(word in text for word in words[lang]), text
    assert problem.as_dict(lang)["where"] == problem.where.place(lang)


def test_no_text_has_a_placeholder_left(example: Grids, problems_of: ProblemsOf) -> None:
    for _, change, _ in MISTAKES:
        grids = {name: [list(row) for row in grid] for name, grid in example.items()}
        change(grids)
        for problem in problems_of(grids):
            for lang in ("zh", "en"):
                assert not re.search(r"[{}]|（）|\(\)|“”|\ufffc|  ", problem.text(lang)), (
                    problem.text(lang)
                )
