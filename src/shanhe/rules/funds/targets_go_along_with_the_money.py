"""绩效目标与资金同步下达.

Each document that passes money on is asked. Targets that a separate document of the same day passed
on are recorded with the money document. Those for which nothing is recorded are listed once.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.chain import money_documents, name_of
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.funds import FundDocument
from shanhe.records.source import Operand
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import Both, listed
from shanhe.values.outcome import Outcome


@rule(
    id="FUND-228",
    severity=WARN,
    basis=["practice#G-05", "targets_2015_163#with_money"],
    zh="{count} 份资金下达文件没有同步下达绩效目标：{documents}",
    en="{count} money documents went without targets: {documents}",
    aspect="预算绩效管理情况",
    asks=Only.DATA,
)
def targets_go_along_with_the_money(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield the documents that went without targets, and those of which it is not known."""
    del catalogue
    documents = money_documents(dossier)
    without = [document for document in documents if document.goals_attached is False]
    unknown = [document for document in documents if document.goals_attached is None]
    if without:
        words = {"count": len(without), "documents": listed(map(name_of, without))}
        yield Hit(_at(without), words)
    if unknown:
        names = listed(map(name_of, unknown))
        lacks = Both(
            f"{names.zh}是否同步下达绩效目标的记录", f"whether targets went along with {names.en}"
        )
        yield Hit(_at(unknown), {"lacks": lacks}, Outcome.UNDECIDED)


def _at(documents: list[FundDocument]) -> tuple[Operand, ...]:
    return tuple(document.operand("goals_attached") for document in documents)
