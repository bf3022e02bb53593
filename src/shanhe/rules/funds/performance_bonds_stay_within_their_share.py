"""履约保证金不超过中标合同金额的百分之十.

``履约保证金为中标价的8%``; a limit that is told is held against it as well, a problem or money given back is left alone.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.limit import days_allowed
from shanhe.measures.told_shares import told_shares
from shanhe.measures.year_end import year_end
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule

_THING = "履约(?:保证金|担保金?|保函)"


@rule(
    id="FUND-245",
    severity=WARN,
    basis=["tender_regulation#58", "practice#L-07"],
    zh="履约保证金写为合同金额的 {stated}，超过 {limit}% 的上限",
    en="the performance bond is told as {stated} of the contract, at most {limit} % are allowed",
    only=Only.PAPER,
)
def performance_bonds_stay_within_their_share(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each performance bond above the limit."""
    limit = days_allowed(catalogue, "performance_bond", year_end(dossier))
    for one in told_shares(dossier, _THING) if limit is not None else ():
        if one.amount.quantity.value > (limit or 0):
            yield Hit((one.operand,), {"stated": str(one.amount.quantity), "limit": limit})
