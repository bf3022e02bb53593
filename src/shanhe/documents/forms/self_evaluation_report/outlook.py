"""四、绩效自评结果拟应用和公开情况；五、其他需要说明的问题."""

from collections.abc import Iterator

from shanhe.documents.blocks import Block, Heading, Inline, Missing, Paragraph
from shanhe.documents.forms.self_evaluation_report.context import Context
from shanhe.documents.forms.self_evaluation_report.goal_tables import goal_table
from shanhe.documents.pieces import VERSIONS, day, ended, text_or_missing
from shanhe.records.evaluation import UnitCost
from shanhe.records.ids import version_key
from shanhe.records.programme import Overview
from shanhe.values.period import TERM


def blocks(context: Context) -> Iterator[Block]:
    """Yield chapters 四 and 五."""
    overview = context.dossier.overview
    yield Heading(1, "四、绩效自评结果拟应用和公开情况")
    yield Heading(2, "（一）结果拟应用情况")
    use = overview.result_use if overview else ""
    yield Paragraph((text_or_missing(ended(use), "自评结果拟应用情况"),))
    yield Heading(2, "（二）结果公开情况")
    yield Paragraph(_publication(overview))
    yield Heading(1, "五、其他需要说明的问题")
    remarks = overview.remarks if overview else ""
    yield Paragraph((ended(remarks) if remarks else "无。",))
    yield from _unit_costs(context)
    yield from _after(context)
    yield Paragraph(("附件：转移支付区域（项目）绩效自评表（另附）",))


def _publication(overview: Overview | None) -> tuple[Inline, ...]:
    if overview is None or not (overview.public_site or overview.public_url):
        return (Missing("（未填报公开载体和网址）"),)
    scope = f"，公开范围：{overview.public_scope}" if overview.public_scope else ""
    when: Inline = day(overview.public_on) or Missing("（未填报公开日期）")
    where: Inline = overview.public_url or Missing("（未填报公开网址）")
    return (f"公开载体：{overview.public_site}{scope}；公开日期：", when, "；网址：", where, "。")


def _unit_costs(context: Context) -> Iterator[Block]:
    for cost in context.evaluation.unit_costs:
        if cost.outcome.value == "fails" and cost.stated is not None:
            yield Paragraph(_cost_words(context, cost))


def _cost_words(context: Context, cost: UnitCost) -> tuple[Inline, ...]:
    figures = context.figures()
    key = f"{version_key(cost.version)}.{cost.period.key}"
    return (
        f"按{VERSIONS[cost.version]}（{cost.period}）投资总额除以矿山生态修复面积计算，单位成本为",
        figures(f"unit_cost.{key}"),
        "，与单位成本控制数",
        figures(f"target.{key}.unit_cost"),
        "不符，需作说明。",
    )


def _after(context: Context) -> Iterator[Block]:
    changed = any(change.has_changed for change in context.evaluation.changes)
    if context.evaluation.compared is None or not changed:
        return
    new = context.evaluation.compared[1]
    version = context.dossier.version(new, TERM)
    if not context.dossier.targets_of(new, TERM):
        return
    pending = version is not None and version.status not in {"已批复", "已下达"}
    state = f"目前{version.status}，" if version and version.status else ""
    use = "批复前仍以下达的绩效目标作为自评依据" if pending else "以批复文件为准"
    yield Paragraph((f"调整后的绩效目标见下表，{state}{use}。",))
    yield from goal_table(context, new, TERM, f"调整后绩效目标表（{new}）")
