"""The first page of a person, and the page of one programme."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from shanhe.app.office.books import (
    BookHead,
    ask_known,
    head_of,
    scope_of,
    seen_among,
    unknown,
    visible,
)
from shanhe.app.office.rights import Actor, Scope, actions_in
from shanhe.app.office.submissions import Shown, waiting
from shanhe.store.asked import rows_of
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


def programme_page(actor: Actor, book_key: int) -> ProgrammePage:
    """Return what the page of a programme shows.

    Raises:
        Refused: it is not theirs to read.
    """
    book = seen_among(actor, _with_summary(Book.objects.filter(pk=book_key)))
    summary: Summary = getattr(book, "summary", None) or Summary(book=book, revision=-1)
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
        tuple(waiting(actor, book, _WAITING)),
        frozenset(actions_in(actor, scope_of(book))),
    )


def programme_stamp(actor: Actor, book_key: int) -> tuple[object, ...]:
    """Return what differs wherever the page of a programme does, for this person or another.

    Whatever changes a programme moves the head of its journal, answers to findings as well; drafts
    do not, and stand in what waits. One query for who can act on no submission.

    Raises:
        Refused: it is not theirs to read.
    """
    found = rows_of(_state, book_key)
    if not found:
        raise unknown()
    path = found[0][0]
    ask_known(actor, Scope(path, book_key, within=True))
    return (
        *found,
        tuple(waiting(actor, book_key, _WAITING)),
        actions_in(actor, Scope(path, book_key)),
        timezone.localdate(),
    )


def _state(book_key: int) -> QuerySet[Book, tuple[Any, ...]]:
    own = ("organisation__path", "organisation__name", "name", "year", "revision", "head")
    found = Book.objects.filter(pk=book_key)
    return found.values_list(*own, "summary__revision", "summary__computed")


_WAITING = 200
