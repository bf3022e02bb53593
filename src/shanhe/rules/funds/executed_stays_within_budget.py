"""全年执行数不超过全年预算数.

Money that was carried in belongs into the budget, so more than the budget cannot have been paid
out of it; a budget of zero with something executed is the plainest case. Where sentences alone tell the budget,
what they say was carried in is added.
"""

from collections.abc import Iterator
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.amounts_of_paper import amounts_of
from shanhe.measures.annual_money import fund_rows
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.funds import AnnualFund
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both
from shanhe.values.outcome import Outcome
from shanhe.values.regex import regex
from shanhe.values.unit import unit

_CARRIED_IN = regex(r"(?:上年度?|上一年度?|以前年度|往年|20\d\d年度?)结转的?(?:资金)?(?:为|共)?$")


@rule(
    id="FUND-218",
    severity=ERROR,
    basis=["practice#X-05", "budget_law_regulation#57(1)"],
    zh="{origin}资金全年执行数 {executed} 万元，超过全年预算数 {budget} 万元，超出 {over} 万元",
    en="{origin}: {executed} executed of a budget of {budget} (万元), {over} too much",
    aspect="执行准确性",
)
def executed_stays_within_budget(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each row with more executed than budgeted."""
    del catalogue
    for row in fund_rows(dossier):
        if not row.executed:
            continue
        at = (row.operand("budget", "万元"), row.operand("executed", "万元"))
        if row.budget is None:
            lacks = Both(f"{row.origin}行的全年预算数", f"the budget of {row.origin}")
            yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
        elif row.executed - row.budget > _carried_in(dossier, row):
            over = row.executed - row.budget
            words = {
                "origin": row.origin,
                "executed": row.executed,
                "budget": row.budget,
                "over": over,
            }
            yield Hit(at, words, recomputed=f"{row.executed} − {row.budget} = {over}")


def _carried_in(dossier: Dossier, row: AnnualFund) -> Fraction:
    """Return what was carried in, in 万元, beside a budget that is told in sentences; 0 in a form.

    Example:
        ``上年结转资金500万元，本年预算6000万元`` leaves 6500 万元 to be paid out.
    """
    if row.source.cell("budget").table or row.source.cells:
        return Fraction(0)
    told = (one for one in amounts_of(dossier).told if _CARRIED_IN.search(one.lead))
    money = (one.amount.quantity.value_in(unit("万元")) for one in told if one.amount.is_money)
    return max(money, default=Fraction(0))
