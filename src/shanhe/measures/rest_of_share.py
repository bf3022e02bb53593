"""What is left of a whole of which a part and its share are told: 75000万元，占总额的75.00%，其余25000万元."""

from fractions import Fraction

from shanhe.measures.frame import AMOUNT, Frame
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.values.regex import regex

_SHARE = regex(
    rf"(?P<part>{AMOUNT})[^。；\ue000-\uf8ff]{{0,6}}占[^。；\ue000-\uf8ff]{{2,24}}(?P<share>{AMOUNT})[，,]$"
)
_WHOLE = Fraction(100)


def is_rest_of_share(frame: Frame, start: int, rest: PrintedAmount) -> bool:
    """Return whether an amount is what the share told right before ``start`` leaves of its whole."""
    told = _SHARE.search(frame.bones.text[:start])
    if told is None:
        return False
    part, share = frame.bones.amount(told["part"]), frame.bones.amount(told["share"])
    if not (share.is_percent and part.is_like(rest) and 0 < share.quantity.value < _WHOLE):
        return False
    amount = part.quantity.value_in(rest.quantity.unit)
    room = Fraction(1, 2 * 10**share.quantity.places)
    ends = [_left(amount, share.quantity.value + shift) for shift in (room, -room)]
    return ends[0] <= rest.quantity.value <= ends[1]


def _left(part: Fraction, share: Fraction) -> Fraction:
    return part * (_WHOLE - share) / share
