"""单位成本与任务量、投资总额处于同一数量级.

A cost per unit times the smallest target counted in that unit cannot be ten times the whole money,
and times the largest, taken as often as there are targets, hardly a two-thousandth of it: then 万元
and 元, or 公顷 and 亩, were mistaken. Whether the cost is exact is the business of TARGET-110.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.annual_money import WHOLE, fund_row
from shanhe.measures.computed import money
from shanhe.measures.goal_table import GoalTable, goal_tables, printed_name
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.source import Operand
from shanhe.records.targets import Target
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import Both, amount, indicator_name
from shanhe.values.interval import decimal_text
from shanhe.values.quantity import Quantity, rounded
from shanhe.values.unit import Unit

_TOO_MUCH, _TOO_LITTLE = Fraction(10), Fraction(1, 2000)


@rule(
    id="TARGET-127",
    severity=WARN,
    basis=["practice#G-16", "practice#R-10"],
    zh="{indicator} {cost}，与任务量 {base} 相乘为 {product} 万元，而资金总额为 {money}，相差悬殊，疑计量单位有误",
    en="{indicator} is {cost}; times {base} it is {product} 万元, and the money is {money}: the unit is probably mistaken",
    only=Only.PAPER,
)
def unit_costs_fit_the_investment(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each cost per unit that the money of its table cannot be about."""
    for table in goal_tables(dossier):
        whole = _money(dossier, table)
        for row in table.rows if whole is not None else ():
            rows = _counted(table, row)
            if whole is not None and rows:
                yield from _judge(catalogue, row, rows, whole)


def _money(dossier: Dossier, table: GoalTable) -> tuple[Quantity, Operand] | None:
    """Return the investment in the head, else the year's budget in the form."""
    if table.head is not None and table.investment is not None:
        return table.investment, table.head.operand("total", "万元")
    row = fund_row(dossier, WHOLE) if table.period == dossier.year else None
    if row is None or not row.budget:
        return None
    return money(row.budget), row.operand("budget", "万元")


def _counted(table: GoalTable, cost: Target) -> list[Target]:
    """Return the targets counted in what the cost is for each of."""
    below = _per(cost.unit) if cost.unit is not None and cost.amount else None
    if below is None:
        return []
    return [
        row
        for row in table.rows
        if row.unit is not None and row.unit.dimensions == ((below, 1),) and row.amount
    ]


def _per(unit: Unit) -> str | None:
    """Return what a unit of money per something counts."""
    powers = dict(unit.dimensions)
    if powers.pop("money", 0) != 1 or list(powers.values()) != [-1]:
        return None
    return next(iter(powers))


def _judge(
    catalogue: Catalogue, cost: Target, rows: Sequence[Target], whole: tuple[Quantity, Operand]
) -> Iterator[Hit]:
    sizes = [row.quantity.value * row.quantity.unit.factor for row in rows if row.quantity]
    if cost.quantity is None or whole[0].value <= 0:
        return
    each = cost.quantity.value * cost.quantity.unit.factor
    total = whole[0].value * whole[0].unit.factor
    least, most = each * min(sizes), each * max(sizes) * len(sizes)
    if _TOO_LITTLE * total <= most and least <= _TOO_MUCH * total:
        return
    product = least if least > _TOO_MUCH * total else most
    at = (cost.operand("amount"), whole[1], *(row.operand("amount") for row in rows))
    shown = [amount(row.quantity) for row in rows if row.quantity is not None]
    words = {
        "indicator": indicator_name(catalogue, cost.indicator, printed_name(cost)),
        "cost": f"{cost.sign}{amount(cost.quantity)}",
        "base": Both("、".join(shown), ", ".join(shown)),
        "product": decimal_text(Fraction(rounded(product / 10_000, 2))),
        "money": amount(whole[0]),
    }
    yield Hit(at, words)
