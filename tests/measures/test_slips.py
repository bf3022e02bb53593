"""Digits set wrong."""

from decimal import Decimal

from shanhe.measures.slips import is_slip, is_turned


def test_digits_in_another_order() -> None:
    assert is_turned(Decimal("71.28"), Decimal("78.21"))
    assert is_turned(Decimal(651), Decimal(615))
    assert not is_turned(Decimal(12), Decimal(21))
    assert not is_turned(Decimal("71.28"), Decimal("7.128"))
    assert not is_turned(Decimal(651), Decimal(651))


def test_one_digit_is_another() -> None:
    assert is_slip(Decimal(1136), Decimal(1166))
    assert is_slip(Decimal(651), Decimal(615))
    assert not is_slip(Decimal(1136), Decimal(1245))
    assert not is_slip(Decimal(1136), Decimal(136))
