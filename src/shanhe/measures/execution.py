"""Budget execution: payments over budget, by origin of the money."""

from decimal import Decimal

from shanhe.measures.computed import Computed, money, percent
from shanhe.records.dossier import Dossier
from shanhe.records.funds import AnnualFund


def execution_rate(fund: AnnualFund) -> Computed | None:
    """Return executed / budget in percent; ``None`` where that is no number (0/0, blank).

    Example:
        0 of 10000 万元 is 0 %; 0 of 0 is none.
    """
    if fund.budget is None or fund.executed is None or fund.budget == 0:
        return None
    return percent(money(fund.executed), money(fund.budget))


def rate_of_arrived(fund: AnnualFund) -> Computed | None:
    """Return executed / what arrived in percent, which papers state as well where it is less than planned."""
    if fund.in_place is None or fund.executed is None or fund.in_place == 0:
        return None
    return percent(money(fund.executed), money(fund.in_place))


def paid(dossier: Dossier, origin: str = "", payer: str = "") -> Decimal | None:
    """Return what was paid by the list of payments, in 万元; ``None`` if no payment is listed."""
    amounts = [
        payment.amount
        for payment in dossier.payments
        if payment.amount is not None
        and origin in {"", payment.origin}
        and payer in {"", payment.payer}
    ]
    return sum(amounts, Decimal(0)) if amounts else None
