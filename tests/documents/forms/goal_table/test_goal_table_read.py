"""Goal tables as people write them."""

from collections.abc import Callable

from shanhe.documents.found import Found

Read = Callable[..., Found]
Show = Callable[..., list[str]]

HEAD = ("一级指标", "二级指标", "三级指标", "指标值")


def test_levels_are_carried_down_merged_or_dropped(read: Read, shown: Show) -> None:
    merged = (
        HEAD,
        ("产出指标", "数量指标", "矿山生态修复面积", "≥422.33公顷"),
        ("^", "^", "边坡治理面积", "385.83 公顷"),
        ("^", "质量指标", "工程质量合格率", "100%"),
        ("满意度指标", "服务对象满意度指标", "项目实施区域群众满意度", "≥95％"),
    )
    dropped = [tuple("" if text == "^" else text for text in row) for row in merged]
    fields = ("level1", "level2", "indicator", "value")
    expected = [
        "产出指标 数量指标 restore_area ≥422.33公顷",
        "产出指标 数量指标 slope_area 385.83公顷",
        "产出指标 质量指标 quality_pass_rate 100%",
        "满意度指标 服务对象满意度指标 satisfaction ≥95%",
    ]
    for rows in (merged, dropped):
        assert shown(read("绩效目标表", rows), "targets", *fields) == expected


def test_version_and_period_come_from_the_title(read: Read, shown: Show) -> None:
    rows = (HEAD, ("产出指标", "数量指标", "矿山生态修复面积", "1公顷"))
    for title, expected in {
        "表1 某项目绩效目标表": "下达 实施期",
        "表2.某项目2025年绩效目标表": "下达 2025年度",
        "表4 某项目工程设计绩效目标表": "工程设计 实施期",
        "某项目实施方案绩效目标表（2024年度）": "实施方案 2024年度",
        "2021年某示范工程项目绩效目标表": "下达 实施期",
    }.items():
        found = read("上文说明。", title, rows)
        assert shown(found, "targets", "version", "period") == [expected], title


def test_columns_of_term_and_year(read: Read, shown: Show) -> None:
    rows = (
        ("一级指标", "二级指标", "三级指标", "实施期目标值", "2025年度目标值"),
        ("产出指标", "数量指标", "矿山生态修复面积", "1922.26公顷", "422.33公顷"),
        ("", "", "废弃矿山（矿点）数量", "355个", "/"),
    )
    assert shown(read("绩效目标申报表", rows), "targets", "indicator", "period", "value") == [
        "restore_area 实施期 1922.26公顷",
        "restore_area 2025年度 422.33公顷",
        "mine_count 实施期 355个",
    ]


def test_unit_from_name_column_heading_and_caption(read: Read, shown: Show) -> None:
    in_name = (HEAD, ("产出指标", "数量指标", "矿山生态修复面积（ha）", "1 978.86"))
    own = (
        ("一级指标", "二级指标", "三级指标", "计量单位", "指标值"),
        ("产出指标", "数量指标", "矿山生态修复面积", "hm²", "1,978.86"),
    )
    in_head = (
        ("一级指标", "二级指标", "三级指标", "指标值\n（公顷）"),
        ("产出指标", "数量指标", "矿山生态修复面积", "１９７８．８６"),
    )
    twice = (HEAD, ("产出指标", "数量指标", "矿山生态修复面积（亩）", "1978.86公顷"))
    for rows in (in_name, own, in_head, twice):
        assert shown(read("绩效目标表", rows), "targets", "name", "value") == [
            "矿山生态修复面积 1978.86公顷"
        ]
    plain = (HEAD, ("产出指标", "数量指标", "矿山生态修复面积", "1978.86"))
    assert shown(read("目标表", "单位：亩", plain), "targets", "value") == ["1978.86亩"]
    assert shown(read("目标表", plain), "targets", "value") == ["1978.86"]


def test_sign_and_unit_in_columns_of_their_own(read: Read, shown: Show) -> None:
    rows = (
        ("一级指标", "二级指标", "三级指标", "符号", "指标值", "单位", "权重"),
        ("产出指标", "数量指标", "矿山生态修复面积", "≧", "422.33", "公顷", "10"),
        ("", "成本指标", "单位成本控制数", "≤", "28.83", "万元/公顷", "20"),
    )
    assert shown(read("绩效目标表", rows), "targets", "value") == ["≥422.33公顷", "≤28.83万元/公顷"]


def test_template_lines_and_numbered_names(read: Read, shown: Show) -> None:
    rows = (
        HEAD,
        ("产出指标", "数量指标", "指标1：矿山生态修复面积", "不低于422.33公顷"),
        ("", "", "指标2：", ""),
        ("", "", "……", "……"),
        ("效益指标", "生态效益", "指标1:水土流失面积减少率", "百分之五以上"),
    )
    found = read("绩效目标表", rows)
    assert shown(found, "targets", "name", "value") == [
        "矿山生态修复面积 ≥422.33公顷",
        "水土流失面积减少率 ≥5%",
    ]
    assert any((span.start, span.end) == (0, 4) for span in found.spans)


def test_what_is_only_about_right_stays_out_of_arithmetic(read: Read) -> None:
    rows = (
        HEAD,
        ("产出指标", "数量指标", "矿山生态修复面积", "约420公顷"),
        ("", "", "边坡治理面积", "380～390公顷"),
        ("效益指标", "社会效益", "人居环境改善", "明显改善"),
        ("", "", "采坑治理面积", "0"),
        ("", "", "平台治理面积", ""),
        ("", "", "新增林地面积", "—"),
    )
    found = read("绩效目标表", rows)
    told = [(t.amount, t.words) for t in found.records["targets"]]  # type: ignore[attr-defined]  # targets
    assert told[:3] == [(None, "约420公顷"), (None, "380～390公顷"), (None, "明显改善")]
    assert [str(amount) for amount, _ in told[3:]] == ["0", "None"]
    body = {(span.spot.row, span.spot.column) for span in found.spans if span.spot.row > 1}
    assert body == {(5, 4)}


def test_head_with_money_and_goal(read: Read, shown: Show) -> None:
    rows = (
        ("项目名称", "某示范工程", "<", "<", "<"),
        ("中央主管部门", "自然资源部", "省级财政部门", "某省财政厅", "<"),
        ("资金情况\n（亿元）", "项目总投资", "5.5", "<", "<"),
        ("^", "其中：中央财政资金", "3", "<", "<"),
        ("^", "地方筹措资金", "2.50", "<", "<"),
        ("^", "社会资本投入", "/", "<", "<"),
        ("总体目标", "修复面积1922.26公顷。", "<", "<", "<"),
        ("绩效指标", *HEAD),
        ("^", "产出指标", "数量指标", "矿山生态修复面积", "1922.26公顷"),
    )
    found = read("绩效目标表", rows)
    assert shown(found, "versions", "total", "central", "local", "social", "goal") == [
        "55000 30000 25000 - 修复面积1922.26公顷。"
    ]
    assert found.words["programme.province_finance"] == "某省财政厅"
    assert len(found.records["targets"]) == 1


def test_unknown_name_becomes_an_indicator_of_the_programme(read: Read, shown: Show) -> None:
    rows = (
        HEAD,
        ("产出指标", "数量指标", "科普宣传活动场次（场）", "≥3"),
        ("", "", "培训人数", "50名"),
    )
    found = read("绩效目标表", rows)
    assert shown(found, "own_indicators", "name", "unit") == ["科普宣传活动场次 场", "培训人数 "]
    assert [one[:4] for one in shown(found, "targets", "indicator")] == ["own_", "own_"]
    assert shown(found, "targets", "value") == ["≥3场", "50人"]


def test_a_glued_form_after_the_last_row(read: Read, shown: Show) -> None:
    rows = (
        ("绩效指标", *HEAD),
        ("", "产出指标", "数量指标", "矿山生态修复面积（ha）", "1978.86"),
        (
            *("", "满意度指标", "服务对象满意度", "项目实施区域群众满意度（%）"),
            "95\n附件：\n某示范工程\n转移支付区域(项目)绩效自评表\n(2025年度)",
            *("转移支付（项目）名称", "某示范工程"),
        ),
        ("中央主管部门", "自然资源部"),
        ("绩效\n指标", "一级指标", "二级指标", "三级指标", "指标值", "全年实际\n完成值"),
        ("", "产出指标", "数量指标", "矿山生态修复面积", "422.33公顷", "12.92公顷"),
    )
    found = read("表4 工程设计绩效目标表", rows)
    assert shown(found, "targets", "version", "period", "value") == [
        "工程设计 实施期 1978.86公顷",
        "工程设计 实施期 95%",
        "下达 2025年度 422.33公顷",
    ]
    assert shown(found, "actuals", "value", "period") == ["12.92公顷 2025年度"]


def test_a_table_of_something_else_is_left_alone(read: Read) -> None:
    found = read("表9 参加人员", (("姓名", "职务", "电话"), ("某某", "科长", "12345678")))
    assert set(found.records) == {"captions"}
    assert not found.spans


def test_a_row_that_spans_levels_and_a_remark(read: Read, shown: Show) -> None:
    rows = (
        HEAD,
        ("满意度指标", "项目实施区域群众满意度", "<", "≥95%"),
        ("备注", "数据截至2025年12月31日", "<", "<"),
    )
    assert shown(read("绩效目标表", rows), "targets", "level1", "level2", "value") == [
        "满意度指标  ≥95%"
    ]


def test_term_and_year_side_by_side(read: Read, shown: Show) -> None:
    rows = (
        ("项目名称", "某示范工程", "<", "<", "<", "<"),
        ("项目资金\n（万元）", "实施期资金总额：", "300", "<", "年度资金总额：", "100"),
        ("^", "其中：中央财政资金", "200", "<", "其中：中央财政资金", "80"),
        ("总体\n目标", "实施期目标（2024年—2026年）", "<", "<", "年度目标", "<"),
        ("^", "修复面积300公顷。", "<", "<", "修复面积100公顷。", "<"),
        ("绩效指标", "一级指标", "二级指标", "三级指标", "实施期指标值", "年度指标值"),
        ("^", "产出指标", "数量指标", "矿山生态修复面积", "300公顷", "100公顷"),
    )
    found = read("项目支出绩效目标表", "（2025年度）", rows)
    assert shown(found, "versions", "period", "total", "central", "goal") == [
        "实施期 300 200 修复面积300公顷。",
        "2025年度 100 80 修复面积100公顷。",
    ]
    assert shown(found, "targets", "period", "value") == ["实施期 300公顷", "2025年度 100公顷"]


def test_years_beside_the_changed_goal_are_of_its_version(read: Read, shown: Show) -> None:
    rows = (
        ("一级指标", "二级指标", "三级指标", "整体目标（调整后）", "2024年", "2025年"),
        ("产出指标", "数量指标", "矿山生态修复面积（公顷）", "≥300", "≥100", "≥200"),
    )
    found = read("表3 整体绩效目标和分年度绩效目标", rows)
    assert shown(found, "targets", "version", "period", "value") == [
        "调整 实施期 ≥300公顷",
        "调整 2024年度 ≥100公顷",
        "调整 2025年度 ≥200公顷",
    ]
