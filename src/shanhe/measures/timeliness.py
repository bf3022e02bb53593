"""How many days each step of the money took, beside the days that it may take."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.chain import Step, money_documents, step_from
from shanhe.records.dossier import Dossier
from shanhe.records.funds import FundDocument


@dataclass(frozen=True, slots=True)
class Span:
    """One step.

    Attributes:
        limit: id of the limit: ministry_days, province_days, city_days, total_days.
        document: the one that ends it; ``None`` where none follows.
        start: day it counts from; ``None`` where it is not stated.
        by_receipt: it counts from an arrival on record, not from the day of a document.
        allowed: days; ``None`` where no limit was set on that day.
        basis: what the limit rests on.
    """

    limit: str
    document: FundDocument | None
    start: date | None
    by_receipt: bool
    allowed: int | None
    basis: str

    @property
    def days(self) -> int | None:
        """Days used.

        Example:
            2025-07-07 to 2025-09-25 are 80 days.
        """
        end = self.document.issued if self.document else None
        return (end - self.start).days if end and self.start else None

    @property
    def over(self) -> int | None:
        """Days beyond what is allowed; ``None`` where that cannot be told.

        Example:
            80 days against 30 are 50 over.
        """
        if self.days is None or self.allowed is None:
            return None
        return max(self.days - self.allowed, 0)


def spans(dossier: Dossier, catalogue: Catalogue) -> Iterator[Span]:
    """Yield the steps of every document of the ministry: its own, the province's, the city's, all.

    Documents are followed as the rules on timeliness follow them.
    """
    for first in money_documents(dossier, "部"):
        if first.formality != "预下达":
            yield _span(catalogue, "ministry_days", first, dossier.programme.npc_approval)
        upper = step_from(dossier, first)
        yield _step(catalogue, "province_days", upper)
        if upper.lower is not None and money_documents(dossier, "市"):
            step = step_from(dossier, upper.lower)
            yield _step(catalogue, "city_days", step)
            yield _span(catalogue, "total_days", step.lower, first.issued)


def _step(catalogue: Catalogue, limit: str, step: Step) -> Span:
    return _span(catalogue, limit, step.lower, step.start, by_receipt=step.by_receipt)


def _span(
    catalogue: Catalogue,
    limit: str,
    document: FundDocument | None,
    start: date | None,
    *,
    by_receipt: bool = False,
) -> Span:
    held = catalogue.parameter(limit).on(start) if start is not None else None
    allowed = held.value if held is not None and isinstance(held.value, int) else None
    return Span(limit, document, start, by_receipt, allowed, held.basis if held else "")
