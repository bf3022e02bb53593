"""Programmes unlike the example: small, large, oddly named; nothing crashes, nothing is invented."""

import re
from typing import Any

import pytest
from case_file import dossier_from

from shanhe.app.deliver import FORM_DOCX, REPORT, papers
from shanhe.app.evaluate import evaluate
from shanhe.app.pictures import MOST_BARS, charts
from shanhe.catalogue.catalogue import Catalogue
from shanhe.documents.formats.docx.read import read_figures
from shanhe.records.evaluation import Evaluation
from shanhe.records.finding import Severity
from shanhe.values.outcome import Outcome

Given = dict[str, Any]
AREA = {"三级指标": "矿山生态修复面积", "计量单位": "公顷"}
SHANSHUI = {"项目信息": {"项目类型": "山水林田湖草沙一体化保护和修复工程"}}


def evaluated(given: Given, catalogue: Catalogue, *, scored: bool = False) -> Evaluation:
    return evaluate(dossier_from(given), catalogue, "0" * 64, scored=scored)


def own(count: int, name: str = "第{}条支流治理面积") -> Given:
    names = [name.format(place) for place in range(count)]
    return {
        "自有指标": [
            {"三级指标": each, "一级指标": "产出指标", "二级指标": "数量指标"} for each in names
        ],
        "指标目标": [{"三级指标": each, "指标值": "10", "计量单位": "公顷"} for each in names],
        "自评填报": [
            {"三级指标": each, "全年实际完成值": str(place), "完成值单位": "公顷"}
            for place, each in enumerate(names)
        ],
    }


def split(regions: int) -> Given:
    rows = [{**AREA, "区域": f"和{place}县", "指标值": "1234.56"} for place in range(regions)]
    money = [
        {"类型": "下达", "拨出单位": "市财政局", "接收单位": f"和{place}县", "金额（万元）": "10"}
        for place in range(regions)
    ]
    return {"指标目标": [{**AREA, "指标值": "99"}], "目标分解": rows, "资金流转": money}


PROGRAMMES: dict[str, Given] = {
    "nothing but a name": {},
    "a target without an actual": {"指标目标": [{**AREA, "指标值": "100"}]},
    "zero as target": {
        "指标目标": [{**AREA, "指标值": "0"}],
        "自评填报": [{"三级指标": AREA["三级指标"], "全年实际完成值": "0", "完成值单位": "公顷"}],
    },
    "units unlike": {
        "指标目标": [{**AREA, "指标值": "100"}],
        "自评填报": [{"三级指标": AREA["三级指标"], "全年实际完成值": "5", "完成值单位": "公里"}],
    },
    "ten decimals": {
        "指标目标": [{**AREA, "指标值": "1234.5678901234"}],
        "自评填报": [
            {"三级指标": AREA["三级指标"], "全年实际完成值": "0.0000000001", "完成值单位": "公顷"}
        ],
    },
    "another year": {"指标目标": [{**AREA, "期间": "2031", "指标值": "100"}]},
    "execution as an indicator": {
        "指标目标": [{"三级指标": "预算执行率", "指标值": "100", "计量单位": "%"}],
        "自评填报": [{"三级指标": "预算执行率", "全年实际完成值": "98.7", "完成值单位": "%"}],
    },
    "forty of its own": own(40),
    "very long names": own(3, "第{}条支流" + "重点河段水生态修复及两岸植被缓冲带建设" * 4),
    "twelve counties": split(12),
    "five counties": split(5),
    "money that goes round": {
        "资金流转": [
            {"类型": "下达", "拨出单位": "甲县", "接收单位": "乙县", "金额（万元）": "10"},
            {"类型": "下达", "拨出单位": "乙县", "接收单位": "甲县", "金额（万元）": "10"},
        ]
    },
    "the plan before the issued": {
        "指标目标": [
            {**AREA, "版本": "实施方案", "期间": "实施期", "指标值": "90"},
            {**AREA, "版本": "下达", "期间": "实施期", "指标值": "100"},
        ]
    },
    "local money passed on": {
        "资金流转": [
            {"类型": "下达", "拨出单位": "市财政局", "接收单位": "甲县", "金额（万元）": "7"},
            {
                "类型": "下达",
                "拨出单位": "市财政局",
                "接收单位": "乙县",
                "资金来源": "地方",
                "金额（万元）": "3",
            },
        ]
    },
}


@pytest.mark.parametrize("given", PROGRAMMES.values(), ids=PROGRAMMES)
@pytest.mark.parametrize("scored", [False, True])
def test_papers_are_made_and_say_what_was_computed(
    given: Given, scored: bool, catalogue: Catalogue
) -> None:
    evaluation = evaluated(given, catalogue, scored=scored)
    assert not evaluation.crashes
    made = papers(evaluation, catalogue, "en")
    for name in (REPORT, FORM_DOCX):
        for id_, text in read_figures(made[name]):
            assert re.fullmatch(r"[a-z0-9_.]{1,64}", id_)
            assert evaluation.figures[id_] == text


def test_what_cannot_be_judged_is_no_error(catalogue: Catalogue) -> None:
    money = {
        "年度资金": [{"资金来源": "中央", "全年执行数B（万元）": "5"}],
        "资金流转": [
            {"类型": "下达", "拨出单位": "市财政局", "接收单位": "甲县", "用途": "工程施工"}
        ],
    }
    lacking = [
        finding
        for finding in evaluated(money, catalogue).findings
        if finding.outcome is Outcome.UNDECIDED
    ]
    assert {"FUND-212", "FUND-219"} <= {finding.rule for finding in lacking}
    assert all(finding.severity is not Severity.ERROR for finding in lacking)


def test_a_qualitative_indicator_is_reached_in_its_own_words(catalogue: Catalogue) -> None:
    own_one = {"三级指标": "联防联控机制", "一级指标": "效益指标", "二级指标": "可持续影响指标"}
    names = {"管护机制建立情况": ("基本建立", "基本建立"), "联防联控机制": ("有效运行", "初步运行")}
    given = {
        "自有指标": [{**own_one, "方向": "定性"}],
        "指标目标": [{"三级指标": name, "指标值": one} for name, (one, _) in names.items()],
        "自评填报": [{"三级指标": name, "全年实际完成值": one} for name, (_, one) in names.items()],
    }
    evaluation = evaluated(given, catalogue, scored=True)
    assert [(r.name, r.met, r.why) for r in evaluation.indicators] == [
        ("管护机制建立情况", True, "in_words"),
        ("联防联控机制", None, "in_words"),
    ]
    assert "completion" not in charts(evaluation)
    assert evaluation.score is not None
    points = {row.name: row.points for row in evaluation.score.rows}
    assert points["管护机制建立情况"] > points["联防联控机制"]


def test_many_bars_are_shared_out_evenly(catalogue: Catalogue) -> None:
    drawn = charts(evaluated(own(40), catalogue))
    assert [name for name in drawn if name.startswith("completion")] == [
        "completion",
        "completion.2",
        "completion.3",
    ]
    assert MOST_BARS * 2 < 40 <= MOST_BARS * 3


def test_the_issued_version_is_not_held_against_itself(catalogue: Catalogue) -> None:
    evaluation = evaluated(PROGRAMMES["the plan before the issued"], catalogue)
    assert evaluation.compared == ("下达", "实施方案")


def test_unit_cost_needs_an_area_that_is_the_whole(catalogue: Catalogue) -> None:
    given = {
        "目标版本": [{"投资总额（万元）": "52000"}],
        "指标目标": [{**AREA, "指标值": "1200.50"}],
    }
    assert len(evaluated(given, catalogue).unit_costs) == 1
    assert not evaluated({**SHANSHUI, **given}, catalogue).unit_costs


def test_two_documents_of_one_level_do_not_follow_each_other(catalogue: Catalogue) -> None:
    days = [("部", "2025-01-01"), ("部", "2025-02-01"), ("省", "2025-02-11"), ("", "2025-03-01")]
    given = {
        "文件": [
            {"文件名称": f"文件{day}", "类别": "资金下达", "层级": level, "发文日期": day}
            for level, day in days
        ]
    }
    steps = evaluated(given, catalogue).steps
    assert [(step.days, step.total_days) for step in steps] == [
        (None, None),
        (None, None),
        (10, 41),
        (18, 59),
    ]
