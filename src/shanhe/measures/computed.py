"""Sums, quotients and means over printed numbers, with their intervals and how they came about."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal, Inexact
from fractions import Fraction
from functools import reduce

from shanhe.values.around import Around, total_of
from shanhe.values.interval import Interval, decimal_text
from shanhe.values.quantity import Quantity, rounded
from shanhe.values.unit import Unit, per, unit

PERCENT = unit("%")
MOST_DECIMALS = 8
_HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True)
class Computed:
    """A number that was computed from printed ones.

    Attributes:
        value: from the operands taken as printed, exact.
        interval: all results that the operands' intervals allow.
        unit: of both.
        steps: the computation in figures, ``62.37 + 348.78 + 1514.01``; without the result.
    """

    value: Fraction
    interval: Interval
    unit: Unit
    steps: str

    def printed(self, places: int) -> str:
        """Return the value rounded half up, as text."""
        return f"{rounded(self.value, places):f}"

    @property
    def equation(self) -> str:
        """The computation with its result and the interval that rounding leaves open."""
        result = f"{self.steps} = {decimal_text(self.value)}"
        exact = self.interval.low == self.interval.high
        return result if exact else f"{result} ∈ {self.interval}"


class Total(Computed):
    """A sum of numbers in one unit; fractions and text are made when somebody asks for them."""

    __slots__ = ("around", "parts")

    def __init__(self, around: Around, whole: Unit, parts: Sequence[Quantity]) -> None:
        put = object.__setattr__
        put(self, "around", around)
        put(self, "unit", whole)
        put(self, "parts", parts)

    def __reduce__(self) -> tuple[type["Total"], tuple[Around, Unit, Sequence[Quantity]]]:
        return Total, (self.around, self.unit, self.parts)

    around: Around
    parts: Sequence[Quantity]

    @property
    def value(self) -> Fraction:
        """The sum of the numbers as printed."""
        return Fraction(self.around.middle)

    @property
    def interval(self) -> Interval:
        """All sums that rounding allows."""
        return self.around.interval

    @property
    def steps(self) -> str:
        """The sum in figures."""
        texts = (f"{part.amount:f}".partition(".") for part in self.parts)
        return " + ".join(_printed(*text) for text in texts)


def add(parts: Sequence[Quantity], whole: Unit | None = None) -> Computed:
    """Return the sum of like quantities, in the unit ``whole`` (else of the first).

    Raises:
        UnlikeUnits: they measure different things.
        ValueError: there is nothing to add.

    Example:
        62.37 + 348.78 + 1514.01 公顷 is 1925.16 公顷.
    """
    if not parts:
        raise ValueError("nothing to add")
    target = whole or parts[0].unit
    if all(part.unit is target for part in parts):
        with suppress(Inexact):  # more than a thousand digits
            return Total(total_of(parts), target, parts)
    values = [part.value_in(target) for part in parts]
    intervals = [part.interval_in(target) for part in parts]
    steps = " + ".join(_term(value) for value in values)
    return Computed(sum(values, Fraction(0)), reduce(Interval.__add__, intervals), target, steps)


def subtract(new: Quantity, old: Quantity) -> Computed:
    """Return ``new`` − ``old`` in the unit of ``new``.

    Raises:
        UnlikeUnits: they measure different things.
    """
    minuend, subtrahend = new.value, old.value_in(new.unit)
    interval = new.interval - old.interval_in(new.unit)
    return Computed(
        minuend - subtrahend, interval, new.unit, f"{_term(minuend)} − {_term(subtrahend)}"
    )


def divide(top: Quantity, bottom: Quantity) -> Computed:
    """Return the quotient, in the unit "top per bottom".

    Raises:
        ZeroDivisionError: the divisor can be zero.

    Example:
        13983.09 万元 / 422.33 公顷 is 33.109…万元/公顷.
    """
    interval = top.interval / bottom.interval
    steps = f"{top.number} ÷ {bottom.number}"
    return Computed(top.value / bottom.value, interval, per(top.unit, bottom.unit), steps)


def percent(part: Quantity, whole: Quantity) -> Computed:
    """Return what percentage ``part`` is of ``whole``.

    Raises:
        UnlikeUnits: they measure different things.
        ZeroDivisionError: ``whole`` can be zero.

    Example:
        12.92 of 422.33 公顷 is 3.0592…%.
    """
    top, bottom = part.value_in(whole.unit), whole.value
    interval = part.interval_in(whole.unit).times(_HUNDRED) / whole.interval
    return Computed(top * 100 / bottom, interval, PERCENT, f"{_term(top)} ÷ {_term(bottom)} × 100%")


def grown(share: Computed, *, up: bool = True) -> Computed:
    """Return by how much a share is above 100 %, or, if not ``up``, below it.

    Example:
        15 of 8 is 187.5 %: 87.5 % more; 6 of 8 is 25 % less.
    """
    full = Interval.exactly(100)
    if up:
        return Computed(share.value - 100, share.interval - full, PERCENT, f"{share.steps} − 100%")
    return Computed(100 - share.value, full - share.interval, PERCENT, f"100% − {share.steps}")


def weighted_mean(values: Sequence[Quantity], weights: Sequence[Quantity]) -> Computed:
    """Return the mean of ``values``, each counted with its weight.

    Raises:
        ValueError: nothing to combine, or no weight for each value.
        ZeroDivisionError: the weights add up to zero.

    Example:
        20.21, 20.8 and 22.28 % weighted by 62.37, 348.78 and 1514.01 公顷 make 21.9449… %.
    """
    if not values or len(values) != len(weights):
        raise ValueError("each value needs one weight")
    pairs = list(zip(values, weights, strict=True))
    heavy = sum((weight.value for weight in weights), Fraction(0))
    value = sum((v.value * w.value for v, w in pairs), Fraction(0)) / heavy
    # The weights are taken as printed: their rounding moves the mean far less than the values'.
    ends = [
        sum((getattr(v.interval, end) * w.value for v, w in pairs), Fraction(0)) / heavy
        for end in ("low", "high")
    ]
    above = " + ".join(f"{v.number}×{w.number}" for v, w in pairs)
    below = " + ".join(w.number for w in weights)
    return Computed(value, Interval(ends[0], ends[1]), values[0].unit, f"({above}) ÷ ({below})")


def money(amount: Decimal) -> Quantity:
    """Return an allotted sum in 万元; it stands for itself alone."""
    return Quantity(amount, unit("万元"), exact=True)


def _printed(whole: str, point: str, decimals: str) -> str:
    """Return a printed number as a term, as ``_term`` does."""
    if len(decimals) > MOST_DECIMALS:
        return _term(Fraction(f"{whole}.{decimals}"))
    text = f"{whole}.{decimals}".rstrip("0").rstrip(".") if point else whole
    if text[0] != "-":
        return text
    return "0" if text == "-0" else f"({text})"


def _term(value: Fraction) -> str:
    text = decimal_text(value)
    return f"({text})" if value < 0 else text
