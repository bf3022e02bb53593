"""全年执行数等于当年国库集中支付的合计.

Executed means paid out of the treasury single account, not passed down. Payments of the budget year
are added by origin of the money; the row of totals is held against all of them only where no other
row says what was executed, lest one contradiction be told twice. Without any list of payments,
money that is said to have been executed cannot be checked.
"""

from collections.abc import Iterator
from decimal import Decimal

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.annual_money import WHOLE
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.funds import AnnualFund, Payment
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both
from shanhe.values.outcome import Outcome


@rule(
    id="FUND-219",
    severity=ERROR,
    basis=["form#note-executed", "practice#X-02", "practice#E-17"],
    zh="{origin}资金全年执行数 {executed} 万元，支付明细 {count} 笔合计 {paid} 万元，相差 {gap} 万元",
    en="{origin}: {executed} stated as executed, {count} payments add up to {paid} (万元), {gap} apart",
    aspect="执行准确性",
    only=Only.DATA,
)
def executed_equals_the_payments(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each row that differs from its payments."""
    del catalogue
    rows = [row for row in dossier.annual_funds if row.executed is not None]
    parts = [row for row in rows if row.origin != WHOLE]
    claimed = [row for row in parts or rows if row.executed]
    if not dossier.payments:
        if claimed:
            lacks = Both("支付明细", "the list of payments")
            at = tuple(row.operand("executed", "万元") for row in claimed)
            yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
        return
    for row in parts or rows:
        yield from _judge(dossier, row)


def _judge(dossier: Dossier, row: AnnualFund) -> Iterator[Hit]:
    payments = list(_payments(dossier, row.origin))
    amounts = [payment.amount for payment in payments if payment.amount is not None]
    paid = sum(amounts, Decimal(0))
    if row.executed is None or paid == row.executed:
        return
    words = {
        "origin": row.origin,
        "executed": row.executed,
        "count": len(amounts),
        "paid": paid,
        "gap": abs(paid - row.executed),
    }
    at = (row.operand("executed", "万元"), *(p.operand("amount", "万元") for p in payments))
    steps = " + ".join(f"{amount:f}" for amount in amounts) or "0"
    yield Hit(at, words, recomputed=f"{steps} = {paid:f}")


def _payments(dossier: Dossier, origin: str) -> Iterator[Payment]:
    for payment in dossier.payments:
        in_year = payment.when is None or payment.when.year == dossier.programme.year
        if in_year and origin in {WHOLE, payment.origin}:
            yield payment
