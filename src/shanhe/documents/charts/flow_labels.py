"""The words beside the places of money: names, and sums as exact as they were given."""

from collections.abc import Sequence
from decimal import Decimal

from shanhe.documents.charts.flows import Place
from shanhe.documents.charts.font import wrapped

END_EMS = 8


def labels(known: Sequence[Place], room: float) -> dict[str, tuple[str, ...]]:
    """Return for each place the lines beside it.

    Args:
        known: the places.
        room: em from one column to the next; names are wrapped to it, numbers are not. The last
            column stands free and gets ``END_EMS``.
    """
    return {place.name: _middle(place, room) if place.passed else ending(place) for place in known}


def _middle(place: Place, room: float) -> tuple[str, ...]:
    lines = [*wrapped(place.name, room), printed(place.amount)]
    if len(place.received) > 1:
        first, *others = map(printed, place.received)
        lines += [f"＝{first}", *(f"＋{other}" for other in others)]
    if place.differs:
        lines.append(f"转出 {printed(sum(place.passed, Decimal(0)))}")
    return tuple(lines)


def ending(place: Place) -> tuple[str, ...]:
    """Return the lines of a place where money ends: its name and the whole sum."""
    return (*wrapped(place.name, END_EMS), printed(place.amount))


def printed(amount: Decimal) -> str:
    """Return an amount with thousands separators, exact; a whole number without decimals."""
    whole = amount.to_integral_value()
    return f"{whole if whole == amount else amount:,f}"
