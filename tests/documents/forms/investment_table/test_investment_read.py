"""Planned investment by source and year."""

from collections.abc import Callable

from shanhe.documents.found import Found

Read = Callable[..., Found]
Show = Callable[..., list[str]]
FIELDS = ("concept", "aspect", "period", "value")


def test_years_in_columns(read: Read, shown: Show) -> None:
    rows = (
        ("资金来源", "2023年", "2024年", "2025年", "合计", "占总投资比例"),
        ("中央资金", "4650.00", "6200.00", "4650.00", "15500.00", "62.50%"),
        ("省级资金", "1116.00", "1488.00", "1116.00", "3720.00", "15.00%"),
        ("社会资本", "620.00", "992.00", "868.00", "2480.00", "10.00%"),
        ("合计", "7316.00", "9920.00", "7564.00", "24800.00", "100.00%"),
    )
    found = read("表一 分年度投资安排（单位：万元）", rows)
    assert shown(found, "facts", *FIELDS) == [
        "investment_central target 实施期 15500.00万元",
        "investment_social target 实施期 2480.00万元",
        "investment target 实施期 24800.00万元",
    ]


def test_years_in_rows(read: Read, shown: Show) -> None:
    rows = (
        ("年度", "中央财政资金", "地方资金", "合计"),
        ("2024年", "1.00", "0.50", "1.50"),
        ("2025年", "1.20", "0.60", "1.80"),
        ("合计", "2.20", "1.10", "3.30"),
    )
    found = read("工程投资来源表（单位：亿元）", rows)
    assert shown(found, "facts", *FIELDS) == [
        "investment_central target 实施期 22000万元",
        "investment_local target 实施期 11000万元",
        "investment target 实施期 33000万元",
    ]


def test_what_was_done_is_no_plan(read: Read, shown: Show) -> None:
    rows = (
        ("资金来源", "2023年", "2024年", "合计"),
        ("中央资金", "4650.00", "6200.00", "10850.00"),
        ("合计", "4650.00", "6200.00", "10850.00"),
    )
    assert shown(read("分年度完成投资情况表", rows), "facts", *FIELDS) == []
