"""一、绩效目标下达情况."""

from collections.abc import Iterator, Sequence

from shanhe.documents.blocks import Block, Cell, Heading, Inline, Paragraph, Table
from shanhe.documents.forms.self_evaluation_report.context import Context
from shanhe.documents.forms.self_evaluation_report.goal_tables import (
    differing,
    goal_table,
    split_tables,
)
from shanhe.documents.pieces import cell, centred, day, heads, joined, number, text_or_missing
from shanhe.records.funds import Transfer
from shanhe.records.ids import version_key
from shanhe.records.targets import Target
from shanhe.values.period import TERM, Period


def blocks(context: Context) -> Iterator[Block]:
    """Yield chapter 一."""
    yield Heading(1, "一、绩效目标下达情况")
    yield Heading(2, "（一）转移支付预算下达情况")
    yield from _documents(context)
    yield from _allotments(context)
    yield Heading(2, "（二）绩效目标下达情况")
    yield Heading(3, "1.项目整体绩效目标")
    yield from _goals(context, TERM, "整体绩效目标")
    yield Heading(3, f"2.{context.dossier.programme.year}年绩效目标")
    yield from _goals(context, context.dossier.year, f"{context.dossier.programme.year}年绩效目标")


def _documents(context: Context) -> Iterator[Block]:
    steps = context.evaluation.steps
    if not steps:
        yield Paragraph((text_or_missing("", "资金下达文件"),))
        return
    figures = context.figures()
    for number_, step in enumerate(steps, 1):
        document = step.document
        when = f"{day(document.issued)}，" if document.issued else ""
        reference = f"（{document.number}）" if document.number else ""
        title = document.title.removeprefix(document.issuer)
        words: tuple[Inline, ...] = (f"{when}{document.issuer}印发《{title}》{reference}",)
        if figures.has(f"step.{number_}.amount"):
            kind = document.formality or "下达"
            words += (f"，{kind}资金", figures(f"step.{number_}.amount"), "万元")
        if figures.has(f"step.{number_}.days"):
            words += ("，距上一级发文", figures(f"step.{number_}.days"), "天")
        yield Paragraph((*words, "。"))


def _allotments(context: Context) -> Iterator[Block]:
    central = [t for t in context.dossier.transfers if t.origin == "中央"]
    last = [t for t in central if t.kind == "下达"]
    upper = {transfer.giver for transfer in last}
    final = [
        (n, t)
        for n, t in enumerate(context.dossier.transfers, 1)
        if t in last and t.taker not in upper
    ]
    if not final:
        return
    figures = context.figures()
    shares = [(t.taker, figures(f"transfer.{n}.amount"), "万元") for n, t in final]
    subject = context.dossier.programme.subject
    listed = f"，支出列政府收支分类科目“{subject}”" if subject else ""
    yield Paragraph(("中央财政资金分配情况为：", *joined(shares), f"{listed}。"))
    yield _allotment_table(context, final)


def _allotment_table(context: Context, final: Sequence[tuple[int, Transfer]]) -> Table:
    figures = context.figures()
    shared = any(transfer.share for _, transfer in final)
    front = ("接收单位", "金额（万元）", "所占比例") if shared else ("接收单位", "金额（万元）")
    rows: list[tuple[Cell, ...]] = [heads(*front, "用途")]
    for n, transfer in final:
        row = [cell(transfer.taker), number(figures(f"transfer.{n}.amount"))]
        row += [number(figures.or_dash(f"transfer.{n}.share"))] if shared else []
        rows.append((*row, cell(transfer.purpose or "—")))
    end = [centred("合计"), number(figures("held.all.given"))]
    rows.append((*end, *([number("—")] if shared else []), cell("—")))
    caption = context.captions.table("中央财政资金分配情况表")
    return Table(tuple(rows), (42, 30, 26, 58) if shared else (48, 36, 72), 1, caption)


def _goals(context: Context, period: Period, what: str) -> Iterator[Block]:
    issued = context.dossier.issued
    if not context.dossier.targets_of(issued, period):
        yield Paragraph((text_or_missing("", what),))
        return
    named = [t for t in context.dossier.targets_of(issued, period) if t.in_goal]
    if named:
        shown = [_named(context, target) for target in named]
        yield Paragraph((f"本项目下达的{what}为：", *joined(shown, "；"), "。"))
    else:
        yield Paragraph((f"本项目下达的{what}见下表。",))
    yield from goal_table(context, issued, period, f"{what}表")
    yield from _split(context, period, what)


def _named(context: Context, target: Target) -> tuple[Inline, ...]:
    key = f"target.{version_key(target.version)}.{target.period.key}.{target.indicator}"
    return (target.name or target.source.cell("indicator").text, context.figures()(key))


def _split(context: Context, period: Period, what: str) -> Iterator[Block]:
    issued = context.dossier.issued
    regions, tables = split_tables(context, issued, period, f"{what}区域分解表")
    if not tables:
        yield Paragraph((text_or_missing("", f"{what}的区域分解"),))
        return
    yield Paragraph((f"{what}分解到{'、'.join(regions)}，具体情况见下表。",))
    yield from tables
    figures = context.figures()
    for total in differing(context, issued, period):
        key = f"{version_key(issued)}.{period.key}.{total.indicator}"
        words = (
            f"{total.name}分解合计为",
            figures(f"sum.{key}.unit"),
            "，与总目标",
            figures(f"target.{key}"),
            "不一致，需核实更正。",
        )
        yield Paragraph(words)
