"""How a printed unit fits an indicator."""

from enum import StrEnum

from shanhe.catalogue.model import Indicator
from shanhe.values.unit import Unit, find_unit

_UNSAID = {"carbon": "mass", "carbon dioxide": "mass"}
"""A mass that does not say of what."""

Dimensions = tuple[tuple[str, int], ...]


class Fit(StrEnum):
    """How a unit fits.

    Attributes:
        FITS: a value can be printed in it.
        VAGUE: it leaves open whether a year's or a whole amount is meant, or of what substance.
        WRONG: it measures something else.
    """

    FITS = "fits"
    VAGUE = "vague"
    WRONG = "wrong"


def unit_fit(indicator: Indicator, printed: Unit) -> Fit:
    """Return how ``printed`` fits the indicator.

    Example:
        万立方米 for a gain in 万立方米/年 is vague, and so is 吨 for 吨碳; 公顷 for a cost is wrong.
    """
    if indicator.takes(printed):
        return Fit.FITS
    symbols = (indicator.unit_symbol, *indicator.also_units)
    known = [unit for unit in map(find_unit, symbols) if unit is not None]
    plain = [_timeless(unit.dimensions) for unit in known]
    plain += [tuple((_UNSAID.get(name, name), power) for name, power in one) for one in plain]
    return Fit.VAGUE if _timeless(printed.dimensions) in plain else Fit.WRONG


def _timeless(dimensions: Dimensions) -> Dimensions:
    """Return dimensions without "per year"."""
    return tuple(one for one in dimensions if one != ("year", -1))
