"""How far the year has run: what an even plan would have done by a day."""

from datetime import date
from fractions import Fraction


def elapsed(year: int, on: date) -> Fraction:
    """Return the share of a year that has run at the end of a day, from 0 to 1.

    Example:
        At the end of 2025-07-01, the 182nd of 365 days, 182/365 have run.
    """
    first, last = date(year, 1, 1), date(year, 12, 31)
    days = (last - first).days + 1
    return Fraction(min(max((on - first).days + 1, 0), days), days)
