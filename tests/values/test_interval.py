"""Intervals behave like sets of numbers."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanhe.values.interval import Interval, decimal_text
from shanhe.values.quantity import rounded

fractions = st.fractions(min_value=-1000, max_value=1000, max_denominator=1000)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(fractions), draw(fractions)))
    point = low == high
    return Interval(low, high, not point and draw(st.booleans()), not point and draw(st.booleans()))


def member(interval: Interval, weight: Fraction) -> Fraction:
    """A number strictly inside, or the only one."""
    return interval.low + (interval.high - interval.low) * weight


weights = st.fractions(min_value=Fraction(1, 100), max_value=Fraction(99, 100))


@given(intervals(), intervals(), weights, weights)
def test_sum_difference_and_product_hold_every_result(
    a: Interval, b: Interval, u: Fraction, v: Fraction
) -> None:
    x, y = member(a, u), member(b, v)
    assert x + y in a + b
    assert x - y in a - b
    assert x * y in a * b


@given(intervals(), intervals(), weights, weights)
def test_quotient_holds_every_result(a: Interval, b: Interval, u: Fraction, v: Fraction) -> None:
    if b.low <= 0 <= b.high:
        with pytest.raises(ZeroDivisionError):
            _ = a / b
    else:
        assert member(a, u) / member(b, v) in a / b


@given(intervals(), intervals())
def test_meeting_is_mutual_and_means_a_common_number(a: Interval, b: Interval) -> None:
    assert a.meets(b) == b.meets(a)
    low, high = max(a.low, b.low), min(a.high, b.high)
    middle = (low + high) / 2
    assert a.meets(b) == (low <= high and middle in a and middle in b)


@given(fractions, st.integers(0, 4))
def test_a_printed_number_stands_for_what_rounds_to_it(value: Fraction, places: int) -> None:
    printed = rounded(value, places)
    assert value in Interval.of_printed(Fraction(printed), places)


def test_half_rounds_away_from_zero_on_both_sides() -> None:
    assert str(Interval.of_printed(Fraction(306, 100), 2)) == "[3.055, 3.065)"
    assert str(Interval.of_printed(Fraction(-2), 0)) == "(-2.5, -1.5]"
    assert Fraction(-5, 2) not in Interval.of_printed(Fraction(-2), 0)
    assert Fraction(5, 2) not in Interval.of_printed(Fraction(2), 0)


def test_ends_that_only_touch_meet_when_both_are_closed() -> None:
    left, right = Interval(Fraction(0), Fraction(1)), Interval(Fraction(1), Fraction(2))
    assert left.meets(right)
    assert not left.meets(Interval(Fraction(1), Fraction(2), low_open=True))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(1, 8), "0.125"),
        (Fraction(1292, 42233), "0.03059219…"),
        (Fraction(-5, 2), "-2.5"),
        (Fraction(7), "7"),
    ],
)
def test_decimals_end_or_say_that_they_go_on(value: Fraction, text: str) -> None:
    assert decimal_text(value) == text
