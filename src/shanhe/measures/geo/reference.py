"""Reference systems of plots: which are taken, and outlines brought to CGCS2000 longitude, latitude."""

from enum import StrEnum
from typing import Any

import numpy as np
import shapely
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError

CGCS2000 = 4490
_ZONES = range(4491, 4555)
"""Gauss-Krüger on CGCS2000, 6 and 3 degrees wide, with and without the zone before the easting."""
_WGS84 = 4326
_CHINA = (73.0, 3.0, 136.0, 54.0)
"""West, south, east, north of all that may be a plot, in degrees."""
_SURE = 70


class Reference(StrEnum):
    """What a declared reference system is to plots.

    Attributes:
        NATIONAL: CGCS2000, as the law wants it. WORLD: WGS 84, apart from it by less than a metre.
        OTHER: another one; whoever made the file has to convert it.
    """

    NATIONAL = "national"
    WORLD = "world"
    OTHER = "other"


class OutsideChina(Exception):  # noqa: N818 - what it says
    """Coordinates that cannot be what the file declares them to be; ``found`` shows one."""

    def __init__(self, found: str, *, is_swapped: bool) -> None:
        super().__init__(found)
        self.found, self.is_swapped = found, is_swapped


def reference_of(declared: str) -> tuple[Reference, int, str]:
    """Return what a declaration is, its EPSG number (0 for none) and its name.

    Example:
        The WKT ``CGCS2000_3_Degree_GK_CM_111E`` of a .prj is national, 4546.
    """
    try:
        crs = CRS.from_user_input(declared)
    except CRSError:
        return Reference.OTHER, 0, declared[:60]
    number = crs.to_epsg(min_confidence=_SURE) or 0
    if number == CGCS2000 or number in _ZONES:
        return Reference.NATIONAL, number, crs.name
    return (Reference.WORLD if number == _WGS84 else Reference.OTHER), number, crs.name


def in_degrees(shapes: Any, number: int) -> Any:
    """Return shapes in longitude and latitude of CGCS2000.

    WGS 84 is taken as it is: the two differ by less than a metre, and no official parameters exist.

    Raises:
        OutsideChina: what comes out cannot be in China, so the declaration is wrong.
    """
    if number not in {CGCS2000, _WGS84}:
        own = Transformer.from_crs(number, CGCS2000, always_xy=True)
        shapes = shapely.transform(shapes, lambda xy: np.column_stack(own.transform(*xy.T)))
    _ask_china(shapes)
    return shapes


def _ask_china(shapes: Any) -> None:
    west, south, east, north = shapely.total_bounds(shapes)
    if west >= _CHINA[0] and south >= _CHINA[1] and east <= _CHINA[2] and north <= _CHINA[3]:
        return
    swapped = west >= _CHINA[1] and east <= _CHINA[3] and south >= _CHINA[0] and north <= _CHINA[2]
    raise OutsideChina(f"{west:.6g}，{south:.6g}", is_swapped=bool(swapped))
