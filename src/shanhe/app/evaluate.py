"""Evaluate a dossier: all numbers of the year, and all findings."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from shanhe import __version__
from shanhe.app.figures import figures
from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Indicator, Purpose
from shanhe.measures.aggregate import NotAggregable, aggregate, is_added, region_weights
from shanhe.measures.chain import days_down
from shanhe.measures.change import Change, changes, compared_versions
from shanhe.measures.completion import Completion, Why, completion, direction_of
from shanhe.measures.computed import Computed, divide, money
from shanhe.measures.execution import execution_rate
from shanhe.measures.flow import holdings
from shanhe.measures.programme_kind import is_whole
from shanhe.measures.score import EXECUTION, Points, Scored, grade, score
from shanhe.records.dossier import Dossier
from shanhe.records.evaluation import (
    ChangeRow,
    Derived,
    Evaluation,
    FundRow,
    Held,
    IndicatorResult,
    RegionalMean,
    RegionalSum,
    Score,
    ScoreRow,
    Step,
    UnitCost,
)
from shanhe.records.finding import Finding, Severity
from shanhe.records.progress import Actual
from shanhe.records.targets import RegionalTarget, Target
from shanhe.rules.book import fingerprint, rulebook
from shanhe.rules.run import run
from shanhe.values.outcome import Outcome, judge_bound, judge_equal
from shanhe.values.quantity import Quantity, Sign, rounded
from shanhe.values.unit import UnlikeUnits

_OF_EVIDENCE = ("ACTUAL-409", "ACTUAL-423")  # they ask for papers and contradict no actual
_SILENT: Callable[[], None] = lambda: None  # noqa: E731 - a default with a name


def evaluate(
    dossier: Dossier,
    catalogue: Catalogue,
    digest: str,
    *,
    scored: bool = False,
    tick: Callable[[], None] = _SILENT,
) -> Evaluation:
    """Return the evaluation of one programme in one year.

    Args:
        dossier: what the papers say.
        catalogue: definitions and limits; own indicators of the programme are not in it.
        digest: sha256 of what was read, kept with the result.
        scored: also compute the optional score.
        tick: called after each rule, for a progress bar.
    """
    verdict = run(dossier, catalogue, rulebook(), tick)
    compared = compared_versions(dossier)
    results = tuple(_doubted(r, verdict.findings) for r in _indicators(dossier, catalogue))
    draft = Evaluation(
        dossier=dossier,
        as_of=dossier.programme.as_of,
        indicators=results,
        funds=tuple(FundRow(f, derived(execution_rate(f), 2)) for f in dossier.annual_funds),
        unit_costs=tuple(_unit_costs(dossier)),
        sums=tuple(_sums(dossier, catalogue)),
        means=tuple(_means(dossier, catalogue)),
        held=tuple(
            Held(h.unit, h.given, h.taken_back, h.reallocated, h.paid, h.balance)
            for h in holdings(dossier)
        ),
        steps=tuple(_steps(dossier)),
        compared=compared,
        changes=tuple(_changes(dossier, catalogue, *compared)) if compared else (),
        score=_score(dossier, catalogue, results) if scored else None,
        findings=verdict.findings,
        crashes=tuple((crash.rule, crash.error) for crash in verdict.crashes),
        judged=verdict.judged,
        digest=digest,
        rules=fingerprint(),
        catalogue=catalogue.fingerprint,
        version=__version__,
    )
    return replace(draft, figures=figures(draft))


def derived(computed: Computed | None, places: int) -> Derived | None:
    """Return a computed number as a record, printed with ``places`` decimals."""
    if computed is None:
        return None
    text = computed.printed(places)
    return Derived(computed.value, text, computed.unit.symbol, computed.equation)


def _known(catalogue: Catalogue, indicator: str) -> Indicator | None:
    return catalogue.indicator(indicator) if catalogue.has_indicator(indicator) else None


def _names(dossier: Dossier, catalogue: Catalogue, target: Target) -> tuple[str, str, str]:
    """Return standard name, level 1 and level 2 of a target's indicator."""
    known = _known(catalogue, target.indicator)
    if known is not None:
        return known.name, known.level1, known.level2
    printed = target.source.cell("indicator").text or target.name
    own = next((own for own in dossier.own_indicators if own.name == printed), None)
    if own is not None:
        return own.name, own.level1, own.level2
    return printed, target.level1, target.level2


def _indicators(dossier: Dossier, catalogue: Catalogue) -> Iterator[IndicatorResult]:
    for target in dossier.targets_of(dossier.issued, dossier.year):
        standard, level1, level2 = _names(dossier, catalogue, target)
        actual = dossier.actual(target.indicator)
        done = _completion(target, actual, _known(catalogue, target.indicator))
        yield IndicatorResult(
            target.indicator,
            target.name or standard,
            standard,
            level1,
            level2,
            target,
            actual,
            derived(done.computed, 2),
            done.met,
            done.why.value if done.why else "",
        )


def _doubted(result: IndicatorResult, findings: Sequence[Finding]) -> IndicatorResult:
    """Return the result as not told where a finding about this actual alone contradicts it."""
    against = [
        finding.rule
        for finding in findings
        if finding.rule.startswith("ACTUAL-")
        and finding.rule not in _OF_EVIDENCE
        and finding.severity is not Severity.NOTE
        and finding.concepts == {result.indicator}
    ]
    if not result.met or not against:
        return result
    return replace(result, met=None, why="doubted", doubts=tuple(dict.fromkeys(against)))


def _completion(target: Target, actual: Actual | None, known: Indicator | None) -> Completion:
    """Return the completion; a promise (后期管护年限) that has not run its time has none."""
    if known is not None and known.is_commitment and actual is not None and actual.status == "承诺":
        return Completion(None, None, Why.COMMITTED)
    return completion(target, actual, known)


def _unit_costs(dossier: Dossier) -> Iterator[UnitCost]:
    for head in dossier.versions if is_whole(dossier, "restore_area") else ():
        area = dossier.target(head.version, head.period, "restore_area")
        if head.total is None or area is None or area.quantity is None or not area.amount:
            continue
        cost = divide(money(head.total), area.quantity)
        stated = dossier.target(head.version, head.period, "unit_cost")
        outcome = _cost_outcome(cost, stated, is_term=head.period.is_term)
        printed = derived(cost, 2)
        assert printed is not None  # noqa: S101 - cost is a number here
        yield UnitCost(head.version, head.period, printed, stated, outcome)


def _cost_outcome(cost: Computed, stated: Target | None, *, is_term: bool) -> Outcome:
    """A year keeps the cap; the whole term's cap *is* the quotient."""
    if stated is None or stated.quantity is None:
        return Outcome.NOT_APPLICABLE
    limit = stated.quantity
    if not limit.unit.like(cost.unit):
        return Outcome.UNDECIDED
    if is_term:
        return judge_equal(limit, cost.interval, cost.value)
    return judge_bound(cost.interval, cost.value, limit, Sign.AT_MOST)


def _complete(parts: tuple[RegionalTarget, ...]) -> bool:
    return all(part.quantity is not None for part in parts)


def _sums(dossier: Dossier, catalogue: Catalogue) -> Iterator[RegionalSum]:
    for version, period, indicator, parts in dossier.splits():
        known = _known(catalogue, indicator)
        if known is None or not is_added(known) or not _complete(parts):
            continue
        try:
            total = aggregate(parts, known, Purpose.FORM, {}).computed
        except (UnlikeUnits, NotAggregable):
            continue
        stated = dossier.target(version, period, indicator)
        places = max(part.quantity.places for part in parts if part.quantity)
        printed = derived(total, places)
        assert printed is not None  # noqa: S101 - total is a number here
        outcome = _sum_outcome(stated.quantity if stated else None, total)
        yield RegionalSum(version, period, indicator, known.name, stated, printed, outcome)


def _sum_outcome(stated: Quantity | None, total: Computed) -> Outcome:
    if stated is None or not stated.unit.like(total.unit):
        return Outcome.UNDECIDED
    return Outcome.HOLDS if stated.value_in(total.unit) == total.value else Outcome.FAILS


def _means(dossier: Dossier, catalogue: Catalogue) -> Iterator[RegionalMean]:
    for version, period, indicator, parts in dossier.splits():
        known = _known(catalogue, indicator)
        if known is None or is_added(known) or not _complete(parts):
            continue
        weights = region_weights(dossier, version, period)
        both = []
        for purpose in (Purpose.FORM, Purpose.GROUND):
            try:
                both.append(derived(aggregate(parts, known, purpose, weights).computed, 2))
            except (NotAggregable, UnlikeUnits, ZeroDivisionError):
                both.append(None)
        stated = dossier.target(version, period, indicator)
        yield RegionalMean(version, period, indicator, known.name, stated, both[0], both[1])


def _steps(dossier: Dossier) -> Iterator[Step]:
    """Yield the documents of the money's way down, in the order of their days."""
    for document, since, total in days_down(dossier):
        yield Step(document, since, total)


def _changes(dossier: Dossier, catalogue: Catalogue, old: str, new: str) -> Iterator[ChangeRow]:
    for change in changes(dossier, old, new):
        target = change.new or change.old
        assert target is not None  # noqa: S101 - a change has at least one side
        standard, level1, level2 = _names(dossier, catalogue, target)
        yield ChangeRow(
            change.indicator,
            target.name or standard,
            level1,
            level2,
            target.unit.symbol if target.unit else "",
            change.old,
            change.new,
            change.fallback,
            derived(change.delta, _places(change)),
            derived(change.rate, 2),
        )


def _places(change: Change) -> int:
    sides = [side.quantity for side in (change.old, change.new) if side]
    return max((side.places for side in sides if side is not None), default=0)


def _score(
    dossier: Dossier, catalogue: Catalogue, results: tuple[IndicatorResult, ...]
) -> Score | None:
    on = date(dossier.programme.year, 12, 31)
    total_row = next((fund for fund in dossier.annual_funds if fund.origin == "合计"), None)
    executed = execution_rate(total_row) if total_row else None
    rows = [_scored(result, catalogue) for result in results]
    points, total = score(rows, executed.value / 100 if executed else None, catalogue.law, on)
    places = catalogue.law.whole("score_places", on)
    text = f"{rounded(total, places):f}"
    names = {result.indicator: result.name for result in results} | {EXECUTION: EXECUTION}
    lines = tuple(_score_row(point, names) for point in points)
    steps = " + ".join(f"{rounded(point.points, places):f}" for point in points)
    return Score(
        lines, Derived(total, text, "分", f"{steps} = {text}"), grade(total, catalogue.law, on)
    )


def _score_row(point: Points, names: dict[str, str]) -> ScoreRow:
    return ScoreRow(
        point.group, point.indicator, names[point.indicator], point.weight, point.points, point.note
    )


def _scored(result: IndicatorResult, catalogue: Catalogue) -> Scored:
    known = _known(catalogue, result.indicator)
    actual = result.actual
    return Scored(
        result.level1,
        result.indicator,
        direction_of(result.target, known),
        _completion(result.target, actual, known),
        result.target.quantity,
        actual.quantity if actual else None,
        actual.words if actual else "",
    )
