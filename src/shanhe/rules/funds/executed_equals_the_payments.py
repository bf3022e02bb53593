"""全年执行数等于当年国库集中支付的合计.

Executed means paid out of the treasury single account, not passed down. Payments of the budget year
are added by origin of the money; the row of totals is held against all of them only where no other
row says what was executed, lest one contradiction be told twice. Without any payment listed of an
origin, money of it that is said to have been executed cannot be checked.
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
    unlisted = [row for row in claimed if not _is_listed(dossier, row.origin)]
    if unlisted:
        yield Hit(
            tuple(row.operand("executed", "万元") for row in unlisted),
            {"lacks": _lacks(dossier, unlisted)},
            Outcome.UNDECIDED,
        )
    for row in parts or rows:
        if row not in unlisted and dossier.payments:
            yield from _judge(dossier, row)


def _is_listed(dossier: Dossier, origin: str) -> bool:
    return any(origin in {WHOLE, payment.origin} for payment in dossier.payments)


def _lacks(dossier: Dossier, unlisted: list[AnnualFund]) -> Both:
    if not dossier.payments:
        return Both("支付明细", "the list of payments")
    names = "、".join(f"{row.origin}资金" for row in unlisted)
    return Both(f"{names}的支付明细", f"the payments of {names}")


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
