"""What a share told after amounts may be of: a list up to its last, or a part whose digits are turned."""

from collections.abc import Sequence
from fractions import Fraction

from shanhe.measures.amounts_of_paper import AmountsOfPaper
from shanhe.measures.computed import Computed, add, percent
from shanhe.measures.frame import Frame
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.slips import is_turned
from shanhe.values.outcome import judge_equal
from shanhe.values.quantity import Quantity, rounded

_HUNDRED = Fraction(100)


def is_share_of_list(rate: Quantity, told: Sequence[Quantity], whole: Quantity) -> bool:
    """Return whether two or more of the last amounts told are together the share of the whole.

    Args:
        rate: a percentage.
        told: in order, the last one right before the share.
        whole: what it is of.

    Example:
        Of 126, 98 and 76 公顷 the last two are 43.5 % of 400 公顷, all three 75 %.
    """
    for first in range(len(told) - 2, -1, -1):
        if not told[first].unit.like(whole.unit) or not whole.value:
            return False
        total = add(told[first:], whole.unit)
        made = total.interval.times(_HUNDRED) / whole.interval
        if judge_equal(rate, made, total.value * _HUNDRED / whole.value).is_kept:
            return True
    return False


def slip_of_part(
    paper: AmountsOfPaper, frame: Frame, part: PrintedAmount, rate: PrintedAmount
) -> Computed | None:
    """Return the share of an amount of the same paragraph that a part has with its digits turned.

    Example:
        ``1260人，其中1341人，占90%``: 1134 are 90 % of 1260, and 1341 is it with its digits turned.
    """
    for one in paper.like(part):
        whole = one.amount.quantity
        due = rate.quantity.value * whole.value / _HUNDRED
        own = rounded(due, part.quantity.places)
        here = one.place[:1] == (id(frame.sentence.line),)
        if one.amount is not part and whole.value and here and is_turned(own, part.quantity.amount):
            return percent(part.quantity, whole)
    return None
