"""Sums over the programmes that somebody compares; the database adds up."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet, Sum

from shanhe.rules.book import rulebook
from shanhe.store.models import Book, Found

Band = tuple[str, int, int]
"""Words, number of programmes, and length of the bar in percent of the longest."""


@dataclass(frozen=True, slots=True)
class Total:
    """All programmes that were asked for, together; means in hundredths of a percent."""

    programmes: int = 0
    completion: int | None = None
    executed: int | None = None
    errors: int = 0
    overdue: int = 0
    uncomputed: int = 0


@dataclass(frozen=True, slots=True)
class RuleFound:
    """How many programmes a rule found something in, and how often in all."""

    rule: str
    title: str
    severity: str
    programmes: int
    count: int
    share: int


def total_of(chosen: QuerySet[Book]) -> tuple[Total, tuple[Band, ...]]:
    """Return the sums and the bands of completion; one query."""
    bands = {f"band{number}": Count("pk", filter=_within(number)) for number in range(len(_EDGES))}
    said = chosen.aggregate(
        programmes=Count("pk"),
        computed=Count("summary"),
        completion=Sum("summary__completion"),
        completions=Count("summary__completion"),
        executed=Sum("summary__executed"),
        executions=Count("summary__executed"),
        errors=Sum("summary__errors"),
        overdue=Sum("summary__overdue"),
        **bands,
    )
    total = Total(
        said["programmes"],
        _mean(said["completion"], said["completions"]),
        _mean(said["executed"], said["executions"]),
        said["errors"] or 0,
        said["overdue"] or 0,
        said["programmes"] - said["computed"],
    )
    return total, _bands([said[name] for name in bands])


def _mean(total: int | None, count: int) -> int | None:
    """Return the mean in whole hundredths, half up; ``None`` where nothing is known."""
    return None if total is None else (2 * total + count) // (2 * count)


_EDGES = (0, 2000, 4000, 6000, 8000)
_BANDS = ("0–20%", "20–40%", "40–60%", "60–80%", "80–100%")


def _bands(found: Sequence[int]) -> tuple[Band, ...]:
    most = max(found) or 1
    return tuple(
        (words, count, 100 * count // most) for words, count in zip(_BANDS, found, strict=True)
    )


def _within(number: int) -> Q:
    within = Q(summary__completion__gte=_EDGES[number])
    if number + 1 < len(_EDGES):
        within &= Q(summary__completion__lt=_EDGES[number + 1])
    return within


def rules_of(chosen: QuerySet[Book], programmes: int, lang: str) -> tuple[RuleFound, ...]:
    """Return the findings by rule, what is found in most programmes first; one query, in the database."""
    found = (
        Found.objects.filter(summary__book__in=chosen.order_by().values("pk"))
        .values("rule", "severity")
        .annotate(programmes=Count("summary"), times=Sum("count"))
        .order_by("-programmes", "rule")
    )
    titles = {
        rule.id: rule.title if lang.startswith("zh") else _english(rule.name) for rule in rulebook()
    }
    return tuple(
        RuleFound(
            one["rule"],
            titles.get(one["rule"], one["rule"]),
            one["severity"],
            one["programmes"],
            one["times"],
            100 * one["programmes"] // max(programmes, 1),
        )
        for one in found
    )


def _english(name: str) -> str:
    return name.replace("_", " ")
