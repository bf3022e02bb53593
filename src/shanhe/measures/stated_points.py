"""Weights and points that a paper prints, by what they are for."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.score import EXECUTION
from shanhe.records.dossier import Dossier
from shanhe.records.paper import PrintedFact

TOTALS = frozenset({"总分", "合计", "总计", "得分合计", "score_total", "total"})
UNKNOWN = 9
_EXECUTION = frozenset(
    {EXECUTION, "预算执行", "执行率", "预算资金执行率", "funds", "execution", "execution_rate"}
    | {"budget_execution"}
)


@dataclass(frozen=True, slots=True)
class Points:
    """One row of a scored form; weight or points are ``None`` where not printed.

    Attributes:
        name: an indicator's id, a group's name, 预算执行率 or 总分.
        level: 0 for the total, 1 and 2 for groups, 3 for indicators and execution, ``UNKNOWN`` for
            what is none of them.
        group1, group2: groups above it, without 指标 at the end.
    """

    name: str
    level: int
    group1: str
    group2: str
    weight: PrintedFact | None
    points: PrintedFact | None


def value(fact: PrintedFact) -> Fraction:
    """Return a weight or points as a number."""
    return Fraction(fact.amount or 0)


def printed_points(dossier: Dossier, catalogue: Catalogue) -> tuple[Points, ...]:
    """Return the scored rows, in the order in which they are printed; the first of two counts."""
    found: dict[str, dict[str, PrintedFact]] = {}
    for fact in dossier.facts:
        if fact.aspect in {"weight", "score"} and fact.amount is not None:
            found.setdefault(fact.concept, {}).setdefault(fact.aspect, fact)
    groups = dict(_groups(dossier, catalogue)) if found else {}
    return tuple(
        Points(name, *_rank(name, groups), rows.get("weight"), rows.get("score"))
        for name, rows in found.items()
    )


def plain_group(name: str) -> str:
    """Return a group's name without what forms add to it: ``产出指标（50分）`` is ``产出``."""
    bare = name.partition("（")[0].partition("(")[0].strip()
    return bare.removesuffix("指标").removesuffix("标")


def _groups(dossier: Dossier, catalogue: Catalogue) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield each indicator with its groups: as the form has them, else as the catalogue does."""
    for indicator in catalogue.indicators:
        yield indicator.id, (plain_group(indicator.level1), plain_group(indicator.level2))
    for target in dossier.targets_of(dossier.issued, dossier.year):
        if target.level1 and not catalogue.has_indicator(target.indicator):
            yield target.indicator, (plain_group(target.level1), plain_group(target.level2))


def _rank(name: str, groups: dict[str, tuple[str, str]]) -> tuple[int, str, str]:
    if name in TOTALS:
        return 0, "", ""
    if name in _EXECUTION:
        return 3, EXECUTION, ""
    if name in groups:
        return 3, *groups[name]
    bare = plain_group(name)
    above = {second: first for first, second in groups.values() if second}
    if bare in {first for first, _ in groups.values()}:
        return 1, bare, ""
    return (2, above[bare], bare) if bare in above else (UNKNOWN, "", "")
