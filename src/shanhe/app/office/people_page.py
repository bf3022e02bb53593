"""The pages on which an administrator manages organisations and accounts; no figure is on them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from shanhe.app.office.accounts import Person, person_of
from shanhe.app.office.organisations import LEVELS, Body, organisations
from shanhe.app.office.people import root
from shanhe.app.office.rights import RIGHTS, Action, Actor, Refused, Role, ask
from shanhe.app.office.typed import clean
from shanhe.store.models import Account, Book, Organisation

_MOST = 100


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Organisations as a tree, and accounts of one of them and below, a hundred at a time.

    Attributes:
        within: key of the organisation asked for; 0 for all. find: part of a name.
        after: log-in name to go on from; empty on the last page.
    """

    bodies: tuple[Body, ...]
    people: tuple[Person, ...]
    levels: tuple[str, ...]
    within: int
    find: str
    after: str
    roles: tuple[str, ...]

    @property
    def body(self) -> Body | None:
        """The organisation asked for."""
        return next((body for body in self.bodies if body.key == self.within), None)


def people_page(actor: Actor, within: int = 0, find: str = "", after: str = "") -> PeoplePage:
    """Return the page of organisations and accounts; seven queries.

    Raises:
        Refused: no right.
    """
    bodies, find = organisations(actor), clean(find, 50)
    found = list(_found(within, find).filter(login__gt=after).order_by("login")[: _MOST + 1])
    return PeoplePage(
        tuple(bodies),
        tuple(person_of(account) for account in found[:_MOST]),
        LEVELS,
        within,
        find,
        found[_MOST - 1].login if len(found) > _MOST else "",
        tuple(role.value for role in Role),
    )


def _found(within: int, find: str) -> QuerySet[Account]:
    found = Account.objects.prefetch_related("grants__organisation", "grants__book")
    body = Organisation.objects.filter(pk=within).first() if within else None
    if body is not None:
        found = found.filter(organisation__path__startswith=body.path)
    if find:
        found = found.filter(Q(login__icontains=find) | Q(name__icontains=find))
    return found


@dataclass(frozen=True, slots=True)
class PersonPage:
    """One account, with what can be granted.

    Attributes:
        roles: word and what it may do. books: key and name of programmes a right can be limited to.
    """

    person: Person
    bodies: tuple[Body, ...]
    roles: tuple[tuple[str, str], ...]
    books: tuple[tuple[int, str], ...]
    is_own: bool


def person_page(actor: Actor, account: int) -> PersonPage:
    """Return the page of one account.

    Names of programmes are shown, because a right may be limited to one; nothing of what is in them.

    Raises:
        Refused: no right, or no such account.
    """
    ask(actor, Action.ACCOUNTS, root())
    known = _found(0, "").filter(pk=account).first()
    if known is None:
        raise Refused("没有该账号。", "There is no such account.", 404)
    books = Book.objects.order_by("-year", "name")[:500]
    return PersonPage(
        person_of(known),
        tuple(organisations(actor)),
        tuple((role.value, "、".join(_sorted(may))) for role, may in RIGHTS.items()),
        tuple((book.pk, str(book)) for book in books),
        known.pk == actor.account,
    )


def _sorted(may: frozenset[Action]) -> list[str]:
    return [action.value for action in Action if action in may]


def day(text: str) -> date | None:
    """Return the last day of a right as typed; ``None`` for no end.

    Raises:
        Refused: it is no day.
    """
    if not clean(text):
        return None
    for shape in ("%Y-%m-%d", "%Y年%m月%d日", "%Y/%m/%d"):
        try:
            return datetime.strptime(clean(text), shape).date()
        except ValueError:
            continue
    raise Refused(
        f"到期日“{clean(text, 40)}”不是日期，请按“2025-12-31”填写，长期有效的留空。",
        f"“{clean(text, 40)}” is no day; write it as 2025-12-31, or nothing for no end.",
        422,
    )
