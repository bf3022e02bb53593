"""A county's draft: begun, saved as it is typed, handed in."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction

from shanhe.app.office.books import seen_book
from shanhe.app.office.draft_check import PLACE_FIELD, places_of, unreadable
from shanhe.app.office.locks import ask_open
from shanhe.app.office.people import account_of
from shanhe.app.office.rights import Action, Actor, Refused, Scope, ask
from shanhe.app.office.sheets import Wrong, declared
from shanhe.app.office.submissions import (
    EDITABLE,
    SHEETS,
    Reported,
    State,
    digests_of,
    files_behind,
    move,
    said,
    seen_submission,
)
from shanhe.app.office.typed import clean
from shanhe.store.journal import Act, append, locked
from shanhe.store.lines import new_row
from shanhe.store.models import Book, Line, Submission

MOST_ROWS = 500
"""Rows of one submission; its page shows them all as fields, and takes a second for so many."""


class Stale(Refused):
    """Another person saved the draft since this one looked at it."""


def begin(actor: Actor, book_key: int, sheet: str, title: str, *, filled: bool = False) -> int:
    """Begin a draft of one's own body and return its key.

    Args:
        actor: who begins it.
        book_key: the programme.
        sheet: what is reported.
        title: what people call it; the name of the sheet where it is empty.
        filled: whether it begins with the body's own lines as they count now.

    Raises:
        Refused: the right is missing, the sheet is none that is reported, or the body has no place.
    """
    book = seen_book(actor, book_key)
    account = account_of(actor)
    _ask_reporting(actor, book, sheet)
    if account.organisation is None or not account.organisation.place:
        raise Refused(
            "您的机构没有登记“区域与单位”表中的名称，不能填报，请联系系统管理员登记。",
            "Your organisation has no place of the programme; the administrator can register it.",
            422,
        )
    rows = own_lines(book, sheet, account.organisation.place) if filled else []
    draft = Submission.objects.create(
        book=book,
        organisation=account.organisation,
        sheet=sheet,
        title=clean(title, 100) or declared(sheet).zh,
        account=account,
        rows=rows[:MOST_ROWS],
        editors=[account.pk],
    )
    return draft.pk


def own_lines(book: Book, sheet: str, place: str) -> list[dict[str, Any]]:
    """Return the lines of one place as they count now, as rows of a draft."""
    names, field = places_of(book, place), PLACE_FIELD[sheet]
    found = Line.objects.filter(book=book, sheet=sheet).order_by("position")
    return [
        {"row": line.row, "texts": line.texts, "seen": line.number, "evidence": []}
        for line in found
        if line.texts.get(field) in names
    ]


def _ask_reporting(actor: Actor, book: Book, sheet: str) -> None:
    ask(actor, Action.REPORT, Scope(actor.path, book.pk))
    if sheet not in SHEETS:
        raise Refused("该表不由县级填报。", "This sheet is not reported by counties.", 422)
    ask_open(actor, book, sheet)


def save(actor: Actor, key: int, rows: Sequence[Reported], version: int) -> int:
    """Keep a draft as it is typed, readable or not, and return its new version.

    A row that has no key yet is given one; a new row without any text is left out.

    Raises:
        Stale: another person saved in between.
        Refused: it is not theirs to edit, it is handed in already, it has too many rows, or it
            names a line or a file that is not theirs.
    """
    with transaction.atomic():
        one = own_draft(actor, key, version)
        kept = [_kept(row) for row in rows]
        return keep(actor, one, [row for row in kept if row["texts"] or row["seen"]])


def keep(actor: Actor, one: Submission, rows: Sequence[Mapping[str, Any]]) -> int:
    """Keep rows in a draft that is locked in this transaction, and return its new version.

    Raises:
        Refused: as ``save``.
    """
    if len(rows) > MOST_ROWS:
        raise Refused(
            f"一张填报单最多 {MOST_ROWS} 行，现有 {len(rows)} 行，请分成几张填报。",
            f"A submission has at most {MOST_ROWS} rows; these are {len(rows)}.",
            422,
        )
    _ask_own_lines(one, rows)
    _ask_own_files(one, rows)
    one.rows = list(rows)
    one.editors = [*(other for other in one.editors if other != actor.account), actor.account]
    one.version += 1
    one.save(update_fields=["rows", "editors", "version", "changed"])
    return one.version


def _kept(row: Reported) -> dict[str, Any]:
    cleaned = {key: clean(text) for key, text in row.texts.items()}
    return {
        "row": row.row or new_row(),
        "texts": {key: text for key, text in cleaned.items() if text},
        "seen": row.seen,
        "evidence": list(row.evidence),
    }


def _ask_own_lines(one: Submission, rows: Sequence[Mapping[str, Any]]) -> None:
    """Refuse rows that would change lines of other places, or of other sheets."""
    keys = {row["row"] for row in rows}
    if len(keys) != len(rows):
        raise Refused("同一行出现了两次。", "A row is there twice.", 422)
    names, field = places_of(one.book, one.organisation.place), PLACE_FIELD[one.sheet]
    for line in Line.objects.filter(book=one.book, row__in=keys):
        if line.sheet != one.sheet or line.texts.get(field) not in names:
            raise Refused(
                "填报单中有其他地区的数据行，不能改动。", "A line of another place is in it.", 403
            )


def _ask_own_files(one: Submission, rows: Sequence[Mapping[str, Any]]) -> None:
    """Refuse files that nobody of this body handed in for this programme."""
    asked = digests_of(rows)
    if asked - set(files_behind(one, asked).values_list("digest", flat=True)):
        raise Refused("没有该附件。", "There is no such file.", 404)


def own_draft(actor: Actor, key: int, version: int) -> Submission:
    """Return a draft that somebody may edit, locked until the transaction ends.

    Raises:
        Stale: it is no longer the version they saw.
        Refused: it is not theirs to edit, or handed in already.
    """
    one = seen_submission(actor, key)
    ask(actor, Action.REPORT, Scope(one.organisation.path, one.book_id))
    Submission.objects.select_for_update().get(pk=key)
    one = seen_submission(actor, key)
    if State(one.state) not in EDITABLE:
        raise Refused(
            "填报单已提交，不能修改；如需修改，请上级退回。",
            "It is handed in; ask for its return to change it.",
            409,
        )
    if one.version != version:
        raise Stale(
            f"填报单已由他人保存（第{one.version}版）。您填写的内容保留在页面上，尚未保存，请核对后再次保存。",
            f"Somebody saved version {one.version} in between; yours is kept here, not saved yet.",
            409,
        )
    return one


def renew(actor: Actor, key: int, version: int) -> int:
    """Let a draft stand on the lines as they count now, after its author looked at them.

    Raises:
        Refused: as ``save``.
    """
    with transaction.atomic():
        one = own_draft(actor, key, version)
        keys = [row["row"] for row in one.rows]
        now = dict(Line.objects.filter(book=one.book, row__in=keys).values_list("row", "number"))
        return keep(actor, one, [_renewed(row, now) for row in one.rows if _stays(row, now)])


def _renewed(row: Mapping[str, Any], now: Mapping[str, int]) -> dict[str, Any]:
    if row["row"] in now:
        return {**row, "seen": now[row["row"]]}
    return {**row, "seen": 0, "row": new_row() if row["seen"] else row["row"]}


def _stays(row: Mapping[str, Any], now: Mapping[str, int]) -> bool:
    return bool(row["texts"]) or row["row"] in now


def discard(actor: Actor, key: int, version: int) -> int:
    """Throw a draft away that was never handed in, and return the key of its programme.

    Raises:
        Refused: as ``save``, or it was handed in before.
    """
    with transaction.atomic():
        one = own_draft(actor, key, version)
        if State(one.state) is not State.DRAFT:
            raise Refused(
                "提交过的填报单不能删除。", "What was handed in once cannot be deleted.", 409
            )
        book = one.book_id
        one.delete()
    return book


def submit(actor: Actor, key: int, version: int) -> None:
    """Hand a draft in; from here on it is in the journal and nobody edits it.

    Raises:
        Refused: not theirs, locked, empty, another body's place is named in it, or a line was
            changed since the draft was begun.
        Wrong: a row cannot be read; each problem stands with its row and field.
    """
    with transaction.atomic():
        one = own_draft(actor, key, version)
        book = locked(one.book_id)
        _ask_reporting(actor, book, one.sheet)
        _ask_sound(book, one)
        one.editors = sorted({*one.editors, actor.account})
        one.save(update_fields=["editors"])
        move(one, State.SUBMITTED)
        append(book, account_of(actor), [said(one, Act.SUBMIT)])


def _ask_sound(book: Book, one: Submission) -> None:
    if not one.rows:
        raise Refused("填报单是空的，请先填写。", "The submission is empty.", 422)
    sheet = declared(one.sheet)
    problems = unreadable(book, sheet, one.rows)
    if problems:
        raise Wrong(problems)
    _ask_own_place(one, (row["texts"] for row in one.rows if row["texts"]))
    _ask_own_lines(one, one.rows)
    _ask_current(book, one)


def _ask_own_place(one: Submission, typed: Iterable[Mapping[str, str]]) -> None:
    place = one.organisation.place
    names, field = places_of(one.book, place), PLACE_FIELD[one.sheet]
    strangers = {row.get(field, "") for row in typed} - names
    if strangers:
        named = "、".join(sorted(strangers - {""}) or ["（空白）"])
        raise Refused(
            f"只能填报本地区（{place}）的数据，其中有：{named}。",
            f"Only figures of {place} can be reported here; found: {named}.",
            422,
        )


def _ask_current(book: Book, one: Submission) -> None:
    now = dict(
        Line.objects.filter(book=book, row__in=[row["row"] for row in one.rows]).values_list(
            "row", "number"
        )
    )
    late = [n for n, row in enumerate(one.rows, 1) if now.get(row["row"], 0) != row["seen"]]
    if late:
        rows = "、".join(map(str, late))
        raise Refused(
            f"第 {rows} 行的现有数据在起草后已有变动，请核对后点“已核对”再提交。",
            f"What counts has changed in row {rows} since; look at it and confirm before handing in.",
            409,
        )
