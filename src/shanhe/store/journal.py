"""The journal: append one line, read a history, verify the chain."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC
from enum import StrEnum
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from shanhe.store.held import Held, stands, unheard
from shanhe.store.models import Account, Book, Entry, Line, Office

_START = "0" * 64
_BATCH = 2000


class Act(StrEnum):
    """What an entry records."""

    PUT = "put"  # a line is entered or changed
    DROP = "drop"  # a line is taken away
    SUBMIT = "submit"  # figures are handed in
    PASS = "pass"  # noqa: S105 - the county's reviewer passes them on
    RETURN = "return"  # they are sent back with a comment
    ACCEPT = "accept"  # the city accepts them; now they count
    CONFIRM = "confirm"  # the province confirms
    REPLY = "reply"  # a finding is answered
    FREEZE = "freeze"  # an edition is made
    SIGN = "sign"  # an edition is signed
    PUBLISH = "publish"  # an edition is shown to the public
    LOCK = "lock"  # a sheet is closed
    UNLOCK = "unlock"  # it is opened again
    PERMIT = "permit"  # one organisation gets a later day
    PLOTS = "plots"  # a layer of plots is uploaded
    FILE = "file"  # a file is handed in
    ACCOUNT = "account"  # an account is made, stopped, given a new password
    GRANT = "grant"  # a right is given
    REVOKE = "revoke"  # a right is taken away
    ORGANISATION = "organisation"  # a body is registered
    FOUND = "found"  # a row that is older than its place in the journal is taken over as found


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody says, before it stands in the journal; the fields are those of ``Entry``."""

    action: Act
    sheet: str = ""
    row: str = ""
    texts: Mapping[str, object] | None = None
    was: int = 0
    why: str = ""
    evidence: Sequence[str] = field(default_factory=tuple)


def append(
    book: Book | None, account: Account | None, said: Sequence[Said], kind: type[Entry] = Entry
) -> list[Entry]:
    """Write lines at the end of a book's journal, and return them.

    Call it inside a transaction, with the book from ``locked``; the lock keeps the chain single.
    ``book`` is ``None`` for the journal of the office itself. ``kind`` is the model of entries; a
    migration has its own.
    """
    kept = book or _office(kind)
    number, previous = kept.revision, kept.head
    entries = []
    for one in said:
        number += 1
        entry = kind(**_fields(book, account, one, number, previous or _START))
        entry.hash = hash_of(entry)
        entries.append(entry)
        previous = entry.hash
    kind._default_manager.bulk_create(entries, batch_size=_BATCH)  # noqa: SLF001 - the framework's own name for it
    if entries:
        kept.revision, kept.head = number, previous
        kept.save(update_fields=["revision", "head"])
    return entries


def _office(kind: type[Entry]) -> Office:
    """Return the end of the office's own chain, locked until the transaction ends."""
    ends = kind._meta.apps.get_model("store", "Office")._default_manager  # noqa: SLF001 - likewise
    ends.get_or_create(pk=1)
    end: Office = ends.select_for_update().get(pk=1)
    return end


def _fields(
    book: Book | None, account: Account | None, said: Said, number: int, previous: str
) -> dict[str, object]:
    organisation = account.organisation.name if account and account.organisation else ""
    return {
        "book": book,
        "number": number,
        "at": timezone.now(),
        "account": account,
        "who": account.name if account else "系统",
        "organisation": organisation,
        "action": said.action.value,
        "sheet": said.sheet,
        "row": said.row,
        "texts": dict(said.texts) if said.texts is not None else None,
        "was": said.was,
        "why": said.why,
        "evidence": list(said.evidence),
        "previous": previous,
    }


def take_over(models: Mapping[str, Any]) -> None:
    """Write of every row that a journal holds how it was found: what it says from then on is held.

    Args:
        models: by lower-case name, of ``held.TABLES``, ``book`` and ``entry``.
    """
    books, entry = models["book"]._default_manager, models["entry"]  # noqa: SLF001 - likewise
    found: dict[int, list[Said]] = {}
    for book, row in unheard(books.order_by("pk"), models):
        one = Said(action=Act.FOUND, texts=stands(row))
        found.setdefault(book.pk if book else 0, []).append(one)
    for key, said in found.items():
        append(books.select_for_update().get(pk=key) if key else None, None, said, entry)


def hash_of(entry: Entry) -> str:
    """Return the sha256 over everything that an entry says, and the hash before it."""
    said = [
        entry.previous,
        entry.book_id or 0,
        entry.number,
        entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        entry.account_id or 0,
        entry.who,
        entry.organisation,
        entry.action,
        entry.sheet,
        entry.row,
        entry.texts,
        entry.was,
        entry.why,
        entry.evidence,
    ]
    plain = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def locked(book_id: int) -> Book:
    """Return a book that nobody else can write to until the transaction ends.

    Raises:
        Book.DoesNotExist: there is none.
    """
    assert transaction.get_connection().in_atomic_block  # noqa: S101 - a lock outside is none
    return Book.objects.select_for_update().get(pk=book_id)


def history(book: Book, sheet: str, row: str) -> models.QuerySet[Entry]:
    """Return every entry that speaks of one line, the newest first."""
    return Entry.objects.filter(book=book, sheet=sheet, row=row).order_by("-number")


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the journal does not hold.

    Attributes:
        book: key of the book, 0 for the office's own journal. number: the entry, 0 for the whole.
        kind: ``changed`` (its hash is not its own), ``gap`` (it does not follow the one before),
            ``end`` (the book knows another end), ``state`` (a line differs from what it says), and
            those of ``held.Difference``: ``altered``, ``lost``, ``unsaid``.
        detail: the row, or what was expected. table, key: the row that is held, empty for none.
        fields: of that row: name, what the journal says, what the row says.
    """

    book: int
    number: int
    kind: str
    detail: str = ""
    table: str = ""
    key: int = 0
    fields: tuple[tuple[str, str, str], ...] = ()


def verify() -> Iterator[Break]:
    """Yield every place where a chain is broken, or the present state is not what it says."""
    yield from _followed(None, Office.objects.filter(pk=1).first())
    for book in Book.objects.order_by("pk").iterator():
        yield from verify_book(book)


def verify_book(book: Book) -> Iterator[Break]:
    """Yield every place where the journal or the present state of one book does not hold."""
    yield from _followed(book, book)


def _followed(book: Book | None, end: Book | Office | None) -> Iterator[Break]:
    """Follow a chain once from its first entry, and hold what it says against what there is."""
    key, held = book.pk if book else 0, Held()
    lines: dict[tuple[str, str], tuple[int, object]] = {}
    number, previous = 0, _START
    for entry in Entry.objects.filter(book=book).order_by("number").iterator(_BATCH):
        if hash_of(entry) != entry.hash:
            yield Break(key, entry.number, "changed")
        if entry.number != number + 1 or entry.previous != previous:
            yield Break(key, entry.number, "gap", f"{number} → {entry.number}")
        number, previous = entry.number, entry.hash
        held.hear(entry)
        if entry.action == Act.PUT:
            lines[entry.sheet, entry.row] = entry.number, entry.texts
        elif entry.action == Act.DROP:
            lines.pop((entry.sheet, entry.row), None)
    known = (end.revision, end.head or _START) if end else (0, _START)
    if known != (number, previous):
        yield Break(key, 0, "end", f"{known[0]} ≠ {number}")
    yield from _lines(book, lines) if book else ()
    for one in held.differences(book):
        yield Break(key, one.number, one.kind, "", one.table, one.key, one.fields)


def _lines(book: Book, said: Mapping[tuple[str, str], tuple[int, object]]) -> Iterator[Break]:
    lines = Line.objects.filter(book=book)
    kept = {(line.sheet, line.row): (line.number, line.texts) for line in lines.iterator(_BATCH)}
    for place in sorted(said.keys() | kept.keys()):
        if said.get(place) != kept.get(place):
            number = (kept.get(place) or said[place])[0]
            yield Break(book.pk, number, "state", " ".join(place))
