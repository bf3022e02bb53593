"""同一文号的文件，名称和日期各处一致.

Rows of the list of documents with one number are held against each other; so are heads of goal
tables that name it. A transfer cannot be older than the document it rests on, but may be later.
Titles with and without the issuer in front are the same, and so are brackets of any kind.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.names import plain_name
from shanhe.measures.document_number import plain_number
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.funds import FundDocument
from shanhe.records.source import Operand
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import Both, listed


@rule(
    id="FUND-229",
    severity=WARN,
    basis=["practice#R-03", "practice#E-35"],
    zh="{number}的{what}不一致：{values}",
    en="{number} has more than one {what}: {values}",
    only=Only.DATA,
)
def a_document_is_the_same_everywhere(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each number whose title or day differs from place to place."""
    del catalogue
    by_number: dict[str, list[FundDocument]] = {}
    for document in dossier.documents:
        if document.number:
            by_number.setdefault(plain_number(document.number), []).append(document)
    for number, documents in by_number.items():
        titles = [document.operand("title") for document in documents]
        if any(_differ(titles[0].text, title.text) for title in titles[1:]):
            yield _hit(number, Both("名称", "title"), titles)
        days = [d.operand("issued") for d in documents if d.issued is not None]
        days += _elsewhere(dossier, number, documents[0])
        if len({day.value for day in days}) > 1:
            yield _hit(number, Both("日期", "day"), days)


def _differ(one: str, other: str) -> bool:
    first, second = plain_name(one), plain_name(other)
    return first not in second and second not in first


def _elsewhere(dossier: Dossier, number: str, document: FundDocument) -> list[Operand]:
    """Return the days that other sheets give a document; transfers only where they are older."""
    heads = [
        head.operand("issued")
        for head in dossier.versions
        if number in plain_number(head.document) and head.issued is not None
    ]
    older = [
        transfer.operand("when")
        for transfer in dossier.transfers
        if plain_number(transfer.document) == number
        if transfer.when is not None
        if document.issued is not None and transfer.when < document.issued
    ]
    return heads + older


def _hit(number: str, what: Both, operands: list[Operand]) -> Hit:
    values = listed(
        Both(
            f"{one.where.part}第 {one.where.row} 行“{one.text}”", f'"{one.text}" ({one.where.part})'
        )
        for one in operands
    )
    return Hit(tuple(operands), {"number": number, "what": what, "values": values})
