"""年度资金与年度任务量之比不超过单位成本控制数.

The cap is the ratio of investment to area, so the same ratio has to hold for a year: money of the
year over its area. Design and preparation paid ahead may explain a dearer first year, but then the
cap cannot be kept as it is planned. Where the year has no cap of its own, the term's is taken.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Indicator
from shanhe.measures.computed import divide
from shanhe.measures.goal_table import GoalTable, goal_tables
from shanhe.measures.programme_kind import is_whole
from shanhe.measures.stated import is_cap, judge_cap
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import Target
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, amount, indicator_name
from shanhe.values.interval import decimal_text
from shanhe.values.outcome import Outcome
from shanhe.values.period import TERM
from shanhe.values.quantity import Quantity, rounded

COST_OF = "investment"


@rule(
    id="TARGET-109",
    severity=ERROR,
    basis=["practice#G-15", "arithmetic#ratio"],
    zh="{version}的{period}绩效目标：投资 {money} ÷ {base} {area} = {cost}，超过{indicator} {cap}，超出 {over}%；按控制数只能安排 {allowed}，多安排 {excess}",
    en="version {version}, {period}: investment {money} / {base} {area} = {cost}, above the {indicator} of {cap} by {over} %; the cap allows {allowed}, {excess} less",
    asks=Only.DATA,
)
def money_of_the_year_keeps_the_unit_cost(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each year whose money is more than cap × quantity."""
    caps = [
        one
        for one in catalogue.indicators
        if one.numerator == COST_OF and is_whole(dossier, one.denominator)
    ]
    for table in goal_tables(dossier):
        for indicator in caps if not table.period.is_term else ():
            own = table.target(indicator.id)
            cap = own or dossier.target(table.version, TERM, indicator.id)
            if cap is not None:
                yield from _judge(catalogue, table, indicator, cap)


def _judge(
    catalogue: Catalogue, table: GoalTable, indicator: Indicator, cap: Target
) -> Iterator[Hit]:
    base = table.target(indicator.denominator)
    money, area, limit = table.investment, table.quantity(indicator.denominator), cap.quantity
    at = [cap.operand("amount")]
    at += [table.head.operand("total", "万元")] if table.head else []
    at += [base.operand("amount")] if base else []
    if money is None or area is None or limit is None or min(area.value, limit.value) <= 0:
        name = indicator_name(catalogue, indicator.denominator)
        zh = f"{table.version}的{table.period}绩效目标中的投资总额、{name.zh}或{indicator.name}"
        lacks = Both(zh, f"investment, {name.en} or {indicator.english} of {table.version}")
        yield Hit(tuple(at), {"lacks": lacks}, Outcome.UNDECIDED)
    elif is_cap(limit, indicator) and judge_cap(limit, divide(money, area)) is Outcome.FAILS:
        words, steps = _compared(money, area, limit)
        words |= {"version": table.version, "period": table.period}
        words |= {"indicator": indicator_name(catalogue, indicator.id)}
        words |= {"base": indicator_name(catalogue, indicator.denominator)}
        yield Hit(tuple(at), words, recomputed=steps)


def _compared(money: Quantity, area: Quantity, limit: Quantity) -> tuple[dict[str, object], str]:
    cost = divide(money, area)
    value = cost.value * cost.unit.factor_to(limit.unit)
    base = limit.unit.factor * area.unit.factor / money.unit.factor
    allowed = limit.value * area.value * base
    words: dict[str, object] = {
        "money": amount(money),
        "area": amount(area),
        "cost": f"{rounded(value, limit.places):f} {limit.unit.symbol}",
        "cap": amount(limit),
        "over": rounded((value / limit.value - 1) * 100, 2),
        "allowed": f"{rounded(allowed, 2):f} {money.unit.symbol}",
        "excess": f"{rounded(money.value - allowed, 2):f} {money.unit.symbol}",
    }
    steps = f"{limit.number} × {area.number} = {decimal_text(allowed)}"
    return words, f"{cost.equation}；{steps}"
