"""Every number that a paper may print, by id: what is written is held against this list."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from shanhe.records.evaluation import Evaluation
from shanhe.records.ids import origin_key, place_keys, version_key
from shanhe.records.progress import Actual
from shanhe.records.targets import RegionalTarget, Target
from shanhe.values.quantity import rounded

Pair = tuple[str, str]


def figures(evaluation: Evaluation) -> dict[str, str]:
    """Return id → printed text; ids are ASCII, at most 64 characters, and stable.

    Example:
        ``completion.2025.restore_area`` → ``3.06%``; ``fund.central.budget`` → ``10000``.
    """
    parts = (_targets, _regions, _results, _money, _way, _computed, _changes, _score)
    return {key: text for part in parts for key, text in part(evaluation) if text}


def _targets(evaluation: Evaluation) -> Iterator[Pair]:
    for target in evaluation.dossier.targets:
        yield _target_key(target), target_text(target)
        yield f"{_target_key(target)}.n", bare_text(target)
    for head in evaluation.dossier.versions:
        for name in ("total", "central", "local", "social"):
            key = f"version.{version_key(head.version)}.{head.period.key}.{name}"
            yield key, _number(getattr(head, name))


def _target_key(target: Target) -> str:
    return f"target.{version_key(target.version)}.{target.period.key}.{target.indicator}"


def target_text(target: Target) -> str:
    """Return a target with sign and unit, as goal tables print it: ``≤28.83万元/公顷``."""
    if target.amount is None:
        return target.words
    return f"{target.sign}{target.amount:f}{target.unit.symbol if target.unit else ''}"


def bare_text(target: Target | RegionalTarget) -> str:
    """Return a target with its sign, without its unit, for a table that names the unit once."""
    return target.words if target.amount is None else f"{target.sign}{target.amount:f}"


def actual_text(actual: Actual | None) -> str:
    """Return an actual as it was filled in."""
    if actual is None:
        return ""
    if actual.amount is None:
        return actual.words
    return f"{actual.sign}{actual.amount:f}{actual.unit.symbol if actual.unit else ''}"


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


def _regions(evaluation: Evaluation) -> Iterator[Pair]:
    keys = place_keys(evaluation.dossier)
    for part in evaluation.dossier.regional_targets:
        version, place = version_key(part.version), keys[part.region]
        key = f"region.{version}.{part.period.key}.{place}.{part.indicator}"
        yield key, bare_text(part)


def _results(evaluation: Evaluation) -> Iterator[Pair]:
    year = evaluation.dossier.year.key
    for result in evaluation.indicators:
        yield f"actual.{year}.{result.indicator}", actual_text(result.actual)
        if result.percent is not None:
            yield f"completion.{year}.{result.indicator}", str(result.percent)
    met = [result.met for result in evaluation.indicators]
    yield "count.indicators", str(len(met))
    yield "count.met", str(met.count(True))
    yield "count.short", str(met.count(False))
    yield "count.open", str(met.count(None))
    subprojects = evaluation.dossier.subprojects
    yield "count.subprojects", str(sum(one.count for one in subprojects))
    yield "count.started", str(sum(one.count for one in subprojects if one.has_started))
    yield "count.finished", str(sum(one.count for one in subprojects if one.is_finished))


def _money(evaluation: Evaluation) -> Iterator[Pair]:
    for row in evaluation.funds:
        key = f"fund.{origin_key(row.fund.origin)}"
        for name in ("planned", "in_place", "budget", "executed"):
            yield f"{key}.{name}", _number(getattr(row.fund, name))
        if row.rate is not None:
            yield f"{key}.rate", str(row.rate)
    keys = place_keys(evaluation.dossier)
    for held in evaluation.held:
        for name in ("given", "taken_back", "reallocated", "paid", "balance"):
            yield f"held.{keys[held.unit]}.{name}", _number(getattr(held, name))
    for name in ("given", "taken_back", "reallocated", "paid", "balance"):
        total = sum((getattr(held, name) for held in evaluation.held), Decimal(0))
        yield f"held.all.{name}", _number(total)
    for number, transfer in enumerate(evaluation.dossier.transfers, 1):
        yield f"transfer.{number}.amount", _number(transfer.amount)
        yield f"transfer.{number}.share", f"{transfer.share:f}%" if transfer.share else ""


def _way(evaluation: Evaluation) -> Iterator[Pair]:
    for number, step in enumerate(evaluation.steps, 1):
        yield f"step.{number}.amount", _number(step.document.amount)
        yield f"step.{number}.days", "" if step.days is None else str(step.days)
        yield f"step.{number}.total", "" if step.total_days is None else str(step.total_days)


def _computed(evaluation: Evaluation) -> Iterator[Pair]:
    for cost in evaluation.unit_costs:
        yield f"unit_cost.{version_key(cost.version)}.{cost.period.key}", str(cost.computed)
    for total in evaluation.sums:
        key = f"{version_key(total.version)}.{total.period.key}.{total.indicator}"
        yield f"sum.{key}", total.computed.text
        yield f"sum.{key}.unit", str(total.computed)
    for mean in evaluation.means:
        key = f"{version_key(mean.version)}.{mean.period.key}.{mean.indicator}"
        yield f"mean.form.{key}", str(mean.form or "")
        yield f"mean.ground.{key}", str(mean.ground or "")


def _changes(evaluation: Evaluation) -> Iterator[Pair]:
    for change in evaluation.changes:
        key = f"change.{change.indicator}"
        yield f"{key}.old", _number(change.old.amount) if change.old else ""
        yield f"{key}.new", _number(change.new.amount) if change.new else ""
        if change.delta is not None:
            yield f"{key}.delta", _signed(change.delta.text)
        if change.rate is not None:
            yield f"{key}.rate", _signed(str(change.rate))
    for number, note in enumerate(evaluation.dossier.change_notes, 1):
        if note.quantity is not None:
            yield (
                f"note.{number}.amount",
                f"{abs(note.quantity.amount):f}{note.quantity.unit.symbol}",
            )
        yield f"note.{number}.parcels", "" if note.parcels is None else str(note.parcels)
        yield f"note.{number}.share", "" if note.share is None else f"{note.share:f}%"


def _signed(text: str) -> str:
    return text if text.startswith("-") or not text.strip("0.%") else f"+{text}"


def _score(evaluation: Evaluation) -> Iterator[Pair]:
    if evaluation.score is None:
        return
    yield "score.total", evaluation.score.total.text
    for row in evaluation.score.rows:
        key = "execution" if row.indicator == row.group else row.indicator
        yield f"score.{key}.weight", _fraction(row.weight)
        yield f"score.{key}.points", _fraction(row.points)


def _fraction(value: Fraction) -> str:
    return f"{rounded(value, 2):f}"
