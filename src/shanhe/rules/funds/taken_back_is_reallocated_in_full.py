"""收回的资金等于重新分配的资金.

Judged for each body that took money back, by origin of the money. Until a re-allocation is listed
nothing can be said, and the lacking plan is named. Carrying it out may still be under way.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.allotment import total_of
from shanhe.measures.computed import Computed
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.funds import Transfer
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both
from shanhe.values.interval import decimal_text
from shanhe.values.outcome import Outcome


@rule(
    id="FUND-209",
    severity=ERROR,
    basis=["practice#F-17", "arithmetic#sum"],
    zh="{body}收回{origin}资金 {taken} 万元，重新分配 {given} 万元，相差 {gap} 万元",
    en="{body} took back {taken} and re-allocated {given} (万元, {origin}), {gap} apart",
    aspect="分配科学性",
)
def taken_back_is_reallocated_in_full(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each body whose re-allocation does not come to what it took back."""
    del catalogue
    back = [transfer for transfer in dossier.transfers if transfer.kind == "收回"]
    for body, origin in dict.fromkeys((transfer.taker, transfer.origin) for transfer in back):
        taken = [t for t in back if (t.taker, t.origin) == (body, origin)]
        given = [
            t
            for t in dossier.transfers
            if t.kind == "重新分配" and (t.giver, t.origin) == (body, origin)
        ]
        yield from _judge(body, taken, given)


def _judge(body: str, taken: list[Transfer], given: list[Transfer]) -> Iterator[Hit]:
    at = tuple(transfer.operand("amount", "万元") for transfer in (*taken, *given))
    back, anew = (total_of(t.amount for t in part) for part in (taken, given))
    if back is None or anew is None:
        what = "收回金额" if back is None else "重新分配金额"
        lacks = Both(f"{body}的{what}", f"an amount that {body} took back or re-allocated")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
    elif back.value != anew.value:
        words = {
            "body": body,
            "origin": taken[0].origin,
            "taken": back.value,
            "given": anew.value,
            "gap": decimal_text(abs(back.value - anew.value)),
        }
        yield Hit(at, words, recomputed=_equations(back, anew))


def _equations(*sums: Computed) -> str:
    return "；".join(one.equation for one in sums)
