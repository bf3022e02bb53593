"""A workbook becomes a programme, or brings the one it is to what it says."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from django.db import transaction
from django.db.models import QuerySet

from shanhe.app.office.books import catalogue_of, lines, scope_of
from shanhe.app.office.frozen import ask_unfrozen
from shanhe.app.office.locks import ask_open
from shanhe.app.office.people import account_of
from shanhe.app.office.rights import (
    Action,
    Actor,
    Refused,
    Scope,
    ask,
    holds,
    missing_right,
    paths,
)
from shanhe.app.office.sheets import needed
from shanhe.app.programme import NotOpened, open_programme, read_sheets
from shanhe.documents.forms.workbook.lines import BY_KEY, Line, lines_of
from shanhe.store import models
from shanhe.store.journal import locked
from shanhe.store.lines import Change, new_row, put
from shanhe.store.models import Book, Organisation


def load(actor: Actor, workbook: Path, organisation: int | None = None) -> int:
    """Make a programme from a workbook or folder, or bring the one it is to what it says.

    Lines that are the same stay as they are; others are changed, added or taken away, all in one
    transaction. Changing a programme that is there already needs for each sheet what changing it on
    its page needs. Returns the key of the programme.

    Raises:
        NotOpened: it cannot be read; nothing is changed.
        Refused: a right is missing, no organisation is named and there is no such programme, its
            self-evaluation is frozen, or a sheet that would change is closed.
    """
    opened = open_programme(workbook, catalogue_of())
    if opened.dossier is None:
        raise NotOpened(opened.problems)
    sheets = lines_of(read_sheets(workbook))
    programme = opened.dossier.programme
    with transaction.atomic():
        owner = _owner(actor, organisation)
        ask(actor, Action.IMPORT, Scope(owner.path))
        book, _ = Book.objects.get_or_create(
            organisation=owner, name=programme.name, year=programme.year
        )
        book = locked(book.pk)
        ask_unfrozen(book)
        changes = _changes(book, sheets, f"导入{opened.name}")
        if book.revision:
            _ask_sheets(actor, book, {change.sheet for change in changes})
        put(book, account_of(actor), changes)
    return book.pk


def _ask_sheets(actor: Actor, book: Book, sheets: Collection[str]) -> None:
    """Refuse what would be refused on the page of a sheet, so that a workbook is no way around it."""
    for sheet in sorted(sheets):
        ask(actor, needed(sheet), scope_of(book))
        ask_open(actor, book, sheet)


def _owner(actor: Actor, organisation: int | None) -> Organisation:
    known = Organisation.objects.filter(pk=organisation) if organisation else _own(actor)
    owner = known.first()
    if owner is None and not holds(actor, Action.IMPORT):
        raise missing_right(actor, Action.IMPORT)
    if owner is None:
        raise Refused(
            "请指明项目所属机构。", "Say which organisation the programme belongs to.", 422
        )
    return owner


def _own(actor: Actor) -> QuerySet[Organisation]:
    roots = [right.path for right in paths(actor, Action.IMPORT)]
    return Organisation.objects.filter(path__in=roots[:1]) if roots else Organisation.objects.none()


def _changes(book: Book, sheets: Mapping[str, Sequence[Line]], why: str) -> list[Change]:
    """Return what turns the present lines into those of a workbook, sheet by sheet.

    A line with the same key fields is the same line; where a sheet has none, equal lines are.
    """
    changes: list[Change] = []
    kept = lines(book)
    for sheet in BY_KEY.values():
        old = {_identity(sheet.key, line.texts, n): line for n, line in _counted(kept, sheet.key)}
        new = sheets.get(sheet.key, ())
        for number, line in enumerate(new):
            there = old.pop(_identity(sheet.key, line, number), None)
            if there is None:
                changes.append(Change(sheet=sheet.key, row=new_row(), texts=line, why=why))
            elif there.texts != line:
                changes.append(_change(there, line, why))
        changes += [_change(line, None, why) for line in old.values()]
    return changes


def _counted(
    kept: Mapping[str, Sequence[models.Line]], sheet: str
) -> list[tuple[int, models.Line]]:
    return list(enumerate(kept.get(sheet, ())))


def _identity(sheet: str, line: Line, number: int) -> tuple[str, ...]:
    declared = BY_KEY[sheet]
    if declared.vertical:
        return ()
    if declared.keys:
        return tuple(line.get(key, "") for key in declared.keys)
    return (str(number),)


def _change(line: models.Line, now: Line | None, why: str) -> Change:
    return Change(sheet=line.sheet, row=line.row, texts=now, seen=line.number, why=why)
