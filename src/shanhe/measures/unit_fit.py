"""How a printed unit fits an indicator."""

from enum import StrEnum

from shanhe.catalogue.model import Indicator
from shanhe.values.unit import Unit, find_unit

_UNSAID = {"carbon": "mass", "carbon dioxide": "mass"}
"""A mass that does not say of what."""


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
    known = (find_unit(symbol) for symbol in (indicator.unit_symbol, *indicator.also_units))
    plain = {_plain(unit) for unit in known if unit is not None}
    return Fit.VAGUE if _plain(printed) in plain else Fit.WRONG


def _plain(unit: Unit) -> tuple[tuple[str, int], ...]:
    """Return the dimensions without the year, with substances taken as mass."""
    kept = ((_UNSAID.get(name, name), power) for name, power in unit.dimensions)
    return tuple(sorted((name, power) for name, power in kept if (name, power) != ("year", -1)))
