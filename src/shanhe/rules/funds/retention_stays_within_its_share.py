"""质量保证金预留比例不超过结算总额的百分之三.

``按结算价的3%预留质量保证金``; a limit that is told is held against it as well, a problem or money given back is left alone.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.limit import days_allowed
from shanhe.measures.told_shares import told_shares
from shanhe.measures.year_end import year_end
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule

_THING = "质量保证金|质保金|质量保修金|缺陷责任保证金"


@rule(
    id="FUND-246",
    severity=WARN,
    basis=["practice#L-18"],
    zh="质量保证金预留比例写为 {stated}，超过结算总额的 {limit}%",
    en="retention is told as {stated} of the settlement, at most {limit} % are usual",
    only=Only.PAPER,
)
def retention_stays_within_its_share(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each retention above the limit."""
    limit = days_allowed(catalogue, "retention_share", year_end(dossier))
    for one in told_shares(dossier, _THING) if limit is not None else ():
        if one.amount.quantity.value > (limit or 0):
            yield Hit((one.operand,), {"stated": str(one.amount.quantity), "limit": limit})
