"""Rows of the year's money, the plan beside them, and the year's unit cost limit."""

from decimal import Decimal

from case_file import catalogue, dossier_from

from shanhe.measures.annual_money import LOCAL, WHOLE, fund_row, planned, unit_cost_cap


def test_the_plan_is_taken_from_the_row_before_the_head_of_the_goal_table() -> None:
    given = {
        "目标版本": [{"投资总额（万元）": "13983.09", "地方资金（万元）": "3983.09"}],
        "年度资金": [{"资金来源": "合计", "目标表安排（万元）": "13983.10"}, {"资金来源": "地方"}],
    }
    dossier = dossier_from(given)
    whole, local = planned(dossier, WHOLE), planned(dossier, LOCAL)
    assert whole is not None
    assert local is not None
    assert (whole[0], whole[1].where.part) == (Decimal("13983.10"), "年度资金")
    assert (local[0], local[1].where.part) == (Decimal("3983.09"), "目标版本")


def test_nothing_is_planned_where_nothing_is_written() -> None:
    dossier = dossier_from({})
    assert planned(dossier, WHOLE) is None
    assert fund_row(dossier, WHOLE) is None


def test_the_cap_is_investment_over_an_output() -> None:
    rows = [
        {"三级指标": "矿山生态修复面积", "指标值": "422.33", "计量单位": "公顷"},
        {"三级指标": "单位成本控制数", "指标值": "28.83", "计量单位": "万元/公顷"},
    ]
    found = unit_cost_cap(dossier_from({"指标目标": rows}), catalogue())
    assert found is not None
    assert (found[0].indicator, found[1].denominator) == ("unit_cost", "restore_area")
    assert unit_cost_cap(dossier_from({"指标目标": rows[:1]}), catalogue()) is None
