"""中央专项转移支付在全国人大批准预算后九十日内正式下达.

A note only: whoever writes the self-evaluation cannot mend it, but it tells why the later steps
were late. Advance notices before the approval are in time; an advance notice (预下达) after it is
no formal issue and is not judged.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.chain import money_documents, name_of
from shanhe.measures.limit import days_allowed
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import NOTE, Only, rule
from shanhe.rules.words import Both
from shanhe.values.outcome import Outcome


@rule(
    id="FUND-202",
    severity=NOTE,
    basis=["budget_law#52.2", "practice#T-04"],
    zh="{document}于 {issued} 印发，距全国人大批准预算（{approved}）{days} 天，超过 {limit} 天期限 {over} 天",
    en="{document} of {issued} came {days} days after the budget was approved ({approved}); limit {limit}, {over} over",
    aspect="下达及时性",
    asks=Only.DATA,
)
def ministry_issues_in_time(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each formal document of the ministry that came after the limit."""
    formal = [d for d in money_documents(dossier, "部") if d.formality != "预下达"]
    approved = dossier.programme.npc_approval
    start = dossier.programme.operand("npc_approval")
    if formal and approved is None:
        lacks = Both("全国人大批准预算的日期", "the day on which the budget was approved")
        yield Hit((start,), {"lacks": lacks}, Outcome.UNDECIDED)
    limit = days_allowed(catalogue, "ministry_days", approved) if approved else None
    for document in formal:
        if approved is None or limit is None or document.issued is None:
            continue
        days = (document.issued - approved).days
        if days > limit:
            words = {
                "document": name_of(document),
                "issued": document.issued,
                "approved": approved,
                "days": days,
                "limit": limit,
                "over": days - limit,
            }
            equation = f"{document.issued} − {approved} = {days}"
            yield Hit((start, document.operand("issued")), words, recomputed=equation)
