"""Where the money went: what each unit was given, lost, was given again, paid, and still holds."""

from dataclasses import dataclass
from decimal import Decimal

from shanhe.measures.execution import paid
from shanhe.records.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Holding:
    """Central money at one using unit, in 万元.

    Attributes:
        given: passed on; taken_back; reallocated: what it receives of what was taken back.
        paid: by the list of payments, 0 where the form says that nothing was executed.
    """

    unit: str
    given: Decimal
    taken_back: Decimal
    reallocated: Decimal
    paid: Decimal

    @property
    def balance(self) -> Decimal:
        """What it holds unspent, once the re-allocation is carried out.

        Example:
            东河区: 682 + 106.12 = 788.12 万元.
        """
        return self.given - self.taken_back + self.reallocated - self.paid


def holdings(dossier: Dossier, origin: str = "中央") -> tuple[Holding, ...]:
    """Return every using unit that received money, in the order of the transfers."""
    upper = {transfer.giver for transfer in dossier.transfers if transfer.kind != "收回"}
    takers = [
        transfer.taker
        for transfer in dossier.transfers
        if transfer.kind != "收回" and transfer.origin == origin and transfer.taker not in upper
    ]
    return tuple(_holding(dossier, unit, origin) for unit in dict.fromkeys(takers))


def _holding(dossier: Dossier, unit: str, origin: str) -> Holding:
    def moved(kind: str, role: str) -> Decimal:
        return sum(
            (
                transfer.amount
                for transfer in dossier.transfers
                if transfer.kind == kind
                and transfer.origin == origin
                and getattr(transfer, role) == unit
                and transfer.amount is not None
            ),
            Decimal(0),
        )

    return Holding(
        unit,
        moved("下达", "taker"),
        moved("收回", "giver"),
        moved("重新分配", "taker"),
        paid(dossier, origin, unit) or Decimal(0),
    )
