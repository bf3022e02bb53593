"""Units as the papers print them, exact to convert, and refusing what is unlike."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache


class UnlikeUnits(ValueError):  # noqa: N818 - a refusal, named for what it says
    """Two units measure different things; ``str()`` names both."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure.

    Attributes:
        symbol: as this project prints it, such as ``公顷`` or ``万元/公顷``.
        dimensions: base dimension to exponent, sorted; ``(("area", -1), ("money", 1))``.
        factor: how many base units (元, 平方米, one) one of this unit is.
    """

    symbol: str
    dimensions: tuple[tuple[str, int], ...]
    factor: Fraction

    def measures(self, *names: str) -> bool:
        """Return whether this is a simple unit of one of the named base dimensions."""
        return len(self.dimensions) == 1 and self.dimensions[0] in {(name, 1) for name in names}

    @property
    def is_count(self) -> bool:
        """Whether it counts whole things (个, 处, 户 …), which are never rounded."""
        return self.dimensions in _COUNTED and self.factor == 1

    def like(self, other: "Unit") -> bool:
        """Return whether both measure the same thing, so that one converts into the other."""
        return self.dimensions == other.dimensions

    def factor_to(self, other: "Unit") -> Fraction:
        """Return by what an amount in this unit is multiplied to be in ``other``.

        Raises:
            UnlikeUnits: the two do not measure the same thing.

        Example:
            1 公顷 is 15 亩: ``unit("公顷").factor_to(unit("亩")) == 15``.
        """
        if self is other:
            return _ONE
        if not self.like(other):
            raise UnlikeUnits(f"{self.symbol} / {other.symbol}")
        return self.factor / other.factor


_ONE = Fraction(1)
_COUNTED = frozenset(((name, 1),) for name in ("item", "place", "seat", "household", "parcel"))
_SIMPLE: Mapping[str, tuple[str, Fraction, tuple[str, ...]]] = {
    # symbol: (dimension, factor to the base, other spellings)
    "元": ("money", Fraction(1), ()),
    "万元": ("money", Fraction(10_000), ()),
    "亿元": ("money", Fraction(100_000_000), ()),
    "平方米": ("area", Fraction(1), ("㎡", "m²", "m2")),
    "公顷": ("area", Fraction(10_000), ("ha", "hm²", "hm2")),
    "平方公里": ("area", Fraction(1_000_000), ("km²", "km2", "平方千米")),
    "亩": ("area", Fraction(2000, 3), ()),
    "万亩": ("area", Fraction(20_000_000, 3), ()),
    "%": ("ratio", Fraction(1, 100), ("％", "﹪", "百分之")),
    "‰": ("ratio", Fraction(1, 1000), ()),
    "百分点": ("points", Fraction(1), ("个百分点",)),
    "人": ("person", Fraction(1), ()),
    "万人": ("person", Fraction(10_000), ()),
    "人次": ("visit", Fraction(1), ()),
    "户": ("household", Fraction(1), ()),
    "个": ("item", Fraction(1), ()),
    "处": ("place", Fraction(1), ()),
    "座": ("seat", Fraction(1), ()),
    "图斑": ("parcel", Fraction(1), ("个图斑",)),
    "种": ("species", Fraction(1), ()),
    "立方米": ("volume", Fraction(1), ("m³", "m3", "方")),
    "万立方米": ("volume", Fraction(10_000), ("万m³", "万m3", "万方")),
    "米": ("length", Fraction(1), ("m",)),
    "公里": ("length", Fraction(1000), ("km", "千米")),
    "吨": ("mass", Fraction(1), ("t",)),
    "吨碳": ("carbon", Fraction(1), ("tC", "t C")),
    "吨二氧化碳": ("carbon dioxide", Fraction(1), ("tCO2", "tCO₂", "t CO₂")),
    "万吨": ("mass", Fraction(10_000), ()),
    "年": ("year", Fraction(1), ("a",)),
    "月": ("month", Fraction(1), ("个月",)),
    "天": ("day", Fraction(1), ("日",)),
    "": ("number", Fraction(1), ("—", "–", "无量纲")),
}


def _spellings() -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for symbol, (dimension, factor, others) in _SIMPLE.items():
        unit_ = Unit(symbol, ((dimension, 1),), factor)
        found |= dict.fromkeys((symbol, *others), unit_)
    return found


_BY_SPELLING = _spellings()


@cache
def find_unit(text: str) -> Unit | None:
    """Return the unit that ``text`` spells, ``None`` if there is none.

    A slash makes a rate: ``万元/公顷``, ``万立方米/年``. Blanks and letter case of ``ha`` and
    ``km`` do not matter.
    """
    plain = text.replace(" ", "").replace("\u3000", "").replace("／", "/")
    if plain in _BY_SPELLING:
        return _BY_SPELLING[plain]
    if plain.lower() in _BY_SPELLING:
        return _BY_SPELLING[plain.lower()]
    above, slash, below = plain.partition("/")
    if not slash or not above or not below:
        return None
    top, bottom = find_unit(above), find_unit(below)
    return per(top, bottom) if top and bottom else None


def unit(text: str) -> Unit:
    """Return the unit that ``text`` spells.

    Raises:
        KeyError: no such unit is known.
    """
    found = find_unit(text)
    if found is None:
        raise KeyError(text)
    return found


@cache
def per(top: Unit, bottom: Unit) -> Unit:
    """Return the unit "top per bottom", such as 万元/公顷."""
    powers = dict(top.dimensions)
    for name, exponent in bottom.dimensions:
        powers[name] = powers.get(name, 0) - exponent
    left = tuple(sorted((name, power) for name, power in powers.items() if power))
    return Unit(f"{top.symbol}/{bottom.symbol}", left, top.factor / bottom.factor)
