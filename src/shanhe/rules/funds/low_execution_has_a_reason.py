"""执行率偏低的，在资金管理方面说明原因.

Whether the reason is the right one is for people to judge; asked is that there is one of more than
a few characters. Reasons under 资金管理 count, and what is written as the problem of 执行准确性; of a
paper any reason that speaks of money does.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.annual_money import CENTRAL, WHOLE, fund_row
from shanhe.measures.computed import Computed
from shanhe.measures.execution import execution_rate
from shanhe.measures.year_end import year_end
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import Both
from shanhe.values.outcome import Outcome

_MONEY = (
    "执行率",
    "资金支付",
    "支付条件",
    "支出进度",
    "未支付",
    "未支出",
    "暂未使用",
    "结转",
    "结余",
)


@rule(
    id="FUND-221",
    severity=WARN,
    basis=["practice#X-06", "practice#P-14"],
    zh="预算执行率 {rate}%，低于 {limit}%，没有说明原因",
    en="{rate}% of the budget was executed, less than {limit}%, and no reason is given",
    aspect="执行准确性",
)
def low_execution_has_a_reason(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield the year's execution once, if it is low and unexplained."""
    row = fund_row(dossier, WHOLE) or fund_row(dossier, CENTRAL)
    if row is None or not row.budget:
        return
    at = (row.operand("budget", "万元"), row.operand("executed", "万元"))
    rate = execution_rate(row)
    day = year_end(dossier)
    limit = catalogue.law.number("execution_low", day)
    if rate is None:
        lacks = Both("全年执行数", "what was executed in the year")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
    elif rate.value < limit and not _has_reason(dossier, catalogue, day):
        yield Hit(at, {"rate": _shown(rate), "limit": limit}, recomputed=rate.equation)


def _has_reason(dossier: Dossier, catalogue: Catalogue, day: date) -> bool:
    least = catalogue.law.whole("reason_min_chars", day)
    reasons = [one.reason for one in dossier.explanations if one.kind == "资金管理"]
    reasons += [one.problem for one in dossier.management if one.aspect == "执行准确性"]
    if dossier.paper:
        told = [f"{one.reason}{one.measure}" for one in dossier.explanations]
        told += [f"{row.situation}{row.form_situation}" for row in dossier.management]
        reasons += [text for text in told if any(word in text for word in _MONEY)]
    return any(len(reason.strip()) >= least for reason in reasons)


def _shown(rate: Computed) -> Decimal:
    """Return the rate cut off, not rounded: 89.9999 % is below 90 and must not read 90.00."""
    return Decimal(int(rate.value * 100)).scaleb(-2)
