"""Keys for machines: made once, shown once, kept as a digest, limited in rights and in time."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from shanhe.app.office.people import account_of, actor_of, note
from shanhe.app.office.rights import SCOPES, Actor, Refused
from shanhe.store.journal import Act
from shanhe.store.models import Account, Token

_PREFIX = "shanhe_"
_LONGEST = 366  # days
_MOST = 20  # valid keys of one person
_NEED_READING = frozenset({"report", "review", "write"})
_USE_IS_NOTED_EVERY = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Key:
    """A key of one's own in a list; the key itself is kept nowhere.

    Attributes:
        state: ``valid``, ``expired`` or ``revoked``.
        used: when it was last used; empty for never.
    """

    key: int
    name: str
    scopes: tuple[str, ...]
    created: str
    expires: str
    used: str
    state: str


@dataclass(frozen=True, slots=True)
class Keys:
    """The page of one's own keys: those there are, and what a new one may be limited to."""

    keys: tuple[Key, ...]
    scopes: tuple[tuple[str, str], ...]
    longest: int


def keys_page(actor: Actor) -> Keys:
    """Return one's own keys, the newest first.

    Raises:
        Refused: nobody is logged in, or a key asks.
    """
    account = _person(actor)
    found = tuple(_key(token) for token in account.tokens.order_by("-pk"))
    words = tuple((word, "、".join(sorted(a.value for a in may))) for word, may in SCOPES.items())
    return Keys(found, words, _LONGEST)


def _key(token: Token) -> Key:
    state = "expired" if token.expires <= timezone.now() else "valid"
    return Key(
        token.pk,
        token.name,
        tuple(token.scopes.split()),
        token.created.astimezone().strftime("%Y-%m-%d"),
        token.expires.astimezone().strftime("%Y-%m-%d"),
        token.used.astimezone().strftime("%Y-%m-%d %H:%M") if token.used else "",
        "revoked" if token.revoked else state,
    )


def _person(actor: Actor) -> Account:
    """Return who asks: a person at the page, because a key makes no keys."""
    account = account_of(actor)
    if actor.scopes is not None or account.must_change or not account.is_active:
        raise Refused(
            "接口令牌只能由本人登录网页后办理。",
            "Keys are managed by their person, logged in at the page.",
        )
    return account


@transaction.atomic
def make_key(actor: Actor, *, name: str, scopes: Sequence[str], days: int) -> str:
    """Make a key and return it; this is the only time that it can be seen.

    Handing in, reviewing and writing need reading, so it is added to them.

    Raises:
        Refused: no name, an unknown limit, too long a time, or too many keys.
    """
    account = _person(actor)
    _ask_sound(account, name.strip(), scopes, days)
    chosen = {*scopes, "read"} if _NEED_READING & set(scopes) else set(scopes)
    key = _PREFIX + secrets.token_urlsafe(32)
    made = Token.objects.create(
        account=account,
        name=name.strip(),
        digest=_digest(key),
        scopes=" ".join(word for word in SCOPES if word in chosen),
        expires=timezone.now() + timedelta(days=days),
    )
    note(actor, Act.ACCOUNT, {"login": account.login, "token": made.name, "scopes": made.scopes})
    return key


def _ask_sound(account: Account, name: str, scopes: Sequence[str], days: int) -> None:
    if not name or len(name) > 50:
        raise Refused("请填写令牌用途，不超过50字。", "Name the key in at most 50 letters.", 422)
    if not scopes or set(scopes) - SCOPES.keys():
        known = "、".join(SCOPES)
        raise Refused(f"请选择令牌权限：{known}。", f"Choose among the limits {known}.", 422)
    if not 1 <= days <= _LONGEST:
        raise Refused(
            f"有效期应为1至{_LONGEST}天。", f"A key lasts from 1 to {_LONGEST} days.", 422
        )
    if account.tokens.filter(revoked=False, expires__gt=timezone.now()).count() >= _MOST:
        raise Refused(
            f"有效令牌已达{_MOST}个，请先吊销不用的。", f"There are {_MOST} keys already.", 409
        )


def _digest(key: str) -> str:
    """Return the sha256 of a key; 256 random bits need no slow hash."""
    return hashlib.sha256(key.encode(errors="replace")).hexdigest()


@transaction.atomic
def revoke_key(actor: Actor, key: int) -> None:
    """Take one of one's own keys back, for good.

    Raises:
        Refused: there is none of that number among one's own.
    """
    account = _person(actor)
    token = account.tokens.filter(pk=key, revoked=False).first()
    if token is None:
        raise Refused("没有该令牌，或已吊销。", "There is no such key of yours.", 404)
    token.revoked = True
    token.save(update_fields=["revoked"])
    note(actor, Act.ACCOUNT, {"login": account.login, "token": token.name, "revoked": True})


def actor_with(key: str) -> Actor | None:
    """Return for whom a key speaks, with their rights of today and no more; ``None`` for a bad key.

    A key of a stopped account is bad. One of an account whose password was renewed opens nothing
    until its person has changed it.
    """
    now = timezone.now()
    found = Token.objects.select_related("account__organisation")
    token = found.filter(digest=_digest(key), revoked=False, expires__gt=now).first()
    if token is None or not token.account.is_active:
        return None
    if token.used is None or now - token.used > _USE_IS_NOTED_EVERY:
        Token.objects.filter(pk=token.pk).update(used=now)
    return actor_of(token.account, frozenset(token.scopes.split()))
