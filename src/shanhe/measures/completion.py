"""How far a target was reached, by the direction of its indicator."""

from dataclasses import dataclass
from enum import StrEnum

from shanhe.catalogue.model import Direction, Indicator
from shanhe.measures.computed import Computed, percent
from shanhe.records.progress import Actual
from shanhe.records.targets import Target
from shanhe.values.quantity import Quantity, Sign
from shanhe.values.unit import UnlikeUnits


class Why(StrEnum):
    """Why no completion can be computed."""

    NO_TARGET = "no_target"
    NO_ACTUAL = "no_actual"
    NOT_A_VALUE = "actual_is_not_a_value"
    UNLIKE_UNITS = "unlike_units"
    ZERO = "target_is_zero"
    IN_WORDS = "in_words"
    COMMITTED = "committed_not_achieved"


@dataclass(frozen=True, slots=True)
class Completion:
    """How far a target was reached.

    Attributes:
        computed: percentage; ``None`` where it cannot be computed, and ``why`` says why.
        met: whether the target was reached; ``None`` where that cannot be told.
    """

    computed: Computed | None
    met: bool | None
    why: Why | None = None


def direction_of(target: Target, indicator: Indicator | None) -> Direction:
    """Return which way the target is good: its own sign, else the indicator's."""
    if target.sign in {Sign.AT_LEAST, Sign.ABOVE}:
        return Direction.HIGHER
    if target.sign in {Sign.AT_MOST, Sign.BELOW}:
        return Direction.LOWER
    if target.sign is Sign.EQUAL:
        return Direction.EQUAL
    return indicator.direction if indicator else Direction.HIGHER


def completion(
    target: Target | None, actual: Actual | None, indicator: Indicator | None
) -> Completion:
    """Return completion of one target.

    A higher-is-better target is reached in the proportion actual / target; a limit is reached
    wholly or in the proportion target / actual (财预〔2020〕10号 leaves the formula of limits open);
    ``≥95%`` filled in as an actual is no value, and gives none.

    Example:
        12.92 of 422.33 公顷 is 3.06 %.
    """
    if target is None:
        return Completion(None, None, Why.NO_TARGET)
    if actual is None:
        return Completion(None, None, Why.NO_ACTUAL)
    if target.words or actual.words:
        return Completion(None, _met_in_words(target.words, actual.words), Why.IN_WORDS)
    if actual.sign not in {Sign.NONE, Sign.EQUAL}:
        return Completion(None, None, Why.NOT_A_VALUE)
    wanted, done = target.quantity, actual.quantity
    if wanted is None or done is None:
        return Completion(None, None, Why.NO_ACTUAL if done is None else Why.NO_TARGET)
    return _of_numbers(wanted, done, direction_of(target, indicator))


_CLASSES = {
    "达成": True,
    "达成预期指标": True,
    "部分达成": False,
    "部分达成预期指标并具有一定效果": False,
    "未达成": False,
    "未达成预期指标且效果较差": False,
}


def _met_in_words(wanted: str, done: str) -> bool | None:
    """Return whether a target in words was reached: it says the same, or names a class."""
    return True if wanted and wanted == done else _CLASSES.get(done)


def _of_numbers(wanted: Quantity, done: Quantity, direction: Direction) -> Completion:
    try:
        value, limit = done.value_in(wanted.unit), wanted.value
        if direction is Direction.LOWER:
            if value <= limit:
                return Completion(percent(wanted, wanted), met=True)
            return Completion(percent(wanted, done), met=False)
        met = value == limit if direction is Direction.EQUAL else value >= limit
        return Completion(percent(done, wanted), met)
    except UnlikeUnits:
        return Completion(None, None, Why.UNLIKE_UNITS)
    except ZeroDivisionError:
        return Completion(None, None, Why.ZERO)
