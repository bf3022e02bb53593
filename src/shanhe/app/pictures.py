"""The pictures of an evaluation: completion by indicator, and the way of the money."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from decimal import Decimal

from shanhe.documents.charts.chart import Chart
from shanhe.documents.charts.completion import Bar, completion_chart
from shanhe.documents.charts.money_flow import (
    PAID,
    RETURNED,
    UNPAID,
    Flow,
    MoneyFlow,
    money_flow_chart,
)
from shanhe.measures.flow import Holding
from shanhe.records.dossier import Dossier
from shanhe.records.evaluation import Evaluation, Held

MOST_BARS = 16


def pictures(evaluation: Evaluation) -> dict[str, tuple[str, str]]:
    """Return each chart by name, drawn once: its SVG, and the words that replace it."""
    return {name: (chart.svg(), chart.alt) for name, chart in charts(evaluation).items()}


def charts(evaluation: Evaluation) -> dict[str, Chart]:
    """Return the charts by name; one is absent where there is nothing to draw."""
    drawn: dict[str, Chart] = {}
    bars = [
        Bar(r.name, r.percent.value if r.percent else None, r.met, str(r.percent or ""))
        for r in evaluation.indicators
        if r.why != "in_words"
    ]
    if any(bar.is_drawn for bar in bars):
        for place, part in enumerate(_parts(bars), 1):
            name = "completion" if place == 1 else f"completion.{place}"
            drawn[name] = completion_chart(part)
    flow = money_chart(evaluation.dossier, evaluation.held)
    return drawn if flow is None else {**drawn, "money": flow}


def money_chart(dossier: Dossier, held: Sequence[Held | Holding]) -> Chart | None:
    """Return the way of the central money; ``None`` where there is none, or it goes round."""
    flows = [flow for flow in _flows(dossier, held) if flow.amount > 0]
    with suppress(ValueError):  # money that goes round is what the findings speak of
        return money_flow_chart(MoneyFlow(flows, "中央财政资金")) if flows else None
    return None


def _parts(bars: Sequence[Bar]) -> Iterator[Sequence[Bar]]:
    """Yield the bars in pictures of about equal size, so that each leaves room on its page."""
    count = -(-len(bars) // MOST_BARS)
    for place in range(count):
        yield bars[len(bars) * place // count : len(bars) * (place + 1) // count]


def _flows(dossier: Dossier, each: Sequence[Held | Holding]) -> Iterator[Flow]:
    """Yield the steps of the central money; a step without amount carries what leaves the next."""
    moved = [t for t in dossier.transfers if t.origin == "中央" and t.kind == "下达"]
    for transfer in moved:
        onward = sum(
            (t.amount for t in moved if t.giver == transfer.taker and t.amount), Decimal(0)
        )
        yield Flow(transfer.giver, transfer.taker, transfer.amount or onward)
    for held in each:
        yield Flow(held.unit, RETURNED, held.taken_back)
        yield Flow(RETURNED, held.unit, held.reallocated)
        yield Flow(held.unit, PAID, held.paid)
        yield Flow(held.unit, UNPAID, held.balance)
