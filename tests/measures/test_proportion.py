"""A sum divided in proportion."""

from decimal import Decimal
from fractions import Fraction

import pytest

from shanhe.measures.computed import PERCENT, money
from shanhe.measures.proportion import in_proportion
from shanhe.values.interval import Interval
from shanhe.values.quantity import Quantity


def test_exact_weights_give_exact_parts() -> None:
    parts = in_proportion(Fraction(100), [money(Decimal(w)).interval for w in (1, 3)])
    assert parts == [Interval.exactly(25), Interval.exactly(75)]


def test_printed_shares_leave_room() -> None:
    shares = [Quantity(Decimal(share), PERCENT).interval for share in ("6.82", "25.55", "54.17")]
    for part, stated in zip(
        in_proportion(Fraction(1346), shares), ("106.12", "397.39", "842.49"), strict=True
    ):
        assert Fraction(stated) in part


def test_weights_of_nothing_divide_nothing() -> None:
    with pytest.raises(ZeroDivisionError):
        in_proportion(Fraction(1), [money(Decimal(0)).interval])
