"""A county's draft: begun, saved as it is typed, handed in."""

from collections.abc import Sequence

from django.db import transaction

from shanhe.app.office.books import seen_book
from shanhe.app.office.locks import ask_open
from shanhe.app.office.people import account_of
from shanhe.app.office.rights import Action, Actor, Refused, Scope, ask
from shanhe.app.office.sheets import Wrong, checked, declared
from shanhe.app.office.submissions import (
    EDITABLE,
    SHEETS,
    Reported,
    State,
    move,
    said,
    seen_submission,
)
from shanhe.store.journal import Act, append, locked
from shanhe.store.models import Book, Submission

_PLACE_FIELD = {
    "progress": "region",
    "actuals": "region",
    "subprojects": "unit",
    "payments": "payer",
}
"""The field of each sheet that names the place it is reported for."""


def begin(actor: Actor, book_key: int, sheet: str, title: str) -> int:
    """Begin an empty draft of one's own body and return its key.

    Raises:
        Refused: the right is missing, or the sheet is none that is reported.
    """
    book = seen_book(actor, book_key)
    account = account_of(actor)
    _ask_reporting(actor, book, sheet)
    if account.organisation is None:
        raise Refused("账号没有所属机构，不能填报。", "The account has no organisation.", 422)
    draft = Submission.objects.create(
        book=book,
        organisation=account.organisation,
        sheet=sheet,
        title=title.strip() or declared(sheet).zh,
        account=account,
    )
    return draft.pk


def _ask_reporting(actor: Actor, book: Book, sheet: str) -> None:
    ask(actor, Action.REPORT, Scope(actor.path, book.pk))
    if sheet not in SHEETS:
        raise Refused("该表不由县级填报。", "This sheet is not reported by counties.", 422)
    ask_open(actor, book, sheet)


def save(actor: Actor, key: int, rows: Sequence[Reported], version: int) -> int:
    """Keep a draft as it is typed, readable or not, and return its new version.

    Raises:
        Refused: it is not theirs to edit, it is handed in already, or another person saved in between.
    """
    with transaction.atomic():
        one = _own_draft(actor, key, version)
        one.rows = [_kept(row) for row in rows]
        one.editors = sorted({*one.editors, actor.account})
        one.version += 1
        one.save(update_fields=["rows", "editors", "version", "changed"])
    return one.version


def _kept(row: Reported) -> dict[str, object]:
    texts = {key: text.strip() for key, text in row.texts.items() if text.strip()}
    return {
        "row": row.row,
        "texts": texts,
        "seen": row.seen,
        "evidence": list(row.evidence),
    }


def _own_draft(actor: Actor, key: int, version: int) -> Submission:
    one = seen_submission(actor, key)
    ask(actor, Action.REPORT, Scope(one.organisation.path, one.book_id))
    one = Submission.objects.select_for_update().get(pk=key)
    if State(one.state) not in EDITABLE:
        raise Refused(
            "填报单已提交，不能修改；如需修改，请上级退回。",
            "It is handed in; ask for its return to change it.",
            409,
        )
    if one.version != version:
        raise Refused(
            f"填报单已由他人保存（第{one.version}版），请刷新后再改；本次填写没有保存。",
            f"Somebody saved version {one.version} in between; nothing of yours was saved.",
            409,
        )
    return one


def submit(actor: Actor, key: int, version: int) -> None:
    """Hand a draft in; from here on it is in the journal and nobody edits it.

    Raises:
        Refused: not theirs, locked, empty, or another body's place is named in it.
        Wrong: a row cannot be read; each problem stands with its row and field.
    """
    with transaction.atomic():
        one = _own_draft(actor, key, version)
        book = locked(one.book_id)
        _ask_reporting(actor, book, one.sheet)
        _ask_sound(book, one)
        append(book, account_of(actor), [said(one, Act.SUBMIT)])
        move(one, State.SUBMITTED)


def _ask_sound(book: Book, one: Submission) -> None:
    if not one.rows:
        raise Refused("填报单是空的，请先填写。", "The submission is empty.", 422)
    sheet = declared(one.sheet)
    typed = [row["texts"] for row in one.rows]
    problems = checked(book, sheet, typed)
    if problems:
        raise Wrong(problems)
    field, place = _PLACE_FIELD[one.sheet], one.organisation.place
    strangers = {row.get(field, "") for row in typed} - {place}
    if strangers and place:
        named = "、".join(sorted(strangers)) or "（空白）"
        raise Refused(
            f"只能填报本地区（{place}）的数据，其中有：{named}。",
            f"Only figures of {place} can be reported here; found: {named}.",
            422,
        )
