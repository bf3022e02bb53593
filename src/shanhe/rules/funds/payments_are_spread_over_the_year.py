"""支付进度均衡，十二月支付不过于集中.

A year-end spike is no fault in itself, only a reason to look at the contracts and the progress
behind it. The share is of what was paid in the budget year; without payments there is none.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import money, percent
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import NOTE, Only, rule
from shanhe.values.interval import decimal_text
from shanhe.values.quantity import rounded


@rule(
    id="FUND-230",
    severity=NOTE,
    basis=["practice#X-18"],
    zh="12 月支付 {december} 万元，占全年支付 {paid} 万元的 {share}%，超过 {limit}%，建议核对合同与进度",
    en="{december} of {paid} 万元 ({share}%) was paid in December, more than {limit}%: look at contracts and progress",
    aspect="拨付合规性",
    only=Only.DATA,
)
def payments_are_spread_over_the_year(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield the year's payments once, if too much of them fell into December."""
    year = dossier.programme.year
    dated = [
        (payment, payment.when.month, payment.amount)
        for payment in dossier.payments
        if payment.when is not None and payment.when.year == year and payment.amount is not None
    ]
    paid = sum((amount for *_, amount in dated), Decimal(0))
    last = [(payment, amount) for payment, month, amount in dated if month == 12]
    december = sum((amount for _, amount in last), Decimal(0))
    if paid <= 0:
        return
    share = percent(money(december), money(paid))
    limit = catalogue.law.number("december_share", date(year, 12, 31)) * 100
    if share.value > limit:
        words = {
            "december": december,
            "paid": paid,
            "share": rounded(share.value, 2),
            "limit": decimal_text(Fraction(limit)),
        }
        at = tuple(payment.operand("amount", "万元") for payment, _ in last)
        yield Hit(at, words, recomputed=share.equation)
