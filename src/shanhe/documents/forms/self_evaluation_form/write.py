"""The evaluation → the form as one table over nine columns, rows and merges as printed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from shanhe.documents.blocks import Cell, Inline, Missing, Paper, Paragraph, Table, Title
from shanhe.documents.pieces import (
    Figures,
    cell,
    centred,
    head,
    made_with,
    number,
    runs,
    text_or_missing,
    value,
)
from shanhe.records.evaluation import Evaluation, IndicatorResult
from shanhe.records.ids import origin_key
from shanhe.records.narrative import Management

WIDTHS = (12.0, 18.0, 20.0, 28.0, 13.0, 13.0, 20.0, 23.0, 23.0)
COLUMNS = len(WIDTHS)
ASPECTS = (
    "分配科学性",
    "下达及时性",
    "拨付合规性",
    "使用规范性",
    "执行准确性",
    "预算绩效管理情况",
    "支出责任履行情况",
)
LEVELS = {
    "产出指标": ("数量指标", "质量指标", "时效指标", "成本指标"),
    "效益指标": ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"),
    "满意度指标": ("服务对象满意度指标",),
}
_MONEY = (
    ("合计", "年度资金总额"),
    ("中央", "其中：中央财政资金"),
    ("地方", "地方财政资金"),
    ("其他", "其他资金"),
)
_OPEN = {
    "actual_is_not_a_value": "（完成值不是具体数值，请核实后填写）",
    "committed_not_achieved": "（承诺事项，完工后认定，请作说明）",
}
Row = tuple[Cell, ...]


def form(evaluation: Evaluation) -> Paper:
    """Return the form; a required field without data is marked, an unfilled one stays blank."""
    programme = evaluation.dossier.programme
    rows = [
        *_head(evaluation),
        *_money(evaluation),
        *_management(evaluation),
        *_overall(evaluation),
        *_indicators(evaluation),
        (head("说明"), cell(_remark(evaluation), columns=COLUMNS - 1)),
    ]
    title = Title(("转移支付区域（项目）绩效自评表",))
    year = Paragraph((f"（{programme.year}年度）",), indent=False, align="center")
    subject = f"{programme.name}{programme.year}年度绩效自评表"
    return Paper((title, year, Table(tuple(rows), WIDTHS)), subject, "form", made_with(evaluation))


def _head(evaluation: Evaluation) -> Iterator[Row]:
    programme = evaluation.dossier.programme
    wide = COLUMNS - 2
    yield (head("转移支付（项目）名称", columns=2), cell(programme.name, columns=wide))
    central = text_or_missing(programme.central_authority, "中央主管部门")
    yield (head("中央主管部门", columns=2), cell(central, columns=wide))
    yield (
        head("地方主管部门", columns=2),
        cell(text_or_missing(programme.local_authority, "地方主管部门"), columns=2),
        head("资金使用单位", columns=2),
        cell(text_or_missing(programme.using_units, "资金使用单位"), columns=3),
    )


def _money(evaluation: Evaluation) -> Iterator[Row]:
    figures = Figures(evaluation)
    yield (
        head("资金投入情况\n（万元）", rows=len(_MONEY) + 1, columns=2),
        head("", columns=2),
        head("全年预算数（A）", columns=2),
        head("全年执行数（B）", columns=2),
        head("预算执行率\n（B/A×100%）"),
    )
    for origin, label in _MONEY:
        key = f"fund.{origin_key(origin)}"
        blank = figures.or_blank if origin == "其他" else figures
        yield (
            cell(label, columns=2),
            cell(blank(f"{key}.budget"), columns=2, align="right"),
            cell(blank(f"{key}.executed"), columns=2, align="right"),
            number(figures.or_dash(f"{key}.rate")),
        )


def _management(evaluation: Evaluation) -> Iterator[Row]:
    known = {one.aspect: one for one in evaluation.dossier.management}
    yield (
        head("资金管理情况", rows=len(ASPECTS) + 1, columns=2),
        head(""),
        head("情况说明", columns=3),
        head("存在问题和改进措施", columns=3),
    )
    for aspect in ASPECTS:
        yield (
            centred(aspect),
            cell(situation_of(known.get(aspect)), columns=3),
            cell(problem_of(evaluation, aspect, known.get(aspect)), columns=3),
        )


def situation_of(one: Management | None) -> Inline:
    """Return what the form says of an aspect; what is not filled in is marked."""
    return text_or_missing((one.form_situation or one.situation) if one else "", "情况说明")


def problem_of(evaluation: Evaluation, aspect: str, one: Management | None) -> Inline:
    """Return the unit's words; its 无 is not printed while findings of the aspect are open."""
    open_ = [f for f in evaluation.findings if f.aspect == aspect and f.severity.value != "note"]
    if one is not None and one.problem and not (one.claims_no_problem and open_):
        return one.problem
    if not open_:
        return text_or_missing("", "存在问题和改进措施")
    rules = "、".join(dict.fromkeys(finding.rule for finding in open_))
    return Missing(f"（核查发现{len(open_)}项问题未作说明：{rules}，不得填“无”）")


def _overall(evaluation: Evaluation) -> Iterator[Row]:
    overview = evaluation.dossier.overview
    goal = overview.goal if overview else ""
    result = overview.result if overview else ""
    yield (
        head("总体目标\n完成情况", rows=2, columns=2),
        head("总体目标", columns=4),
        head("全年实际完成情况", columns=3),
    )
    yield (
        cell(text_or_missing(goal, "总体目标"), columns=4),
        cell(text_or_missing(result, "全年实际完成情况"), columns=3),
    )


def _indicators(evaluation: Evaluation) -> Iterator[Row]:
    results = ordered(evaluation.indicators)
    firsts = runs([result.level1 for result in results])
    seconds = runs([f"{result.level1}/{result.level2}" for result in results])
    yield (
        head("绩效指标", rows=len(results) + 1),
        head("一级指标"),
        head("二级指标"),
        head("三级指标"),
        head("指标值", columns=2),
        head("全年实际\n完成值"),
        head("未完成原因和改进措施", columns=2),
    )
    for place, result in enumerate(results):
        row: list[Cell] = []
        if place in firsts:
            row.append(centred(result.level1, rows=firsts[place]))
        if place in seconds:
            row.append(centred(result.level2, rows=seconds[place]))
        yield (*row, *_result(evaluation, result))


def _result(evaluation: Evaluation, result: IndicatorResult) -> Row:
    figures, year = Figures(evaluation), evaluation.dossier.year.key
    return (
        cell(result.name),
        replace(value(figures(f"target.issued.{year}.{result.indicator}")), columns=2),
        value(figures(f"actual.{year}.{result.indicator}")),
        cell(reason_of(evaluation, result), columns=2),
    )


def reason_of(evaluation: Evaluation, result: IndicatorResult) -> Inline:
    """Return reason and measure of an indicator; what may not be claimed is marked instead."""
    told = [
        f"{one.reason.rstrip('。')}；{one.measure}".strip("；")
        for one in evaluation.dossier.explanations
        if one.in_form and result.indicator in one.indicator_ids
    ]
    if told:
        return "；".join(told)
    if result.doubts:
        return Missing(f"（填报数据存疑，请核实：{'、'.join(result.doubts)}）")
    if result.why in _OPEN:
        return Missing(_OPEN[result.why])
    return "无" if result.met else text_or_missing("", "原因和改进措施")


def ordered(results: Sequence[IndicatorResult]) -> list[IndicatorResult]:
    """Return the indicators in the order of the form: by level 1, then level 2."""
    groups = list(LEVELS)
    seconds = [level2 for names in LEVELS.values() for level2 in names]

    def place(result: IndicatorResult) -> tuple[int, int]:
        first = groups.index(result.level1) if result.level1 in groups else len(groups)
        second = seconds.index(result.level2) if result.level2 in seconds else len(seconds)
        return first, second

    return sorted(results, key=place)


def _remark(evaluation: Evaluation) -> str:
    overview = evaluation.dossier.overview
    return overview.remarks if overview and overview.remarks else "无"
