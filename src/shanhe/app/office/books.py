"""Programmes in the office: which one may see, as they stand, handed out as a workbook."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from django.db.models import Q, QuerySet

from shanhe.app.office.rights import Action, Actor, Refused, Scope, ask, holds, may, paths
from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.load import load_catalogue
from shanhe.documents.forms.workbook.lines import Line, grids_of_lines
from shanhe.documents.forms.workbook.read import Handed, read_dossier
from shanhe.records.dossier import Dossier
from shanhe.records.problem import Problem
from shanhe.records.source import Source
from shanhe.store import models
from shanhe.store.models import Book

catalogue_of = cache(load_catalogue)
"""The catalogue, read once a process."""


@dataclass(frozen=True, slots=True)
class BookHead:
    """A programme in a list."""

    key: int
    name: str
    year: int
    organisation: str
    revision: int


def visible(actor: Actor, action: Action = Action.READ) -> QuerySet[Book]:
    """Return the programmes that somebody may do that with, as a query to narrow further."""
    asked = Q(pk__in=())
    for right in paths(actor, action):
        within = Q(organisation__path__startswith=right.path)
        if action is Action.READ:
            above = [right.path[: i + 1] for i, c in enumerate(right.path) if c == "/" and i]
            within |= Q(organisation__path__in=above)
        asked |= within & Q(pk=right.book) if right.book else within
    return Book.objects.filter(asked).select_related("organisation")


def books(actor: Actor) -> list[BookHead]:
    """Return the programmes somebody may read, the newest year first."""
    return [head_of(book) for book in visible(actor).order_by("-year", "organisation__path")]


def head_of(book: Book) -> BookHead:
    """Return a programme as it stands in a list."""
    return BookHead(book.pk, book.name, book.year, book.organisation.name, book.revision)


def scope_of(book: Book) -> Scope:
    """Return where actions on a programme happen."""
    return Scope(book.organisation.path, book.pk)


def seen_book(actor: Actor, key: int, action: Action = Action.READ) -> Book:
    """Return a programme that somebody may read, for ``action`` on it; one query.

    Raises:
        Refused: 404 where it is not theirs to know of, 403 where only ``action`` is missing.
    """
    return seen_among(actor, Book.objects.filter(pk=key), action)


def seen_among(actor: Actor, found: QuerySet[Book], action: Action = Action.READ) -> Book:
    """Return the same of the one programme that a query finds, with what it brings along."""
    book = found.select_related("organisation").first()
    if book is None:
        raise unknown()
    ask_known(actor, Scope(book.organisation.path, book.pk, within=True), action)
    if action is not Action.READ:
        ask(actor, action, scope_of(book))
    return book


def ask_known(actor: Actor, reading: Scope, action: Action = Action.READ) -> None:
    """Let pass who may read a programme or do that with it.

    Raises:
        Refused: 404, as for one that is not there.
    """
    if not (may(actor, Action.READ, reading) or may(actor, action, reading)):
        raise unknown()


def unknown() -> Refused:
    """Return the refusal of a programme that is not there, or not theirs to know of."""
    return Refused("没有该项目，或无权查看。", "There is no such programme for you.", 404)


def lines(book: Book | int) -> dict[str, list[models.Line]]:
    """Return the present lines by key of sheet, in order; one query."""
    found: dict[str, list[models.Line]] = {}
    for line in models.Line.objects.filter(book=book).order_by("sheet", "position"):
        found.setdefault(line.sheet, []).append(line)
    return found


def texts(kept: Mapping[str, Sequence[models.Line]]) -> dict[str, list[Line]]:
    """Return lines as texts alone."""
    return {sheet: [line.texts for line in rows] for sheet, rows in kept.items()}


def present(book: Book | int) -> dict[str, list[Line]]:
    """Return the present lines as ``texts`` does, straight from the database; one query."""
    rows = models.Line.objects.filter(book=book).order_by("sheet", "position")
    found: dict[str, list[Line]] = {}
    for sheet, line in rows.values_list("sheet", "texts"):
        found.setdefault(sheet, []).append(line)
    return found


def handed(name: str, sheets: Mapping[str, Sequence[Line]]) -> dict[str, Handed]:
    """Return lines as the sheets that the workbook's reader reads."""
    return {zh: Handed(name, zh, grid) for zh, grid in grids_of_lines(sheets).items()}


def dossier_of(
    name: str, sheets: Mapping[str, Sequence[Line]], catalogue: Catalogue
) -> tuple[Dossier | None, list[Problem]]:
    """Return the dossier of a programme's lines, or every reason why there is none."""
    return read_dossier(handed(name, sheets), catalogue, Source(name, ""))


def read_now(book: int, name: str) -> tuple[Dossier | None, list[Problem]]:
    """Return the dossier of a programme's lines as they are at this moment, also in the middle of a change."""
    return dossier_of(name, present(book), catalogue_of())


def standing(book: Book) -> tuple[Dossier | None, tuple[Problem, ...]]:
    """Return a programme's dossier as it stands, or every reason why there is none.

    It is read once for each end of its journal: whatever changes a line moves that. In the middle of
    a change, whose lines are ahead of the head that ``book`` has, ask ``read_now``.
    """
    return _standing(book.pk, book.head, book.name)


def unread(actor: Actor, book: int) -> tuple[Problem, ...]:
    """Return every reason why a programme cannot be read as a whole; none where it can.

    Raises:
        Refused: it is not theirs to read.
    """
    return standing(seen_book(actor, book))[1]


@lru_cache(maxsize=16)
def _standing(key: int, head: str, name: str) -> tuple[Dossier | None, tuple[Problem, ...]]:
    del head
    dossier, problems = read_now(key, name)
    return dossier, tuple(problems)


def workbook(actor: Actor, key: int) -> tuple[str, bytes]:
    """Return a programme as a workbook: its file name and bytes.

    Raises:
        Refused: it is not theirs to read.
    """
    from shanhe.documents.forms.workbook.write import xlsx_bytes  # noqa: PLC0415 - openpyxl is slow to load

    book = seen_book(actor, key)
    grids = grids_of_lines(present(book))
    names = tuple(indicator.name for indicator in catalogue_of().indicators)
    return f"{book.name}{book.year}年度.xlsx", xlsx_bytes(grids, names)


def may_import(actor: Actor) -> bool:
    """Return whether somebody may make a programme, for the menu."""
    return holds(actor, Action.IMPORT)
