"""转移支付由财政部门下达.

Other departments may not issue transfer budgets or pay the money down. A document issued jointly
with the finance department is in order. A document whose issuer is blank is not judged.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.chain import money_documents, name_of
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, listed
from shanhe.values.outcome import Outcome

_FINANCE = "财政"


@rule(
    id="FUND-205",
    severity=ERROR,
    basis=["budget_law_regulation#59", "practice#T-09"],
    zh="{document}由{issuer}印发，转移支付的预算下达和资金拨付应由财政部门办理",
    en="{document} was issued by {issuer}; only finance departments issue and pay transfers",
    aspect="拨付合规性",
    asks=Only.DATA,
)
def finance_departments_issue_the_money(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each money document of another department; and once those without an issuer."""
    del catalogue
    nobody = [d for d in money_documents(dossier) if not d.issuer]
    for document in money_documents(dossier):
        if document.issuer and _FINANCE not in document.issuer:
            words = {"document": name_of(document), "issuer": document.issuer}
            yield Hit((document.operand("issuer"), document.operand("number")), words)
    if nobody:
        names = listed(name_of(document) for document in nobody)
        lacks = Both(f"{names.zh}的发文单位", f"the issuer of {names.en}")
        at = tuple(document.operand("issuer") for document in nobody)
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
