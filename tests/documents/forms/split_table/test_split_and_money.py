"""Splits over regions, and money by unit."""

from collections.abc import Callable

from shanhe.documents.found import Found

Read = Callable[..., Found]
Show = Callable[..., list[str]]
FIELDS = ("version", "period", "region", "indicator", "value")


def test_regions_in_columns(read: Read, shown: Show) -> None:
    rows = (
        ("三级指标", "东河区", "土右旗", "固阳县", "分解合计", "总目标"),
        ("矿山生态修复面积（公顷）", "62.37", "348.78", "1514.01", "1925.16", "1922.26"),
        ("废弃矿山（矿点）数量", "26个", "79个", "—", "357个", "355个"),
    )
    found = read("2025年绩效目标分解表", rows)
    assert shown(found, "regional_targets", *FIELDS) == [
        "下达 2025年度 东河区 restore_area 62.37公顷",
        "下达 2025年度 土右旗 restore_area 348.78公顷",
        "下达 2025年度 固阳县 restore_area 1514.01公顷",
        "下达 2025年度 东河区 mine_count 26个",
        "下达 2025年度 土右旗 mine_count 79个",
    ]
    assert shown(found, "facts", "concept", "aspect", "value")[:2] == [
        "restore_area total 1925.16公顷",
        "restore_area target 1922.26公顷",
    ]


def test_regions_in_rows_under_two_headings(read: Read, shown: Show) -> None:
    rows = (
        ("序号", "区域", "产出指标", "<", "效益指标"),
        (
            "^",
            "^",
            "矿山生态修复面积（公顷）",
            "废弃矿山（矿点）数量（个）",
            "水土流失面积减少率（%）",
        ),
        ("1", "东河区人民政府", "62.37", "26", "≥5"),
        ("2", "固阳县", "292.65", "60", "/"),
        ("合计", "<", "422.33", "100", ""),
    )
    found = read("表5 绩效目标分解表", rows)
    assert shown(found, "regional_targets", *FIELDS) == [
        "下达 实施期 东河区 restore_area 62.37公顷",
        "下达 实施期 东河区 mine_count 26个",
        "下达 实施期 东河区 soil_loss_reduction ≥5%",
        "下达 实施期 固阳县 restore_area 292.65公顷",
        "下达 实施期 固阳县 mine_count 60个",
    ]
    assert shown(found, "facts", "concept", "value") == [
        "restore_area 422.33公顷",
        "mine_count 100个",
    ]


def test_money_by_unit(read: Read, shown: Show) -> None:
    rows = (
        ("资金使用单位", "分配金额（万元）", "占比（%）", "支出数", "执行率"),
        ("市自然资源局", "1,346", "13.46", "0", "0"),
        ("东河区", "682", "6.82", "约100", "/"),
        ("合计", "10000", "100", "", ""),
    )
    found = read("表6 2025年资金分配表", rows)
    assert shown(found, "facts", "region", "aspect", "value") == [
        "市自然资源局 passed_on 1346万元",
        "市自然资源局 share 13.46%",
        "市自然资源局 executed 0万元",
        "市自然资源局 rate 0%",
        "东河区 passed_on 682万元",
        "东河区 share 6.82%",
        " passed_on 10000万元",
        " share 100%",
    ]
    assert len(found.spans) == 8


def test_money_in_other_units_is_brought_to_ten_thousand(read: Read, shown: Show) -> None:
    rows = (("县区", "下达资金"), ("东河区", "6820000"), ("固阳县", "0.5亿元"))
    found = read("资金分配表", "单位：元", rows)
    assert shown(found, "facts", "region", "value") == ["东河区 682万元", "固阳县 5000万元"]


def test_money_by_origin_under_a_group(read: Read, shown: Show) -> None:
    rows = (
        ("序号", "县（市、区）", "资金额度", "其中", "<"),
        ("^", "^", "^", "中央资金", "地方资金"),
        ("1", "东河区", "100", "60", "40"),
    )
    found = read("表3-1 资金分配情况（单位：万元）", rows)
    assert shown(found, "facts", "region", "version", "value") == [
        "东河区  100万元",
        "东河区 中央 60万元",
        "东河区 地方 40万元",
    ]


def test_what_was_reached_is_no_target(read: Read, shown: Show) -> None:
    rows = (
        ("地区", "计划修复面积（公顷）", "完成修复面积（公顷）", "完成率", "累计修复面积（公顷）"),
        ("东河区", "62.37", "60.00", "96.20%", "120.00"),
        ("固阳县", "292.65", "292.65", "100.00%", "300.00"),
    )
    found = read("表2 各地任务分解和完成情况", rows)
    assert len(shown(found, "regional_targets", "region", "value")) == 2


def test_a_rate_that_is_set_is_a_target(read: Read, shown: Show) -> None:
    rows = (
        ("地区", "矿山生态修复面积（公顷）", "子项目按期完工率（%）"),
        ("东河区", "62.37", "≥90"),
        ("固阳县", "292.65", "≥90"),
    )
    found = read("表2 绩效目标分解表", rows)
    assert len(shown(found, "regional_targets", "region", "value")) == 4
