"""The words of the self-evaluation: reasons and measures, overview, management of the money."""

from collections.abc import Mapping
from dataclasses import dataclass

from shanhe.app.office.books import BookHead, head_of, lines, scope_of, seen_book
from shanhe.app.office.locks import ask_open
from shanhe.app.office.origins import Origin, Origins
from shanhe.app.office.rights import Action, Actor, Refused, may
from shanhe.app.office.sheets import Conflict, Field, change, conflict, declared, fields_of
from shanhe.store.lines import Change, Overtaken
from shanhe.store.models import Line

WORDS = ("overview", "explanations", "management")
"""Sheets that are written on the page of the self-evaluation."""
NEW = "new"


@dataclass(frozen=True, slots=True)
class Written:
    """A line with who wrote it."""

    row: str
    texts: tuple[tuple[str, str], ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class WordsPage:
    """One sheet of words: its lines, each with name and text of what is filled in."""

    head: BookHead
    sheet: str
    name: str
    note: str
    lines: tuple[Written, ...]
    is_one: bool
    may_write: bool


@dataclass(frozen=True, slots=True)
class LinePage:
    """One line to write; ``seen`` is the journal entry it was shown from, 0 for a new one."""

    head: BookHead
    sheet: str
    name: str
    row: str
    seen: int
    fields: tuple[Field, ...]
    texts: Mapping[str, str]
    may_drop: bool


class Clash(Exception):  # noqa: N818 - what it is
    """Somebody else wrote in a line meanwhile; ``told`` says who, when and what."""

    def __init__(self, told: Conflict) -> None:
        super().__init__(told.who)
        self.told = told


def words_page(actor: Actor, book_key: int, sheet: str) -> WordsPage:
    """Return a sheet of words with who wrote what and when.

    Raises:
        Refused: it is not theirs to read, or no sheet of words.
    """
    book, form = seen_book(actor, book_key), declared(_asked(sheet))
    rows = lines(book).get(sheet, [])
    origins = Origins(book, {sheet: rows})
    written = []
    for number, line in enumerate(rows, 1):
        texts = ((c.zh, line.texts[c.key]) for c in form.columns if c.key in line.texts)
        origin = origins.line(line, form.zh, 0 if form.vertical else number)
        written.append(Written(line.row, tuple(texts), origin))
    may_write = may(actor, Action.EDIT_TEXTS, scope_of(book))
    return WordsPage(
        head_of(book), sheet, form.zh, form.note, tuple(written), form.vertical, may_write
    )


def line_page(
    actor: Actor, book_key: int, sheet: str, row: str, given: Mapping[str, str]
) -> LinePage:
    """Return a line to write, or a new one that begins with what is ``given``.

    Raises:
        Refused: the right is missing, the sheet is locked, or the line is gone.
    """
    book = seen_book(actor, book_key, Action.EDIT_TEXTS)
    form = declared(_asked(sheet))
    ask_open(actor, book, sheet)
    line = Line.objects.filter(book=book, sheet=sheet, row=row).first()
    if line is None and row != NEW:
        raise Refused("该行已被删除。", "This line is gone.", 404)
    known = {column.key for column in form.columns}
    texts = line.texts if line else {key: text for key, text in given.items() if key in known}
    return LinePage(
        head_of(book),
        sheet,
        form.zh,
        row,
        line.number if line else 0,
        fields_of(form, []),
        texts,
        line is not None and not form.vertical,
    )


def write(  # noqa: PLR0913 - what a form hands in
    actor: Actor,
    book_key: int,
    sheet: str,
    row: str,
    *,
    seen: int,
    texts: Mapping[str, str] | None,
) -> None:
    """Write a line, or take it away where ``texts`` is ``None``.

    Raises:
        Refused: the right is missing, or the sheet is locked.
        Wrong: what was typed cannot be read.
        Clash: somebody else wrote in it in between.
    """
    form = declared(_asked(sheet))
    kept = None
    if texts is not None:
        typed = {column.key: texts.get(column.key, "").strip() for column in form.columns}
        kept = {key: text.replace("\r\n", "\n") for key, text in typed.items() if text}
    key = "" if row == NEW else row
    try:
        change(actor, book_key, [Change(sheet=sheet, row=key, texts=kept, seen=seen)])
    except Overtaken as overtaken:
        raise Clash(conflict(overtaken, book_key)) from None


def _asked(sheet: str) -> str:
    if sheet not in WORDS:
        raise Refused("没有该表。", "There is no such sheet.", 404)
    return sheet
