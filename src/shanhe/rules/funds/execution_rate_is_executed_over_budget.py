"""预算执行率等于执行数除以预算数，没有预算数的不填执行率.

A rate of 0 on a budget that was not touched is right. 0 of 0, or 0 of a blank, has no rate: a zero
there reads as money that was given and not spent. What a paper tells in words may be of what arrived. All rows
that are wrong make one finding.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.annual_money import fund_rows
from shanhe.measures.computed import PERCENT, Computed
from shanhe.measures.execution import execution_rate, rate_of_arrived
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.funds import AnnualFund
from shanhe.records.source import Operand
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import Both
from shanhe.values.outcome import Outcome, judge_equal
from shanhe.values.quantity import Quantity, rounded


@rule(
    id="FUND-217",
    severity=WARN,
    basis=["practice#X-01", "form#rate", "practice#S-09"],
    zh="预算执行率填报有误：{rows}",
    en="stated execution rates that are not executed over budget: {rows}",
    aspect="执行准确性",
)
def execution_rate_is_executed_over_budget(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield the rows whose rate is wrong, or should not be there."""
    del catalogue
    wrong: list[tuple[AnnualFund, Both]] = []
    equations = []
    for row in (row for row in fund_rows(dossier) if row.rate is not None):
        rate = execution_rate(row)
        if not row.budget:
            wrong.append((row, _no_rate(row)))
        elif rate is None:
            lacks = Both(f"{row.origin}行的全年执行数", f"what was executed of {row.origin}")
            yield Hit(_at(row), {"lacks": lacks}, Outcome.UNDECIDED)
        elif _differs(row, rate):
            wrong.append((row, _other_rate(row, rate)))
            equations.append(rate.equation)
    if wrong:
        zh, en = "；".join(w.zh for _, w in wrong), "; ".join(w.en for _, w in wrong)
        words = {"rows": Both(zh, en), "count": len(wrong)}
        at = tuple(operand for row, _ in wrong for operand in _at(row))
        yield Hit(at, words, recomputed="；".join(equations))


def _differs(row: AnnualFund, rate: Computed) -> bool:
    if row.rate is None:
        return False
    stated, arrived = Quantity(row.rate, PERCENT), rate_of_arrived(row)
    in_words = row.source.cell("rate").table == 0
    if (
        in_words
        and arrived is not None
        and judge_equal(stated, arrived.interval, arrived.value).is_kept
    ):
        return False
    return judge_equal(stated, rate.interval, rate.value) is Outcome.FAILS


def _no_rate(row: AnnualFund) -> Both:
    budget = "空白" if row.budget is None else "0"
    blank = "blank" if row.budget is None else "0"
    executed = "空白" if row.executed is None else f"{row.executed}"
    return Both(
        f"{row.origin}行预算数{budget}、执行数{executed}，没有执行率，填为“{row.rate}”",
        f"{row.origin}: budget {blank}, executed {row.executed}, has no rate, {row.rate} is stated",
    )


def _other_rate(row: AnnualFund, rate: Computed) -> Both:
    right = f"{rounded(rate.value, 2):f}%"
    return Both(
        f"{row.origin}行填 {row.rate}%，应为 {right}",
        f"{row.origin}: {row.rate}% is stated, {right} is right",
    )


def _at(row: AnnualFund) -> tuple[Operand, ...]:
    return row.operand("budget", "万元"), row.operand("executed", "万元"), row.operand("rate", "%")
