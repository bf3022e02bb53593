"""计划安排的地方资金列入预算并到位.

Where the year's goal table plans local money, the form shows it in the budget and as arrived; a
budget of zero beside a plan means that the local side has not borne its share. Budget and arrival
are one finding, for what was not budgeted cannot arrive.
"""

from collections.abc import Iterator
from decimal import Decimal

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.annual_money import LOCAL, fund_row, planned
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.funds import AnnualFund
from shanhe.records.source import Operand
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both
from shanhe.values.outcome import Outcome


@rule(
    id="FUND-215",
    severity=ERROR,
    basis=["practice#F-20", "practice#E-20"],
    zh="当年计划安排地方资金 {plan} 万元，{stated}，短缺 {gap} 万元",
    en="{plan} 万元 of local money are planned for the year, {stated}, {gap} short",
    aspect="支出责任履行情况",
    asks=Only.DATA,
)
def local_money_is_budgeted_and_in_place(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield the local row if less than planned was budgeted, or arrived."""
    del catalogue
    row, plan = fund_row(dossier, LOCAL), planned(dossier, LOCAL)
    if plan is None or plan[0] <= 0:
        return
    if row is None or (row.budget is None and row.in_place is None):
        lacks = Both("地方资金的全年预算数和到位数", "budget and arrival of the local money")
        yield Hit((plan[1],), {"lacks": lacks}, Outcome.UNDECIDED)
    else:
        yield from _judge(row, plan)


def _judge(row: AnnualFund, plan: tuple[Decimal, Operand]) -> Iterator[Hit]:
    stated = [
        (key, zh, en, amount)
        for key, zh, en, amount in (
            ("budget", "全年预算数为", "the budget has", row.budget),
            ("in_place", "实际到位", "what arrived is", row.in_place),
        )
        if amount is not None
    ]
    short = [one for one in stated if one[3] < plan[0]]
    if not short:
        return
    least = min(amount for *_, amount in short)
    zh = "，".join(f"{zh} {amount} 万元" for _, zh, _, amount in short)
    en = ", ".join(f"{en} {amount}" for *_, en, amount in short)
    at = (plan[1], *(row.operand(key, "万元") for key, *_ in short))
    words = {"plan": plan[0], "stated": Both(zh, en), "gap": plan[0] - least}
    yield Hit(at, words, recomputed=f"{plan[0]} − {least} = {plan[0] - least}")
