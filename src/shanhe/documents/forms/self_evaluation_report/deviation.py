"""三、偏离绩效目标的原因和下一步改进措施."""

from collections.abc import Iterator, Sequence

from shanhe.documents.blocks import Block, Cell, Heading, Inline, Missing, Paragraph, Table
from shanhe.documents.forms.self_evaluation_report.context import Context
from shanhe.documents.forms.self_evaluation_report.goal_tables import change_table
from shanhe.documents.pieces import (
    cell,
    day,
    ended,
    heads,
    joined,
    number,
    text_or_missing,
)
from shanhe.records.narrative import Explanation


def blocks(context: Context) -> Iterator[Block]:
    """Yield chapter 三."""
    yield Heading(1, "三、偏离绩效目标的原因和下一步改进措施")
    yield Heading(2, "（一）资金管理存在的问题分析")
    yield from _told(_of_kind(context, "资金管理"), "资金管理存在的问题")
    yield Heading(2, "（二）总体目标与绩效指标未完成原因分析")
    general = [one for one in _of_kind(context, "指标偏差") if not one.in_form]
    yield from _told(general, "未完成原因")
    yield from _shortfalls(context)
    yield Heading(2, "（三）绩效目标调整情况分析")
    yield from _changes(context)
    yield Heading(2, "（四）下一步改进措施")
    yield from _told(_of_kind(context, "改进措施"), "改进措施")


def _of_kind(context: Context, kind: str) -> list[Explanation]:
    return [one for one in context.dossier.explanations if one.kind == kind]


def _told(explanations: Sequence[Explanation], what: str) -> Iterator[Block]:
    if not explanations:
        yield Paragraph((text_or_missing("", what),))
    for place, one in enumerate(explanations, 1):
        yield Heading(3, f"{place}.{one.heading or what}")
        words: tuple[Inline, ...] = (ended(one.reason), ended(one.measure), *_duty(one))
        yield Paragraph(tuple(word for word in words if word))


def _duty(one: Explanation) -> tuple[Inline, ...]:
    """Return who does a measure until when, or that nobody said so."""
    if not one.measure:
        return ()
    owner: Inline = f"责任单位：{one.owner}；" if one.owner else Missing("（未填报责任单位）")
    due: Inline = f"完成时限：{day(one.due)}。" if one.due else Missing("（未填报完成时限）")
    return (owner, due)


def _shortfalls(context: Context) -> Iterator[Block]:
    """Yield one row for each indicator below target: figures, reason, measure."""
    figures, year = context.figures(), context.dossier.year.key
    short = [result for result in context.evaluation.indicators if result.met is False]
    if not short:
        yield Paragraph(("本年度没有未达到目标的绩效指标。",))
        return
    rows: list[tuple[Cell, ...]] = [
        heads("三级指标", "目标值", "完成值", "完成率", "未完成原因", "改进措施")
    ]
    for result in short:
        told = [e for e in context.dossier.explanations if result.indicator in e.indicator_ids]
        reasons = "；".join(e.reason.rstrip("。") for e in told if e.reason)
        measures = "；".join(e.measure.rstrip("。") for e in told if e.measure)
        rows.append(
            (
                cell(result.name),
                number(figures(f"target.issued.{year}.{result.indicator}")),
                number(figures(f"actual.{year}.{result.indicator}")),
                number(figures(f"completion.{year}.{result.indicator}")),
                cell(text_or_missing(reasons, "原因")),
                cell(text_or_missing(measures, "措施")),
            )
        )
    caption = context.captions.table("未达到年度目标的绩效指标及原因、措施")
    yield Table(tuple(rows), (28, 24, 20, 17, 36, 31), 1, caption)


def _changes(context: Context) -> Iterator[Block]:
    overview, compared = context.dossier.overview, context.evaluation.compared
    if compared is None:
        yield Paragraph(("本年度绩效目标未作调整。",))
        return
    old, new = compared
    if overview and overview.change_summary:
        yield Paragraph((ended(overview.change_summary),))
    yield from _notes(context, old, new)
    yield Paragraph((f"以下变动情况由“{old}”和“{new}”两个版本的指标值逐项计算得出，含效益指标。",))
    yield from change_table(context, "绩效目标指标变动情况表")
    if any(change.fallback for change in context.evaluation.changes):
        yield Paragraph((f"注：标“※”的为“{old}”未列该指标，以下达的指标值代替。",))


def _notes(context: Context, old: str, new: str) -> Iterator[Block]:
    figures = context.figures()
    sized = [
        (place, note)
        for place, note in enumerate(context.dossier.change_notes, 1)
        if note.quantity is not None
    ]
    if sized:
        told = [
            (
                note.item,
                "增加" if note.quantity.amount >= 0 else "减少",
                figures(f"note.{place}.amount"),
            )
            for place, note in sized
            if note.quantity is not None
        ]
        yield Paragraph(
            (f"“{new}”与“{old}”相比，申报说明的变动为：", *joined(told, "，", "，"), "。")
        )
    for place, note in enumerate(context.dossier.change_notes, 1):
        if note.reason:
            where: tuple[Inline, ...] = ()
            if figures.has(f"note.{place}.parcels"):
                share = figures(f"note.{place}.share")
                where = ("涉及图斑", figures(f"note.{place}.parcels"), "个，占", share, "。")
            basis = f"依据：《{note.basis}》。" if note.basis else ""
            yield Paragraph((f"{note.item}：{ended(note.reason)}", *where, basis))
