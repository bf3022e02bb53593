"""The optional score of a self-evaluation: 10/50/30/10 unless the parameters say otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from shanhe.catalogue.law import Law
from shanhe.catalogue.model import Direction
from shanhe.measures.completion import Completion, Why
from shanhe.values.quantity import Quantity, rounded

EXECUTION = "预算执行率"


@dataclass(frozen=True, slots=True)
class Scored:
    """What one indicator brings to the score.

    Attributes:
        group: level-1 group, whose weight its indicators share evenly.
        words: the actual's class, for a qualitative indicator.
    """

    group: str
    indicator: str
    direction: Direction
    completion: Completion
    target: Quantity | None
    actual: Quantity | None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """Points of one row; ``note`` is a key that says why they are not plain."""

    group: str
    indicator: str
    weight: Fraction
    points: Fraction
    note: str = ""


def score(
    rows: Sequence[Scored], execution: Fraction | None, law: Law, on: date
) -> tuple[tuple[Points, ...], Fraction]:
    """Return the points of each row and their total out of 100.

    Args:
        rows: the year's indicators.
        execution: executed / budget as a fraction; ``None`` where there is no such number, and its
            weight then goes to the other groups.
        law: weights, bands, formulas (``level1_weights``, ``reverse_formula``, …).
        on: day whose settings count.

    Example:
        Weight 10, target 100: done 30.6 gives 3.06, 130 gives 10, −5 gives 0. A limit of 28.83 and
        33.11 done gives 8.52 by the formula ``excess``.
    """
    weights = _weights(rows, execution, law, on)
    points = list(_points(rows, weights, law, on))
    if execution is not None:
        weight = weights[EXECUTION]
        part = min(Fraction(1), max(Fraction(0), execution))
        points.insert(0, Points(EXECUTION, EXECUTION, weight, _cut(weight * part, law, on)))
    return tuple(points), sum((point.points for point in points), Fraction(0))


def grade(total: Fraction, law: Law, on: date) -> str:
    """Return the grade; 90 and above is 优, 89.99 is 良."""
    bands = [(Fraction(str(row["at_least"])), str(row["grade"])) for row in law.table("grades", on)]
    return next(name for bound, name in sorted(bands, reverse=True) if total >= bound)


def _weights(
    rows: Sequence[Scored], execution: Fraction | None, law: Law, on: date
) -> Mapping[str, Fraction]:
    """Return group → weight; the weight of an absent group is shared out in proportion."""
    table = law.table("level1_weights", on)
    declared = {str(row["group"]): Fraction(str(row["weight"])) for row in table}
    present = {row.group for row in rows} | ({EXECUTION} if execution is not None else set())
    kept = {group: weight for group, weight in declared.items() if group in present}
    scale = sum(declared.values(), Fraction(0)) / (sum(kept.values(), Fraction(0)) or 1)
    return {group: weight * scale for group, weight in kept.items()}


def _points(
    rows: Sequence[Scored], weights: Mapping[str, Fraction], law: Law, on: date
) -> Iterator[Points]:
    for row in rows:
        members = sum(other.group == row.group for other in rows)
        weight = weights.get(row.group, Fraction(0)) / members
        share, note = _share(row, law, on)
        yield Points(row.group, row.indicator, weight, _cut(weight * share, law, on), note)


def _share(row: Scored, law: Law, on: date) -> tuple[Fraction, str]:
    """Return which part of its weight a row earns, and a key for what is not plain."""
    if row.completion.why is Why.IN_WORDS:
        return Fraction(1) if row.completion.met else _band(row.words, law, on), "band"
    if row.completion.computed is None or row.target is None or row.actual is None:
        return Fraction(0), row.completion.why.value if row.completion.why else "none"
    if row.completion.met:
        return Fraction(1), ""
    if row.direction is Direction.LOWER:
        return _reverse(row.target, row.actual, law.word("reverse_formula", on)), "reverse"
    part = max(Fraction(0), row.completion.computed.value / 100)
    line = Fraction(str(law.number("score_pass_line", on))) / 100
    return (part if part >= line else Fraction(0)), ""


def _reverse(target: Quantity, actual: Quantity, formula: str) -> Fraction:
    limit, done = target.value, actual.value_in(target.unit)
    if formula == "ratio":
        return limit / done
    return max(Fraction(0), 1 - (done - limit) / limit)


def _band(words: str, law: Law, on: date) -> Fraction:
    """Return the upper end of a met class, the lower end of any other (the careful reading)."""
    for row in law.table("qualitative_bands", on):
        name = str(row["result"])
        if words.replace("预期指标", "") == name:
            end = "up_to" if "up_to" in row else "at_least"
            return Fraction(str(row[end])) / 100
    return Fraction(0)


def _cut(points: Fraction, law: Law, on: date) -> Fraction:
    return Fraction(rounded(points, law.whole("score_places", on)))
