"""The present state of a book: put a line, drop a line, read them all."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Max

from shanhe.store.journal import Act, Said, append
from shanhe.store.models import Account, Book, Entry, Line

Texts = Mapping[str, str]
_BATCH = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A line that is to become something else.

    Attributes:
        row: its key; empty for a new line.
        texts: field → text; ``None`` takes the line away.
        seen: number of the entry that the person had before them, 0 for a new line.
    """

    sheet: str
    row: str = ""
    texts: Texts | None
    seen: int = 0
    why: str = ""
    evidence: Sequence[str] = ()


class Overtaken(Exception):  # noqa: N818 - a refusal, named for what it says
    """Somebody else changed a line since the person saw it.

    Attributes:
        change: what was to be done. now: the entry that overtook it; ``None`` where the line is gone.
    """

    def __init__(self, change: Change, now: Entry | None) -> None:
        super().__init__(f"{change.sheet} {change.row}")
        self.change, self.now = change, now


def new_row() -> str:
    """Return a key for a new line."""
    return secrets.token_hex(8)


def put(book: Book, account: Account | None, changes: Sequence[Change]) -> list[Entry]:
    """Make the changes, all or none, and write each into the journal.

    Call it inside a transaction, with the book from ``journal.locked``.

    Raises:
        Overtaken: a line is no longer what the person saw.
    """
    kept = {(line.sheet, line.row): line for line in _lines(book, changes)}
    said = []
    for change in changes:
        line = kept.get((change.sheet, change.row))
        if (line.number if line else 0) != change.seen:
            raise Overtaken(change, _newest(book, change))
        said.append(_said(change, change.row or new_row()))
    entries = append(book, account, said)
    _keep(book, kept, entries)
    return entries


def _lines(book: Book, changes: Sequence[Change]) -> list[Line]:
    rows = [change.row for change in changes if change.row]
    return list(Line.objects.filter(book=book, row__in=rows)) if rows else []


def _newest(book: Book, change: Change) -> Entry | None:
    entries = Entry.objects.filter(book=book, sheet=change.sheet, row=change.row)
    return entries.order_by("-number").first()


def _said(change: Change, row: str) -> Said:
    return Said(
        action=Act.DROP if change.texts is None else Act.PUT,
        sheet=change.sheet,
        row=row,
        texts=change.texts,
        was=change.seen,
        why=change.why,
        evidence=change.evidence,
    )


def _keep(book: Book, kept: Mapping[tuple[str, str], Line], entries: Sequence[Entry]) -> None:
    """Bring the present state to what the entries say."""
    last = Line.objects.filter(book=book).aggregate(Max("position"))["position__max"] or 0
    new: list[Line] = []
    for entry in entries:
        line = kept.get((entry.sheet, entry.row))
        if line is None:
            last += 1
            new.append(_line(book, entry, last))
        elif entry.texts is None:
            line.delete()
        else:
            line.texts, line.number = entry.texts, entry.number
            line.save(update_fields=["texts", "number"])
    Line.objects.bulk_create(new, batch_size=_BATCH)


def _line(book: Book, entry: Entry, position: int) -> Line:
    return Line(
        book=book,
        sheet=entry.sheet,
        row=entry.row,
        position=position,
        texts=entry.texts,
        number=entry.number,
    )
