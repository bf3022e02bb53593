"""The five outcomes of holding a printed statement against its recomputation."""

from enum import StrEnum
from fractions import Fraction

from shanhe.values.interval import Interval
from shanhe.values.quantity import Quantity, Sign, rounded


class Outcome(StrEnum):
    """What came of a check; ``UNDECIDED`` always says what is lacking."""

    HOLDS = "holds"
    WITHIN_ROUNDING = "holds_within_rounding"
    FAILS = "fails"
    UNDECIDED = "cannot_be_judged"
    NOT_APPLICABLE = "not_applicable"

    @property
    def is_kept(self) -> bool:
        """Whether the statement stands, if only within rounding."""
        return self in {Outcome.HOLDS, Outcome.WITHIN_ROUNDING}


def judge_equal(stated: Quantity, computed: Interval, value: Fraction) -> Outcome:
    """Return whether a stated quantity can be what was computed.

    Args:
        stated: as printed; the computed numbers are in its unit.
        computed: all results that the printed operands allow.
        value: the result of the operands taken as printed.

    Returns:
        ``HOLDS`` if ``value`` prints as stated, ``WITHIN_ROUNDING`` if some allowed result does,
        else ``FAILS``.

    Example:
        Stated 3.06 %: 12.92/422.33 is 3.0592 % and holds. Stated 1729.63 公顷 for six areas that
        add up to 1729.66: within rounding, since each area may be off by 0.005.
    """
    if rounded(value, stated.places) == stated.amount:
        return Outcome.HOLDS
    return Outcome.WITHIN_ROUNDING if stated.interval.meets(computed) else Outcome.FAILS


def judge_bound(computed: Interval, value: Fraction, limit: Quantity, sign: Sign) -> Outcome:
    """Return whether a computed number keeps a printed limit.

    A limit that is itself rounded is kept by what rounds to it: 28.8318 keeps ≤28.83, but only
    within rounding.

    Raises:
        ValueError: ``sign`` names no direction.

    Example:
        13983.09 万元 / 422.33 公顷 = 33.11 against ≤28.83: fails.
    """
    if sign in {Sign.AT_LEAST, Sign.ABOVE}:
        strictly = value > limit.value or (sign is Sign.AT_LEAST and value == limit.value)
        nearly = computed.high > limit.interval.low
    elif sign in {Sign.AT_MOST, Sign.BELOW}:
        strictly = value < limit.value or (sign is Sign.AT_MOST and value == limit.value)
        nearly = computed.low < limit.interval.high
    else:
        raise ValueError(f"no direction: {sign!r}")
    if strictly:
        return Outcome.HOLDS
    return Outcome.WITHIN_ROUNDING if nearly else Outcome.FAILS
