"""A sum divided in proportion to weights that may be rounded."""

from collections.abc import Sequence
from fractions import Fraction

from shanhe.values.interval import Interval


def in_proportion(total: Fraction, weights: Sequence[Interval]) -> list[Interval]:
    """Return for each weight what falls to it, as the weights' intervals allow.

    A part is smallest where its own weight is low and all others are high.

    Raises:
        ZeroDivisionError: the weights can add up to zero.

    Example:
        1346 by 6.82, 25.55 and 54.17 printed at two decimals: [105.99…, 106.15…] for the first.
    """
    low = sum((weight.low for weight in weights), Fraction(0))
    high = sum((weight.high for weight in weights), Fraction(0))
    return [
        Interval(
            total * weight.low / (weight.low + high - weight.high),
            total * weight.high / (weight.high + low - weight.low),
        )
        for weight in weights
    ]
