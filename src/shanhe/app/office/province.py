"""All programmes that somebody may compare: ranked, filtered, a page at a time."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, cast

from django.core.cache import cache
from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, Sum

from shanhe.app.office.books import visible
from shanhe.app.office.rights import Action, Actor, holds, missing_right, paths
from shanhe.rules.book import rulebook
from shanhe.store.models import Book, Found, Organisation, Summary

MOST = 50
_COLUMNS: Mapping[str, str] = {
    "name": "name",
    "organisation": "organisation__name",
    "year": "year",
    "completion": "summary__completion",
    "executed": "summary__executed",
    "errors": "summary__errors",
    "warnings": "summary__warnings",
    "overdue": "summary__overdue",
    "active": "summary__active",
}
"""Column of the page → field that it is sorted by."""
_FIRST = "errors"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be seen; 0 and empty for all. ``down``: the largest first."""

    year: int = 0
    city: int = 0
    rule: str = ""
    sort: str = _FIRST
    down: bool = True
    page: int = 1


@dataclass(frozen=True, slots=True)
class Compared:
    """A programme in the comparison; figures are ``None`` until they are computed."""

    key: int
    name: str
    year: int
    organisation: str
    is_computed: bool
    met: int = 0
    indicators: int = 0
    completion: int | None = None
    executed: int | None = None
    errors: int = 0
    warnings: int = 0
    overdue: int = 0
    active: str = ""


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


@dataclass(frozen=True, slots=True)
class ProvincePage:
    """The comparison.

    Attributes:
        bands: how many programmes have a mean completion below 20, 40, 60, 80 %, and above: words,
            number, and length of the bar in percent of the longest.
        years, cities: what can be chosen; of bodies those below one's own, and below the chosen one.
        state: whose programmes they are, and how far each has come.
    """

    state: tuple[object, ...]
    asked: Asked
    rows: tuple[Compared, ...]
    page: int
    pages: int
    total: Total
    bands: tuple[tuple[str, int, int], ...]
    rules: tuple[RuleFound, ...]
    years: tuple[int, ...]
    cities: tuple[tuple[int, str], ...]
    columns: tuple[str, ...] = field(default=tuple(_COLUMNS))

    @property
    def stamp(self) -> str:
        """What differs wherever anything of the page does, but for the language of its words."""
        return _stamp(self.asked, self.state)


def province_page(actor: Actor, asked: Asked, lang: str = "zh") -> ProvincePage:
    """Return one page of the comparison, from what was computed of each programme beforehand.

    Raises:
        Refused: the right to compare is missing.
    """
    if not holds(actor, Action.COMPARE):
        raise missing_right(Action.COMPARE)
    seen = visible(actor, Action.COMPARE)
    state = (*((right.path, right.book) for right in paths(actor, Action.COMPARE)), _state(seen))
    made = partial(_page, actor, asked, lang, seen, state)
    return cast(
        "ProvincePage", cache.get_or_set(_stamp("page", asked, lang, state), made, _KEPT_FOR)
    )


_State = tuple[object, ...]
"""Whose programmes are seen, and what changes whenever one of them or its summary does."""
_KEPT_FOR = 3600
"""Seconds after which a page is made anew even though no summary changed."""


def _state(seen: QuerySet[Book]) -> _State:
    """Return what changes whenever one of the programmes does; one query, whose cost is small."""
    said = seen.aggregate(
        programmes=Count("pk"),
        newest=Max("created"),
        revisions=Sum("revision"),
        computed=Max("summary__computed"),
        summaries=Count("summary"),
        reached=Sum("summary__revision"),
    )
    return tuple(said.values())


def _page(
    actor: Actor, asked: Asked, lang: str, seen: QuerySet[Book], state: _State
) -> ProvincePage:
    bodies = Organisation.objects.select_related("parent")
    body = bodies.filter(pk=asked.city).first() if asked.city else None
    chosen = _chosen(seen, asked, body)
    total, bands = _total(chosen)
    pages = max(-(-total.programmes // MOST), 1)
    page = min(max(asked.page, 1), pages)
    rows = _sorted(chosen, asked).select_related("summary")
    rows = rows.defer("summary__page", "summary__findings")
    narrowed = _stamp("rules", asked.year, asked.city, asked.rule, state)
    return ProvincePage(
        state,
        asked,
        tuple(_compared(book) for book in rows[(page - 1) * MOST : page * MOST]),
        page,
        pages,
        total,
        bands,
        _rules(_counted(chosen, narrowed), total.programmes, lang),
        tuple(seen.order_by("-year").values_list("year", flat=True).distinct()),
        _bodies(actor, seen, body),
    )


def _bodies(
    actor: Actor, seen: QuerySet[Book], chosen: Organisation | None
) -> tuple[tuple[int, str], ...]:
    """Return the bodies to choose among, so few that the list does not grow with the country."""
    above = [right.path for right in paths(actor, Action.COMPARE)]
    if chosen is not None:
        above += [chosen.path, *([chosen.parent.path] if chosen.parent else [])]
    below = Organisation.objects.filter(parent__path__in=above)
    within = seen.filter(organisation__path__startswith=OuterRef("path"))
    found = below.filter(Exists(within)).order_by("path")
    return tuple(found.values_list("pk", "name"))


def _chosen(seen: QuerySet[Book], asked: Asked, body: Organisation | None) -> QuerySet[Book]:
    if asked.year:
        seen = seen.filter(year=asked.year)
    if body is not None:
        seen = seen.filter(organisation__path__startswith=body.path)
    if asked.rule:
        seen = seen.filter(summary__in=Found.objects.filter(rule=asked.rule).values("summary"))
    return seen


def _sorted(chosen: QuerySet[Book], asked: Asked) -> QuerySet[Book]:
    column = F(_COLUMNS.get(asked.sort, _COLUMNS[_FIRST]))
    order = column.desc(nulls_last=True) if asked.down else column.asc(nulls_last=True)
    return chosen.order_by(order, "-year", "name", "pk")


def _compared(book: Book) -> Compared:
    summary: Summary | None = getattr(book, "summary", None)
    head = (book.pk, book.name, book.year, book.organisation.name)
    if summary is None:
        return Compared(*head, is_computed=False)
    return Compared(
        *head,
        True,
        summary.met,
        summary.indicators,
        summary.completion,
        summary.executed,
        summary.errors,
        summary.warnings,
        summary.overdue,
        summary.active.astimezone().strftime("%Y-%m-%d") if summary.active else "",
    )


def _total(chosen: QuerySet[Book]) -> tuple[Total, tuple[tuple[str, int, int], ...]]:
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


def _bands(found: Sequence[int]) -> tuple[tuple[str, int, int], ...]:
    most = max(found) or 1
    return tuple(
        (words, count, 100 * count // most) for words, count in zip(_BANDS, found, strict=True)
    )


def _within(number: int) -> Q:
    within = Q(summary__completion__gte=_EDGES[number])
    if number + 1 < len(_EDGES):
        within &= Q(summary__completion__lt=_EDGES[number + 1])
    return within


def _counted(chosen: QuerySet[Book], stamp: str) -> Sequence[Mapping[str, Any]]:
    """Return the findings by rule, what is found in most programmes first; the database counts.

    A thousand programmes have tens of thousands of rows to count, so that a count is kept for all
    pages and orders of the same programmes.
    """
    found = (
        Found.objects.filter(summary__book__in=chosen.order_by().values("pk"))
        .values("rule", "severity")
        .annotate(programmes=Count("summary"), times=Sum("count"))
        .order_by("-programmes", "rule")
    )
    return cache.get_or_set(stamp, lambda: list(found), _KEPT_FOR) or ()


def _stamp(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _rules(
    counted: Sequence[Mapping[str, Any]], programmes: int, lang: str
) -> tuple[RuleFound, ...]:
    """Return the counts with the titles of the rules."""
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
        for one in counted
    )


def _english(name: str) -> str:
    return name.replace("_", " ")
