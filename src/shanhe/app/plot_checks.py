"""What is wrong with the plots of one layer: outlines, codes, shared ground, stated areas."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Protocol

import numpy as np
import shapely

from shanhe.measures.geo import stated as areas
from shanhe.measures.geo.topology import invalid, overlaps, same
from shanhe.records.plot import PlotProblem
from shanhe.values.outcome import Outcome
from shanhe.values.quantity import Quantity, rounded
from shanhe.values.unit import unit

_WHAT = {
    "Self-intersection": "边界自相交",
    "Ring Self-intersection": "边界自相交（同一点经过两次）",
    "Hole lies outside shell": "内环在外环之外",
    "Nested holes": "内环相套",
    "Interior is disconnected": "内环把图形分成几块",
    "Nested shells": "外环相套",
    "Duplicate Rings": "有重复的环",
    "Too few points in geometry component": "边界点太少",
    "Invalid Coordinate": "坐标不是数值",
    "Ring is not closed": "边界没有闭合",
}


class Checkable(Protocol):
    """What is asked of a record; see ``plot_reading.Read``."""

    row: int
    code: str
    stated: Quantity | None
    shape: Any
    area: Decimal


def repaired(reads: Sequence[Checkable]) -> list[PlotProblem]:
    """Put a valid outline in the place of each that is not, and say where."""
    there = [one for one in reads if one.shape is not None]
    problems = []
    for at, what, place in invalid(_array(there)):
        one = there[at]
        one.shape = shapely.make_valid(one.shape, method="structure")
        words = {"detail": f"{_WHAT.get(what, what)}（{place}）", "detail_en": f"{what} ({place})"}
        problems.append(PlotProblem("invalid", one.row, one.code, words))
    return problems


def checked(reads: Sequence[Checkable], sliver: Decimal, gap: Decimal) -> Iterator[PlotProblem]:
    """Yield what is wrong with plots that can be read, kind by kind, in the order of the layer."""
    there = [one for one in reads if one.shape is not None]
    yield from _codes(reads)
    yield from _shared(there)
    for one in there:
        if one.area < sliver:
            words = {"area": f"{one.area:,f}", "limit": f"{sliver:f}"}
            yield PlotProblem("sliver", one.row, one.code, words)
    for one in there:
        if one.stated is not None and areas.compared(one.stated, one.area, gap) is Outcome.FAILS:
            yield _differs(one, one.stated, gap)


def _array(there: Sequence[Checkable]) -> Any:
    shapes = np.empty(len(there), dtype=object)
    shapes[:] = [one.shape for one in there]
    return shapes


def _codes(reads: Sequence[Checkable]) -> Iterator[PlotProblem]:
    first: dict[str, int] = {}
    for one in reads:
        if one.code and first.setdefault(one.code, one.row) != one.row:
            yield PlotProblem("same_code", one.row, one.code, {"row": str(first[one.code])})


def _shared(there: Sequence[Checkable]) -> Iterator[PlotProblem]:
    shapes = _array(there)
    twins = list(same(shapes))
    for first, second in twins:
        one, other = there[second], there[first]
        yield PlotProblem("same_outline", one.row, one.code, {"other": _name(other)})
    for found in overlaps(shapes, twins):
        one, other = there[found.first], there[found.second]
        words = {"other": _name(other), "area": f"{found.area:,f}"}
        yield PlotProblem("overlap", one.row, one.code, words)


def _name(one: Checkable) -> str:
    return one.code or f"#{one.row}"


def _differs(one: Checkable, stated: Quantity, gap: Decimal) -> PlotProblem:
    own = rounded(Fraction(one.area) * unit("平方米").factor_to(stated.unit), 4)
    words = {
        "stated": str(stated),
        "area": f"{one.area:,f}",
        "converted": f"{own:f}{stated.unit.symbol}",
        "off": areas.percent(stated, one.area),
        "limit": f"{gap:f}",
    }
    return PlotProblem("area_differs", one.row, one.code, words)
