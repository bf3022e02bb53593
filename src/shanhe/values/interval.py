"""What a printed number stands for: an interval with open or closed ends, on exact fractions."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers between two ends.

    Attributes:
        low, high: the ends; ``low`` is never above ``high``.
        low_open, high_open: whether the end itself is left out.
    """

    low: Fraction
    high: Fraction
    low_open: bool = False
    high_open: bool = False

    @staticmethod
    def exactly(value: Fraction | int) -> "Interval":
        """Return the interval that holds ``value`` alone."""
        return Interval(Fraction(value), Fraction(value))

    @staticmethod
    def of_printed(value: Fraction, places: int) -> "Interval":
        """Return what rounds half up to ``value`` at ``places`` decimals.

        Half up means away from zero, so the far end of a negative number is the closed one.

        Example:
            3.06 at 2 places is [3.055, 3.065); -2 at 0 places is (-2.5, -1.5].
        """
        half = Fraction(1, 2 * 10**places) if places >= 0 else Fraction(10**-places, 2)
        return Interval(value - half, value + half, low_open=value <= 0, high_open=value >= 0)

    def __neg__(self) -> "Interval":
        return Interval(-self.high, -self.low, self.high_open, self.low_open)

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(
            self.low + other.low,
            self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __sub__(self, other: "Interval") -> "Interval":
        return self + -other

    def times(self, factor: Fraction) -> "Interval":
        """Return the interval multiplied by an exact number."""
        if factor == 1:
            return self
        if factor.numerator < 0:
            return -self.times(-factor)
        if not factor:
            return Interval.exactly(0)
        return Interval(self.low * factor, self.high * factor, self.low_open, self.high_open)

    def __mul__(self, other: "Interval") -> "Interval":
        ends = [
            (a * b, (a_open and b != 0) or (b_open and a != 0))
            for a, a_open in ((self.low, self.low_open), (self.high, self.high_open))
            for b, b_open in ((other.low, other.low_open), (other.high, other.high_open))
        ]
        low, high = min(end for end, _ in ends), max(end for end, _ in ends)
        return Interval(
            low,
            high,
            low_open=all(is_open for end, is_open in ends if end == low),
            high_open=all(is_open for end, is_open in ends if end == high),
        )

    def __truediv__(self, other: "Interval") -> "Interval":
        """Return the quotient.

        Raises:
            ZeroDivisionError: ``other`` reaches zero.
        """
        if other.low.numerator <= 0 <= other.high.numerator:
            raise ZeroDivisionError("the divisor's interval reaches zero")
        if self.low.numerator > 0 < other.low.numerator:
            return Interval(
                self.low / other.high,
                self.high / other.low,
                self.low_open or other.high_open,
                self.high_open or other.low_open,
            )
        return self * Interval(1 / other.high, 1 / other.low, other.high_open, other.low_open)

    def __contains__(self, value: Fraction) -> bool:
        above = value > self.low or (value == self.low and not self.low_open)
        below = value < self.high or (value == self.high and not self.high_open)
        return above and below

    def meets(self, other: "Interval") -> bool:
        """Return whether some number lies in both."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return low < high or (low == high and low in self and low in other)

    def below(self, other: "Interval") -> bool:
        """Return whether every number here is below or equal to every number there."""
        return self.high <= other.low

    def __str__(self) -> str:
        left, right = "(" if self.low_open else "[", ")" if self.high_open else "]"
        return f"{left}{decimal_text(self.low)}, {decimal_text(self.high)}{right}"


def decimal_text(value: Fraction, most: int = 8) -> str:
    """Return ``value`` in decimals: whole if it ends within ``most`` places, else with ``…``.

    Example:
        1/8 is ``0.125``; 1292/42233 is ``0.03059219…``.
    """
    digits, rest = divmod(abs(value.numerator) * 10**most, value.denominator)
    text = f"{digits:0{most + 1}d}"
    text = f"{text[:-most]}.{text[-most:]}"
    ended = text.rstrip("0").rstrip(".") if not rest else f"{text}…"
    return f"-{ended}" if value < 0 else ended
