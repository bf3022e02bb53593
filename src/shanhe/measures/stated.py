"""Whether a stated number can be a computed one, or another statement of the same number."""

from shanhe.catalogue.model import Direction, Indicator
from shanhe.measures.computed import Computed, Total
from shanhe.values.around import judge_around
from shanhe.values.outcome import Outcome, judge_bound, judge_equal
from shanhe.values.quantity import Quantity, Sign

_LIMITS = {Sign.AT_LEAST, Sign.AT_MOST, Sign.ABOVE, Sign.BELOW}


def agree(one: Quantity, other: Quantity) -> bool | None:
    """Return whether two statements can be of one number; ``None`` where units are unlike.

    Example:
        1114.11 公顷 and 1114.1 ha are one number at two precisions; 1922.26 and 1925.16 are not.
    """
    if not one.unit.like(other.unit):
        return None
    return one.interval.meets(other.interval_in(one.unit))


def judge_stated(stated: Quantity, computed: Computed) -> Outcome:
    """Return whether a stated number, or limit, can be what was computed.

    A number without sign has to be the computed one; one with a sign has to be kept by it.

    Example:
        55722.19 / 1978.86 is 28.1587, so 28.14 fails, 28.16 holds and ``≤28.83`` holds.
    """
    if not stated.unit.like(computed.unit):
        return Outcome.NOT_APPLICABLE
    is_limit = stated.sign in _LIMITS
    if isinstance(computed, Total) and computed.unit is stated.unit and not is_limit:
        return judge_around(stated, computed.around)
    factor = computed.unit.factor_to(stated.unit)
    value, interval = computed.value * factor, computed.interval.times(factor)
    if is_limit:
        return judge_bound(interval, value, stated, stated.sign)
    return judge_equal(stated, interval, value)


def judge_cap(limit: Quantity, computed: Computed) -> Outcome:
    """Return whether a computed number keeps an upper limit, whatever sign is printed before it."""
    if not limit.unit.like(computed.unit):
        return Outcome.NOT_APPLICABLE
    factor = computed.unit.factor_to(limit.unit)
    value, interval = computed.value * factor, computed.interval.times(factor)
    return judge_bound(interval, value, limit, Sign.AT_MOST)


def is_cap(stated: Quantity, indicator: Indicator) -> bool:
    """Return whether a target is an upper limit, by its sign or else by its indicator."""
    if stated.sign in {Sign.NONE, Sign.EQUAL}:
        return indicator.direction is Direction.LOWER
    return stated.sign in {Sign.AT_MOST, Sign.BELOW}
