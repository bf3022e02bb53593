"""What can be read and hardly was meant: a negative amount, a day that is still to come."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from shanhe.records.source import Record


def negative(record: Record, keys: Iterable[str]) -> Iterator[str]:
    """Yield the fields that hold a number below zero; where nothing is stated, nothing is negative.

    Example:
        Of ``amount`` −12.92 and ``count`` 0 it is ``amount`` alone.
    """
    for key in keys:
        value = getattr(record, key, None)
        if isinstance(value, int | Decimal) and value < 0:
            yield key


def to_come(record: Record, keys: Iterable[str], on: date) -> Iterator[str]:
    """Yield the fields that hold a day after another; the day itself has come.

    Example:
        On 2025-12-31 it is 2026-01-01, not 2025-12-31.
    """
    for key in keys:
        value = getattr(record, key, None)
        if isinstance(value, date) and value > on:
            yield key
