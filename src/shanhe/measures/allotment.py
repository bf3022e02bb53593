"""Money as it was divided: what came to a body, what it passed on, and in which shares."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from shanhe.measures.computed import Computed, add, money
from shanhe.measures.document_number import plain_number
from shanhe.records.dossier import Dossier
from shanhe.records.funds import FundDocument, Transfer


@dataclass(frozen=True, slots=True)
class Allotment:
    """Sums that one body handed out together.

    Attributes:
        kind: 下达 or 重新分配.
        document: number of the document, empty where none is named.
    """

    kind: str
    giver: str
    origin: str
    document: str
    parts: tuple[Transfer, ...]

    @property
    def total(self) -> Decimal | None:
        """Sum of the parts in 万元; ``None`` where one of them is not stated."""
        amounts = [part.amount for part in self.parts if part.amount is not None]
        return sum(amounts, Decimal(0)) if len(amounts) == len(self.parts) else None


@dataclass(frozen=True, slots=True)
class Passing:
    """One body between the levels: what came in and what it passed on (下达 alone)."""

    body: str
    origin: str
    came: tuple[Transfer, ...]
    went: tuple[Transfer, ...]


def total_of(amounts: Iterable[Decimal | None]) -> Computed | None:
    """Return the sum in 万元; ``None`` where there is nothing, or one amount is missing."""
    all_ = list(amounts)
    known = [money(amount) for amount in all_ if amount is not None]
    return add(known) if known and len(known) == len(all_) else None


def allotments(dossier: Dossier) -> tuple[Allotment, ...]:
    """Return what was handed out together, in the order of the transfers."""
    groups: dict[tuple[str, str, str, str], list[Transfer]] = {}
    for part in dossier.transfers:
        if part.kind != "收回":
            key = (part.kind, part.giver, part.origin, plain_number(part.document))
            groups.setdefault(key, []).append(part)
    return tuple(Allotment(*key, tuple(parts)) for key, parts in groups.items())


def passings(dossier: Dossier) -> tuple[Passing, ...]:
    """Return every body that both received money and passed it on, by origin of the money."""
    passed = [transfer for transfer in dossier.transfers if transfer.kind == "下达"]
    keys = dict.fromkeys((transfer.taker, transfer.origin) for transfer in passed)
    found = (
        Passing(
            body,
            origin,
            tuple(t for t in passed if (t.taker, t.origin) == (body, origin)),
            tuple(t for t in passed if (t.giver, t.origin) == (body, origin)),
        )
        for body, origin in keys
    )
    return tuple(passing for passing in found if passing.went)


def document_of(dossier: Dossier, transfer: Transfer) -> FundDocument | None:
    """Return the listed document that a transfer rests on."""
    number = plain_number(transfer.document)
    listed = (d for d in dossier.documents if number and plain_number(d.number) == number)
    return next(listed, None)


def amount_of(dossier: Dossier, transfer: Transfer) -> Decimal | None:
    """Return the amount of a transfer; where the row is blank, the amount of its document.

    The document's amount stands in only where that document made no other transfer.
    """
    if transfer.amount is not None:
        return transfer.amount
    number = plain_number(transfer.document)
    alike = [other for other in dossier.transfers if plain_number(other.document) == number]
    document = document_of(dossier, transfer)
    return document.amount if document is not None and len(alike) == 1 else None
