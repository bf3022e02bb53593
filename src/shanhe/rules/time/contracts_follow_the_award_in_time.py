"""自中标通知书发出之日起三十日内订立书面合同.

Contracts that amend others are passed over.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.tender_steps import AWARD, CONTRACT, stretches
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule


@rule(
    id="TIME-317",
    severity=WARN,
    basis=["tender_law#46.1", "practice#L-07"],
    zh="{first} 发出中标通知书，{last} 签订合同，相隔 {days} 天，超过 {limit} 天",
    en="the award letter of {first} and the contract of {last} are {days} days apart, at most {limit} are allowed",
    only=Only.PAPER,
)
def contracts_follow_the_award_in_time(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each contract that was signed too late."""
    for one in stretches(dossier, catalogue, (AWARD, CONTRACT), "中标通知书至签订合同"):
        if one.days > one.limit:
            at = (one.first.operand, one.last.operand)
            yield Hit(at, one.words, recomputed=one.equation)
