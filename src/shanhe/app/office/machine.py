"""What the machine's own administrator does at the command line, in somebody's name or for all."""

from collections.abc import Sequence

from shanhe.app.office.backup import Counted, back_up, restore
from shanhe.app.office.books import BookHead, books, load, workbook
from shanhe.app.office.people import actor_of
from shanhe.app.office.rights import Actor, Refused
from shanhe.store.journal import Break, verify
from shanhe.store.models import Account, Entry, Organisation

__all__ = [
    "BookHead",
    "Break",
    "Counted",
    "Refused",
    "back_up",
    "books",
    "entries",
    "in_the_name_of",
    "load",
    "organisation_named",
    "restore",
    "verified",
    "workbook",
]


def in_the_name_of(login: str) -> Actor:
    """Return the person with this log-in name, with their rights and no more.

    Raises:
        Refused: there is no such account.
    """
    account = Account.objects.select_related("organisation").filter(login=login).first()
    if account is None:
        raise Refused(f"没有登录名“{login}”。", f"There is no login “{login}”.", 404)
    return actor_of(account)


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


def verified() -> Sequence[Break]:
    """Return every place where a journal does not hold; none where all do."""
    return tuple(verify())


def entries() -> int:
    """Return how many entries all journals have."""
    return Entry.objects.count()
