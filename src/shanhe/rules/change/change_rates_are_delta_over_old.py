"""变动率等于变动值除以调整前的值.

Recomputed from the values printed beside it, with what rounding leaves open. A decrease is often
printed without its sign. Of nothing there is no rate.
"""

from collections.abc import Iterator
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import PERCENT, Computed, subtract
from shanhe.measures.goal_table import printed_name
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.paper import PrintedFact
from shanhe.records.targets import Adjustment
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, indicator_name, result
from shanhe.values.outcome import Outcome, judge_equal
from shanhe.values.quantity import Quantity
from shanhe.values.unit import unit


@rule(
    id="CHANGE-615",
    severity=ERROR,
    basis=["arithmetic#ratio"],
    zh="指标调整表{indicator}：变动率填为 {stated}，按（{new} − {old}）÷ {old} 复算为 {computed}",
    en="change table, {indicator}: a change of {stated} is stated; ({new} − {old}) ÷ {old} is {computed}",
    only=Only.PAPER,
)
def change_rates_are_delta_over_old(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each row of a change table whose percentage is not the change over the old value."""
    rows = {(one.indicator, one.new_version): one for one in dossier.adjustments}
    for fact in dossier.facts:
        row = rows.get((fact.concept, fact.version))
        if fact.aspect == "change_rate" and fact.amount is not None and row is not None:
            yield from _judge(catalogue, row, fact)


def _judge(catalogue: Catalogue, row: Adjustment, fact: PrintedFact) -> Iterator[Hit]:
    own = row.unit or unit("")
    at = (fact.operand("amount"), row.operand("old"), row.operand("new"))
    name = indicator_name(catalogue, row.indicator, printed_name(row))
    if row.old is None or row.new is None or fact.amount is None:
        lacks = Both(f"{name.zh}调整前后的值", f"old and new value of {name.en}")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
        return
    if row.old <= 0:
        return
    old, new = Quantity(row.old, own), Quantity(row.new, own)
    due = _rate(old, new)
    stated = Quantity(fact.amount, PERCENT)
    turned = Quantity(-fact.amount, PERCENT)
    unsigned = due.value < 0 < stated.value and judge_equal(turned, due.interval, due.value).is_kept
    if not unsigned and not judge_equal(stated, due.interval, due.value).is_kept:
        words = {
            "indicator": name,
            "stated": f"{stated.number}%",
            "old": old.number,
            "new": new.number,
            "computed": result(due, max(stated.places, 2)),
        }
        yield Hit(at, words, recomputed=due.equation)


def _rate(old: Quantity, new: Quantity) -> Computed:
    """Return the change in percent of the old value."""
    change = subtract(new, old)
    interval = (change.interval / old.interval).times(_HUNDRED)
    steps = f"({new.number} − {old.number}) ÷ {old.number} × 100%"
    return Computed(change.value / old.value * 100, interval, PERCENT, steps)


_HUNDRED = Fraction(100)
