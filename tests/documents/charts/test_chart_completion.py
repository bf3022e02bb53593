import json
from decimal import Decimal
from fractions import Fraction

import pytest

from shanhe.documents.charts.chart import Chart
from shanhe.documents.charts.clean import texts
from shanhe.documents.charts.completion import CAP, Bar, completion_chart

AREA = Bar("矿山生态修复面积", Decimal("3.06"), False, "3.06%")
RATE = Bar("工程质量合格率", Decimal(100), True, "100.00%")
OVER = Bar("修复废弃矿山数量", Fraction(306), True, "306.00%")
NONE = Bar("项目按时完工率", None, None, "")
OPEN = Bar("单位成本控制数", Decimal("87.08"), None, "87.08%")


def words(chart: Chart) -> str:
    return texts(chart.svg())


def values(chart: Chart) -> list[float]:
    drawn = [one for s in json.loads(json.dumps(chart.option))["series"] for one in s["data"]]
    return [one["value"] for one in drawn if one != "-"]


def test_names_and_labels_are_as_printed() -> None:
    shown = words(completion_chart([AREA, RATE]))
    for word in ("矿山生态修复面积", "3.06%", "100.00%", "年度目标 100%"):
        assert word in shown


def test_order_is_from_top_to_bottom() -> None:
    svg = completion_chart([RATE, AREA]).svg()
    assert svg.index("工程质量合格率") < svg.index("矿山生态修复面积")
    assert '"inverse": true' in json.dumps(completion_chart([RATE]).option)


def test_legend_names_only_what_is_drawn() -> None:
    assert "未达到目标" not in words(completion_chart([RATE]))
    shown = words(completion_chart([RATE, AREA, OPEN]))
    assert all(state in shown for state in ("已达到目标", "未达到目标", "未作判断"))


def test_what_cannot_be_computed_says_so() -> None:
    shown = words(completion_chart([NONE]))
    assert "无法计算" in shown
    assert "未作判断" not in shown
    assert values(completion_chart([NONE])) == [0.0]


def test_an_overrun_is_cut_and_marked() -> None:
    chart = completion_chart([OVER])
    assert values(chart) == [float(CAP)]
    assert "▶ 306.00%" in words(chart)
    assert f"▶ 超过 {CAP}%" in words(chart)
    assert "▶" not in words(completion_chart([RATE]))


def test_below_nothing_is_nothing() -> None:
    fallen = Bar("水土流失面积减少率", Decimal("-3"), False, "-3.00%")
    assert values(completion_chart([fallen])) == [0.0]
    assert "-3.00%" in words(completion_chart([fallen]))


def test_equal_names_keep_their_own_bars() -> None:
    twice = [AREA, Bar(AREA.name, Decimal(50), False, "50.00%")]
    chart = completion_chart(twice)
    assert values(chart) == [3.06, 50.0]
    assert words(chart).count(AREA.name) == 2


def test_height_grows_with_bars_and_lines() -> None:
    long = Bar("历史遗留废弃矿山生态修复区域内周边群众对生态环境改善的满意度", None, None, "")
    one, two = completion_chart([AREA]).height, completion_chart([AREA, RATE]).height
    assert completion_chart([AREA, RATE, OVER]).height - two == two - one > 0
    assert completion_chart([AREA, long]).height > two


def test_alt_tells_the_whole_story() -> None:
    assert completion_chart([AREA, NONE]).alt == (
        "年度目标完成情况条形图，共2项指标，虚线为年度目标100%："
        "矿山生态修复面积3.06%，未达到目标；项目按时完工率无法计算。"
    )


def test_no_bars_no_chart() -> None:
    with pytest.raises(ValueError, match="no bars"):
        completion_chart([])


def test_option_is_json() -> None:
    assert json.loads(json.dumps(completion_chart([AREA, OVER, NONE]).option))
