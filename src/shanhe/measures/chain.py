"""The chain of documents that pass money on: which follows which, and after how many days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from shanhe.records.dossier import Dossier
from shanhe.records.funds import FundDocument

_BELOW = {"部": "省", "省": "市"}
_LEVELS = ("部", "省", "市", "县", "单位")


@dataclass(frozen=True, slots=True)
class Step:
    """A document, and the first one of the next level that follows it.

    Attributes:
        upper: its arrival is on record, or the day of the document stands in for that.
        lower: ``None`` where no dated document of the next level follows.
    """

    upper: FundDocument
    lower: FundDocument | None

    @property
    def by_receipt(self) -> bool:
        """Whether the day of arrival is on record."""
        return self.upper.received is not None

    @property
    def start(self) -> date | None:
        """Day from which the days count."""
        return self.upper.received or self.upper.issued

    @property
    def days(self) -> int | None:
        """Days from the start to the lower document.

        Example:
            2025-06-08 to 2025-07-07 are 29 days.
        """
        end = self.lower.issued if self.lower else None
        return (end - self.start).days if end and self.start else None


def money_documents(dossier: Dossier, level: str = "") -> tuple[FundDocument, ...]:
    """Return the documents that pass money on, of one level or of all, in the order of the rows."""
    return tuple(
        document
        for document in dossier.documents
        if document.passes_money and level in {"", document.level}
    )


def step_from(dossier: Dossier, upper: FundDocument) -> Step:
    """Return the step down from one document.

    Every document is held against the first one below that is not older than itself: a later
    sum that was passed on at once does not make an earlier one timely.
    """
    below = money_documents(dossier, _BELOW[upper.level]) if upper.level in _BELOW else ()
    after = [
        (lower.issued, place, lower)
        for place, lower in enumerate(below)
        if lower.issued and upper.issued and lower.issued >= upper.issued
    ]
    return Step(upper, min(after)[2] if after else None)


def days_down(
    dossier: Dossier,
) -> Iterator[tuple[FundDocument, int | None, int | None]]:
    """Yield each document with its days since the last one of a level above, and since the first.

    Documents come in the order of their days. Two documents of one level do not follow each other;
    one whose level is not stated counts as following the one before.
    """
    way = sorted(money_documents(dossier), key=lambda one: one.issued or date.max)
    for place, document in enumerate(way):
        day = document.issued
        above = [one.issued for one in way[:place] if one.issued and _is_above(one, document)]
        if day is None or not above:
            yield document, None, None
        else:
            yield document, (day - above[-1]).days, (day - (way[0].issued or day)).days


def _is_above(one: FundDocument, other: FundDocument) -> bool:
    levels = (one.level, other.level)
    if not all(level in _LEVELS for level in levels):
        return True
    return _LEVELS.index(one.level) < _LEVELS.index(other.level)


def name_of(document: FundDocument) -> str:
    """Return how a message names a document: by number, else by title."""
    return document.number or f"《{document.title.strip('《》')}》"
