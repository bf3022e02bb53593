"""全年预算数合计等于当年绩效目标表安排的资金.

Only the total; whether local money was budgeted at all is judged by a rule of its own. Where the
difference is exactly the local money that was not budgeted, the finding says so.
"""

from collections.abc import Iterator
from decimal import Decimal

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.annual_money import LOCAL, WHOLE, fund_row, planned
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both
from shanhe.values.outcome import Outcome


@rule(
    id="FUND-214",
    severity=ERROR,
    basis=["practice#S-05", "arithmetic#same"],
    zh="自评表全年预算数合计 {budget} 万元，当年绩效目标表安排 {plan} 万元，相差 {gap} 万元",
    en="the form budgets {budget} in all, the year's goal table plans {plan} (万元), {gap} apart",
    aspect="执行准确性",
    causes={
        "local": (
            "差额恰为地方资金安排数与预算数之差（{plan_local}－{budget_local}）",
            "the difference is the local money that was not budgeted ({plan_local} − {budget_local})",
        )
    },
)
def annual_budget_equals_the_plan(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield the total of the form if the goal table has another."""
    del catalogue
    row, plan = fund_row(dossier, WHOLE), planned(dossier, WHOLE)
    if row is None or plan is None:
        return
    at = (plan[1], row.operand("budget", "万元"))
    if row.budget is None:
        lacks = Both("合计行的全年预算数", "the annual budget in the row of totals")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
    elif row.budget != plan[0]:
        gap = plan[0] - row.budget
        words = {"budget": row.budget, "plan": plan[0], "gap": abs(gap)}
        local = _local_sums(dossier, gap)
        words["plan_local"], words["budget_local"] = local or (Decimal(0), Decimal(0))
        equation = f"{plan[0]} − {row.budget} = {gap}"
        yield Hit(at, words, recomputed=equation, cause="local" if local else "")


def _local_sums(dossier: Dossier, gap: Decimal) -> tuple[Decimal, Decimal] | None:
    """Return plan and budget of local money if their difference is the whole gap."""
    row, plan = fund_row(dossier, LOCAL), planned(dossier, LOCAL)
    if row is None or row.budget is None or plan is None or plan[0] - row.budget != gap:
        return None
    return plan[0], row.budget
