"""A number as it was printed: amount, unit, decimals and sign."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from shanhe.values.interval import Interval
from shanhe.values.unit import Unit


class Sign(StrEnum):
    """The comparison sign before a number; ``NONE`` where nothing was printed."""

    NONE = ""
    AT_LEAST = "≥"
    AT_MOST = "≤"
    EQUAL = "="
    ABOVE = ">"
    BELOW = "<"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, exactly as printed.

    Attributes:
        amount: exact; its exponent keeps the decimals as printed (``Decimal("80.80")``).
        unit: its unit of measure.
        sign: the sign printed before it.
        exact: stands for itself alone: a count, or money that was allotted.
    """

    amount: Decimal
    unit: Unit
    sign: Sign = Sign.NONE
    exact: bool = False

    @property
    def places(self) -> int:
        """Decimals as printed; 2 for ``80.80``."""
        exponent = self.amount.as_tuple().exponent
        return -exponent if isinstance(exponent, int) and exponent < 0 else 0

    @property
    def value(self) -> Fraction:
        """The amount as an exact fraction, in this quantity's own unit."""
        return _fraction(self.amount)

    @property
    def interval(self) -> Interval:
        """What the printed number stands for: ± half a unit of its last digit, or itself.

        Example:
            1922.26 公顷 is [1922.255, 1922.265); 355 个 is [355, 355].
        """
        if self.exact or self.unit.is_count:
            return Interval.exactly(self.value)
        return _printed(self.amount, self.places)

    def interval_in(self, unit: Unit) -> Interval:
        """Return the interval converted into ``unit``.

        Raises:
            UnlikeUnits: it measures something else.
        """
        return (
            self.interval if unit is self.unit else self.interval.times(self.unit.factor_to(unit))
        )

    def value_in(self, unit: Unit) -> Fraction:
        """Return the amount converted into ``unit``, exact.

        Raises:
            UnlikeUnits: it measures something else.
        """
        return self.value if unit is self.unit else self.value * self.unit.factor_to(unit)

    @property
    def number(self) -> str:
        """The number alone, with the decimals as printed: ``80.80``."""
        return f"{self.amount:f}"

    def __str__(self) -> str:
        return f"{self.sign}{self.number}{self.unit.symbol}"


@lru_cache(4096)
def _fraction(amount: Decimal) -> Fraction:
    return Fraction(amount)


@lru_cache(4096)
def _printed(amount: Decimal, places: int) -> Interval:
    return Interval.of_printed(_fraction(amount), places)


def rounded(value: Fraction, places: int) -> Decimal:
    """Return ``value`` rounded half up (away from zero) to ``places`` decimals.

    Example:
        12.92 / 422.33 × 100 is 3.0592…, so ``rounded(Fraction(129200, 42233), 2)`` is 3.06;
        1/8 at two places is 0.13.
    """
    above, below = abs(value.numerator), value.denominator
    if places >= 0:
        above *= 10**places
    else:
        below *= 10**-places
    digits = (2 * above + below) // (2 * below)
    number = Decimal(digits if value >= 0 else -digits)
    return number.scaleb(-places) if places else number
