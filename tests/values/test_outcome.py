"""The five outcomes, on figures of real reports."""

from decimal import Decimal
from fractions import Fraction

import pytest

from shanhe.values.interval import Interval
from shanhe.values.outcome import Outcome, judge_bound, judge_equal
from shanhe.values.quantity import Quantity, Sign, rounded
from shanhe.values.unit import unit


def quantity(text: str, symbol: str = "公顷") -> Quantity:
    return Quantity(Decimal(text), unit(symbol))


def quotient(top: str, bottom: str) -> tuple[Interval, Fraction]:
    a, b = quantity(top), quantity(bottom)
    return (a.interval / b.interval).times(Fraction(100)), a.value / b.value * 100


@pytest.mark.parametrize(
    ("top", "bottom", "stated", "outcome"),
    [
        ("12.92", "422.33", "3.06", Outcome.HOLDS),
        ("12.92", "422.33", "3.1", Outcome.HOLDS),
        ("12.92", "422.33", "3.05", Outcome.FAILS),
        ("12.92", "422.33", "3.07", Outcome.FAILS),
        ("0.15", "5", "3.00", Outcome.HOLDS),
        ("0.10", "3", "3.33", Outcome.HOLDS),
        ("0.10", "3", "3.4", Outcome.WITHIN_ROUNDING),
    ],
)
def test_a_stated_ratio(top: str, bottom: str, stated: str, outcome: Outcome) -> None:
    computed, value = quotient(top, bottom)
    assert judge_equal(quantity(stated, "%"), computed, value) is outcome


def test_a_sum_of_rounded_areas_may_miss_by_its_rounding() -> None:
    parts = ["67.26", "107.34", "565.51", "76.93", "425.99", "486.63"]
    total = sum((quantity(p).interval for p in parts[1:]), quantity(parts[0]).interval)
    value = sum((quantity(p).value for p in parts), Fraction(0))
    assert judge_equal(quantity("1729.63"), total, value) is Outcome.WITHIN_ROUNDING
    assert judge_equal(quantity("1728.66"), total, value) is Outcome.FAILS


@pytest.mark.parametrize(
    ("value", "sign", "limit", "outcome"),
    [
        ("28.8318", Sign.AT_MOST, "28.83", Outcome.WITHIN_ROUNDING),
        ("28.83", Sign.AT_MOST, "28.83", Outcome.HOLDS),
        ("33.11", Sign.AT_MOST, "28.83", Outcome.FAILS),
        ("28.83", Sign.BELOW, "28.83", Outcome.WITHIN_ROUNDING),
        ("95", Sign.AT_LEAST, "95", Outcome.HOLDS),
        ("94.4", Sign.AT_LEAST, "95", Outcome.FAILS),
    ],
)
def test_a_limit_that_is_itself_rounded(
    value: str, sign: Sign, limit: str, outcome: Outcome
) -> None:
    exact = Fraction(Decimal(value))
    found = judge_bound(Interval.exactly(exact), exact, quantity(limit, "%"), sign)
    assert found is outcome


def test_a_bound_needs_a_direction() -> None:
    with pytest.raises(ValueError, match="no direction"):
        judge_bound(Interval.exactly(1), Fraction(1), quantity("1"), Sign.EQUAL)


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (Fraction(1, 8), 2, "0.13"),
        (Fraction(-1, 8), 2, "-0.13"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(1, 3), 3, "0.333"),
    ],
)
def test_rounding_is_half_up(value: Fraction, places: int, text: str) -> None:
    assert str(rounded(value, places)) == text
