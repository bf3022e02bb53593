"""单位成本控制数等于同一版本的投资总额除以任务量.

For the whole term: there the control figure is the ratio itself. With ≤ before it, it has to be no
less than the ratio; a figure rounded from the ratio keeps it. The years have their own rule, since
money and works of one year need not go in step.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Indicator
from shanhe.measures.computed import divide
from shanhe.measures.goal_table import GoalTable, goal_tables
from shanhe.measures.programme_kind import is_whole
from shanhe.measures.stated import judge_stated
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import Target
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, amount, indicator_name
from shanhe.values.outcome import Outcome
from shanhe.values.quantity import rounded

COST_OF = "investment"


@rule(
    id="TARGET-110",
    severity=ERROR,
    basis=["practice#G-16", "arithmetic#ratio"],
    zh="{version}的{period}绩效目标：投资 {money} ÷ {base} {area} = {cost}，{indicator}填为 {stated}，相差 {difference}",
    en="version {version}, {period}: investment {money} / {base} {area} = {cost}, but {indicator} is stated as {stated}, {difference}",
    asks=Only.DATA,
)
def unit_cost_is_investment_over_quantity(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each term whose unit cost is not its investment over its quantity."""
    costs = [
        one
        for one in catalogue.indicators
        if one.numerator == COST_OF and is_whole(dossier, one.denominator)
    ]
    for table in goal_tables(dossier):
        for indicator in costs if table.period.is_term else ():
            stated = table.target(indicator.id)
            if stated is not None:
                yield from _judge(catalogue, table, indicator, stated)


def _judge(
    catalogue: Catalogue, table: GoalTable, indicator: Indicator, target: Target
) -> Iterator[Hit]:
    base = table.target(indicator.denominator)
    money, area, stated = table.investment, table.quantity(indicator.denominator), target.quantity
    at = [target.operand("amount")]
    at += [table.head.operand("total", "万元")] if table.head else []
    at += [base.operand("amount")] if base else []
    name = indicator_name(catalogue, indicator.denominator)
    if money is None or area is None or stated is None or area.value <= 0:
        zh = f"{table.version}的{table.period}绩效目标中的投资总额、{name.zh}或{indicator.name}"
        lacks = Both(zh, f"investment, {name.en} or {indicator.english} of {table.version}")
        yield Hit(tuple(at), {"lacks": lacks}, Outcome.UNDECIDED)
        return
    cost = divide(money, area)
    if judge_stated(stated, cost) is Outcome.FAILS:
        value = cost.value * cost.unit.factor_to(stated.unit)
        words = {
            "version": table.version,
            "period": table.period,
            "money": amount(money),
            "base": name,
            "area": amount(area),
            "cost": f"{rounded(value, stated.places):f} {stated.unit.symbol}",
            "indicator": indicator_name(catalogue, indicator.id),
            "stated": f"{stated.sign}{amount(stated)}",
            "difference": f"{rounded(stated.value - value, stated.places):+f} {stated.unit.symbol}",
        }
        yield Hit(tuple(at), words, recomputed=cost.equation)
