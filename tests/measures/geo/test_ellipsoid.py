"""Areas on the ellipsoid: known values, and the official formula of 国土调查办发〔2008〕32号."""

from decimal import Decimal
from itertools import pairwise
from math import cos, dist, radians, sin, tan

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from shanhe.measures.geo.area import square_metres
from shanhe.measures.geo.stated import compared, percent
from shanhe.measures.geo.topology import invalid, overlaps, same, together
from shanhe.values.outcome import Outcome
from shanhe.values.quantity import Quantity
from shanhe.values.unit import unit

E2, B = 0.00669438002, 6356752.3141


def official(ring: list[tuple[float, float]]) -> float:
    """The sum of trapezoids against a meridian, term by term as the notice prints it."""
    e4, e6, e8 = E2**2, E2**3, E2**4
    terms = (
        1 + 3 / 6 * E2 + 30 / 80 * e4 + 35 / 112 * e6 + 630 / 2304 * e8,
        1 / 6 * E2 + 15 / 80 * e4 + 21 / 112 * e6 + 420 / 2304 * e8,
        3 / 80 * e4 + 7 / 112 * e6 + 180 / 2304 * e8,
        1 / 112 * e6 + 45 / 2304 * e8,
        5 / 2304 * e8,
    )
    total = 0.0
    for (l1, b1), (l2, b2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        middle, half = radians((b1 + b2) / 2), radians(b2 - b1) / 2
        series = sum(
            (-1) ** n * term * sin((2 * n + 1) * half) * cos((2 * n + 1) * middle)
            for n, term in enumerate(terms)
        )
        total += 2 * B**2 * radians((l1 + l2) / 2 - 105) * series
    return abs(total)


def box(west: float, south: float, width: float, height: float) -> list[tuple[float, float]]:
    east, north = west + width, south + height
    return [(west, south), (east, south), (east, north), (west, north)]


@pytest.mark.parametrize(
    ("south", "width", "height", "area"),
    [(40, 1, 1, 9412851604.15), (41, 0.01, 0.01, 934284.309), (40.5, 0.001, 0.001, 9412.904)],
)
def test_the_formula_of_the_notice_gives_its_known_areas(
    south: float, width: float, height: float, area: float
) -> None:
    assert official(box(110, south, width, height)) == pytest.approx(area, rel=3e-8)


@pytest.mark.parametrize(
    ("south", "side", "printed"), [(41, 0.01, "934284.31"), (40.5, 0.001, "9412.90")]
)
def test_a_plot_has_the_area_of_the_formula(south: float, side: float, printed: str) -> None:
    assert square_metres(shapely.Polygon(box(110, south, side, side))) == Decimal(printed)


def bend(ring: list[tuple[float, float]]) -> float:
    """Return the square metres between straight edges on the map and geodesics: l³ tan φ / 12 r of each."""
    far = ((dist(one, two) * 111_320, one[1]) for one, two in pairwise([*ring, ring[0]]))
    return sum(length**3 * tan(radians(north)) / (12 * 6_371_000) for length, north in far)


@given(
    st.floats(75, 134),
    st.floats(18, 52),
    st.lists(st.floats(0.0005, 0.004), min_size=5, max_size=40),
)
def test_plots_anywhere_in_china_agree_with_the_formula(
    west: float, south: float, radii: list[float]
) -> None:
    turn = 360 / len(radii)
    ring = [
        (west + r * cos(radians(n * turn)), south + r * sin(radians(n * turn)))
        for n, r in enumerate(radii)
    ]
    area = float(square_metres(shapely.Polygon(ring)))
    assert area == pytest.approx(official(ring), abs=0.006)  # 0.01 as printed
    geodesic = Geod(a=6378137, rf=298.257222101).geometry_area_perimeter(shapely.Polygon(ring))
    assert area == pytest.approx(abs(geodesic[0]), abs=0.01 + bend(ring))


def test_holes_are_taken_out_and_parts_added() -> None:
    whole, hole = box(110, 40, 0.01, 0.01), box(110.002, 40.002, 0.001, 0.001)
    holed = shapely.Polygon(whole, [hole])
    outer, inner = square_metres(shapely.Polygon(whole)), square_metres(shapely.Polygon(hole))
    assert square_metres(holed) == pytest.approx(outer - inner, abs=Decimal("0.01"))
    far = shapely.Polygon(box(110.1, 40, 0.001, 0.001))
    both = shapely.MultiPolygon([holed, far])
    assert square_metres(both) == pytest.approx(
        square_metres(holed) + square_metres(far), abs=Decimal("0.01")
    )
    assert square_metres(shapely.LineString([(110, 40), (111, 40)])) == 0


def test_turned_rings_have_the_same_area() -> None:
    ring = box(110, 40, 0.01, 0.01)
    assert square_metres(shapely.Polygon(ring)) == square_metres(shapely.Polygon(ring[::-1]))


def test_neighbours_that_touch_do_not_overlap() -> None:
    one, next_ = shapely.box(110, 40, 110.01, 40.01), shapely.box(110.01, 40, 110.02, 40.01)
    assert list(overlaps([one, next_])) == []
    shifted = shapely.box(110.009, 40, 110.019, 40.01)
    (found,) = overlaps([one, shifted])
    assert (found.first, found.second) == (0, 1)
    assert float(found.area) == pytest.approx(official(box(110.009, 40, 0.001, 0.01)), rel=1e-6)


def test_the_same_outline_from_another_corner_is_the_same() -> None:
    ring = box(110, 40, 0.01, 0.01)
    shapes = [shapely.Polygon(ring), shapely.Polygon(ring[2:] + ring[:2])]
    assert list(same(shapes)) == [(0, 1)]


def test_shared_ground_counts_once() -> None:
    one, twin = shapely.box(110, 40, 110.01, 40.01), shapely.box(110, 40, 110.01, 40.01)
    assert together([one, twin]) == square_metres(one)
    assert together([]) == 0


def test_a_crossing_is_told_with_its_place() -> None:
    bow = shapely.Polygon([(110, 40), (110.01, 40.01), (110.01, 40), (110, 40.01)])
    assert list(invalid([shapely.box(109, 40, 109.1, 40.1), bow])) == [
        (1, "Self-intersection", "110.005, 40.005")
    ]


@pytest.mark.parametrize(
    ("stated", "symbol", "outcome"),
    [
        ("5.52", "公顷", Outcome.HOLDS),  # 5.515 to 5.525
        ("5.5198", "公顷", Outcome.HOLDS),
        ("82.80", "亩", Outcome.HOLDS),
        ("5.5250", "公顷", Outcome.WITHIN_ROUNDING),  # 0.094 % more
        ("5.5300", "公顷", Outcome.FAILS),
        ("55198.12", "平方米", Outcome.HOLDS),
        ("5.52", "亩", Outcome.FAILS),
    ],
)
def test_a_stated_area_is_held_against_the_outline(
    stated: str, symbol: str, outcome: Outcome
) -> None:
    printed = Quantity(Decimal(stated), unit(symbol))
    assert compared(printed, Decimal("55198.12"), Decimal("0.1")) is outcome


def test_a_difference_is_printed_with_its_sign() -> None:
    assert percent(Quantity(Decimal("5.53"), unit("公顷")), Decimal("55198.12")) == "+0.18"
