"""各级分配之和等于收到的资金.

Each body that receives money and passes it on is judged, by origin of the money. Where the amount
of a hop is not stated, the next level's total stands in for it, if that body receives nothing else;
where that is not known either, nothing can be said. Money taken back and re-allocated is judged by
a rule of its own.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.allotment import Passing, amount_of, passings, total_of
from shanhe.measures.computed import Computed
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.funds import Transfer
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both
from shanhe.values.interval import decimal_text
from shanhe.values.outcome import Outcome


@rule(
    id="FUND-206",
    severity=ERROR,
    basis=["practice#F-16", "arithmetic#sum"],
    zh="{body}收到{origin}资金 {came} 万元，下达合计 {went} 万元，{gap}",
    en="{body} received {came} and passed on {went} (万元, {origin}), {gap}",
    aspect="分配科学性",
    causes={
        "bridged": (
            "{hop}的金额未注明，按下一级下达合计计",
            "the amount of {hop} is not stated; the next level's total stands in for it",
        )
    },
    asks=Only.DATA,
)
def allocations_add_up(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each body that passed on more or less than it received."""
    del catalogue
    all_ = {(passing.body, passing.origin): passing for passing in passings(dossier)}
    for passing in all_.values():
        came = total_of(amount_of(dossier, transfer) for transfer in passing.came)
        if came is None:
            yield from _unknown_income(passing, set(all_))
            continue
        amounts = [_passed(dossier, transfer, all_) for transfer in passing.went]
        went = total_of(amounts)
        unstated = [t for t in passing.went if amount_of(dossier, t) is None]
        if went is None:
            yield _undecided(unstated[0])
        elif went.value != came.value:
            yield _unequal(passing, came, went, unstated)


def _passed(
    dossier: Dossier, transfer: Transfer, all_: dict[tuple[str, str], Passing]
) -> Decimal | None:
    """Return a transfer's amount; where it is not stated, what its taker passed on in all."""
    stated = amount_of(dossier, transfer)
    below = all_.get((transfer.taker, transfer.origin))
    if stated is not None or below is None or len(below.came) > 1:
        return stated
    amounts = [amount_of(dossier, each) for each in below.went]
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if len(known) == len(amounts) else None


def _unequal(passing: Passing, came: Computed, went: Computed, unstated: list[Transfer]) -> Hit:
    transfers = (*passing.came, *passing.went)
    words = {
        "body": passing.body,
        "origin": passing.origin,
        "came": came.value,
        "went": went.value,
        "gap": _gap(went.value - came.value),
        "hop": _hop(unstated[0]) if unstated else "",
    }
    at = tuple(transfer.operand("amount", "万元") for transfer in transfers)
    cause = "bridged" if unstated else ""
    return Hit(at, words, recomputed=went.equation, cause=cause)


def _unknown_income(passing: Passing, known: set[tuple[str, str]]) -> Iterator[Hit]:
    """Say what is lacking, unless the body above is judged and bridges the hop."""
    for transfer in passing.came:
        if transfer.amount is None and (transfer.giver, transfer.origin) not in known:
            yield _undecided(transfer)


def _undecided(transfer: Transfer) -> Hit:
    lacks = Both(f"{_hop(transfer)}的下达金额", f"the amount passed on {_hop(transfer)}")
    return Hit((transfer.operand("amount", "万元"),), {"lacks": lacks}, Outcome.UNDECIDED)


def _hop(transfer: Transfer) -> str:
    document = f"（{transfer.document}）" if transfer.document else ""
    return f"{transfer.giver}→{transfer.taker}{document}"


def _gap(more: Fraction) -> Both:
    size = decimal_text(abs(more))
    if more < 0:
        return Both(f"少下达 {size} 万元", f"{size} too little")
    return Both(f"多下达 {size} 万元", f"{size} too much")
