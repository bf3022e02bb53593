"""Self-evaluation forms as people fill them in."""

from collections.abc import Callable

from shanhe.documents.found import Found

Read = Callable[..., Found]
Show = Callable[..., list[str]]
TITLE = ("转移支付区域(项目)绩效自评表", "(2025年度)")
FUNDS = ("origin", "budget", "executed", "rate")

MONEY = (
    (
        "资金投入情况\n（万元）",
        "",
        "<",
        "全年预算数（A）",
        "全年执行数（B）",
        "预算执行率\n（B/A×100%）",
    ),
    ("^", "年度资金总额：", "<", "10000", "2500.50", "25.01%"),
    ("^", "其中：中央财政资金", "<", "10000", "2500.50", "25.01%"),
    ("^", "地方财政资金", "<", "0", "0", "/"),
    ("^", "其他资金", "<", "", "0", "—"),
)
OVERALL = (
    ("总体目标完成情况", "总体目标", "<", "<", "全年实际完成情况", "<"),
    ("^", "修复面积100公顷。", "<", "<", "完成修复面积90公顷。", "<"),
)
ROWS = (
    (
        "绩效\n指标",
        "一级指标",
        "二级指标",
        "三级指标",
        "指标值",
        "全年实际\n完成值",
        "未完成原因和改进措施",
    ),
    ("^", "产出指标", "数量指标", "矿山生态修复面积", "≥100公顷", "90公顷", "雨季停工；春季补足"),
    ("^", "^", "质量指标", "工程质量合格率", "100%", "100%", "无"),
    ("^", "效益指标", "生态效益指标", "水土流失面积减少率", "≥5%", "≥5%", ""),
    ("说明", "无", "<", "<", "<", "<", "<"),
)


def wide(rows: tuple[tuple[str, ...], ...], width: int) -> list[tuple[str, ...]]:
    return [(*row, *["<"] * (width - len(row))) for row in rows]


def test_form_without_management_rows(read: Read, shown: Show) -> None:
    head = (
        ("转移支付（项目）名称", "某示范工程", "<", "<", "<", "<"),
        ("中央主管部门", "自然资源部", "<", "<", "<", "<"),
        ("地方主管部门", "某市自然资源局", "<", "资金使用单位", "东河区人民政府", "<"),
    )
    found = read(*TITLE, wide((*head, *MONEY, *OVERALL, *ROWS), 7))
    assert shown(found, "annual_funds", *FUNDS) == [
        "合计 10000 2500.50 25.01",
        "中央 10000 2500.50 25.01",
        "地方 0 0 -",
        "其他 - 0 -",
    ]
    assert shown(found, "annual_funds", "rate_words") == ["", "", "/", "—"]
    assert shown(found, "actuals", "indicator", "value", "quoted", "place") == [
        "restore_area 90公顷 ≥100公顷 自评表",
        "quality_pass_rate 100% 100% 自评表",
        "soil_loss_reduction ≥5% ≥5% 自评表",
    ]
    assert shown(found, "explanations", "indicators", "reason", "measure", "in_form") == [
        "restore_area 雨季停工 春季补足 True"
    ]
    assert found.words["overview.goal"] == "修复面积100公顷。"
    assert found.words["overview.result"] == "完成修复面积90公顷。"
    assert found.words["programme.using_units"] == "东河区人民政府"
    assert found.words["programme.year"] == 2025
    assert "overview.remarks" not in found.words
    assert shown(found, "targets", "version", "period", "indicator")[0] == (
        "下达 2025年度 restore_area"
    )


def test_management_rows(read: Read, shown: Show) -> None:
    rows = (
        ("资金管理情况", "", "情况说明", "存在问题和改进措施"),
        ("^", "分配科学性", "按因素法分配。", "无"),
        ("^", "下达及时性", "2025年7月7日下达。", "下达晚于规定，今后提前。"),
        ("^", "制度建立情况", "印发了管理办法。", ""),
        ("绩效指标", "三级指标", "指标值", "全年实际完成值"),
        ("^", "矿山生态修复面积", "5公顷", "5公顷"),
    )
    found = read(*TITLE, rows)
    assert shown(found, "management", "aspect", "form_situation", "problem") == [
        "分配科学性 按因素法分配。 无",
        "下达及时性 2025年7月7日下达。 下达晚于规定，今后提前。",
        "制度建立情况 印发了管理办法。 ",
    ]
    assert shown(found, "actuals", "value") == ["5公顷"]


def test_the_online_form_of_a_department_with_seven_fund_columns(read: Read, shown: Show) -> None:
    rows = (
        (
            "项目资金\n（元）",
            "",
            "年初预算数",
            "全年预算数",
            "全年执行数",
            "分值",
            "执行率",
            "得分",
        ),
        ("^", "年度资金总额", "1000000", "1,200,000.00", "1080000", "10", "90.00%", "9.00"),
        ("^", "其中：当年财政拨款", "1000000", "1000000", "900000", "—", "90%", "—"),
        ("^", "上年结转资金", "0", "200000", "180000", "—", "90%", "—"),
        ("^", "其他资金", "0", "0", "0", "—", "0", "—"),
        ("年度总体目标", "预期目标", "<", "<", "实际完成情况", "<", "<", "<"),
        ("^", "巩固生态修复成果", "<", "<", "已完成", "<", "<", "<"),
        (
            "绩效指标",
            "一级指标",
            "二级指标",
            "三级指标",
            "年度指标值",
            "实际完成值",
            "分值",
            "得分",
        ),
        ("^", "产出指标(50分)", "数量指标", "指标1：培训人数", "≥50人", "60人", "10", "10"),
        ("^", "满意度指标", "服务对象满意度", "群众满意度指标", "≥90%", "95%", "10", "10.00"),
        ("总分", "<", "<", "<", "<", "<", "100", "98"),
    )
    found = read("项目支出绩效自评表", "（2024年度）", rows)
    assert shown(found, "annual_funds", *FUNDS) == ["合计 120 108 90.00", "其他 0 0 0"]
    facts = shown(found, "facts", "aspect", "version", "amount")
    assert "executed 上年结转资金 18" in facts
    assert "initial_budget 当年财政拨款 100" in facts
    assert "weight  10" in facts
    assert "score  9.00" in facts
    assert shown(found, "facts", "concept", "aspect", "amount")[-2:] == [
        "total weight 100",
        "total score 98",
    ]
    assert shown(found, "actuals", "value", "quoted") == ["60人 ≥50人", "95% ≥90%"]
    assert found.words["overview.goal"] == "巩固生态修复成果"
    assert found.words["overview.result"] == "已完成"
    assert shown(found, "targets", "level1")[0] == "产出指标(50分)"


def test_indicator_value_unit_weight_and_score_in_own_columns(read: Read, shown: Show) -> None:
    rows = (
        *(("一级指标", "二级指标", "三级指标", "分值", "指标性质", "年度指标值", "计量单位"),),
        ("产出指标", "数量指标", "矿山生态修复面积", "20", "≥", "100", "公顷"),
    )
    more = (
        ("实际完成值", "完成率", "自评得分", "偏差原因分析", "改进措施"),
        ("80", "80%", "16", "雨多", "补种"),
    )
    found = read("绩效自评表", "2025年度", [(*a, *b) for a, b in zip(rows, more, strict=True)])
    assert shown(found, "actuals", "value", "quoted", "completion") == ["80公顷 ≥100公顷 80"]
    assert shown(found, "facts", "aspect", "amount") == ["weight 20", "score 16"]
    assert shown(found, "explanations", "reason", "measure") == ["雨多 补种"]


def test_headings_over_two_rows(read: Read, shown: Show) -> None:
    merged = (
        ("一级指标", "三级指标", "绩效指标值", "<", "完成情况", "<"),
        ("^", "^", "年度指标值", "单位", "实际完成值", "完成率"),
        ("产出指标", "矿山生态修复面积", "100", "公顷", "80", "80%"),
    )
    found = read("绩效自评表", "2025年度", merged)
    assert shown(found, "actuals", "value", "quoted", "completion") == ["80公顷 100公顷 80"]


def test_ambiguous_headings_are_not_guessed(read: Read) -> None:
    lost = (
        ("一级指标", "三级指标", "绩效指标值", "完成情况", "得分"),
        ("", "", "年度指标值", "单位", "实际完成值", "完成率", ""),
        ("产出指标", "矿山生态修复面积", "100", "公顷", "80", "80%", "9"),
    )
    found = read("绩效自评表", "2025年度", lost)
    assert not found.records.get("actuals")


def test_without_merges_as_text(read: Read, shown: Show) -> None:
    rows = (
        ("转移支付（项目）名称", "某示范工程"),
        ("资金投入情况\n（万元）", "", "全年预算数（A）", "全年执行数（B）", "预算执行率"),
        ("", "年度资金总额：", "100", "50", "50%"),
        ("", "其中：中央财政资金", "100", "50", "50%"),
        ("总休目标完成情况", "总体目标", "全年实际完成情况"),
        ("", "修复面积10公顷", "完成9公顷"),
        (
            "绩效\n指标",
            "一级指标",
            "二级指标",
            "三级指标",
            "指标值",
            "全年实际\n完成值",
            "未完成原因和改进措施",
        ),
        (
            "",
            "产出指标",
            "数量指标",
            "矿山生态修复面积",
            "10公顷",
            "9公顷",
            "原因：雨多。改进措施：补种。",
        ),
        ("", "", "", "废弃矿山（矿点）修复数量", "10个", "9", "无"),
        ("说明", "审计发现问题已整改"),
    )
    found = read(*TITLE, rows)
    assert shown(found, "annual_funds", *FUNDS) == ["合计 100 50 50", "中央 100 50 50"]
    assert shown(found, "actuals", "indicator", "value") == ["restore_area 9公顷", "mine_count 9"]
    assert shown(found, "explanations", "reason", "measure") == ["雨多 补种。"]
    assert found.words["overview.remarks"] == "审计发现问题已整改"
    assert found.words["overview.result"] == "完成9公顷"


def test_several_forms_in_one_file_and_one_table(read: Read, shown: Show) -> None:
    one = (
        ("项目名称", "甲项目", "<"),
        ("主管部门", "某局", "<"),
        ("三级指标", "指标值", "实际完成值"),
        ("矿山生态修复面积", "10公顷", "9公顷"),
        ("边坡治理面积", "1公顷", "1公顷"),
        ("项目名称", "乙项目", "<"),
        ("三级指标", "指标值", "实际完成值"),
        ("采坑治理面积", "2公顷", "2公顷"),
    )
    found = read("绩效自评表", "2025年度", one, "绩效自评表（2024年度）", one[:4])
    assert shown(found, "actuals", "indicator", "value", "period") == [
        "restore_area 9公顷 2025年度",
        "slope_area 1公顷 2025年度",
        "pit_area 2公顷 2025年度",
        "restore_area 9公顷 2024年度",
    ]


def test_an_empty_template_says_nothing(read: Read) -> None:
    rows = (
        ("绩效指标", "一级指标", "二级指标", "三级指标", "指标值", "全年实际完成值"),
        ("^", "产出指标", "数量指标", "指标1：", "", ""),
        ("^", "^", "^", "指标2：", "", ""),
        ("^", "^", "^", "……", "……", "……"),
    )
    found = read(*TITLE, rows)
    assert not found.records.get("actuals")
    assert not found.records.get("targets")


def test_a_table_of_actuals_in_the_text_is_not_the_form(read: Read, shown: Show) -> None:
    rows = (
        ("三级指标", "目标值", "完成值", "完成率", "未完成原因", "改进措施"),
        ("矿山生态修复面积", "422.33公顷", "12.92公顷", "3.06%", "设计未批", "批复后招标"),
    )
    found = read("2025年度绩效自评报告", "表10 未达到目标的指标", rows)
    assert shown(found, "actuals", "place", "value", "completion", "period") == [
        "报告正文 12.92公顷 3.06 2025年度"
    ]
    assert shown(found, "explanations", "in_form") == ["False"]


def test_money_of_the_year_in_the_text(read: Read, shown: Show) -> None:
    rows = (
        ("资金来源", "目标表安排", "全年预算数（A）", "全年执行数（B）", "执行率（B/A）"),
        ("年度资金总额", "13983.09", "10000", "0", "0.00%"),
        ("其中：中央财政资金", "10000.00", "10000", "0", "0.00%"),
    )
    found = read("表6 年度资金投入和执行情况表", "单位：万元", rows)
    assert shown(found, "annual_funds", "origin", "planned", "budget", "executed", "rate") == [
        "合计 13983.09 10000 0 0.00",
        "中央 10000.00 10000 0 0.00",
    ]
    assert "versions" not in found.records


def test_a_plain_table_of_completion_with_a_column_of_units(read: Read, shown: Show) -> None:
    rows = (
        ("序号", "指标名称", "单位", "目标值", "完成值", "完成率（%）"),
        ("1", "矿山生态修复面积", "公顷", "422.33", "12.92", "3.06"),
        ("2", "废弃矿山（矿点）数量", "个", "100", "8", "8.00"),
    )
    found = read("表2 绩效目标完成情况表（2025年）", rows)
    assert shown(found, "actuals", "place", "quoted", "value", "completion") == [
        "报告正文 422.33公顷 12.92公顷 3.06",
        "报告正文 100个 8个 8.00",
    ]


def test_a_target_quoted_in_two_tables_is_one(read: Read, shown: Show) -> None:
    table = (
        ("一级指标", "二级指标", "三级指标", "计量单位", "年度指标值", "年度完成值"),
        ("产出指标", "数量指标", "矿山生态修复面积", "公顷", "≥600.00", "573.00"),
    )
    form = (
        ("一级指标", "二级指标", "三级指标", "指标值", "全年实际完成值"),
        ("产出指标", "数量指标", "矿山生态修复面积", "≥600.00公顷", "573.00公顷"),
        ("^", "^", "废弃矿山（矿点）数量", "≥75个", "72个"),
    )
    found = read("表3 2025年度绩效指标完成情况表", table, "区域绩效自评表（2025年度）", form)
    assert shown(found, "targets", "indicator", "value") == [
        "restore_area ≥600.00公顷",
        "mine_count ≥75个",
    ]
    assert len(found.records["actuals"]) == 3


def test_a_column_headed_plan_is_one_of_targets(read: Read, shown: Show) -> None:
    rows = (
        ("一级指标", "二级指标", "三级指标", "计量单位", "计划", "完成", "是否达标"),
        ("产出指标", "成本指标", "单位成本控制数", "万元/公顷", "≤7.02", "6.93", "是"),
    )
    found = read("表五 其他绩效指标实现情况", rows)
    assert shown(found, "targets", "indicator", "value") == ["unit_cost ≤7.02万元/公顷"]


NOTED = (
    ("预算执行（万元）", "年初预算", "调整后预算", "实际支出", "执行率", "分值", "得分"),
    ("资金总额", "2400", "2500", "2375\n（未支出125，结转2026年）", "95%", "10", "9.5"),
    ("中央财政资金", "2400", "2500（追加100）", "2375", "95%", "-", "-"),
    ("一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"),
    (
        "产出指标",
        "数量指标",
        "矿山生态修复面积",
        "≥84公顷",
        "82公顷\n（缺2公顷：受大风停工影响，某区自然资源局2026年5月20日前完成）",
        "50",
        "48",
    ),
    ("^", "^", "矿点", "≥15个", "14个（甲镇6个、乙镇8个）", "40", "37"),
)


def test_values_keep_their_notes_out(read: Read, shown: Show) -> None:
    found = read("对下转移支付项目绩效自评表", "（2025年度 网上填报版）", NOTED)
    assert shown(found, "annual_funds", *FUNDS) == ["合计 2500 2375 95", "中央 2500 2375 95"]
    assert shown(found, "actuals", "amount", "period") == ["82 2025年度", "14 2025年度"]
    assert shown(found, "explanations", "reason", "measure") == [
        "受大风停工影响 某区自然资源局2026年5月20日前完成"
    ]


def test_the_day_of_filling_is_no_year(read: Read, shown: Show) -> None:
    found = read("对下转移支付项目绩效自评表（2025年度）", "填报日期：2026年3月6日", NOTED)
    assert shown(found, "actuals", "period") == ["2025年度", "2025年度"]


def test_a_row_of_other_money_may_say_in_brackets_what_it_is(read: Read, shown: Show) -> None:
    money = (
        *MONEY[:4],
        ("^", "其他资金（社会资本）", "<", "2400.00", "2194.00", "91.42%"),
        ("^", "中央财政资金（上年结转）", "<", "416.00", "416.00", "100.00%"),
    )
    found = read(*TITLE, wide((*money, *OVERALL, *ROWS), 7))
    assert shown(found, "annual_funds", *FUNDS)[3:] == ["其他 2400.00 2194.00 91.42"]


YEARS = (
    (
        "指标",
        "单位",
        "实施期目标",
        "2024年完成",
        "2025年目标",
        "2025年完成",
        "2025年完成率",
        "累计完成",
        "累计完成率",
    ),
    ("矿山生态修复面积", "公顷", "126.00", "92.50", "33.50", "30.00", "89.55%", "122.50", "97.22%"),
)
RESULT = ("period", "quoted", "value", "completion")


def test_results_are_those_of_the_year_of_the_target(read: Read, shown: Show) -> None:
    found = read("某项目2025年度绩效自评报告", "表五 产出数量完成情况", YEARS)
    assert shown(found, "actuals", *RESULT) == ["2025年度 33.50公顷 30.00公顷 89.55"]


def test_results_of_all_years_in_a_paper_of_several(read: Read, shown: Show) -> None:
    found = read("某项目（2024—2025年）绩效评价报告", "表五 产出数量完成情况", YEARS)
    assert shown(found, "actuals", *RESULT) == ["2025年度 126.00公顷 122.50公顷 97.22"]


def test_a_name_with_its_years_does_not_make_a_paper_of_several(read: Read, shown: Show) -> None:
    found = read("某项目（2024—2025年）2025年度绩效自评报告", "表五 产出数量完成情况", YEARS)
    assert shown(found, "actuals", *RESULT) == ["2025年度 33.50公顷 30.00公顷 89.55"]


def test_a_target_is_that_of_the_table_that_prints_its_sign(read: Read, shown: Show) -> None:
    bare = (("指标", "目标", "完成"), ("矿山生态修复面积（公顷）", "100", "90"))
    found = read("某项目2025年度绩效自评报告", "表2 完成情况", bare, *TITLE, wide(ROWS, 7))
    assert shown(found, "targets", "indicator", "value")[0] == "restore_area ≥100公顷"
