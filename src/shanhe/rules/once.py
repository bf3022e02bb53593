"""One error is told once, though two rules see it."""

from collections.abc import Iterable

from shanhe.records.finding import Finding
from shanhe.records.source import Source


def told_once(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings without those that say again what a fuller proof says.

    A rule of tables and a rule of sentences may both recompute the same percentage. Two findings are
    one if they rest on the same equation, whatever room each leaves to rounding, and each place of the
    one holds, or lies in, a place of the other; the one with more operands stays, of equal ones the
    first.

    Example:
        ``目标100个，实际完成30个，完成率40%`` is told by ACTUAL-402 with three operands, not by SAME-921.
    """
    by_equation: dict[str, list[Finding]] = {}
    kept = list(findings)
    for one in kept:
        if one.recomputed:
            by_equation.setdefault(one.recomputed.partition(" ∈ ")[0], []).append(one)
    again = {
        id(one)
        for alike in by_equation.values()
        for place, one in enumerate(alike)
        for at, other in enumerate(alike)
        if (-len(other.operands), at) < (-len(one.operands), place) and _says(other, one)
    }
    return [one for one in kept if id(one) not in again]


def _says(other: Finding, one: Finding) -> bool:
    """Return whether another rule's finding stands wherever this one does."""
    return other.rule != one.rule and all(
        any(_overlap(mine.where, its.where) for its in other.operands) for mine in one.operands
    )


def _overlap(one: Source, other: Source) -> bool:
    spanned = one.start < other.end and other.start < one.end
    same = one.column == other.column or (one.table > 0 and one.text == other.text)
    return one == other or (spanned and same and _home(one) == _home(other))


def _home(place: Source) -> tuple[object, ...]:
    """Return the row or paragraph that a place is in; readers name a column in ways of their own."""
    return (place.file, place.part, place.row, place.table, place.paragraph)
