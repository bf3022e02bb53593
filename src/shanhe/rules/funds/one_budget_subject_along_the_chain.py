"""各级下达文件的预算支出科目一致.

Subjects are compared by code where one is printed, else by name. A blank says nothing.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.names import plain_name
from shanhe.measures.chain import money_documents, name_of
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.source import Operand
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import Both, listed
from shanhe.values.regex import regex

_CODE = regex(r"\d{3,}")


@rule(
    id="FUND-223",
    severity=WARN,
    basis=["practice#F-18", "budget_law#72"],
    zh="预算支出科目不一致：{subjects}",
    en="the budget subject differs: {subjects}",
    aspect="使用规范性",
)
def one_budget_subject_along_the_chain(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield the chain once, if it has more than one subject."""
    del catalogue
    stated: list[tuple[Both, str, Operand]] = [
        (_words(name_of(document), document.subject), document.subject, document.operand("subject"))
        for document in money_documents(dossier)
        if document.subject
    ]
    programme = dossier.programme
    if programme.subject:
        own = Both(f"项目信息填{programme.subject}", f"the programme, {programme.subject}")
        stated.append((own, programme.subject, programme.operand("subject")))
    if len({_key(subject) for _, subject, _ in stated}) > 1:
        words = {"subjects": listed(said for said, _, _ in stated)}
        yield Hit(tuple(operand for _, _, operand in stated), words)


def _words(name: str, subject: str) -> Both:
    return Both(f"{name}为{subject}", f"{name}, {subject}")


def _key(subject: str) -> str:
    found = _CODE.search(plain_name(subject))
    return found[0] if found else plain_name(subject)
