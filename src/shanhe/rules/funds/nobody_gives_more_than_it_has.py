"""退回和支付的资金不超过所收到的资金.

Judged for each body at the end of the chain, by origin of the money: what was given to it, also by
re-allocation, against what was taken back and what it paid. Bodies that pass money on are judged
by the sums of their level. A body that was never given money here may have another payer's money,
and is left out.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.flow import Holding, holdings
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.funds import Payment, Transfer
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both
from shanhe.values.outcome import Outcome

_ORIGINS = ("中央", "地方", "其他")


@rule(
    id="FUND-211",
    severity=ERROR,
    basis=["practice#F-10", "budget_law_regulation#57(1)", "arithmetic#part_of_whole"],
    zh="{unit}收到{origin}资金 {received} 万元，退回 {taken} 万元、支付 {paid} 万元，超出 {over} 万元",
    en="{unit} received {received}, had {taken} taken back and paid {paid} (万元, {origin}): {over} too much",
    aspect="使用规范性",
)
def nobody_gives_more_than_it_has(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each body whose balance is negative."""
    del catalogue
    for origin in _ORIGINS:
        for holding in holdings(dossier, origin):
            if holding.balance < 0:
                yield _overdrawn(dossier, holding, origin)


def _overdrawn(dossier: Dossier, holding: Holding, origin: str) -> Hit:
    moved = [
        transfer
        for transfer in dossier.transfers
        if holding.unit in {transfer.giver, transfer.taker} and transfer.origin == origin
    ]
    payments = [p for p in dossier.payments if (p.payer, p.origin) == (holding.unit, origin)]
    records: list[Transfer | Payment] = [*moved, *payments]
    at = tuple(record.operand("amount", "万元") for record in records)
    blank = [transfer for transfer in moved if transfer.amount is None]
    if blank:
        lacks = Both(f"{holding.unit}所收资金的金额", f"an amount that {holding.unit} received")
        return Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
    return Hit(at, _words(holding, origin), recomputed=_equation(holding))


def _words(holding: Holding, origin: str) -> dict[str, object]:
    return {
        "unit": holding.unit,
        "origin": origin,
        "received": holding.given + holding.reallocated,
        "taken": holding.taken_back,
        "paid": holding.paid,
        "over": -holding.balance,
    }


def _equation(holding: Holding) -> str:
    return (
        f"{holding.given} + {holding.reallocated} − {holding.taken_back} − {holding.paid}"
        f" = {holding.balance}"
    )
