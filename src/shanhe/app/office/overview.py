"""The first page of a person, and the page of one programme."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from shanhe.app.office.books import BookHead, head_of, scope_of, seen_among, visible
from shanhe.app.office.rights import Action, Actor, may
from shanhe.app.office.submissions import Shown, waiting
from shanhe.store.models import Book, Summary


@dataclass(frozen=True, slots=True)
class Card:
    """A programme on the first page; counts are ``None`` until they are computed."""

    head: BookHead
    met: int | None
    indicators: int | None
    errors: int | None
    completion: int | None
    executed: int | None
    is_current: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """The first page: what waits for somebody, and the programmes they may read.

    Attributes:
        more: how many programmes are not listed. sought: part of a name that they are narrowed by.
    """

    waiting: tuple[Shown, ...]
    cards: tuple[Card, ...]
    more: int
    sought: str = ""


_MOST = 30


def overview(actor: Actor, sought: str = "") -> Overview:
    """Return what somebody's first page shows; the newest programmes, at most thirty.

    Args:
        actor: who asks.
        sought: part of a programme's or its body's name; empty for all.
    """
    named = Q(name__icontains=sought) | Q(organisation__name__icontains=sought)
    found = _with_summary(visible(actor)).filter(named).defer("summary__page", "summary__findings")
    count = found.count()
    cards = tuple(_card(book) for book in found.order_by("-year", "organisation__path")[:_MOST])
    return Overview(tuple(waiting(actor)), cards, max(count - _MOST, 0), sought)


def _with_summary(found: QuerySet[Book]) -> QuerySet[Book]:
    """Return the same programmes with what was computed of each, but for its long list."""
    return found.select_related("summary").defer("summary__findings")


def _card(book: Book) -> Card:
    summary: Summary | None = getattr(book, "summary", None)
    if summary is None:
        return Card(head_of(book), None, None, None, None, None, is_current=False)
    return Card(
        head_of(book),
        summary.met,
        summary.indicators,
        summary.errors,
        summary.completion,
        summary.executed,
        summary.revision == book.revision,
    )


@dataclass(frozen=True, slots=True)
class ProgrammePage:
    """One programme at a glance.

    Attributes:
        data: as ``summary.page_of`` made it. problems: why there is none.
        is_current: whether it was computed from the present figures.
        stamp: differs wherever ``data`` does.
        waiting: submissions that wait for this person.
    """

    head: BookHead
    data: Mapping[str, Any]
    problems: tuple[str, ...]
    is_current: bool
    met: int
    indicators: int
    errors: int
    warnings: int
    completion: int | None
    executed: int | None
    waiting: tuple[Shown, ...]
    actions: frozenset[str]
    stamp: str


def programme_page(actor: Actor, book_key: int) -> ProgrammePage:
    """Return what the page of a programme shows.

    Raises:
        Refused: it is not theirs to read.
    """
    book = seen_among(actor, _with_summary(Book.objects.filter(pk=book_key)))
    summary: Summary = getattr(book, "summary", None) or Summary(book=book, revision=-1)
    scope = scope_of(book)
    return ProgrammePage(
        head_of(book),
        summary.page,
        tuple(summary.problems),
        summary.revision == book.revision,
        summary.met,
        summary.indicators,
        summary.errors,
        summary.warnings,
        summary.completion,
        summary.executed,
        tuple(waiting(actor, book, 200)),
        frozenset(action.name for action in Action if may(actor, action, scope)),
        f"{summary.revision} {summary.computed}",
    )
