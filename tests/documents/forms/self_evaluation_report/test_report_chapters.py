"""The report by chapters: headings in order, captions without a gap, marks where data is missing."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from case_file import catalogue, dossier_from

from shanhe.app.evaluate import evaluate
from shanhe.app.examples import example_folder
from shanhe.app.tasks import Asked, evaluated
from shanhe.documents.blocks import (
    Block,
    Heading,
    Missing,
    Paper,
    Paragraph,
    Picture,
    Table,
    Title,
    plain_text,
)
from shanhe.documents.forms.self_evaluation_report.context import Drawn
from shanhe.documents.forms.self_evaluation_report.write import report
from shanhe.documents.pieces import joined, numeral, value
from shanhe.records.evaluation import Evaluation

DRAWN = {name: Drawn(b"png", name) for name in ("completion", "completion.2", "money")}
CHAPTERS = ["一、", "二、", "三、", "四、", "五、"]
AREA = {"三级指标": "矿山生态修复面积", "计量单位": "公顷"}


def of(given: dict[str, Any]) -> Evaluation:
    return evaluate(dossier_from(given), catalogue(), "0" * 64)


def told(paper: Paper) -> str:
    return "\n".join(
        plain_text(block.content) for block in paper.blocks if isinstance(block, Paragraph)
    )


def missing(paper: Paper) -> set[str]:
    inlines = (
        one for block in paper.blocks if isinstance(block, Paragraph) for one in block.content
    )
    return {one.text for one in inlines if isinstance(one, Missing)}


def captions(blocks: tuple[Block, ...], kind: str) -> Iterator[str]:
    for block in blocks:
        caption = block.caption if isinstance(block, Table | Picture) else ""
        if caption and caption.startswith(kind):
            yield caption


EVALUATIONS = {
    "example": lambda: evaluated(Asked(example_folder()), catalogue(), lambda: None),
    "blank": lambda: of({}),
    "many counties": lambda: of(
        {
            "指标目标": [{**AREA, "指标值": "90"}],
            "目标分解": [{**AREA, "区域": f"{n}县", "指标值": "10"} for n in range(9)],
        }
    ),
}


@pytest.fixture(params=list(EVALUATIONS.values()), ids=list(EVALUATIONS))
def paper(request: pytest.FixtureRequest) -> Paper:
    return report(request.param(), DRAWN)


def test_chapters_and_sections_are_in_order(paper: Paper) -> None:
    heads = [block for block in paper.blocks if isinstance(block, Heading)]
    assert [head.text[:2] for head in heads if head.level == 1] == CHAPTERS
    sections = [head.text[:3] for head in heads if head.level == 2]
    assert sections == [f"（{n}）" for count in (2, 4, 4, 2) for n in "一二三四"[:count]]


def test_captions_are_numbered_without_gap(paper: Paper) -> None:
    for kind in "表图":
        numbers = [re.match(r".(\d+) ", caption) for caption in captions(paper.blocks, kind)]
        assert [int(found[1]) for found in numbers if found] == list(range(1, len(numbers) + 1))


def test_a_picture_or_table_that_is_announced_is_there(paper: Paper) -> None:
    for place, block in enumerate(paper.blocks):
        if isinstance(block, Paragraph) and re.search("见下[图表]", plain_text(block.content)):
            assert isinstance(paper.blocks[place + 1], Table | Picture)


def test_blank_programme_is_marked_and_claims_nothing() -> None:
    paper = report(of({}), {})
    text = told(paper)
    assert {
        "（未填报整体绩效目标）",
        "（未填报2025年绩效目标）",
        "（未填报资金下达文件）",
        "（未填报2025年度绩效指标）",
        "（未填报子项目情况）",
        "（未填报年度绩效指标完成情况）",
        "（未填报工作推进情况）",
        "（未填报公开载体和网址）",
    } <= missing(paper)
    assert "见下图" not in text
    assert "均达到" not in text
    assert "重新分配完成后" not in text


def test_nothing_short_is_said_only_where_it_can_be_told() -> None:
    target = {"指标目标": [{**AREA, "指标值": "100"}]}
    done = {"三级指标": AREA["三级指标"], "全年实际完成值": "100", "完成值单位": "公顷"}
    assert "本年度绩效指标均达到年度目标。" in told(report(of({**target, "自评填报": [done]}), {}))
    assert "尚有1项不能判定" in told(report(of(target), {}))


def test_same_targets_in_two_versions_are_no_change() -> None:
    rows = [
        {**AREA, "版本": version, "期间": "实施期", "指标值": "100"}
        for version in ("下达", "实施方案")
    ]
    assert "本年度绩效目标未作调整。" in told(report(of({"指标目标": rows}), {}))


def test_only_central_money_stands_in_the_table_of_central_money() -> None:
    ways = [("甲县", "中央", "7"), ("乙县", "地方", "3")]
    rows = [
        {
            "类型": "下达",
            "拨出单位": "市财政局",
            "接收单位": to,
            "资金来源": of_,
            "金额（万元）": sum_,
        }
        for to, of_, sum_ in ways
    ]
    text = told(report(of({"资金流转": rows}), {}))
    assert "中央财政资金分配情况为：甲县7万元。" in text


def test_many_counties_stand_below_each_other() -> None:
    evaluation = EVALUATIONS["many counties"]()
    tables = [block for block in report(evaluation, {}).blocks if isinstance(block, Table)]
    table = next(one for one in tables if "区域分解表" in (one.caption or ""))
    first = [plain_text(row[0].content[0]) for row in table.rows]
    assert first == ["区域", *(f"{n}县" for n in range(9)), "分解合计", "总目标"]


def test_an_indicator_outside_the_three_groups_is_printed() -> None:
    given = {
        "指标目标": [{"三级指标": "预算执行率", "指标值": "100", "计量单位": "%"}],
        "自评填报": [{"三级指标": "预算执行率", "全年实际完成值": "98.7", "完成值单位": "%"}],
    }
    assert "预算执行率：年度目标100%，全年实际完成值98.7%" in told(report(of(given), {}))


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("某县矿山修复工程", ["某县矿山修复工程"]),
        (
            "甘肃省洮河流域山水林田湖草沙一体化保护和修复工程",
            ["甘肃省洮河流域山水林田湖草沙", "一体化保护和修复工程"],
        ),
        ("长" * 45, ["长" * 15] * 3),
    ],
)
def test_a_long_title_is_broken_between_words(name: str, lines: list[str]) -> None:
    paper = report(of({"项目信息": {"项目名称": name}}), {})
    title = paper.blocks[0]
    assert isinstance(title, Title)
    assert list(title.lines) == [*lines, "2025年度绩效自评报告"]
    assert max(map(len, title.lines)) <= 20


def test_lists_do_not_put_and_before_a_county_named_and() -> None:
    assert "".join(map(str, joined([("康乐县",), ("和政县",)]))) == "康乐县、和政县"


def test_numerals() -> None:
    assert [numeral(n) for n in (1, 10, 11, 20, 21)] == ["一", "十", "十一", "二十", "二十一"]


def test_words_stand_in_the_middle_and_numbers_at_the_right() -> None:
    assert value("基本建立").align == "center"
    assert value("≥5%").align == "right"
