"""二、（四）绩效指标完成情况分析."""

from collections.abc import Iterator, Sequence

from shanhe.documents.blocks import Block, Heading, Inline, Paragraph
from shanhe.documents.forms.self_evaluation_report.context import Context
from shanhe.documents.pieces import ended
from shanhe.records.evaluation import IndicatorResult

_WHY = {
    "actual_is_not_a_value": "填报的完成值不是具体数值，无法计算完成率",
    "committed_not_achieved": "属于承诺事项，工程完工后方可认定，本年度不计算完成率",
    "no_actual": "未填报全年实际完成值",
    "unlike_units": "完成值与目标值的计量单位不同，无法计算完成率",
    "target_is_zero": "目标值为零，无法计算完成率",
    "in_words": "为定性指标",
}
_GROUPS = (("产出指标", "1"), ("效益指标", "2"), ("满意度指标", "3"))


def blocks(context: Context) -> Iterator[Block]:
    """Yield section （四） of chapter 二."""
    yield Heading(2, "（四）绩效指标完成情况分析")
    if context.evaluation.indicators:
        yield Paragraph(("各项绩效指标的年度完成率见下图。",))
    yield from context.picture("completion", "年度绩效指标完成率")
    for level1, place in _GROUPS:
        results = context.results(level1)
        yield Heading(3, f"{place}.{level1}完成情况分析")
        if not results:
            yield Paragraph((f"本年度未下达{level1}。",))
        yield from _group(context, level1, results)
    if context.evaluation.score is not None:
        yield from _score(context)


def _group(context: Context, level1: str, results: Sequence[IndicatorResult]) -> Iterator[Block]:
    seconds = list(dict.fromkeys(result.level2 for result in results))
    for place, level2 in enumerate(seconds, 1):
        if level1 != "满意度指标":
            yield Heading(4, f"（{place}）{level2}完成情况")
        for result in results:
            if result.level2 == level2:
                yield Paragraph(_sentence(context, result))


def _sentence(context: Context, result: IndicatorResult) -> tuple[Inline, ...]:
    figures, year = context.figures(), context.dossier.year.key
    start: tuple[Inline, ...] = (
        f"{result.name}：年度目标",
        figures(f"target.issued.{year}.{result.indicator}"),
        "，填报完成值",
        figures(f"actual.{year}.{result.indicator}"),
    )
    if result.percent is None:
        return (*start, f"，{_WHY.get(result.why, '无法计算完成率')}{_said(context, result)}。")
    state = "达到年度目标" if result.met else "未达到年度目标"
    if result.doubts:
        state = f"但填报数据与其他资料不一致，暂不认定（见问题清单{'、'.join(result.doubts)}）"
    rate = figures(f"completion.{year}.{result.indicator}")
    return (*start, "，完成率", rate, f"，{state}{_said(context, result)}。")


def _said(context: Context, result: IndicatorResult) -> str:
    """Return what the unit itself says of the actual."""
    stated = context.dossier.stated_actuals(result.indicator)
    words = dict.fromkeys(actual.statement for actual in stated if actual.statement)
    return "".join(f"；{ended(word).rstrip('。')}" for word in words)


def _score(context: Context) -> Iterator[Block]:
    figures, score = context.figures(), context.evaluation.score
    if score is not None:
        yield Paragraph(
            ("按所设权重测算，自评得分", figures("score.total"), f"分，等级为“{score.grade}”。")
        )
