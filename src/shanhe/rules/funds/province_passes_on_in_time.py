"""省级在接到中央转移支付后三十日内下达.

The law counts from the day the province received the money. Where only the day of the ministry's
document is known, that day stands in for it, and the message says so. Every document of the
ministry is held against the first one of the province that follows it.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.chain import Step, money_documents, name_of, step_from
from shanhe.measures.limit import days_allowed
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both
from shanhe.values.outcome import Outcome


@rule(
    id="FUND-201",
    severity=ERROR,
    basis=["budget_law#52.3", "practice#T-05"],
    zh="{document}于 {issued} 下达，距{counted}（{start}）{days} 天，超过 {limit} 天期限 {over} 天",
    en="{document} was issued on {issued}, {days} days after {counted} ({start}); limit {limit}, {over} over",
    aspect="下达及时性",
    asks=Only.DATA,
)
def province_passes_on_in_time(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each document of the ministry that the province passed on too late."""
    for upper in money_documents(dossier, "部"):
        step = step_from(dossier, upper)
        if step.days is None or step.start is None or step.lower is None:
            yield _lacking(step)
            continue
        limit = days_allowed(catalogue, "province_days", step.start)
        if limit is not None and step.days > limit:
            yield _late(step, step.days, limit)


def _late(step: Step, days: int, limit: int) -> Hit:
    lower = step.lower or step.upper
    day = "received" if step.by_receipt else "issued"
    words = {
        "document": name_of(lower),
        "issued": lower.issued,
        "counted": _start_words(step),
        "start": step.start,
        "days": days,
        "limit": limit,
        "over": days - limit,
    }
    equation = f"{lower.issued} − {step.start} = {days}"
    return Hit((step.upper.operand(day), lower.operand("issued")), words, recomputed=equation)


def _start_words(step: Step) -> Both:
    if step.by_receipt:
        return Both("接到中央转移支付之日", "receipt")
    return Both(
        "中央文件发文之日（收到日期未登记，以发文日期代替）",
        "the ministry's document, whose day stands in for that of receipt",
    )


def _lacking(step: Step) -> Hit:
    name = name_of(step.upper)
    if step.start is None:
        lacks = Both(f"{name}的发文日期或收到日期", f"the day of {name} or of its receipt")
    else:
        lacks = Both(f"{name}之后省级下达文件的发文日期", f"the province's document after {name}")
    return Hit((step.upper.operand("issued"),), {"lacks": lacks}, Outcome.UNDECIDED)
