"""A target over its regions: whether the parts come to the whole, and by how much they miss it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from shanhe.catalogue.model import Dimension, Indicator, Way
from shanhe.measures.aggregate import is_added
from shanhe.measures.computed import Computed, add
from shanhe.records.targets import RegionalTarget, Target
from shanhe.values.interval import Interval
from shanhe.values.outcome import Outcome
from shanhe.values.quantity import Quantity
from shanhe.values.unit import UnlikeUnits


class Kind(StrEnum):
    """How a split is judged."""

    ADDED = "added"  # the parts add up to the whole
    MEAN = "mean"  # the whole lies between the least and the greatest part
    OTHER = "other"  # neither: it does not combine, or nobody said how


_MEANS = frozenset({Way.WMEAN, Way.RATIO, Way.POOL, Way.MIN, Way.MAX})


def kind_of(indicator: Indicator | None) -> Kind:
    """Return how an indicator's split is judged; ``None`` is one of the programme's own."""
    across = indicator.adds_up(Dimension.REGION) if indicator else None
    if indicator is None or across is None:
        return Kind.OTHER
    if is_added(indicator):
        return Kind.ADDED
    return Kind.MEAN if across.way in _MEANS else Kind.OTHER


def total_of(whole: Target | None, parts: Sequence[RegionalTarget]) -> Computed | None:
    """Return the sum of the parts in the unit of the whole; ``None`` where one has no number.

    Without a whole it is in the unit of the first part.

    Example:
        62.37 + 348.78 + 1514.01 公顷 is 1925.16 公顷.
    """
    known = [part.quantity for part in parts if part.quantity is not None]
    unit = whole.unit if whole is not None else known[0].unit if known else None
    if unit is None or len(known) != len(parts):
        return None
    try:
        return add(known, unit)
    except UnlikeUnits:
        return None


def span_of(whole: Quantity, parts: Sequence[RegionalTarget]) -> tuple[Quantity, Quantity] | None:
    """Return the least and the greatest part; ``None`` where one is no number of that kind."""
    known = [part.quantity for part in parts if part.quantity is not None]
    like = [quantity for quantity in known if quantity.unit.like(whole.unit)]
    if not like or len(like) != len(parts):
        return None
    return min(like, key=_size), max(like, key=_size)


def _size(quantity: Quantity) -> Fraction:
    return quantity.value * quantity.unit.factor


def is_within(whole: Quantity, span: tuple[Quantity, Quantity]) -> bool:
    """Return whether some number that prints as the whole lies between the ends."""
    low, high = span
    ends = Interval(low.value_in(whole.unit), high.value_in(whole.unit))
    return ends.meets(whole.interval)


@dataclass(frozen=True, slots=True)
class Split:
    """A judged split.

    Attributes:
        total: sum of the parts, of what is added alone.
        over: by how much the total is above the whole, in the unit of the total.
        places: the most decimals that whole or parts were printed with.
    """

    kind: Kind
    outcome: Outcome
    total: Computed | None = None
    over: Fraction | None = None
    places: int = 0


def judge(
    whole: Target | None,
    parts: Sequence[RegionalTarget],
    indicator: Indicator | None,
    missing: Sequence[str] = (),
) -> Split:
    """Return whether the parts come to the whole.

    Args:
        whole: ``None`` where only the parts are stated.
        parts: one row a region.
        indicator: says how the parts combine; ``None`` is one of the programme's own.
        missing: regions that have no part.

    Example:
        1925.16 公顷 of three regions against 1922.26 公顷 fails by 2.90 公顷.
    """
    kind = kind_of(indicator)
    if kind is Kind.OTHER:
        return Split(kind, Outcome.NOT_APPLICABLE)
    stated = whole.quantity if whole is not None else None
    if kind is Kind.MEAN:
        return Split(kind, _mean_outcome(stated, parts, missing))
    total = total_of(whole, parts)
    printed = [stated, *(part.quantity for part in parts)]
    places = max((quantity.places for quantity in printed if quantity is not None), default=0)
    if stated is None or total is None:
        return Split(kind, Outcome.UNDECIDED, total, None, places)
    over = total.value - stated.value_in(total.unit)
    return Split(kind, Outcome.FAILS if over else Outcome.HOLDS, total, over, places)


def _mean_outcome(
    stated: Quantity | None, parts: Sequence[RegionalTarget], missing: Sequence[str]
) -> Outcome:
    span = span_of(stated, parts) if stated is not None else None
    if stated is None or span is None:
        return Outcome.UNDECIDED
    if is_within(stated, span):
        return Outcome.HOLDS
    return Outcome.UNDECIDED if missing else Outcome.FAILS
