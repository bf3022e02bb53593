"""One sheet of a programme: its lines to look at and to change, with what is wrong in place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from shanhe.app.office.books import catalogue_of, handed, present, read_now, seen_book
from shanhe.app.office.locks import ask_open
from shanhe.app.office.people import account_of
from shanhe.app.office.rights import Action, Actor, Refused, may
from shanhe.documents.forms.workbook.declare import Column, Kind, Sheet
from shanhe.documents.forms.workbook.lines import BY_KEY, Line
from shanhe.documents.forms.workbook.read import read_records
from shanhe.records.problem import Problem
from shanhe.store import models
from shanhe.store.journal import locked
from shanhe.store.lines import Change, Overtaken, put

_MONEY = frozenset({"documents", "transfers", "annual_funds", "payments"})
_TEXTS = frozenset({"overview", "explanations", "management", "actuals", "change_notes"})


def needed(sheet: str) -> Action:
    """Return the right that changing a sheet directly needs."""
    if sheet in _MONEY:
        return Action.EDIT_MONEY
    return Action.EDIT_TEXTS if sheet in _TEXTS else Action.EDIT_TARGETS


@dataclass(frozen=True, slots=True)
class Field:
    """A column, as a page needs it.

    Attributes:
        choices: empty where anything may be typed. suggested: what is offered there all the same.
    """

    key: str
    name: str
    note: str
    required: bool
    is_number: bool
    is_day: bool
    is_long: bool
    choices: tuple[str, ...]
    suggested: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A line on a page; ``number`` is the journal entry that made it."""

    row: str
    number: int
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SheetPage:
    """A sheet of a programme."""

    book: int
    book_name: str
    key: str
    name: str
    note: str
    fields: tuple[Field, ...]
    lines: tuple[Shown, ...]
    may_change: bool
    revision: int


def declared(key: str) -> Sheet:
    """Return the declaration of a sheet.

    Raises:
        Refused: there is none of that key.
    """
    if key not in BY_KEY:
        raise Refused("没有该表。", "There is no such sheet.", 404)
    return BY_KEY[key]


def sheet_page(actor: Actor, book_key: int, key: str) -> SheetPage:
    """Return one sheet with its lines and columns; lines that count, not drafts.

    Raises:
        Refused: it is not theirs to read.
    """
    book, sheet = seen_book(actor, book_key), declared(key)
    rows = models.Line.objects.filter(book=book, sheet=key).order_by("position")
    from shanhe.app.office.books import scope_of  # noqa: PLC0415 - beside its only use

    return SheetPage(
        book.pk,
        str(book),
        key,
        sheet.zh,
        sheet.note,
        fields_of(sheet, _places(book)),
        tuple(Shown(line.row, line.number, line.texts) for line in rows),
        may(actor, needed(key), scope_of(book)),
        book.revision,
    )


def fields_of(sheet: Sheet, places: Sequence[str]) -> tuple[Field, ...]:
    """Return the columns of a sheet as a page needs them."""
    return tuple(_field(column, places) for column in sheet.columns)


def _field(column: Column, places: Sequence[str]) -> Field:
    choices = {Kind.PLACE: tuple(places), Kind.YES_NO: ("是", "否")}.get(
        column.kind, column.choices
    )
    numeric = {Kind.MONEY, Kind.PERCENT, Kind.NUMBER, Kind.AMOUNT, Kind.WHOLE}
    return Field(
        column.key,
        column.zh,
        column.note,
        column.required,
        column.kind in numeric,
        column.kind is Kind.DAY,
        column.kind is Kind.TEXT and column.width >= 30,
        choices,
        _indicators() if column.kind is Kind.INDICATOR else (),
    )


def _indicators() -> tuple[str, ...]:
    return tuple(indicator.name for indicator in catalogue_of().indicators)


def _places(book: models.Book) -> list[str]:
    rows = models.Line.objects.filter(book=book, sheet="places").order_by("position")
    return [line.texts.get("name", "") for line in rows]


class Wrong(Exception):  # noqa: N818 - a refusal, named for what it says
    """What was typed cannot be read.

    Attributes:
        problems: by number of the line as handed in (from 0) and key of the field; the key is
            empty for what concerns the whole line. The number is -1 for what concerns the
            programme as a whole.
    """

    def __init__(self, problems: Sequence[tuple[int, str, Problem]]) -> None:
        super().__init__(problems[0][2].text("en"))
        self.problems = tuple(problems)


def checked(
    book: models.Book, sheet: Sheet, typed: Sequence[Line]
) -> list[tuple[int, str, Problem]]:
    """Return what is wrong with lines of one sheet, read as the workbook's reader reads them.

    Places and own indicators of the programme are known to it.
    """
    around = {key: rows for key, rows in present(book).items() if key in _NAMES}
    sheets = handed(book.name, {**around, sheet.key: list(typed)})
    reading = read_records(
        {name: sheets[name] for name in sheets if name in _read(sheet)}, catalogue_of()
    )
    found = []
    for problem in reading.problems:
        if problem.where.part == sheet.zh:
            number = max(problem.where.row - 2, 0)
            found.append((0 if sheet.vertical else number, _key(sheet, problem), problem))
    return found


_NAMES = frozenset({"places", "own_indicators"})


def _read(sheet: Sheet) -> set[str]:
    return {BY_KEY[key].zh for key in _NAMES} | {sheet.zh}


def _key(sheet: Sheet, problem: Problem) -> str:
    column = sheet.column(problem.where.column)
    return column.key if column else ""


def change(actor: Actor, book_key: int, changes: Sequence[Change]) -> int:
    """Change lines directly, all or none, and return the programme's new revision.

    Raises:
        Refused: the right is missing, or the sheet is locked.
        Wrong: what was typed cannot be read.
        Overtaken: somebody else changed a line in between.
    """
    sheets = {one.sheet for one in changes}
    for key in sorted(sheets):
        seen_book(actor, book_key, needed(key))
        declared(key)
    with transaction.atomic():
        book = locked(book_key)
        for key in sorted(sheets):
            ask_open(actor, book, key)
            _ask_readable(book, declared(key), [c for c in changes if c.sheet == key])
        put(book, account_of(actor), list(changes))
        _ask_whole(book)
    return book.revision


def _ask_readable(book: models.Book, sheet: Sheet, changes: Sequence[Change]) -> None:
    typed = [change.texts for change in changes if change.texts is not None]
    problems = checked(book, sheet, typed)
    if problems:
        raise Wrong(problems)


def _ask_whole(book: models.Book) -> None:
    """Refuse a change after which the programme could no longer be read as a whole.

    Raises:
        Wrong: such as the same row twice, or a place that other sheets still name.
    """
    dossier, problems = read_now(book.pk, book.name)
    if dossier is None:
        raise Wrong([(-1, "", problem) for problem in problems])


@dataclass(frozen=True, slots=True)
class Conflict:
    """What somebody else did in between, field by field: name, what you saw, what it is now."""

    who: str
    organisation: str
    at: str
    fields: tuple[tuple[str, str, str], ...]
    is_gone: bool


def conflict(overtaken: Overtaken, book_key: int) -> Conflict:
    """Return in a person's terms what changed since they looked."""
    now, sheet = overtaken.now, declared(overtaken.change.sheet)
    if now is None:
        return Conflict("", "", "", (), is_gone=True)
    seen = models.Entry.objects.filter(book=book_key, number=overtaken.change.seen).first()
    old = (seen.texts if seen else None) or {}
    new = now.texts or {}
    changed = tuple(
        (column.zh, old.get(column.key, ""), new.get(column.key, ""))
        for column in sheet.columns
        if old.get(column.key, "") != new.get(column.key, "")
    )
    at = now.at.astimezone().strftime("%Y-%m-%d %H:%M")
    return Conflict(now.who, now.organisation, at, changed, is_gone=now.texts is None)
