"""How outlines lie to each other: not simple, the same twice, over one another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np
import shapely

from shanhe.measures.geo.area import square_metres

_PLACES = 8
"""Decimals of a degree, about a millimetre: outlines that agree so far are the same."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two outlines that cover the same ground; ``area`` in square metres."""

    first: int
    second: int
    area: Decimal


def invalid(shapes: Any) -> Iterator[tuple[int, str, str]]:
    """Yield which outlines are not simple, what is wrong (a word of GEOS), and where."""
    for at in np.flatnonzero(~shapely.is_valid(shapes)):
        reason = str(shapely.is_valid_reason(shapes[at]))
        what, _, place = reason.partition("[")
        yield int(at), what.strip(), ", ".join(place.rstrip("]").split())


def same(shapes: Any) -> Iterator[tuple[int, int]]:
    """Yield pairs of which the second outline is the same as the first, to a millimetre."""
    rough = shapely.normalize(shapely.transform(shapes, lambda xy: xy.round(_PLACES)))
    first: dict[bytes, int] = {}
    for at, key in enumerate(shapely.to_wkb(rough)):
        if key in first:
            yield first[key], at
        else:
            first[key] = at


def overlaps(shapes: Any, apart_from: Sequence[tuple[int, int]] = ()) -> Iterator[Overlap]:
    """Yield pairs that share ground, from 0.01 square metres as printed; touching is none.

    Args:
        shapes: valid outlines in longitude and latitude.
        apart_from: pairs known to be the same.
    """
    one, other = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    once = one < other
    pairs = np.column_stack((one[once], other[once]))
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    known = set(apart_from)
    for first, second in ((int(a), int(b)) for a, b in pairs):
        if (first, second) not in known:
            area = square_metres(shapely.intersection(shapes[first], shapes[second]))
            if area:
                yield Overlap(first, second, area)


def together(shapes: Any) -> Decimal:
    """Return the area of all outlines together, shared ground counted once, in square metres."""
    return square_metres(shapely.union_all(shapes)) if len(shapes) else Decimal(0)
