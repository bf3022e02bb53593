"""Accounts and the roles they hold; for administrators, who see no figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from axes.utils import reset
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from shanhe.app.office.people import keys_revoked, note, one_time_password, root
from shanhe.app.office.rights import Action, Actor, Refused, Role, ask
from shanhe.app.office.typed import clean, login_name
from shanhe.store.held import gone, stands
from shanhe.store.journal import Act
from shanhe.store.models import Account, Book, Grant, Organisation


@dataclass(frozen=True, slots=True)
class Person:
    """An account in a list; ``roles`` are words a person reads."""

    key: int
    login: str
    name: str
    organisation: str
    is_active: bool
    must_change: bool
    last_login: str
    roles: tuple[tuple[int, str], ...]


def people(actor: Actor) -> list[Person]:
    """Return all accounts with their roles, for who manages them."""
    ask(actor, Action.ACCOUNTS, root())
    accounts = Account.objects.prefetch_related("grants__organisation", "grants__book")
    return [person_of(account) for account in accounts.order_by("organisation__path", "login")]


def person_of(account: Account) -> Person:
    """Return an account as a list shows it; its grants should be fetched already."""
    roles = tuple((grant.pk, _role_words(grant)) for grant in account.grants.all())
    body = account.organisation.name if account.organisation else ""
    last = account.last_login
    return Person(
        account.pk,
        account.login,
        account.name,
        body,
        account.is_active,
        account.must_change,
        last.astimezone().strftime("%Y-%m-%d %H:%M") if last else "",
        roles,
    )


def _role_words(grant: Grant) -> str:
    parts = [grant.role, grant.organisation.name]
    if grant.book:
        parts.append(str(grant.book))
    if grant.until:
        parts.append(f"到期日 {grant.until.isoformat()}")
    return " · ".join(parts)


@transaction.atomic
def add_account(actor: Actor, *, login: str, name: str, organisation: int) -> str:
    """Make an account and return its one-time password, which is kept nowhere.

    Raises:
        Refused: no right, a name is missing, or the log-in name is taken.
    """
    ask(actor, Action.ACCOUNTS, root())
    login, name = login_name(login), clean(name, 51)
    body = Organisation.objects.filter(pk=organisation).first()
    if not login or not name or body is None:
        raise Refused(
            "登录名、姓名和所属机构都须填写。", "Login, name and organisation are needed.", 422
        )
    if max(len(login), len(name)) > 50:
        raise Refused("登录名和姓名不超过 50 字。", "At most 50 signs each.", 422)
    if Account.objects.filter(login=login).exists():
        raise Refused(f"登录名“{login}”已被使用。", f"The login “{login}” is taken.", 409)
    password = one_time_password()
    account = Account(login=login, name=name, organisation=body, password=make_password(password))
    account.save()
    note(actor, Act.ACCOUNT, {"login": login, "name": name, "organisation": body.name})
    return password


@transaction.atomic
def renew_password(actor: Actor, account: int) -> str:
    """Give an account a new one-time password and return it; log-ins that were paused go on.

    Its sessions end and its keys are revoked: whoever had the old password may have made one.

    Raises:
        Refused: no right, or there is no such account.
    """
    ask(actor, Action.ACCOUNTS, root())
    known = _account(account)
    password, revoked = renewed(known)
    words = {"login": known.login, "password": "renewed", "keys_revoked": revoked}
    note(actor, Act.ACCOUNT, words)
    return password


def renewed(account: Account) -> tuple[str, int]:
    """Return a new one-time password of an account, and how many keys were revoked with the old one.

    Whoever calls it asks the right and notes it.
    """
    password = one_time_password()
    account.password, account.must_change = make_password(password), True
    account.save(update_fields=["password", "must_change"])
    reset(username=account.login)
    return password, keys_revoked(account)


@transaction.atomic
def set_active(actor: Actor, account: int, *, active: bool) -> None:
    """Stop an account, or let it in again.

    Raises:
        Refused: no right, no such account, or it is one's own.
    """
    ask(actor, Action.ACCOUNTS, root())
    known = _account(account)
    if known.pk == actor.account:
        raise Refused("不能停用自己的账号。", "You cannot stop your own account.", 409)
    known.is_active = active
    known.save(update_fields=["is_active"])
    note(actor, Act.ACCOUNT, {"login": known.login, "active": active})


@transaction.atomic
def grant(  # noqa: PLR0913 - one argument a field of the grant
    actor: Actor,
    *,
    account: int,
    role: Role,
    organisation: int,
    book: int | None = None,
    until: date | None = None,
) -> None:
    """Give somebody a role in a subtree.

    Raises:
        Refused: no right, the account or organisation is not there, or one person would manage
            accounts and have to do with figures.
    """
    ask(actor, Action.ACCOUNTS, root())
    known, body = _account(account), Organisation.objects.filter(pk=organisation).first()
    if body is None:
        raise Refused("没有该机构。", "There is no such organisation.", 404)
    programme = Book.objects.filter(pk=book).first() if book else None
    if book and programme is None:
        raise Refused("没有该项目。", "There is no such programme.", 404)
    if until is not None and until < timezone.localdate():
        raise Refused("到期日不能早于今天。", "The last day lies in the past.", 422)
    _ask_apart(known, role)
    given, _ = Grant.objects.get_or_create(
        account=known, role=role.value, organisation=body, book=programme, until=until
    )
    note(actor, Act.GRANT, {**_said(given), **stands(given)})


def _said(given: Grant) -> dict[str, object]:
    """Return what the journal says of a grant, in words that outlive the rows it names."""
    return {
        "login": given.account.login,
        "role": given.role,
        "organisation": given.organisation.path,
        "book": given.book_id or 0,
    }


def _ask_apart(account: Account, role: Role) -> None:
    """Refuse to let whoever manages accounts have to do with figures, or the other way round."""
    today = timezone.localdate()
    held = account.grants.filter(Q(until=None) | Q(until__gte=today))
    apart = (
        held.exclude(role=role)
        if role is Role.ADMINISTRATOR
        else held.filter(role=Role.ADMINISTRATOR)
    )
    if apart.exists():
        raise Refused(
            "系统管理员不经手数据：同一账号不能既任系统管理又任其他角色，请另用账号。",
            "An administrator has nothing to do with figures: use another account for that role.",
            409,
        )


@transaction.atomic
def revoke(actor: Actor, grant_key: int) -> None:
    """Take a role away.

    Raises:
        Refused: no right, or one would take one's own last right to manage accounts.
    """
    ask(actor, Action.ACCOUNTS, root())
    known = Grant.objects.select_related("account", "organisation").filter(pk=grant_key).first()
    if known is None:
        raise Refused("没有该授权。", "There is no such grant.", 404)
    if known.role == Role.ADMINISTRATOR and known.account_id == actor.account:
        raise Refused(
            "不能取消自己的系统管理权限。", "You cannot take your own administration away.", 409
        )
    words = {**_said(known), **gone(known)}
    known.delete()
    note(actor, Act.REVOKE, words)


def _account(key: int) -> Account:
    found = Account.objects.filter(pk=key).first()
    if found is None:
        raise Refused("没有该账号。", "There is no such account.", 404)
    return found


def roles() -> Iterator[Role]:
    """Yield every role, for a list to choose from."""
    yield from Role
