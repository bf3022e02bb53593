"""What two cells of a line make of a third: a rate, a growth, a difference, a quotient."""

from dataclasses import replace
from fractions import Fraction

from shanhe.measures.computed import PERCENT, Computed, add, grown, percent, subtract
from shanhe.measures.printed_amount import counts, in_a_sum
from shanhe.measures.printed_tables import PrintedCell
from shanhe.values.quantity import Quantity
from shanhe.values.unit import unit

Made = tuple[Quantity, Computed]
"""What is stated, as it is to be judged, and what is due."""
_BARE, _POINT = unit(""), unit("百分点")
_TEN_THOUSAND = Fraction(10_000)


def rate(stated: PrintedCell, one: PrintedCell, other: PrintedCell) -> Made | None:
    """Return what percentage one cell is of the other: 1710 of 1800 are 95 %; things counted one by one are so many exactly."""
    part, whole = one.quantity, other.quantity
    if not part.unit.like(whole.unit) or not whole.amount or part.unit.symbol == "%":
        return None
    return replace(stated.quantity, unit=PERCENT, exact=False), percent(
        _counted(part), _counted(whole)
    )


def _counted(quantity: Quantity) -> Quantity:
    whole = counts(quantity.unit) and not quantity.places
    return replace(quantity, exact=True) if whole else in_a_sum(quantity)


def growth(stated: PrintedCell, one: PrintedCell, other: PrintedCell) -> Made | None:
    """Return by what percentage one cell is above the other: 110 over 100 is 10 %."""
    made = rate(stated, one, other)
    if made is None:
        return None
    stated_rate, ratio = made
    return stated_rate, grown(ratio)


def decline(stated: PrintedCell, one: PrintedCell, other: PrintedCell) -> Made | None:
    """Return by what percentage one cell is below the other: 90 below 100 is 10 %."""
    made = rate(stated, one, other)
    if made is None:
        return None
    stated_rate, ratio = made
    return stated_rate, grown(ratio, up=False)


def difference(stated: PrintedCell, one: PrintedCell, other: PrintedCell) -> Made | None:
    """Return one cell less the other: 49.60 is 1178.00 − 1128.40; of percentages the points."""
    new, old, told = one.quantity, other.quantity, stated.quantity
    if told.unit == _POINT and new.unit == old.unit == PERCENT:
        told = replace(told, unit=PERCENT)
    if not new.unit.like(old.unit) or not new.unit.like(told.unit):
        return None
    return told, subtract(new, old)


def both(stated: PrintedCell, one: PrintedCell, other: PrintedCell) -> Made | None:
    """Return two cells together: 583.00 done in all are 260.00 before and 323.00 in the year."""
    first, second = one.quantity, other.quantity
    if not all(each.unit.like(stated.quantity.unit) for each in (first, second)):
        return None
    if stated.quantity.unit.symbol == "%":
        return None
    return stated.quantity, add([first, second], stated.quantity.unit)


def quotient(
    stated: PrintedCell, one: PrintedCell, other: PrintedCell, factor: Fraction = Fraction(1)
) -> Made | None:
    """Return what one thing takes, as the bare number that the column prints: 2664 ÷ 148 is 18."""
    top, bottom = one.quantity, other.quantity
    if not bottom.amount or "%" in {top.unit.symbol, bottom.unit.symbol}:
        return None
    bare = replace(stated.quantity, unit=_BARE, exact=False)
    try:
        interval = (top.interval / bottom.interval).times(factor)
    except ZeroDivisionError:
        return None
    value = top.value / bottom.value * factor
    times = "" if factor == 1 else f" × {factor}"
    return bare, Computed(value, interval, _BARE, f"{top.number} ÷ {bottom.number}{times}")


def quotient_in_yuan(stated: PrintedCell, one: PrintedCell, other: PrintedCell) -> Made | None:
    """Return the same of 万元, told in 元."""
    return quotient(stated, one, other, _TEN_THOUSAND)
