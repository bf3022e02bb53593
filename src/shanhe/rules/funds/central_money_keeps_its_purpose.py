"""中央资金只用于备案实施方案允许的用途.

The fund measure may allow more; what the filed plan reserves central money for binds the programme.
Purposes are compared by kind of cost (works, design, supervision …), so 工程施工 is within
工程主体施工; a purpose whose words tell no kind is left undecided. Money that was taken back again
is still a finding, and the message says that it was.
"""

from collections.abc import Iterator
from decimal import Decimal

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.purpose import Fit, fit, purposes
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.funds import Payment, Transfer
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, listed
from shanhe.values.outcome import Outcome

_Spent = Transfer | Payment


@rule(
    id="FUND-212",
    severity=ERROR,
    basis=["practice#F-11", "practice#E-21"],
    zh="{unit}的中央资金{amount}用于{outside}，备案实施方案规定中央资金用于{allowed}{after}",
    en="central money of {unit}, {amount}, is for {outside}; the filed plan allows {allowed}{after}",
    aspect="分配科学性",
    asks=Only.DATA,
)
def central_money_keeps_its_purpose(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each sum of central money for what the plan does not allow."""
    del catalogue
    allowed = dossier.programme.central_use
    spent: list[_Spent] = [t for t in dossier.transfers if t.kind != "收回"]
    spent += dossier.payments
    named = [one for one in spent if one.origin == "中央" and one.purpose]
    if named and not allowed:
        lacks = Both(
            "备案实施方案规定的中央资金用途", "what the filed plan allows central money for"
        )
        at = (dossier.programme.operand("central_use"),)
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
        return
    for one in named:
        yield from _judge(dossier, one, allowed)


def _judge(dossier: Dossier, one: _Spent, allowed: str) -> Iterator[Hit]:
    by_fit = {word: fit(word, allowed) for word in purposes(one.purpose)}
    outside = [word for word, found in by_fit.items() if found is Fit.OUTSIDE]
    unknown = [word for word, found in by_fit.items() if found is Fit.UNKNOWN]
    at = (
        one.operand("amount", "万元"),
        one.operand("purpose"),
        dossier.programme.operand("central_use"),
    )
    if outside:
        words = {
            "unit": _unit(one),
            "amount": _amount(one),
            "outside": listed(outside),
            "allowed": allowed,
            "after": _after(dossier, one),
        }
        yield Hit(at, words)
    elif unknown:
        names = "、".join(unknown)
        lacks = Both(
            f"“{names}”所属的费用类别（方案允许：{allowed}）",
            f"the kind of cost of {names} (allowed: {allowed})",
        )
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)


def _unit(one: _Spent) -> str:
    return one.taker if isinstance(one, Transfer) else one.payer


def _amount(one: _Spent) -> Both:
    if one.amount is None:
        return Both("（金额未注明）", "amount not stated")
    share = one.share if isinstance(one, Transfer) else None
    of_all = Both(f"（占 {share}%）", f" ({share}%)") if share is not None else Both("", "")
    return Both(f" {one.amount} 万元{of_all.zh}", f"{one.amount} 万元{of_all.en}")


def _after(dossier: Dossier, one: _Spent) -> Both:
    """Return what was taken back from the unit since, in words; nothing where it kept all."""
    back = [
        transfer.amount
        for transfer in dossier.transfers
        if transfer.kind == "收回" and transfer.origin == one.origin
        if transfer.giver == _unit(one) and transfer.amount is not None
    ]
    if not back or isinstance(one, Payment):
        return Both("", "")
    total = sum(back, Decimal(0))
    return Both(f"；已收回 {total} 万元", f"; {total} 万元 was taken back")
