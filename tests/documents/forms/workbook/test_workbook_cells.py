"""What people type into each kind of cell, and what is understood."""

from datetime import date
from decimal import Decimal

import pytest

from shanhe.catalogue.catalogue import Catalogue
from shanhe.documents.forms.workbook.cells import read_row
from shanhe.documents.forms.workbook.declare import Kind
from shanhe.documents.forms.workbook.read import own_id
from shanhe.documents.forms.workbook.row import Names, Row
from shanhe.documents.forms.workbook.tables import BY_NAME, SHEETS
from shanhe.records.source import Printed, RowSource
from shanhe.values.period import TERM, Period
from shanhe.values.quantity import Sign
from shanhe.values.unit import unit


def read(catalogue: Catalogue, sheet_name: str, **texts: str) -> dict[str, object]:
    """Read one row of which only the columns ``texts`` are filled in; required ones may lack."""
    sheet = BY_NAME[sheet_name]
    printed = {
        column.key: Printed(column.zh, 2, texts[column.key])
        for column in sheet.columns
        if column.key in texts
    }
    assert len(printed) == len(texts)
    names = Names(
        catalogue, {"自定指标": own_id("自定指标")}, {"东河区": "东河区", "东河": "东河区"}
    )
    row = Row(sheet, RowSource("a.xlsx", sheet_name, 2, printed), names)
    read_row(row)
    assert row.problems == []
    return row.values


@pytest.mark.parametrize(
    ("sheet", "key", "text", "value"),
    [
        ("文件", "title", " 通知 ", "通知"),
        ("文件", "category", "资金下达", "资金下达"),
        ("文件", "goals_attached", "是", True),
        ("文件", "goals_attached", "否", False),
        ("文件", "issued", "2025-07-07", date(2025, 7, 7)),
        ("文件", "issued", "2025/7/7", date(2025, 7, 7)),
        ("文件", "issued", "2025.7.7", date(2025, 7, 7)),
        ("文件", "issued", "２０２５年７月７日", date(2025, 7, 7)),
        ("文件", "issued", "2025-07-07 00:00:00", date(2025, 7, 7)),
        ("文件", "amount", "10000", Decimal("10000")),
        ("文件", "amount", "1,922.26", Decimal("1922.26")),
        ("文件", "amount", "１２．９２万元", Decimal("12.92")),
        ("资金流转", "share", "5.80", Decimal("5.80")),
        ("资金流转", "share", "5.80%", Decimal("5.80")),
        ("资金流转", "share", "５．８０％", Decimal("5.80")),
        ("项目信息", "year", "2025", 2025),
        ("项目信息", "year", "2025年度", 2025),
        ("指标目标", "period", "实施期", TERM),
        ("指标目标", "period", "２０２５年", Period(2025)),
        ("指标目标", "sign", "≧", Sign.AT_LEAST),
        ("指标目标", "sign", "不超过", Sign.AT_MOST),
        ("指标目标", "unit", "hm²", unit("公顷")),
        ("指标目标", "unit", "万元／公顷", unit("万元/公顷")),
        ("指标目标", "indicator", "自定指标", own_id("自定指标")),
        ("指标目标", "indicator", "矿山生态 修复面积（公顷）", "restore_area"),
        ("目标分解", "region", "东河", "东河区"),
        ("子项目", "count", "9", 9),
        ("子项目", "count", "９", 9),
        ("子项目", "count", "9.0", 9),
        ("自评填报", "numerator", "3", Decimal("3")),
        ("指标调整", "delta", "-3.10", Decimal("-3.10")),
    ],
)
def test_one_cell(sheet: str, key: str, text: str, value: object, catalogue: Catalogue) -> None:
    assert read(catalogue, sheet, **{key: text})[key] == value


@pytest.mark.parametrize(
    ("texts", "values"),
    [
        ({"amount": "80.80"}, {"amount": Decimal("80.80")}),
        (
            {"amount": "≥80.80%"},
            {"amount": Decimal("80.80"), "sign": Sign.AT_LEAST, "unit": unit("%")},
        ),
        (
            {"amount": "≥80%", "unit": "%", "sign": "≥"},
            {"amount": Decimal(80), "sign": Sign.AT_LEAST, "unit": unit("%")},
        ),
        (
            {"amount": "5", "unit": "公顷", "sign": "≤"},
            {"amount": Decimal(5), "sign": Sign.AT_MOST, "unit": unit("公顷")},
        ),
        ({"amount": "５ 公顷"}, {"amount": Decimal(5), "unit": unit("公顷")}),
        ({"amount": "无"}, {"words": "无"}),
        ({"amount": "-"}, {"words": "-"}),
        ({"amount": "达成"}, {"words": "达成"}),
    ],
)
def test_a_value_with_its_sign_and_unit_wherever_they_stand(
    texts: dict[str, str], values: dict[str, object], catalogue: Catalogue
) -> None:
    found = read(catalogue, "指标目标", **texts)
    assert {"sign": Sign.NONE, **found} == {"sign": Sign.NONE, **values}
    assert str(found.get("amount")) == str(values.get("amount"))  # with all its decimals


def test_several_indicators_in_one_cell(catalogue: Catalogue) -> None:
    text = "矿山生态修复面积、自定指标，矿山生态修复面积;自定指标\n自定指标"
    found = read(catalogue, "偏差原因与改进措施", indicators=text)
    ids = ["restore_area", own_id("自定指标")]
    assert found["indicators"] == ",".join([*ids, *ids, ids[1]])


def test_words_for_no_number_are_kept_where_there_is_a_place_for_them(catalogue: Catalogue) -> None:
    assert read(catalogue, "指标调整", delta="新增指标") == {"delta_words": "新增指标"}
    assert read(catalogue, "文件", amount="无") == {}


def test_every_kind_of_column_is_used_and_headings_are_unlike() -> None:
    assert {column.kind for sheet in SHEETS for column in sheet.columns} == set(Kind)
    for sheet in SHEETS:
        assert len({column.zh for column in sheet.columns}) == len(sheet.columns)
        assert {column.key for column in sheet.columns} >= set(sheet.keys)
        assert all(sheet.column(column.zh) is column for column in sheet.columns)
