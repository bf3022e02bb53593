"""明显超额完成的指标写明原因.

From the completion named in the dated tiers on, a reason is due: in the explanations, or in the
statement beside the actual. Limits (the lower the better) cannot be over-achieved in this sense. A
target of zero has a limit of its own.
"""

from collections.abc import Iterator
from decimal import Decimal

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.attainment import Attainment, attainments
from shanhe.measures.completion import Why
from shanhe.measures.year_end import year_end
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import Both, indicator_name, listed, result


@rule(
    id="REASON-505",
    severity=WARN,
    basis=["practice#P-12", "practice#E-16"],
    zh="{count} 项指标完成率达到 {limit}% 以上而没有说明原因：{indicators}",
    en="{count} indicators reached {limit} % or more without a reason: {indicators}",
)
def over_achievement_is_explained(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once, with every target far exceeded and not explained."""
    law, day = catalogue.law, year_end(dossier)
    tiers = law.table("over_tiers", day)
    limit = Decimal(str(next(row["at_least"] for row in tiers if row["act"] == "reason")))
    at_zero = law.number("over_zero_target", day)
    over = [
        one
        for one in attainments(dossier, catalogue)
        if _is_over(one, limit, at_zero) and not _is_explained(dossier, one)
    ]
    if over:
        words = {
            "count": len(over),
            "limit": limit,
            "indicators": listed(_shown(catalogue, one) for one in over),
        }
        yield Hit(tuple(operand for one in over for operand in one.operands), words)


def _is_over(one: Attainment, limit: Decimal, at_zero: Decimal) -> bool:
    rate, done = one.completion.computed, one.actual
    if rate is not None:
        return rate.value >= limit
    is_zero = one.completion.why is Why.ZERO and one.target.amount == 0
    return is_zero and done is not None and done.amount is not None and done.amount >= at_zero


def _is_explained(dossier: Dossier, one: Attainment) -> bool:
    name = one.target.indicator
    reasons = (row.reason for row in dossier.explanations if name in row.indicator_ids)
    statements = (actual.statement for actual in dossier.stated_actuals(name))
    return any(text.strip() for text in (*reasons, *statements))


def _shown(catalogue: Catalogue, one: Attainment) -> Both:
    name, rate = indicator_name(catalogue, one.target.indicator), one.completion.computed
    stated = one.actual.quantity if one.actual is not None else ""
    value = result(rate, 2) if rate is not None else f"{stated}"
    return Both(f"{name.zh} {value}", f"{name.en} {value}")
