"""二、（四）绩效指标完成情况分析."""

from collections.abc import Iterator, Sequence

from shanhe.documents.blocks import Block, Heading, Inline, Missing, Paragraph
from shanhe.documents.forms.self_evaluation_report.context import Context
from shanhe.documents.pieces import ended, numeral
from shanhe.records.evaluation import IndicatorResult

_WHY = {
    "actual_is_not_a_value": "填报的不是具体数值，无法计算完成率",
    "committed_not_achieved": "属于承诺事项，工程完工后方可认定，本年度不计算完成率",
    "no_actual": "无法计算完成率",
    "unlike_units": "与目标值的计量单位不同，无法计算完成率",
    "target_is_zero": "目标值为零，不计算完成率",
    "in_words": "属定性指标，不计算完成率",
}
_GROUPS = ("产出指标", "效益指标", "满意度指标")


def blocks(context: Context) -> Iterator[Block]:
    """Yield section （四） of chapter 二."""
    yield Heading(2, "（四）绩效指标完成情况分析")
    yield from _pictures(context)
    known = dict.fromkeys(result.level1 for result in context.evaluation.indicators)
    for place, level1 in enumerate((*_GROUPS, *(one for one in known if one not in _GROUPS)), 1):
        results = context.results(level1)
        yield Heading(3, f"{place}.{level1}完成情况分析")
        if not results:
            yield Paragraph((f"本年度未下达{level1}。",))
        yield from _group(context, level1, results)
    if context.evaluation.score is not None:
        yield from _score(context)


def _pictures(context: Context) -> Iterator[Block]:
    """Yield the pictures of completion; many indicators need several."""
    names = [name for name in context.drawn if name.partition(".")[0] == "completion"]
    if not names:
        return
    words = any(result.why == "in_words" for result in context.evaluation.indicators)
    but = "（定性指标不计算完成率，未列入图中）" if words else ""
    yield Paragraph((f"各项绩效指标的年度完成率见下图{but}。",))
    for place, name in enumerate(names, 1):
        part = f"（{numeral(place)}）" if len(names) > 1 else ""
        yield from context.picture(name, f"年度绩效指标完成率{part}")


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
    target = figures(f"target.issued.{year}.{result.indicator}")
    actual = figures(f"actual.{year}.{result.indicator}")
    start: tuple[Inline, ...] = (f"{result.name}：年度目标", target, "，全年实际完成值", actual)
    if result.why == "in_words":
        start = (f"{result.name}：年度目标为“", target, "”，全年实际完成情况为“", actual, "”")
    if result.percent is None:
        told: tuple[Inline, ...] = (f"，{_WHY.get(result.why, '无法计算完成率')}",)
    else:
        told = ("，完成率", figures(f"completion.{year}.{result.indicator}"))
    state = "" if result.met is None else "，达到年度目标" if result.met else "，未达到年度目标"
    end = f"{_said(context, result)}。"
    if not result.doubts:
        return (*start, *told, f"{state}{end}")
    mark = f"（填报数据与其他资料不一致，请核实，见问题清单{'、'.join(result.doubts)}）"
    return (*start, *told, "，暂不认定达到年度目标", Missing(mark), end)


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
