"""已完成工程量的，有相应的资金支付.

Works that were done while nothing was paid leave somebody unpaid, and a contractor may not
pre-finance. What they are worth is estimated by the year's unit cost limit, so it is an upper
figure, not a debt; advance works by other money would be the explanation.
"""

from collections.abc import Iterator
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.annual_money import WHOLE, fund_row, unit_cost_cap
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import Both, amount, indicator_name
from shanhe.values.interval import decimal_text
from shanhe.values.outcome import Outcome
from shanhe.values.quantity import Quantity, rounded
from shanhe.values.unit import UnlikeUnits, per, unit


@rule(
    id="FUND-222",
    severity=WARN,
    basis=["practice#X-12", "practice#X-13"],
    zh="已完成{indicator} {done}，全年执行数为 0；按单位成本控制数 {cap}估算，应付未付约 {worth} 万元",
    en="{indicator}: {done} done and nothing paid; at {cap} that is about {worth} 万元 unpaid",
    aspect="执行准确性",
)
def work_done_is_paid_for(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield the work done once, if nothing at all was paid in the year."""
    found, row = unit_cost_cap(dossier, catalogue), fund_row(dossier, WHOLE)
    if found is None or row is None:
        return
    target, indicator = found
    actual = dossier.actual(indicator.denominator)
    done = actual.quantity if actual else None
    if actual is None or done is None or done.value <= 0 or row.executed:
        return
    at = (actual.operand("amount"), row.operand("executed", "万元"), target.operand("amount"))
    worth = _worth(done, target.quantity)
    if row.executed is None or target.quantity is None or worth is None:
        lacks = Both("全年执行数或单位成本控制数", "what was executed, or the unit cost limit")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
        return
    words = {
        "indicator": indicator_name(catalogue, actual.indicator),
        "done": amount(done),
        "cap": amount(target.quantity),
        "worth": rounded(worth, 2),
    }
    equation = f"{done.number} × {target.quantity.number} = {decimal_text(worth)}"
    yield Hit(at, words, recomputed=equation)


def _worth(done: Quantity, cap: Quantity | None) -> Fraction | None:
    """Return amount times unit cost, in 万元; ``None`` where the units do not fit."""
    if cap is None:
        return None
    try:
        return done.value * cap.value_in(per(unit("万元"), done.unit))
    except UnlikeUnits:
        return None
