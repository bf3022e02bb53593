"""What each body held on a day: all that came, less all that went and was paid."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from shanhe.measures.allotment import amount_of
from shanhe.records.dossier import Dossier
from shanhe.records.funds import Payment, Transfer

_KINDS = ("下达", "收回", "重新分配")


@dataclass(frozen=True, slots=True)
class Balance:
    """Money of one origin at one body, in 万元; ``None`` where an amount is not stated.

    Attributes:
        came, went: by kind of transfer (下达, 收回, 重新分配), 0 where there is none.
        paid: by the list of payments.
    """

    body: str
    came: dict[str, Decimal | None]
    went: dict[str, Decimal | None]
    paid: Decimal | None

    @property
    def held(self) -> Decimal | None:
        """What it holds; ``None`` where a part of it is not stated.

        Example:
            东河区: 682 + 106.12 − 0 = 788.12 万元.
        """
        came, went = _sum(self.came.values()), _sum(self.went.values())
        if came is None or went is None or self.paid is None:
            return None
        return came - went - self.paid


@dataclass(frozen=True, slots=True)
class Dated:
    """A dossier as it was at the end of a day.

    Attributes:
        dossier: with the transfers and payments up to that day.
        undated: what bears no day, and is therefore left out.
    """

    dossier: Dossier
    undated: tuple[Transfer | Payment, ...]


def until(dossier: Dossier, on: date) -> Dated:
    """Return the money of a dossier as it had moved by the end of a day.

    Example:
        682 万元 passed on to 东河区 on 2025-09-25 are there on that day, not on the one before.
    """
    return Dated(
        replace(
            dossier,
            transfers=tuple(t for t in dossier.transfers if t.when and t.when <= on),
            payments=tuple(p for p in dossier.payments if p.when and p.when <= on),
        ),
        (
            *(t for t in dossier.transfers if t.when is None),
            *(p for p in dossier.payments if p.when is None),
        ),
    )


def balances(dossier: Dossier, origin: str = "中央") -> tuple[Balance, ...]:
    """Return every body that received money, in the order of the transfers."""
    moved = [transfer for transfer in dossier.transfers if transfer.origin == origin]
    return tuple(
        Balance(
            body,
            {
                k: _moved(dossier, [t for t in moved if (t.kind, t.taker) == (k, body)])
                for k in _KINDS
            },
            {
                k: _moved(dossier, [t for t in moved if (t.kind, t.giver) == (k, body)])
                for k in _KINDS
            },
            _sum(p.amount for p in dossier.payments if (p.origin, p.payer) == (origin, body)),
        )
        for body in dict.fromkeys(transfer.taker for transfer in moved)
    )


def _moved(dossier: Dossier, transfers: Iterable[Transfer]) -> Decimal | None:
    return _sum(amount_of(dossier, transfer) for transfer in transfers)


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    total = Decimal(0)
    for amount in amounts:
        if amount is None:
            return None
        total += amount
    return total
