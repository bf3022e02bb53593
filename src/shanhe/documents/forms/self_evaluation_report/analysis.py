"""二、绩效情况分析：（一）资金投入、（二）资金管理、（三）总体绩效目标."""

from collections.abc import Iterator

from shanhe.documents.blocks import Block, Cell, Heading, Inline, Paragraph, Table
from shanhe.documents.forms.self_evaluation_report.context import Context
from shanhe.documents.pieces import (
    cell,
    centred,
    day,
    ended,
    heads,
    joined,
    number,
    text_or_missing,
)
from shanhe.records.ids import origin_key, place_keys

ASPECTS = (
    "分配科学性",
    "下达及时性",
    "拨付合规性",
    "使用规范性",
    "执行准确性",
    "预算绩效管理情况",
    "支出责任履行情况",
    "制度建立情况",
)
_LABELS = {
    "合计": "年度资金总额",
    "中央": "其中：中央财政资金",
    "地方": "地方财政资金",
    "其他": "其他资金",
}


def blocks(context: Context) -> Iterator[Block]:
    """Yield chapter 二, sections （一） to （三）."""
    yield Heading(1, "二、绩效情况分析")
    yield Heading(2, "（一）资金投入情况分析")
    yield from _funds(context)
    yield from _balances(context)
    yield Heading(2, "（二）资金管理情况分析")
    for place, aspect in enumerate(ASPECTS, 1):
        yield Heading(3, f"{place}.{aspect}")
        yield from _aspect(context, aspect)
    yield Heading(2, "（三）总体绩效目标完成情况分析")
    yield from _overall(context)
    yield from _milestones(context)


def _funds(context: Context) -> Iterator[Block]:
    figures, year = context.figures(), context.dossier.programme.year
    yield Paragraph(
        (
            f"{year}年度全年预算数",
            figures("fund.total.budget"),
            "万元，其中中央财政资金",
            figures("fund.central.budget"),
            "万元、地方财政资金",
            figures("fund.local.budget"),
            *_other(context),
            "万元；全年执行数",
            figures("fund.total.executed"),
            "万元，预算执行率",
            figures("fund.total.rate", "（无法计算）"),
            "。绩效目标表安排的当年资金为",
            figures("fund.total.planned"),
            "万元，其中地方资金",
            figures("fund.local.planned"),
            "万元。",
        )
    )
    rows = [heads("资金来源", "目标表安排", "全年预算数（A）", "全年执行数（B）", "执行率（B/A）")]
    for row in context.evaluation.funds:
        key = f"fund.{origin_key(row.fund.origin)}"
        cells: list[Cell] = [cell(_LABELS[row.fund.origin])]
        cells += [
            number(figures.or_blank(f"{key}.{name}")) for name in ("planned", "budget", "executed")
        ]
        rows.append((*cells, number(figures.or_dash(f"{key}.rate"))))
    caption = context.captions.table("年度资金投入和执行情况表")
    yield Table(tuple(rows), (40, 29, 30, 30, 27), 1, caption, "单位：万元")
    yield Paragraph(("注：预算数为零或未填报的，不计算执行率，以“—”表示。",))


def _other(context: Context) -> tuple[Inline, ...]:
    """Return the budget of other money where there is any, so that the parts make the whole."""
    budgets = (row.fund.budget for row in context.evaluation.funds if row.fund.origin == "其他")
    if not any(budgets):
        return ()
    return ("万元、其他资金", context.figures()("fund.other.budget"))


def _balances(context: Context) -> Iterator[Block]:
    held = context.evaluation.held
    if not held:
        return
    figures, keys = context.figures(), place_keys(context.dossier)
    names = ("given", "taken_back", "reallocated", "paid", "balance")
    rows = [heads("单位", "下达", "收回", "重新分配", "已支付", "未支付余额")]
    for one in held:
        key = f"held.{keys[one.unit]}"
        rows.append((cell(one.unit), *(number(figures(f"{key}.{name}")) for name in names)))
    rows.append((centred("合计"), *(number(figures(f"held.all.{name}")) for name in names)))
    after = "重新分配完成后，" if any(one.reallocated for one in held) else ""
    yield Paragraph(
        (
            f"中央财政资金流向和分单位情况见下图、下表。{after}各单位未支付余额合计",
            figures("held.all.balance"),
            "万元。",
        )
    )
    yield from context.picture("money", "中央财政资金流向图（单位：万元）")
    caption = context.captions.table("中央财政资金分单位情况表")
    yield Table(tuple(rows), (36, 23, 23, 25, 23, 26), 1, caption, "单位：万元")


def _aspect(context: Context, aspect: str) -> Iterator[Block]:
    found = next((m for m in context.dossier.management if m.aspect == aspect), None)
    if found is None or not found.situation:
        yield Paragraph((text_or_missing("", f"{aspect}的情况说明"),))
    else:
        yield Paragraph((ended(found.situation),))
    yield from _own_figures(context, aspect)
    if found is not None and found.problem and not found.claims_no_problem:
        yield Paragraph((f"存在问题和改进措施：{ended(found.problem)}",))


def _own_figures(context: Context, aspect: str) -> Iterator[Block]:
    """Yield what the data itself says of an aspect, beside the unit's own words."""
    if aspect == "下达及时性":
        yield from _timeliness(context)
    elif aspect == "使用规范性":
        yield from _reallocation(context)
    elif aspect == "支出责任履行情况":
        figures = context.figures()
        if figures.has("fund.local.planned"):
            yield Paragraph(
                (
                    "绩效目标表安排当年地方资金",
                    figures("fund.local.planned"),
                    "万元，列入全年预算",
                    figures("fund.local.budget"),
                    "万元，实际到位",
                    figures("fund.local.in_place"),
                    "万元，全年执行" if figures.has("fund.local.in_place") else "，全年执行",
                    figures("fund.local.executed"),
                    "万元。",
                )
            )


def _timeliness(context: Context) -> Iterator[Block]:
    figures = context.figures()
    if not context.evaluation.steps:
        return
    rows = [heads("层级", "文号", "发文日期", "距上一级发文（天）", "累计（天）")]
    for place, step in enumerate(context.evaluation.steps, 1):
        document = step.document
        rows.append(
            (
                centred(document.level or "—"),
                cell(document.number or "—"),
                centred(day(document.issued) or "—"),
                number(figures.or_dash(f"step.{place}.days")),
                number(figures.or_dash(f"step.{place}.total")),
            )
        )
    yield Paragraph(("各级资金下达文件的印发时间见下表。",))
    caption = context.captions.table("资金下达文件时序表")
    yield Table(tuple(rows), (18, 50, 40, 26, 22), 1, caption)


def _reallocation(context: Context) -> Iterator[Block]:
    back = [h for h in context.evaluation.held if h.taken_back]
    if not back:
        return
    figures, keys = context.figures(), place_keys(context.dossier)
    taken = [(h.unit, figures(f"held.{keys[h.unit]}.taken_back"), "万元") for h in back]
    given = [
        (h.unit, figures(f"held.{keys[h.unit]}.reallocated"), "万元")
        for h in context.evaluation.held
        if h.reallocated
    ]
    again = ("，重新分配给", *joined(given)) if given else ()
    yield Paragraph(("资金收回和重新分配情况：收回", *joined(taken), *again, "。"))


def _overall(context: Context) -> Iterator[Block]:
    overview = context.dossier.overview
    progress = overview.progress if overview else ""
    yield Paragraph((ended(progress) if progress else text_or_missing("", "工作推进情况"),))
    as_of = day(context.evaluation.as_of)
    until = f"截至{as_of}，" if as_of else ""
    yield Paragraph((until, *_counts(context), *_subprojects(context)))
    goal = overview.goal if overview else ""
    result = overview.result if overview else ""
    yield Paragraph(("年度总体目标：", text_or_missing(ended(goal), "总体目标")))
    yield Paragraph(("全年实际完成情况：", text_or_missing(ended(result), "全年实际完成情况")))


def _counts(context: Context) -> tuple[Inline, ...]:
    """Return how many indicators were reached; what there is none of is not mentioned."""
    figures, year = context.figures(), context.dossier.programme.year
    if not context.evaluation.indicators:
        return (text_or_missing("", f"{year}年度绩效指标"),)
    states = [result.met for result in context.evaluation.indicators]
    told: list[Inline] = ["达到年度目标", figures("count.met"), "项"]
    if False in states:
        told += ["，未达到年度目标", figures("count.short"), "项"]
    if None in states:
        told += ["，尚不能判定", figures("count.open"), "项"]
    return (f"{year}年度下达的", figures("count.indicators"), "项绩效指标中，", *told, "。")


def _subprojects(context: Context) -> tuple[Inline, ...]:
    figures = context.figures()
    if not context.dossier.subprojects:
        return (text_or_missing("", "子项目情况"),)
    return (
        "全部",
        figures("count.subprojects"),
        "个子项目中，已开工",
        figures("count.started"),
        "个、已完工",
        figures("count.finished"),
        "个。",
    )


def _milestones(context: Context) -> Iterator[Block]:
    if not context.dossier.milestones:
        return
    yield Paragraph(("主要节点完成情况见下表。",))
    rows = [heads("节点", "依据", "期限", "完成日期", "结果")]
    for one in context.dossier.milestones:
        late = bool(one.due and one.done and one.done > one.due)
        mark = f"（超期{(one.done - one.due).days}天）" if late and one.due and one.done else ""
        rows.append(
            (
                cell(one.event),
                cell(one.basis or "—"),
                centred(day(one.due) or "—"),
                centred((day(one.done) or "—") + mark),
                cell(one.result or "—"),
            )
        )
    caption = context.captions.table("主要节点完成情况表")
    yield Table(tuple(rows), (48, 32, 24, 26, 26), 1, caption)
