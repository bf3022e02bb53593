"""All programmes that somebody may compare: ranked, filtered, a page at a time."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, cast

from django.core.cache import cache
from django.db.models import Count, Exists, F, Max, OuterRef, QuerySet, Sum, Value

from shanhe.app.office.books import visible
from shanhe.app.office.province_sums import Band, RuleFound, Total, rules_of, total_of
from shanhe.app.office.rights import Action, Actor, holds, missing_right, paths
from shanhe.store.asked import rows_of
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
class ProvincePage:
    """The comparison.

    Attributes:
        bands: how many programmes have a mean completion below 20, 40, 60, 80 %, and above.
        years, cities: what can be chosen; of bodies those below one's own, and below the chosen one.
    """

    asked: Asked
    rows: tuple[Compared, ...]
    page: int
    pages: int
    total: Total
    bands: tuple[Band, ...]
    rules: tuple[RuleFound, ...]
    years: tuple[int, ...]
    cities: tuple[tuple[int, str], ...]
    columns: tuple[str, ...] = field(default=tuple(_COLUMNS))

    @property
    def first(self) -> int:
        """Rank of the first row of the page in the order that is asked for."""
        return (self.page - 1) * MOST + 1


def province_page(actor: Actor, asked: Asked, lang: str = "zh") -> ProvincePage:
    """Return one page of the comparison, from what was computed of each programme beforehand.

    Raises:
        Refused: the right to compare is missing.
    """
    state = province_stamp(actor)
    made = partial(_page, actor, asked, lang, state)
    return cast(
        "ProvincePage", cache.get_or_set(_stamp("page", asked, lang, state), made, _KEPT_FOR)
    )


_KEPT_FOR = 3600
"""Seconds after which a page is made anew even though no summary changed."""


def province_stamp(actor: Actor) -> tuple[object, ...]:
    """Return whose programmes somebody compares, and what changes whenever one of them does.

    One query, whose cost is small.

    Raises:
        Refused: the right to compare is missing.
    """
    if not holds(actor, Action.COMPARE):
        raise missing_right(actor, Action.COMPARE)
    within = tuple((right.path, right.book) for right in paths(actor, Action.COMPARE))
    return (within, *rows_of(_state, actor))


def _state(actor: Actor) -> QuerySet[Book, tuple[Any, ...]]:
    all_ = visible(actor, Action.COMPARE).values(whole=Value(0))
    return all_.values_list(
        Count("pk"),
        Max("created"),
        Sum("revision"),
        Max("summary__computed"),
        Count("summary"),
        Sum("summary__revision"),
    )


def _page(actor: Actor, asked: Asked, lang: str, state: tuple[object, ...]) -> ProvincePage:
    seen = visible(actor, Action.COMPARE)
    bodies = Organisation.objects.select_related("parent")
    body = bodies.filter(pk=asked.city).first() if asked.city else None
    chosen = _chosen(seen, asked, body)
    total, bands = total_of(chosen)
    pages = max(-(-total.programmes // MOST), 1)
    page = min(max(asked.page, 1), pages)
    rows = _sorted(chosen, asked).select_related("summary")
    rows = rows.defer("summary__page", "summary__findings")
    # A thousand programmes have tens of thousands of rows to count: once for all pages and orders.
    narrowed = _stamp("rules", asked.year, asked.city, asked.rule, lang, state)
    counted = partial(rules_of, chosen, total.programmes, lang)
    return ProvincePage(
        asked,
        tuple(_compared(book) for book in rows[(page - 1) * MOST : page * MOST]),
        page,
        pages,
        total,
        bands,
        cache.get_or_set(narrowed, counted, _KEPT_FOR) or (),
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


def _stamp(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()
