"""自招标文件开始发出之日起至投标截止之日止不少于二十日.

Bids are opened when they are due, so that the day of opening stands for it; so does the day of the notice for that of the
documents, which come out no earlier. Consultations, failed tenders and plans are passed over.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.tender_steps import DOCUMENTS, OPENING, stretches
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule


@rule(
    id="TIME-316",
    severity=WARN,
    basis=["tender_law#24", "practice#L-07"],
    zh="{first} 发出招标文件，{last} 开标，相隔 {days} 天，不足 {limit} 天",
    en="tender documents of {first} and bids opened on {last} are {days} days apart, at least {limit} are asked",
    only=Only.PAPER,
)
def tender_documents_are_out_long_enough(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each tender whose bids were opened too soon."""
    for one in stretches(dossier, catalogue, (DOCUMENTS, OPENING), "发出招标文件至投标截止"):
        if 0 <= one.days < one.limit:
            at = (one.first.operand, one.last.operand)
            yield Hit(at, one.words, recomputed=one.equation)
