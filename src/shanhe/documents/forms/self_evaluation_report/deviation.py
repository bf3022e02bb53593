"""三、偏离绩效目标的原因和下一步改进措施."""

from collections.abc import Iterator, Sequence

from shanhe.documents.blocks import Block, Cell, Heading, Inline, Inlines, Missing, Paragraph, Table
from shanhe.documents.forms.self_evaluation_report.analysis import ASPECTS
from shanhe.documents.forms.self_evaluation_report.context import Context
from shanhe.documents.forms.self_evaluation_report.goal_tables import change_table
from shanhe.documents.pieces import (
    VERSIONS,
    cell,
    day,
    ended,
    heads,
    joined,
    number,
    text_or_missing,
    value,
)
from shanhe.records.narrative import Explanation
from shanhe.records.targets import ChangeNote


def blocks(context: Context) -> Iterator[Block]:
    """Yield chapter 三."""
    yield Heading(1, "三、偏离绩效目标的原因和下一步改进措施")
    yield Heading(2, "（一）资金管理存在的问题分析")
    if _claims_none(context):
        yield Paragraph(("无。",))
    else:
        yield from _told(_of_kind(context, "资金管理"), "资金管理存在的问题")
    yield Heading(2, "（二）总体目标与绩效指标未完成原因分析")
    reasons = _of_kind(context, "指标偏差")
    if reasons or any(result.met is False for result in context.evaluation.indicators):
        general = [one for one in reasons if not one.in_form]
        if general or not reasons:
            yield from _told(general, "未完成原因")
    yield from _shortfalls(context)
    yield Heading(2, "（三）绩效目标调整情况分析")
    yield from _changes(context)
    yield Heading(2, "（四）下一步改进措施")
    yield from _told(_of_kind(context, "改进措施"), "改进措施")


def _of_kind(context: Context, kind: str) -> list[Explanation]:
    return [one for one in context.dossier.explanations if one.kind == kind]


def _claims_none(context: Context) -> bool:
    """Return whether the unit says of its money that all is well, and no finding speaks against it."""
    rows = context.dossier.management
    said = bool(rows) and all(row.claims_no_problem for row in rows)
    open_ = any(context.findings(aspect) for aspect in ASPECTS)
    return said and not open_ and not _of_kind(context, "资金管理")


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
        yield Paragraph(_none_short(context))
        return
    yield Paragraph(("未达到年度目标的绩效指标及其原因、改进措施见下表。",))
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
                value(figures(f"target.issued.{year}.{result.indicator}")),
                value(figures(f"actual.{year}.{result.indicator}")),
                number(figures.or_dash(f"completion.{year}.{result.indicator}")),
                cell(text_or_missing(reasons, "原因")),
                cell(text_or_missing(measures, "措施")),
            )
        )
    caption = context.captions.table("未达到年度目标的绩效指标及原因、措施")
    yield Table(tuple(rows), (28, 24, 20, 17, 36, 31), 1, caption)


def _none_short(context: Context) -> tuple[Inline, ...]:
    """Return that no indicator fell short, unless that cannot be told of all."""
    results = context.evaluation.indicators
    if not results:
        return (text_or_missing("", "年度绩效指标完成情况"),)
    if all(result.met for result in results):
        return ("本年度绩效指标均达到年度目标。",)
    count = context.figures()("count.open")
    return ("本年度没有判定为未达到年度目标的绩效指标，尚有", count, "项不能判定。")


def _changes(context: Context) -> Iterator[Block]:
    overview, compared = context.dossier.overview, context.evaluation.compared
    changed = any(change.has_changed for change in context.evaluation.changes)
    if compared is None or not (changed or context.dossier.change_notes):
        yield Paragraph(("本年度绩效目标未作调整。",))
        return
    old, new = (VERSIONS[version] for version in compared)
    if overview and overview.change_summary:
        yield Paragraph((ended(overview.change_summary),))
    yield from _notes(context, old, new)
    yield Paragraph((f"{new}与{old}各项指标值（含效益指标）的变动情况见下表。",))
    yield from change_table(context, "绩效目标指标变动情况表")
    if any(change.fallback for change in context.evaluation.changes):
        yield Paragraph((f"注：标“※”的指标{old}未列，以下达的指标值代替。",))


def _notes(context: Context, old: str, new: str) -> Iterator[Block]:
    notes = list(enumerate(context.dossier.change_notes, 1))
    parts = [_sized(context, *one) for one in notes if one[1].role != "合计"]
    totals = [_sized(context, *one) for one in notes if one[1].role == "合计"]
    if any(parts):
        said = joined([one for one in parts if one], "，")
        whole = ("；", *joined([one for one in totals if one], "，")) if any(totals) else ()
        yield Paragraph((f"{new}与{old}相比，主要变动为：", *said, *whole, "。"))
    for place, note in notes:
        if note.reason:
            basis = f"依据：《{note.basis.strip('《》')}》。" if note.basis else ""
            yield Paragraph(
                (f"{note.item}：{ended(note.reason)}", *_parcels(context, place), basis)
            )


def _sized(context: Context, place: int, note: ChangeNote) -> Inlines:
    """Return one change with its size: ``耕地面积增加111.34公顷``; nothing where it has none."""
    if note.quantity is None:
        return ()
    way = "增加" if note.quantity.amount >= 0 else "减少"
    item = note.item if note.role == "合计" and way in note.item else f"{note.item}{way}"
    return (item, context.figures()(f"note.{place}.amount"))


def _parcels(context: Context, place: int) -> Inlines:
    figures = context.figures()
    if not figures.has(f"note.{place}.parcels"):
        return ()
    count, share = figures(f"note.{place}.parcels"), f"note.{place}.share"
    of_all = ("，占", figures(share)) if figures.has(share) else ()
    return ("涉及图斑", count, "个", *of_all, "。")
