"""Whether one number is another with its digits set wrong."""

from decimal import Decimal

_LEAST_DIGITS = 3


def telling_digits(number: Decimal) -> int:
    """Return how many digits tell a number from others: 1800 has two, 0.0305 three."""
    return len(f"{abs(number):f}".replace(".", "").strip("0"))


def is_turned(one: Decimal, other: Decimal) -> bool:
    """Return whether two numbers have the same digits in another order.

    Example:
        71.28 and 78.21 have, and so have 651 and 615; 12 and 21 are too short to tell.
    """
    first, second = f"{one:f}", f"{other:f}"
    long = len(first.replace(".", "")) >= _LEAST_DIGITS
    placed = first.find(".") == second.find(".")
    return long and placed and first != second and sorted(first) == sorted(second)


def is_slip(one: Decimal, other: Decimal) -> bool:
    """Return whether two numbers have the same digits in another order, or differ in one.

    Example:
        1136 and 1166 are a slip of the pen.
    """
    first, second = f"{one:f}", f"{other:f}"
    if len(first) != len(second) or len(first.replace(".", "")) < _LEAST_DIGITS:
        return False
    changed = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    return is_turned(one, other) or len(changed) == 1
