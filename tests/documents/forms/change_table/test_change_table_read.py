"""Change tables as people write them."""

from collections.abc import Callable

from shanhe.documents.found import Found

Read = Callable[..., Found]
Show = Callable[..., list[str]]
FIELDS = ("indicator", "old_version", "old", "new_version", "new", "delta", "unit")

MERGED = (
    ("绩效目标考核指标", "<", "<", "实施方案\n指标值", "工程设计\n指标值", "变幅"),
    ("一级指标", "二级指标", "三级指标（单位）", "^", "^", "^"),
    ("产出\n指标", "数量\n指标", "矿山生态修复面积（ha）", "1925.16", "1978.86", "+53.70"),
    ("^", "^", "新增林地面积（ha）", "565.51", "352.98", "-212.53"),
    ("^", "^", "新增内陆滩涂面积（ha）", "-", "200.63", "新增指标"),
)
LOST = (
    ("绩效目标考核指标", "实施方案\n指标值", "工程设计\n指标值", "变幅"),
    ("一级指标", "二级指标", "三级指标（单位）", "", "", ""),
    ("产出\n指标", "数量\n指标", "矿山生态修复面积（ha）", "1925.16", "1978.86", "+53.70"),
    ("", "", "新增林地面积（ha）", "565.51", "352.98", "-212.53"),
    ("", "", "新增内陆滩涂面积（ha）", "-", "200.63", "新增指标"),
)


def test_headings_over_two_rows_with_and_without_merges(read: Read, shown: Show) -> None:
    for rows in (MERGED, LOST):
        found = read("表3 指标变动情况表", rows)
        assert shown(found, "adjustments", *FIELDS) == [
            "restore_area 实施方案 1925.16 工程设计 1978.86 53.70 公顷",
            "new_forest 实施方案 565.51 工程设计 352.98 -212.53 公顷",
            "new_tidal_flat 实施方案 - 工程设计 200.63 - 公顷",
        ]
        assert shown(found, "adjustments", "old_words", "delta_words")[2] == "- 新增指标"
        assert shown(found, "targets", "version", "indicator", "value") == [
            "实施方案 restore_area 1925.16公顷",
            "工程设计 restore_area 1978.86公顷",
            "实施方案 new_forest 565.51公顷",
            "工程设计 new_forest 352.98公顷",
            "工程设计 new_tidal_flat 200.63公顷",
        ]
        assert shown(found, "targets", "level1", "level2")[2] == "产出指标 数量指标"


def test_groups_over_the_values(read: Read, shown: Show) -> None:
    merged = (
        ("一级指标", "二级指标", "三级指标", "单位", "绩效指标值", "<", "变化量"),
        ("^", "^", "^", "^", "调整前", "调整后", "^"),
        ("产出指标", "数量指标", "矿山生态修复面积", "公顷", "100", "90", "-10"),
    )
    lost = (
        ("一级指标", "二级指标", "三级指标", "单位", "绩效指标值", "变化量"),
        ("", "", "", "", "调整前", "调整后", ""),
        ("产出指标", "数量指标", "矿山生态修复面积", "公顷", "100", "90", "-10"),
    )
    for rows in (merged, lost):
        assert shown(read("绩效目标调整表", rows), "adjustments", *FIELDS) == [
            "restore_area 下达 100 调整 90 -10 公顷"
        ]


def test_versions_by_other_words(read: Read, shown: Show) -> None:
    for old, new, expected in (
        ("原目标值", "调整后目标值", "下达 调整"),
        ("批复指标值", "变更后指标值", "下达 调整"),
        ("下达绩效目标值", "初步设计目标值", "下达 工程设计"),
    ):
        rows = (
            ("一级指标", "二级指标", "三级指标", old, new, "增减"),
            ("产出指标", "数量指标", "废弃矿山（矿点）数量", "355个", "357个", "增加2个"),
        )
        found = read("指标调整表", rows)
        assert shown(found, "adjustments", "old_version", "new_version") == [expected]
        assert shown(found, "adjustments", "delta", "delta_words") == ["2 "]


def test_a_goal_table_of_that_version_stands_for_its_targets(read: Read, shown: Show) -> None:
    goal = (
        ("一级指标", "二级指标", "三级指标", "指标值"),
        ("产出指标", "数量指标", "矿山生态修复面积", "1978.86公顷"),
    )
    found = read("表3 指标变动情况表", MERGED, "表4 工程设计绩效目标表", goal)
    versions = shown(found, "targets", "version", "indicator")
    assert sorted(versions) == [
        "实施方案 new_forest",
        "实施方案 restore_area",
        "工程设计 restore_area",
    ]
    assert len(found.records["adjustments"]) == 3


def test_years_side_by_side_are_no_versions(read: Read) -> None:
    rows = (
        ("一级指标", "二级指标", "三级指标", "2024年指标值", "2025年指标值", "变化"),
        ("产出指标", "数量指标", "矿山生态修复面积", "100公顷", "90公顷", "-10"),
    )
    assert "adjustments" not in read("指标变化情况表", rows).records


def test_before_and_after_of_the_same_version(read: Read, shown: Show) -> None:
    rows = (
        ("三级指标", "调整前实施方案指标值", "调整后实施方案指标值", "变化"),
        ("其中：矿山生态修复面积", "100公顷", "约90公顷", "减少10公顷"),
    )
    found = read("指标调整表", rows)
    assert shown(found, "adjustments", *FIELDS) == ["restore_area 实施方案 100 调整 - -10 公顷"]
    assert shown(found, "targets", "version", "value") == ["实施方案 100公顷"]
