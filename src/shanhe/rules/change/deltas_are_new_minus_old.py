"""指标调整表的变幅等于调整后减调整前.

Rows whose old value or change is a word (``-``, 新增指标) have nothing to recompute. The unit is
that of the row, so no conversion comes in.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import subtract
from shanhe.measures.goal_table import printed_name
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import Adjustment
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, indicator_name, places_of, result
from shanhe.values.outcome import Outcome, judge_equal
from shanhe.values.quantity import Quantity
from shanhe.values.unit import unit


@rule(
    id="CHANGE-601",
    severity=ERROR,
    basis=["arithmetic#difference"],
    zh="指标调整表{indicator}：调整后 {new} − 调整前 {old} = {delta}，变幅填为 {stated}",
    en="change table, {indicator}: new {new} − old {old} = {delta}, but the change is stated as {stated}",
)
def deltas_are_new_minus_old(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each row of the change table whose change is not new minus old."""
    for row in dossier.adjustments:
        if row.old is not None and row.new is not None:
            yield from _judge(catalogue, row)


def _judge(catalogue: Catalogue, row: Adjustment) -> Iterator[Hit]:
    at = tuple(
        row.operand(key, row.unit.symbol if row.unit else "") for key in ("old", "new", "delta")
    )
    name = indicator_name(catalogue, row.indicator, printed_name(row))
    if row.delta is None:
        if not row.delta_words:
            lacks = Both(f"指标调整表{name.zh}的变幅", f"the change of {name.en}")
            yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
        return
    own = row.unit or unit("")
    old, new, stated = (Quantity(n, own) for n in (row.old, row.new, row.delta) if n is not None)
    change = subtract(new, old)
    if judge_equal(stated, change.interval, change.value) is Outcome.FAILS:
        words = {
            "indicator": name,
            "old": old.number,
            "new": new.number,
            "delta": result(change, places_of([old, new, stated])).strip(),
            "stated": stated.number,
        }
        yield Hit(at, words, recomputed=change.equation)
