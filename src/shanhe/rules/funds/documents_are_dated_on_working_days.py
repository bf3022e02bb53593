"""文件的发文日期不在周末.

Which Saturdays and Sundays were made working days is decided year by year and not held here, so
this is a hint to look the day up, no more. All such documents make one finding.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.chain import name_of
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.funds import FundDocument
from shanhe.rules.declare import NOTE, rule
from shanhe.rules.words import Both, listed

_SATURDAY = 5
_DAYS = {5: Both("星期六", "a Saturday"), 6: Both("星期日", "a Sunday")}


@rule(
    id="FUND-231",
    severity=NOTE,
    basis=["practice#R-03", "practice#E-35"],
    zh="发文日期为周末：{documents}；如非调休工作日，请核对日期",
    en="dated on a weekend: {documents}; check the day unless it was made a working day",
)
def documents_are_dated_on_working_days(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield the documents of weekends once."""
    del catalogue
    found = [
        document
        for document in dossier.documents
        if document.issued is not None and document.issued.weekday() >= _SATURDAY
    ]
    if found:
        at = tuple(document.operand("issued") for document in found)
        yield Hit(at, {"count": len(found), "documents": listed(map(_said, found))})


def _said(document: FundDocument) -> Both:
    day = document.issued
    weekday = _DAYS[day.weekday()] if day else Both("", "")
    name = name_of(document)
    return Both(f"{name}（{day}，{weekday.zh}）", f"{name} ({day}, {weekday.en})")
