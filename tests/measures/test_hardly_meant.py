"""What is negative or still to come is told by its field; a bound itself is neither."""

from datetime import date
from decimal import Decimal

from shanhe.measures.hardly_meant import negative, to_come
from shanhe.records.progress import Progress
from shanhe.records.source import RowSource

_ON = date(2025, 12, 31)


def row(when: date, amount: str | None) -> Progress:
    stated = None if amount is None else Decimal(amount)
    return Progress(
        source=RowSource("示例.xlsx", "进展监测", 2),
        when=when,
        indicator="restore_area",
        amount=stated,
    )


def test_below_zero_is_negative() -> None:
    for amount, told in (("-0.01", ["amount"]), ("0", []), ("12.92", []), (None, [])):
        assert list(negative(row(_ON, amount), ("amount", "unit"))) == told


def test_the_day_itself_has_come() -> None:
    assert list(to_come(row(_ON, "1"), ("when",), _ON)) == []
    assert list(to_come(row(date(2026, 1, 1), "1"), ("when",), _ON)) == ["when"]
