"""Area of an outline on the ellipsoid of CGCS2000, as 国土调查办发〔2008〕32号 defines it."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import shapely

from shanhe.values.quantity import rounded

_A, _FLAT = 6378137.0, 1 / 298.257222101
_E2 = _FLAT * (2 - _FLAT)
_E = np.sqrt(_E2)
_HALF_B2 = _A**2 * (1 - _E2) / 2
_NO_AREA = Decimal(0)


def square_metres(shape: Any) -> Decimal:
    """Return the area of a polygon in longitude and latitude, in square metres with two decimals.

    The notice sums, edge by edge, trapezoids between the edge and a meridian; an edge is straight in
    longitude and latitude. Its series in e² is that of the area between the equator and a parallel,
    taken here in closed form: the two agree to 10⁻¹². Holes are taken out; lines and points have no
    area.

    Example:
        0.001° × 0.001° at 40.500° is 9412.90 square metres.
    """
    area = sum(map(_polygon, _polygons(shape)))
    return rounded(Fraction(float(area)), 2) if area else _NO_AREA


def _polygons(shape: Any) -> list[Any]:
    parts = shapely.get_parts(shape).tolist()
    if shape.geom_type == "GeometryCollection":
        return [polygon for part in parts for polygon in _polygons(part)]
    return [part for part in parts if part.geom_type == "Polygon" and not part.is_empty]


def _polygon(polygon: Any) -> float:
    holes = sum(_ring(hole) for hole in polygon.interiors)
    return float(_ring(polygon.exterior) - holes)


def _ring(ring: Any) -> float:
    """Return the sum of the trapezoids; the meridian of the first point keeps the digits."""
    degrees = shapely.get_coordinates(ring)
    east = np.radians(degrees[:, 0] - degrees[0, 0])
    north = np.sin(np.radians(degrees[:, 1]))
    from_equator = _HALF_B2 * (north / (1 - _E2 * north**2) + np.arctanh(_E * north) / _E)
    return abs(float(((east[1:] + east[:-1]) / 2 * np.diff(from_equator)).sum()))
