"""Decimals around which rounding leaves room: the same answers as intervals in fractions."""

from decimal import Decimal
from fractions import Fraction
from functools import reduce

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from shanhe.measures.computed import Total, add
from shanhe.measures.stated import judge_stated
from shanhe.values.around import around, judge_around, total_of
from shanhe.values.interval import Interval
from shanhe.values.outcome import Outcome, judge_equal
from shanhe.values.quantity import Quantity
from shanhe.values.unit import unit

HECTARES = unit("公顷")
AMOUNTS = (
    st.decimals(-100, 100, places=1)
    | st.decimals(-100, 100, places=2)
    | st.decimals(-2, 2, places=12)
    | st.sampled_from([Decimal(text) for text in ("0", "-0", "0.00", "-0.5", "1E+2", "3E+1")])
)
PRINTED = st.builds(Quantity, AMOUNTS, st.sampled_from([HECTARES, unit("个")]), exact=st.booleans())


def quantity(text: str) -> Quantity:
    return Quantity(Decimal(text), HECTARES)


@given(PRINTED)
def test_a_printed_number_stands_for_the_same_interval(printed: Quantity) -> None:
    assert around(printed).interval == printed.interval


@given(PRINTED, PRINTED)
def test_two_numbers_meet_where_their_intervals_do(one: Quantity, other: Quantity) -> None:
    assert around(one).meets(around(other)) == one.interval.meets(other.interval)


@given(
    st.lists(st.builds(Quantity, AMOUNTS, st.just(HECTARES), exact=st.booleans()), min_size=1),
    st.sampled_from([0, 1, -1, 5, -5, 10]),
    st.integers(0, 13),
    st.booleans(),
)
@example([quantity("0.5"), quantity("0.5")], 0, 0, False)
@example([quantity("67.26"), quantity("107.34")], 10, 2, True)
def test_the_verdict_on_a_sum_is_that_of_fractions(
    parts: list[Quantity], off: int, places: int, exact: bool
) -> None:
    interval = reduce(Interval.__add__, (part.interval for part in parts))
    value = sum((part.value for part in parts), Fraction(0))
    last = Decimal(1).scaleb(-places)
    printed = total_of(parts).middle.quantize(last) + off * last / 10 * 5
    stated = Quantity(printed.quantize(last), HECTARES, exact=exact)
    assert judge_around(stated, total_of(parts)) is judge_equal(stated, interval, value)
    assert judge_stated(stated, add(parts)) is judge_equal(stated, interval, value)


@pytest.mark.parametrize(
    ("stated", "outcome"),
    [
        ("1729.66", Outcome.HOLDS),
        ("1729.7", Outcome.HOLDS),
        ("1729.63", Outcome.WITHIN_ROUNDING),
        ("1729.62", Outcome.FAILS),
        ("1728.66", Outcome.FAILS),
    ],
)
def test_six_areas_of_a_real_table(stated: str, outcome: Outcome) -> None:
    areas = ["67.26", "107.34", "565.51", "76.93", "425.99", "486.63"]
    assert judge_stated(quantity(stated), add([quantity(text) for text in areas])) is outcome


def test_more_than_a_thousand_digits_are_left_to_fractions() -> None:
    total = add([quantity("1"), quantity(f"0.{'0' * 1200}1")])
    assert not isinstance(total, Total)
    assert total.value.denominator == 10**1201
