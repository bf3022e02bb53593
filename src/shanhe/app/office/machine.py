"""What the machine's own administrator does at the command line, in somebody's name or for all."""

from collections.abc import Sequence

from django.db import transaction

from shanhe.app.office.accounts import renewed
from shanhe.app.office.backup import Counted, back_up, restore
from shanhe.app.office.books import BookHead, books, workbook
from shanhe.app.office.break_words import told
from shanhe.app.office.loading import load
from shanhe.app.office.people import actor_of
from shanhe.app.office.rights import Actor, Refused
from shanhe.app.office.submissions import Opened
from shanhe.app.office.verifying import broken
from shanhe.documents.forms.workbook.tables import BY_NAME, SHEETS
from shanhe.store.journal import Act, Break, Said, append
from shanhe.store.models import Account, Entry, Organisation
from shanhe.store.moment import one_moment

__all__ = [
    "BookHead",
    "Break",
    "Counted",
    "Refused",
    "account_named",
    "back_up",
    "books",
    "entries",
    "in_the_name_of",
    "load",
    "new_password",
    "organisation_named",
    "restore",
    "row_numbered",
    "sheet_named",
    "told",
    "verified",
    "workbook",
]


def in_the_name_of(login: str) -> Actor:
    """Return the person with this log-in name, with their rights and no more.

    Raises:
        Refused: there is no such account, it is stopped, or nobody has opened it yet.
    """
    account = _account(login)
    if not account.is_active:
        raise Refused(f"账号“{login}”已停用。", f"The account “{login}” is stopped.")
    if account.must_change:
        raise Refused(
            f"账号“{login}”使用的是一次性密码，请先登录网页修改密码。",
            f"The password of “{login}” is a one-time password; change it at the page first.",
        )
    return actor_of(account)


def _account(login: str) -> Account:
    account = Account.objects.filter(login=login).first()
    if account is None:
        raise Refused(f"没有登录名“{login}”。", f"There is no login “{login}”.", 404)
    return account


def account_named(login: str) -> int:
    """Return the key of the account with this log-in name.

    Raises:
        Refused: there is none.
    """
    return _account(login).pk


@transaction.atomic
def new_password(login: str) -> str:
    """Give an account a new one-time password, for whoever runs the server and asks nobody.

    This is the way back in where the only administrator lost theirs; the journal of the office says
    that it happened on the server, in nobody's name.

    Raises:
        Refused: there is no such account.
    """
    account = _account(login)
    password, revoked = renewed(account)
    words = {"login": login, "password": "renewed", "keys_revoked": revoked, "by": "server"}
    append(None, None, [Said(action=Act.ACCOUNT, texts=words)])
    return password


def organisation_named(name: str) -> int:
    """Return the key of the only organisation of that name.

    Raises:
        Refused: there is none, or more than one.
    """
    found = list(Organisation.objects.filter(name=name)[:2])
    if len(found) != 1:
        raise Refused(
            f"名为“{name}”的机构有 {len(found)} 个，应为 1 个。",
            f"{len(found)} organisations are named “{name}”; one was expected.",
            404,
        )
    return found[0].pk


def sheet_named(name: str) -> str:
    """Return the key of a sheet, whichever of its names is given: ``targets`` or 指标目标.

    Raises:
        Refused: there is none; every one there is is named.
    """
    sheet = BY_NAME.get(name)
    if sheet is not None or name in {one.key for one in SHEETS}:
        return sheet.key if sheet else name
    known = "、".join(f"{one.zh}（{one.key}）" for one in SHEETS)
    raise Refused(
        f"没有名为“{name}”的表，应为：{known}。",
        f"There is no sheet “{name}”; there are: {', '.join(one.key for one in SHEETS)}.",
        404,
    )


def row_numbered(one: Opened, number: int) -> str:
    """Return the key of a row of a submission by its number in the list.

    Raises:
        Refused: it has fewer rows.
    """
    if number > len(one.rows):
        raise Refused(
            f"填报单 {one.key} 没有第 {number} 行，共 {len(one.rows)} 行。",
            f"Submission {one.key} has no row {number}; it has {len(one.rows)}.",
            404,
        )
    return one.rows[number - 1].row


def verified() -> Sequence[Break]:
    """Return every place where what is kept does not hold; none where all does."""
    with one_moment():
        return tuple(broken())


def entries() -> int:
    """Return how many entries all journals have."""
    return Entry.objects.count()
