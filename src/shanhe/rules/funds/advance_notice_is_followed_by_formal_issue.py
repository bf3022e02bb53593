"""预下达之后有正式下达文件.

The law speaks of formal issue; an advance notice alone leaves the county without an appropriation.
A formal document of the same level that is not older than the notice is taken to follow it: the
papers do not say which notice a document makes good. Where a day is missing, a number of a later year tells as much.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.chain import money_documents, name_of
from shanhe.measures.document_number import year_of
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.funds import FundDocument
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import Both
from shanhe.values.outcome import Outcome

_ADVANCE = "预下达"


@rule(
    id="FUND-204",
    severity=WARN,
    basis=["practice#T-08", "budget_law#52.3"],
    zh="{document}（{issued}）属预下达，此后未见同级正式下达文件",
    en="{document} ({issued}) is an advance notice; no formal document of that level follows",
    aspect="下达及时性",
)
def advance_notice_is_followed_by_formal_issue(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each advance notice without a formal document after it."""
    del catalogue
    for notice in filter(_is_advance, money_documents(dossier)):
        formal = [d for d in money_documents(dossier, notice.level) if not _is_advance(d)]
        at = (notice.operand("formality"), notice.operand("title"), notice.operand("issued"))
        undated = [d for d in (notice, *formal) if d.issued is None]
        if any(_is_of_a_later_year(document, notice) for document in formal):
            continue
        if formal and undated:
            lacks = Both(f"{name_of(undated[0])}的发文日期", f"the day of {name_of(undated[0])}")
            yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
        elif not any(_not_older(document, notice) for document in formal):
            day = notice.issued or Both("日期未登记", "day not recorded")
            yield Hit(at, {"document": name_of(notice), "issued": day})


def _is_advance(document: FundDocument) -> bool:
    return document.formality == _ADVANCE or _ADVANCE in document.title


def _is_of_a_later_year(document: FundDocument, notice: FundDocument) -> bool:
    """Return whether the numbers alone show which is later: 财资环〔2023〕128号, then 财资环〔2024〕39号."""
    first, second = year_of(notice.number), year_of(document.number)
    return first is not None and second is not None and second > first


def _not_older(document: FundDocument, notice: FundDocument) -> bool:
    return (
        document.issued is not None
        and notice.issued is not None
        and document.issued >= notice.issued
    )
