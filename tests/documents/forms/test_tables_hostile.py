"""Levels dropped, cells merged, anything in any cell: values never change, nothing crashes."""

import sys
from collections import Counter
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from shanhe.catalogue.load import load_catalogue
from shanhe.documents.found import Found
from shanhe.documents.naming import PaperNames
from shanhe.documents.script import Passage, Script, ScriptCell, ScriptTable, Spot
from shanhe.documents.tables import read_tables
from shanhe.records.targets import Target

NAMES = PaperNames(load_catalogue())
HEAD = ("绩效指标", "一级指标", "二级指标", "三级指标", "指标值")
BODY = (
    ("", "产出指标", "数量指标", "矿山生态修复面积", "≥422.33公顷"),
    ("", "产出指标", "数量指标", "废弃矿山（矿点）数量", "100个"),
    ("", "产出指标", "质量指标", "工程质量合格率", "100%"),
    ("", "效益指标", "生态效益指标", "水土流失面积减少率", "不低于5%"),
    ("", "满意度指标", "服务对象满意度指标", "项目实施区域群众满意度", "≥95%"),
)
KNOWN = [
    ("restore_area", "≥", "422.33", "公顷"),
    ("mine_count", "", "100", "个"),
    ("quality_pass_rate", "", "100", "%"),
    ("soil_loss_reduction", "≥", "5", "%"),
    ("satisfaction", "≥", "95", "%"),
]
WORDS = st.sampled_from(
    [
        "三级指标",
        "指标值",
        "实际完成值",
        "全年预算数",
        "全年执行数",
        "项目名称",
        "东河区",
        "区域",
        "变幅",
        "实施方案",
        "指标1：",
        "……",
        "/",
        "0",
        "5公顷",
        "≥95%",
        "年度资金总额",
        "总体目标",
        "情况说明",
        "分配科学性",
        "（2025年度）",
        "附件：\n绩效自评表",
        "一级指标",
        "得分",
        "10",
        "，",
        "\ue000",
    ]
)


def of_cells(rows: Sequence[Sequence[str]], spans: dict[tuple[int, int], int]) -> ScriptTable:
    cells = tuple(
        ScriptCell(text, Spot(table=1, row=y + 1, column=x + 1), spans.get((y, x), 1))
        for y, row in enumerate(rows)
        for x, text in enumerate(row)
        if text != "^"
    )
    return ScriptTable(1, cells, len(rows), max(map(len, rows), default=0))


def read(*items: Passage | ScriptTable) -> Found:
    return read_tables(Script("甲.docx", "docx", items), NAMES)


def values(found: Found) -> list[tuple[str, str, str, str]]:
    return [
        (t.indicator, t.sign.value, str(t.amount), t.unit.symbol if t.unit else "")
        for t in found.records["targets"]
        if isinstance(t, Target)
    ]


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=5, max_size=5))
def test_dropping_level_cells_changes_no_value(dropped: list[tuple[bool, bool]]) -> None:
    rows = [HEAD]
    for (first, second), row in zip(dropped, BODY, strict=True):
        rows.append((row[0], "" if first else row[1], "" if second else row[2], *row[3:]))
    assert values(read(of_cells(rows, {}))) == KNOWN


@given(st.integers(0, 4), st.integers(1, 5), st.integers(0, 4), st.integers(1, 5), st.booleans())
def test_merging_level_cells_changes_no_value(
    top: int, high: int, second_top: int, second_high: int, side: bool
) -> None:
    rows = [list(HEAD), *map(list, BODY)]
    spans: dict[tuple[int, int], int] = {}
    for column, first, count in ((1, top, high), (2, second_top, second_high)):
        reach = min(count, 5 - first)
        spans[first + 1, column] = reach
        for y in range(first + 1, first + reach):
            rows[y + 1][column] = "^"
    if side:
        spans[0, 0] = 6
        for row in rows[1:]:
            row[0] = "^"
    assert values(read(of_cells(rows, spans))) == KNOWN


@given(st.lists(st.lists(WORDS | st.text(max_size=8), max_size=7), max_size=9))
@settings(max_examples=300, deadline=None)
def test_nothing_crashes(rows: list[list[str]]) -> None:
    title = Passage("某项目绩效自评表（2025年度）", Spot(paragraph=1))
    found = read(title, of_cells(rows, {}), title)
    texts = {(c.spot.row, c.spot.column): c.text for c in of_cells(rows, {}).cells}
    for span in found.spans:
        assert 0 <= span.start < span.end <= len(texts[span.spot.row, span.spot.column])


def test_work_grows_with_the_table_only() -> None:
    """Counted in calls, which are the same on any machine."""
    row = ("", "产出指标", "数量指标", "矿山生态修复面积", "≥422.33公顷")

    def calls(rows: int) -> int:
        table = of_cells([HEAD, *[row] * rows], {(1, 1): rows})
        events: Counter[str] = Counter()
        sys.setprofile(lambda _frame, event, _what: events.update([event]))
        try:
            read(table)
        finally:
            sys.setprofile(None)
        return events["call"] + events["c_call"]

    calls(200)
    assert calls(2000) < 12 * calls(200)
