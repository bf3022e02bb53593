"""Who asks over the interface: a machine with a key, or a person who is logged in at the page."""

from axes.handlers.proxy import AxesProxyHandler
from django.http import HttpRequest
from ninja.security import HttpBearer, SessionAuth

from shanhe.app.office.people import STRANGER
from shanhe.app.office.rights import Actor, Refused
from shanhe.app.office.tokens import actor_with

_GUESSES = {"username": " token"}
"""Under what name bad keys are counted; a log-in name never begins with a blank."""


class Key(HttpBearer):
    """``Authorization: Bearer shanhe_…``; no cookie is asked for, so nothing can be forged."""

    openapi_bearerFormat = "shanhe_…"  # noqa: N815 - the name that OpenAPI gives it

    def authenticate(self, request: HttpRequest, token: str) -> Actor:
        """Return for whom the key speaks.

        Raises:
            Refused: 401 for a bad key, 429 after too many of them from one address.
        """
        actor = actor_with(token)
        if actor is None:
            raise _bad(request)
        request.actor = actor  # type: ignore[attr-defined]  # as the middleware does for pages
        return _ready(actor)


def _bad(request: HttpRequest) -> Refused:
    """Count a bad key and return what is said of it; good keys of the same address go on working."""
    if not AxesProxyHandler.is_allowed(request, _GUESSES):
        return Refused(
            "无效令牌次数过多，请三十分钟后再试。",
            "Too many bad keys; try again in 30 minutes.",
            429,
        )
    AxesProxyHandler.user_login_failed(Key, dict(_GUESSES), request)
    request.axes_locked_out = False  # type: ignore[attr-defined]  # else a page is sent, not JSON
    return Refused(
        "令牌无效、已过期或已吊销。请登录网页，在“接口令牌”中重新办理。",
        "The key is unknown, expired or revoked; make a new one at the page.",
        401,
    )


class Person(SessionAuth):
    """The session of the page; what changes something needs the page's CSRF token as well."""

    def __init__(self) -> None:
        super().__init__(csrf=True)

    def __call__(self, request: HttpRequest) -> Actor | None:
        """Return who is logged in, after the CSRF check; ``None`` for a stranger."""
        actor: Actor = getattr(request, "actor", STRANGER)
        if not actor.account:
            return None
        self._get_key(request)
        return _ready(actor)


def _ready(actor: Actor) -> Actor:
    """Return the actor, or refuse one whose password was given by somebody else."""
    if actor.must_change:
        raise Refused(
            "账号使用的是一次性密码，请先登录网页修改密码。",
            "The password is a one-time password; change it at the page first.",
        )
    return actor
