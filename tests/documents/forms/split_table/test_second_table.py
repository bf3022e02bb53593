"""A second table over the same regions: what was done, or the split told again."""

from collections.abc import Callable

from shanhe.documents.found import Found

Read = Callable[..., Found]
Show = Callable[..., list[str]]
HEADS = ("三级指标", "东河区", "土右旗", "固阳县", "合计")
SPLIT = (
    HEADS,
    ("矿山生态修复面积（公顷）", "62.37", "67.31", "292.65", "422.33"),
    ("废弃矿山（矿点）数量（个）", "26", "14", "60", "100"),
)
PARTS = 6


def test_a_title_names_the_year_before_the_kind_of_indicators(read: Read, shown: Show) -> None:
    found = read("表4 2024年度数量指标分县分解", SPLIT)
    assert set(shown(found, "regional_targets", "period")) == {"2024年度"}


def test_what_was_done_is_no_split(read: Read) -> None:
    rows = tuple((*row, end) for row, end in zip(SPLIT, ("完成率", "100%", "100%"), strict=True))
    assert set(read("表9 2024年度目标完成情况", rows).records) == {"captions"}
    assert set(read("表9 2024年度数量指标分县完成情况", SPLIT).records) == {"captions"}


def test_a_split_told_again_is_counted_once(read: Read, shown: Show) -> None:
    again = (*SPLIT[:2], ("废弃矿山（矿点）数量（个）", "26", "14", "66", "106"))
    found = read("表4 分解表", SPLIT, "表9 各区分解任务", again)
    assert len(found.records["regional_targets"]) == PARTS
    told = shown(found, "facts", "region", "aspect", "value")
    assert {"固阳县 target 292.65公顷", "固阳县 target 66个"} <= set(told)


def test_a_split_of_something_else_is_left_out(read: Read, shown: Show) -> None:
    other = (
        HEADS,
        ("矿山生态修复面积（公顷）", "1", "2", "3", "6"),
        ("废弃矿山（矿点）数量（个）", "4", "5", "6", "15"),
    )
    found = read("表4 分解表", SPLIT, "表9 各区分解任务", other)
    assert len(found.records["regional_targets"]) == PARTS
    assert shown(found, "facts", "aspect", "value") == ["total 422.33公顷", "total 100个"]


def test_units_of_measure_are_no_places(read: Read) -> None:
    rows = (
        ("措施", "单位", "数量", "平均单价（万元）", "金额（万元）"),
        ("崩岗治理", "座", "86", "9.00", "774.00"),
        ("谷坊", "座", "64", "5.00", "320.00"),
        ("坡面截排水沟", "公里", "11.78", "20.00", "235.60"),
        ("合计", "—", "—", "—", "1329.60"),
    )
    assert set(read("表3 工程费支出分措施情况", rows).records) == {"captions"}


CONTRACTS = (
    ("序号", "子项目", "实施单位", "修复面积（公顷）", "合同价", "已支付", "支付率"),
    ("1", "退养还湿工程", "县林业局", "120", "4,860", "4,714.20", "97.00%"),
    ("2", "水系连通工程", "县水利局", "80", "3,720", "3,608.40", "97.00%"),
    ("3", "栖息地修复工程", "县林业局", "60", "2,480", "2,405.60", "97.00%"),
    ("合计", "—", "—", "260", "11,060", "10,728.20", "97.00%"),
)


def test_contracts_of_which_a_unit_has_several_are_no_split(read: Read) -> None:
    found = read("表四 子项目合同和支付情况（金额单位：万元）", CONTRACTS)
    assert set(found.records) == {"captions"}


def test_a_region_entered_twice_is_still_a_split(read: Read, shown: Show) -> None:
    rows = (
        ("序号", "县区", "修复面积（公顷）"),
        ("1", "东河区", "62.37"),
        ("2", "土右旗", "67.31"),
        ("3", "东河区", "62.37"),
    )
    found = read("表4 2025年度绩效目标分解表", rows)
    assert shown(found, "regional_targets", "region") == ["东河区", "土右旗", "东河区"]
