"""Who asks: accounts with the rights that hold today, and their passwords."""

import secrets
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone

from shanhe.app.office.rights import Actor, Refused, Right, Role, Scope
from shanhe.store.asked import rows_of
from shanhe.store.journal import Act, Said, append
from shanhe.store.models import Account, Organisation, Token

_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
_ANYWHERE = Scope("/")
STRANGER = Actor(0, "", "", "", "", ())
"""Somebody who did not log in."""


_HELD = ("role", "organisation__path", "book", "until")
_OWN = ("id", "password", "login", "name", "organisation_id", "is_active", "must_change")
_BODY = ("id", "name", "place", "path")
"""What is read of an account and its body, in the order in which the tables are declared."""


def known(key: int) -> Account | None:
    """Return an account with its body and all it was granted; one query."""
    found = rows_of(_with_grants, key)
    if not found:
        return None
    own, body = found[0][: len(_OWN)], found[0][len(_OWN) : -len(_HELD)]
    account = Account.from_db(None, _OWN, own)
    account.organisation = Organisation.from_db(None, _BODY, body) if body[0] else None
    held = (one[-len(_HELD) :] for one in found)
    account.held = tuple(
        (role, path, book, date.fromisoformat(until) if until else None)
        for role, path, book, until in held
        if role
    )
    return account


def _with_grants(key: int) -> QuerySet[Account, tuple[Any, ...]]:
    body = (f"organisation__{name}" for name in _BODY)
    held = (f"grants__{name}" for name in _HELD[:-1])
    until = Cast("grants__until", CharField())
    return Account.objects.filter(pk=key).values_list(*_OWN, *body, *held, until)


def actor_of(account: Account, scopes: frozenset[str] | None = None) -> Actor:
    """Return who asks, with the rights that hold today; one query where they were not read with it."""
    today = timezone.localdate()
    held = account.grants.values_list(*_HELD) if account.held is None else account.held
    rights = tuple(
        Right(Role(role), path, book or 0, until)
        for role, path, book, until in held
        if until is None or until >= today
    )
    body = account.organisation
    if not account.is_active or account.must_change:
        rights = ()
    return Actor(
        account.pk,
        account.name,
        body.name if body else "",
        body.path if body else "",
        body.place if body else "",
        rights,
        scopes,
        account.must_change,
    )


def account_of(actor: Actor) -> Account:
    """Return the account of who asks.

    Raises:
        Refused: nobody is logged in.
    """
    if not actor.account:
        raise Refused("请先登录。", "Please log in first.", 401)
    return Account.objects.get(pk=actor.account)


def root() -> Scope:
    """Return the scope of the whole office: accounts are managed for all bodies together."""
    first = Organisation.objects.filter(parent=None).order_by("pk").first()
    return Scope(first.path) if first else _ANYWHERE


def change_password(actor: Actor, old: str, new: str, *, revoke_keys: bool = True) -> int:
    """Change one's own password, and return how many of one's keys were revoked with it.

    All other sessions end, as they know the old one.

    Raises:
        Refused: the old one is wrong, or the new one breaks a rule of passwords.
    """
    account = account_of(actor)
    if not account.check_password(old):
        raise Refused("原密码不正确。", "The old password is wrong.", 422)
    if old == new:
        raise Refused("新密码不能与原密码相同。", "The new password equals the old one.", 422)
    try:
        validate_password(new, account)
    except ValidationError as error:
        raise Refused("".join(error.messages), " ".join(error.messages), 422) from None
    with transaction.atomic():
        account.set_password(new)
        account.must_change = False
        account.save(update_fields=["password", "must_change"])
        revoked = keys_revoked(account) if revoke_keys else 0
        words = {"login": account.login, "password": "changed", "keys_revoked": revoked}
        note(actor, Act.ACCOUNT, words)
    return revoked


def has_keys(actor: Actor) -> bool:
    """Return whether somebody has a key that is valid."""
    return _valid(account_of(actor)).exists()


def keys_revoked(account: Account) -> int:
    """Take all valid keys of an account back and return how many; whoever calls it notes it."""
    return _valid(account).update(revoked=True)


def _valid(account: Account) -> QuerySet[Token]:
    return account.tokens.filter(revoked=False, expires__gt=timezone.now())


def one_time_password() -> str:
    """Return twelve letters and digits that cannot be mistaken for one another."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(12))


def note(actor: Actor, action: Act, texts: Mapping[str, object]) -> None:
    """Write into the journal of the office what was done to accounts and bodies."""
    append(None, account_of(actor), [Said(action=action, texts=texts)])
