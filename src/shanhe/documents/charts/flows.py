"""Sums of money on their way: who passes how much to whom, and how far along each one stands."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Flow:
    """One sum that went from one place to another.

    Attributes:
        source, target: names as printed; the same name is the same place.
        amount: 万元, as printed; zero flows are not drawn.
    """

    source: str
    target: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the money, with what it got and what it gave.

    Attributes:
        name: as printed.
        column: how many steps from where the money began, by the longest way.
        received: the sums that came in, in the order of the flows.
        passed: the sums that went out.
    """

    name: str
    column: int
    received: tuple[Decimal, ...]
    passed: tuple[Decimal, ...]

    @property
    def amount(self) -> Decimal:
        """What came in, or for a beginning what went out; 万元, exact."""
        return sum(self.received or self.passed, Decimal(0))

    @property
    def differs(self) -> bool:
        """Whether a place in the middle gave more or less than it got."""
        return bool(self.received and self.passed) and sum(self.received) != sum(self.passed)


def places(flows: Iterable[Flow]) -> tuple[Place, ...]:
    """Return the places of all flows that are not zero, in the order in which they are named.

    Places where money ends stand together in the last column.

    Raises:
        ValueError: an amount is negative, the money goes round in a circle, or all flows are zero.
    """
    moving = [flow for flow in flows if flow.amount]
    if not moving:
        raise ValueError("no money to draw")
    received: dict[str, list[Decimal]] = defaultdict(list)
    passed: dict[str, list[Decimal]] = defaultdict(list)
    names: dict[str, None] = {}
    for flow in moving:
        if flow.amount < 0:
            raise ValueError(f"{flow.source} → {flow.target}: {flow.amount} is negative")
        received[flow.target].append(flow.amount)
        passed[flow.source].append(flow.amount)
        names.update({flow.source: None, flow.target: None})
    columns = _columns(moving)
    last = max(columns.values())
    return tuple(
        Place(
            name,
            columns[name] if name in passed else last,
            tuple(received.get(name, ())),
            tuple(passed.get(name, ())),
        )
        for name in names
    )


def _columns(flows: list[Flow]) -> Mapping[str, int]:
    """Return for each name the length of the longest way to it."""
    columns: dict[str, int] = defaultdict(int)
    names = {name for flow in flows for name in (flow.source, flow.target)}
    for _ in names:
        late = [f for f in flows if columns[f.target] <= columns[f.source]]
        if not late:
            return columns
        for flow in late:
            columns[flow.target] = columns[flow.source] + 1
    raise ValueError("money goes round: " + "、".join(sorted({f.target for f in late})))
