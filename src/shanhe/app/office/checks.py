"""Reports that were handed in to be checked: who may see them, handing in, and the work itself.

Who may see a check: people with the right to check (``CHECK``) whose right covers the body of the
person who handed it in, and that person. A city sees what its counties handed in; a county sees
its own alone, neither that of another county nor that of the city. A right limited to one programme
shows checks of that programme alone. To compare a report with a programme one has to be able to
read the programme.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.fields.json import KT

from shanhe.app.bounded import Stopped, bounded
from shanhe.app.office import handed_in
from shanhe.app.office.books import BookHead, books, present, seen_book
from shanhe.app.office.people import account_of
from shanhe.app.office.rights import Action, Actor, Refused, holds, missing_right, paths
from shanhe.documents.paper_problem import PaperProblem
from shanhe.records.problem import Problem
from shanhe.records.source import Source
from shanhe.store import files
from shanhe.store.journal import Act, Said, append, locked
from shanhe.store.models import Audit, Book

MOST_BYTES = 50_000_000
PER_PAGE = 30
_MOST_WAITING = 20
_SECONDS = 180.0
"""Most that a check may take; usual is one second, with LibreOffice's conversion ten."""


@dataclass(frozen=True, slots=True)
class Row:
    """A check in the list; ``state`` is empty while it waits."""

    key: int
    name: str
    book: str
    who: str
    organisation: str
    at: str
    state: str
    errors: int
    warnings: int
    notes: int


@dataclass(frozen=True, slots=True)
class ChecksPage:
    """The checks somebody may see, the newest first, and the programmes to compare with."""

    rows: tuple[Row, ...]
    page: int
    pages: int
    books: tuple[BookHead, ...]
    megabytes: int


def checks_page(actor: Actor, page: int = 1) -> ChecksPage:
    """Return the list of checks.

    Raises:
        Refused: the right to check is missing.
    """
    found = visible(actor)
    pages = max(-(-found.count() // PER_PAGE), 1)
    page = min(max(page, 1), pages)
    shown = found.order_by("-pk")[(page - 1) * PER_PAGE : page * PER_PAGE]
    rows = tuple(row_of(audit) for audit in shown)
    return ChecksPage(rows, page, pages, tuple(books(actor)), MOST_BYTES // 1_000_000)


def visible(actor: Actor) -> QuerySet[Audit]:
    """Return the checks that somebody may see, without what was found in them.

    Raises:
        Refused: the right to check is missing.
    """
    if not holds(actor, Action.CHECK):
        raise missing_right(actor, Action.CHECK)
    asked = Q(account=actor.account)
    for right in paths(actor, Action.CHECK):
        within = Q(account__organisation__path__startswith=right.path)
        asked |= within & Q(book=right.book) if right.book else within
    found = Audit.objects.filter(asked).select_related("file", "account__organisation", "book")
    return found.annotate(state=KT("result__state")).defer("result")


def row_of(audit: Audit) -> Row:
    """Return a check as it stands in a list."""
    body = audit.account.organisation
    return Row(
        audit.pk,
        audit.file.name,
        str(audit.book or ""),
        audit.account.name,
        body.name if body else "",
        audit.at.astimezone().strftime("%Y-%m-%d %H:%M"),
        getattr(audit, "state", None) or "",
        audit.errors,
        audit.warnings,
        audit.notes,
    )


def seen(actor: Actor, key: int) -> Audit:
    """Return a check that somebody may see, with its ``state``.

    Raises:
        Refused: 403 without the right to check, 404 where it is not theirs to know of.
    """
    found = visible(actor).filter(pk=key).first()
    if found is None:
        raise Refused("没有该核查，或无权查看。", "There is no such check for you.", 404)
    return found


def hand_in(actor: Actor, name: str, data: bytes, book: int = 0, earlier: int = 0) -> int:
    """Keep a report to be checked, and return the key of its check.

    Args:
        actor: who hands it in.
        name: of the file, as shown.
        data: its bytes.
        book: the programme it belongs to and is compared with; 0 for none.
        earlier: key of the check of an earlier version; its programme is taken over.

    Raises:
        Refused: a right is missing, the file is empty or too large, or too many wait already.
    """
    previous = seen(actor, earlier) if earlier else None
    if not holds(actor, Action.CHECK):
        raise missing_right(actor, Action.CHECK)
    if previous is not None:
        book = previous.book_id or 0
    programme = seen_book(actor, book) if book else None
    handed_in.ask_size(len(data), MOST_BYTES)
    waiting = Audit.objects.filter(account=actor.account, result__state__isnull=True)
    if waiting.count() >= _MOST_WAITING:
        raise Refused("您还有多份报告正在核查，请稍后再上传。", "Too many of yours wait.", 429)
    with transaction.atomic():
        return _kept(actor, handed_in.plain_name(name, "报告"), data, programme, previous)


def _kept(
    actor: Actor, name: str, data: bytes, programme: Book | None, previous: Audit | None
) -> int:
    account = account_of(actor)
    book = locked(programme.pk) if programme else None
    kept = handed_in.keep(account, book, name, _kind(data), data)
    series = previous.series if previous else 0
    audit = Audit.objects.create(book=book, file=kept, account=account, series=series, result={})
    if not series:
        audit.series = audit.pk
        audit.save(update_fields=["series"])
    words = {"check": audit.pk, "series": audit.series}
    append(book, account, [Said(action=Act.FILE, texts=words, evidence=[kept.digest])])
    return audit.pk


def _kind(data: bytes) -> str:
    magic = {b"PK\x03\x04": "zip", b"%PDF": "pdf", b"\xd0\xcf\x11\xe0": "ole"}
    return magic.get(data[:4], "text")


def check_off(only: int = 0) -> int:
    """Check the reports that wait, the oldest first, or ``only`` one; return how many there were.

    What is to be done follows from the database, so a process that is killed forgets none.
    """
    waiting = Audit.objects.filter(result__state__isnull=True).order_by("pk")
    waiting = waiting.filter(pk=only) if only else waiting
    done = 0
    for audit in waiting.select_related("file", "book")[:10]:
        result = _checked(audit)
        counts = result["counts"]
        Audit.objects.filter(pk=audit.pk).update(
            result=result,
            errors=counts["error"],
            warnings=counts["warning"],
            notes=counts["note"],
        )
        done += 1
    return done


def _checked(audit: Audit) -> dict[str, Any]:
    asked = {
        "path": str(files.path_of(audit.file.digest)),
        "name": audit.file.name,
        "programme": audit.book.name if audit.book else "",
        "sheets": present(audit.book) if audit.book else {},
    }
    try:
        result: dict[str, Any] = bounded("shanhe.app.checking:check", asked, _SECONDS)
    except Stopped as stopped:
        return _unread(audit.file.name, stopped)
    return result


def _unread(name: str, stopped: Stopped) -> dict[str, Any]:
    """Return the result of a check that came to no end."""
    where, detail = Source(name, ""), {"detail": stopped.detail}
    problem: Problem = (
        Problem("too_slow", where, detail)
        if stopped.kind == "time"
        else PaperProblem("reader_failed", where, detail)
    )
    empty: Mapping[str, Any] = {"cards": [], "paper": "", "notes": {}, "data": None}
    return {
        "state": "unreadable",
        "kind": "",
        "rules": "",
        "compared": False,
        "coverage": {"checked": 0, "alone": 0, "not_understood": 0},
        "counts": {"error": 0, "warning": 0, "note": 0},
        "findings": [],
        **{lang: {**empty, "problems": [problem.text(lang)]} for lang in ("zh", "en")},
    }
