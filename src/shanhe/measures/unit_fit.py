"""How a printed unit fits an indicator."""

from enum import StrEnum

from shanhe.catalogue.model import Indicator
from shanhe.values.regex import regex
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


_NAMED = (
    (regex(r".*面积"), {"area"}),
    (regex(r".*(?:长度|里程)"), {"length"}),
    (regex(r".*(?:[^效概]率|满意度)"), {"ratio", "points", "number"}),
    (regex(r".*年限"), {"year", "month"}),
    (regex(r".*(?:人数|人口)"), {"person", "household", "visit"}),
    (regex(r".*户数"), {"household"}),
    (regex(r".*人次"), {"visit", "person"}),
)
"""What the last words of a name say that is measured."""


def name_fits(name: str, printed: Unit) -> bool:
    """Return whether a unit can be meant by a name; most names say nothing of it.

    Example:
        管护年限 in 亩 cannot be right; 受益人口 in 户 can.
    """
    due = next((kinds for pattern, kinds in _NAMED if pattern.fullmatch(name)), None)
    if due is None:
        return True
    return len(printed.dimensions) == 1 and printed.dimensions[0][0] in due


def name_says(name: str, printed: Unit) -> bool:
    """Return whether a name itself says that it is counted in such a unit.

    Example:
        带动就业人数（人） is counted in 人, though its like, 带动务工人次, is in 人次.
    """
    bare = _BRACKETS.sub("", name)
    return any(pattern.fullmatch(bare) for pattern, _ in _NAMED) and name_fits(bare, printed)


_BRACKETS = regex(r"\s*[（(][^（）()]*[）)]\s*$")


def _timeless(dimensions: Dimensions) -> Dimensions:
    """Return dimensions without "per year"."""
    return tuple(one for one in dimensions if one != ("year", -1))
