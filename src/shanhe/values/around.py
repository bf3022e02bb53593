"""A decimal and how far rounding may have moved it: sums, judged without fractions."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_UP, Context, Decimal, Inexact, InvalidOperation
from fractions import Fraction

from shanhe.values.interval import Interval
from shanhe.values.outcome import Outcome
from shanhe.values.quantity import Quantity

EXACT = Context(
    prec=1000,
    rounding=ROUND_HALF_UP,
    Emin=MIN_EMIN,
    Emax=MAX_EMAX,
    traps=[Inexact, InvalidOperation],
)
"""Refuses to round: what needs more than a thousand digits is left to fractions."""
_NOTHING = Decimal(0)
_HALVES = tuple(Decimal(5).scaleb(-places - 1) for places in range(10))


@dataclass(frozen=True, slots=True)
class Around:
    """All numbers at most ``reach`` away from ``middle``; an end may be left out.

    The same as an ``Interval`` whose ends lie equally far from the middle, which printed numbers and
    their sums are.
    """

    middle: Decimal
    reach: Decimal
    low_open: bool
    high_open: bool

    @property
    def interval(self) -> Interval:
        """The same in fractions."""
        middle, reach = Fraction(self.middle), Fraction(self.reach)
        return Interval(middle - reach, middle + reach, self.low_open, self.high_open)

    def meets(self, other: "Around") -> bool:
        """Return whether some number lies in both.

        Raises:
            Inexact: the numbers have more than a thousand digits.
        """
        gap = EXACT.subtract(other.middle, self.middle)
        both = EXACT.add(self.reach, other.reach)
        if abs(gap) != both:
            return abs(gap) < both
        if gap > 0:
            return not (self.high_open or other.low_open)
        return gap == 0 or not (self.low_open or other.high_open)


def around(printed: Quantity) -> Around:
    """Return what a printed number stands for, as ``Quantity.interval`` does."""
    amount = printed.amount
    if printed.exact or printed.unit.is_count:
        return Around(amount, _NOTHING, low_open=False, high_open=False)
    return Around(amount, _half(amount), low_open=amount <= 0, high_open=amount >= 0)


def total_of(parts: Sequence[Quantity]) -> Around:
    """Return the sum of numbers in one unit; each inexact one may be off by half its last digit.

    Raises:
        Inexact: the sum has more than a thousand digits.

    Example:
        62.37 + 348.78 + 1514.01 公顷 is 1925.16, and may be off by 0.015.
    """
    total, add = _NOTHING, EXACT.add
    for part in parts:
        total = add(total, part.amount)
    inexact = [part.amount for part in parts if not part.exact]
    if not inexact or parts[0].unit.is_count:
        return Around(total, _NOTHING, low_open=False, high_open=False)
    return Around(total, _reach(inexact, total), min(inexact) <= 0, max(inexact) >= 0)


def _reach(amounts: Sequence[Decimal], total: Decimal) -> Decimal:
    if all(map(total.same_quantum, amounts)):
        return EXACT.multiply(_half(total), len(amounts))
    reach = _NOTHING
    for amount in amounts:
        reach = EXACT.add(reach, _half(amount))
    return reach


def _half(amount: Decimal) -> Decimal:
    """Return half a unit of the last printed digit; 0.005 for 80.80."""
    exponent = amount.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return _HALVES[places] if places < len(_HALVES) else Decimal(5).scaleb(-places - 1, EXACT)


def judge_around(stated: Quantity, computed: Around) -> Outcome:
    """Return whether a stated number can be what was computed, as ``judge_equal`` does.

    Raises:
        Inexact: the numbers have more than a thousand digits.

    Example:
        Stated 1729.63 公顷 for six areas that add up to 1729.66: within rounding, since each area
        may be off by 0.005.
    """
    amount, middle = stated.amount, computed.middle
    if middle == amount or _rounds_to(middle, amount):
        return Outcome.HOLDS
    return Outcome.WITHIN_ROUNDING if around(stated).meets(computed) else Outcome.FAILS


def _rounds_to(middle: Decimal, amount: Decimal) -> bool:
    """Return whether a number with more decimals prints as ``amount``."""
    if middle.same_quantum(amount):
        return False
    exponent = amount.as_tuple().exponent
    last = Decimal(1).scaleb(min(exponent, 0)) if isinstance(exponent, int) else _NOTHING
    return middle.quantize(last, ROUND_HALF_UP) == amount
