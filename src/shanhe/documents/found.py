"""What a reader of meaning brings home: records by dossier attribute, and what it understood."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from shanhe.documents.script import Spot
from shanhe.records.source import Record


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a paragraph or cell whose numbers are accounted for.

    Attributes:
        kind: a ``NumberState``: ``understood``, ``numbering``, ``day`` or ``reference``.
    """

    spot: Spot
    start: int
    end: int
    kind: str = "understood"


@dataclass(slots=True)
class Found:
    """Records and understood spans.

    Attributes:
        records: dossier attribute (``targets``, ``actuals``, ``facts`` …) to records, in order.
        spans: which numbers are understood; the others go into the ledger as not understood.
        words: single fields of programme and overview (``programme.name``, ``overview.goal``).
    """

    records: dict[str, list[Record]] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    words: dict[str, object] = field(default_factory=dict)

    def add(self, attribute: str, *records: Record) -> None:
        """Add records of one dossier attribute."""
        self.records.setdefault(attribute, []).extend(records)

    def understood(self, spot: Spot, start: int, end: int, kind: str = "understood") -> None:
        """Note what the numbers in these characters are."""
        self.spans.append(Span(spot, start, end, kind))

    def take(self, others: Iterable["Found"]) -> None:
        """Add what other readers found; words found first stay."""
        for other in others:
            for attribute, records in other.records.items():
                self.add(attribute, *records)
            self.spans += other.spans
            for key, word in other.words.items():
                self.words.setdefault(key, word)
