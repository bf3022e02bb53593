"""The area that an attribute table states, against the area of the outline."""

from decimal import Decimal
from fractions import Fraction

from shanhe.values.outcome import Outcome
from shanhe.values.quantity import Quantity, rounded
from shanhe.values.unit import unit

_METRES = unit("平方米")


def compared(stated: Quantity, computed: Decimal, gap: Decimal) -> Outcome:
    """Return whether a stated area is that of the outline.

    Args:
        stated: as printed, in any unit of area.
        computed: of the outline, in square metres.
        gap: by how many percent methods of computing may differ (parameter ``area_method_gap``).

    It holds where the computed area lies in the interval of the printed digits, and within rounding
    where the methods may explain it.

    Example:
        5.52 公顷 stated for 55 198.12 m² holds; 5.5300 公顷 is 0.18 % off, and fails at 0.1 %.
    """
    if Fraction(computed) in stated.interval_in(_METRES):
        return Outcome.HOLDS
    off = difference(stated, computed)
    return Outcome.WITHIN_ROUNDING if abs(off) <= gap else Outcome.FAILS


def difference(stated: Quantity, computed: Decimal) -> Fraction:
    """Return by how many percent of the computed area the stated one is larger."""
    if not computed:
        return Fraction(100)
    return (stated.value_in(_METRES) - Fraction(computed)) / Fraction(computed) * 100


def percent(stated: Quantity, computed: Decimal) -> str:
    """Return the difference as printed: ``+0.18``."""
    return f"{rounded(difference(stated, computed), 2):+f}"
