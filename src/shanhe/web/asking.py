"""Who asks: the actor of a request, and what happens when a use case says no."""

import logging
import secrets
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.core.exceptions import BadRequest, DisallowedHost, PermissionDenied, SuspiciousOperation
from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language

from shanhe.app.office.complaints import COMPLAINTS, complaint
from shanhe.app.office.people import STRANGER, actor_of
from shanhe.app.office.rights import Action, Actor, Refused, holds

_LOG = logging.getLogger("shanhe")
_OPEN = frozenset({"login", "logout", "password", "language", "public", "public_paper"})
"""Names of addresses that need no log-in, or that a one-time password opens."""

_FRAMEWORK = (Http404, PermissionDenied, SuspiciousOperation, BadRequest, MultiPartParserError)
"""What the framework answers with a page of its own; see ``pages.errors``."""


TOO_BIG = Refused(
    "提交的内容过大，请拆分后再交。", "What was sent is too large; send it in parts.", 413
)
UNSUITED = Refused(
    "提交的内容含有不能保存的字符，或文字过长。",
    "Something cannot be kept: a forbidden character, or too long a text.",
    422,
)


class Request(HttpRequest):
    """A request that knows who asks."""

    actor: Actor
    htmx: Any


class ActorMiddleware:
    """Put the actor on the request; turn refusals into pages, and bugs into a number to quote."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        """Answer a request that knows who asks; what one person may see is kept for nobody else."""
        user = request.user
        request.actor = actor_of(user) if user.is_authenticated else STRANGER
        response = self._get_response(request)
        if request.actor.account:
            response.headers.setdefault("Cache-Control", "private, no-cache")
        return response

    def process_view(
        self, request: Request, view: Any, _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        """Send strangers to the door, and one-time passwords to their change."""
        del view
        match = request.resolver_match
        name = match.url_name if match else ""
        if name in _OPEN or _is_interface(request):
            return None
        if not request.user.is_authenticated:
            return redirect(f"/login?next={request.path}")
        return redirect("password") if request.user.must_change else None

    def process_exception(self, request: Request, error: Exception) -> HttpResponse | None:
        """Return the page that says why, with the right status; the framework's own are its own."""
        if isinstance(error, COMPLAINTS):
            said = complaint(error)
            return refusal(request, Refused(said.zh, said.en, said.status))
        if isinstance(error, DataError):
            return refusal(request, UNSUITED)
        if isinstance(error, _FRAMEWORK):
            return None
        number = secrets.token_hex(4)
        _LOG.error("error %s at %s", number, request.path, exc_info=error)
        return render(request, "broken.html", {"number": number}, status=500)


def lang_of() -> str:
    """Return the language of this answer as ``app`` knows it: ``zh`` or ``en``."""
    return "en" if (get_language() or "").startswith("en") else "zh"


def _is_interface(request: HttpRequest) -> bool:
    """Return whether the interface answers, which asks for keys itself; its own pages do not."""
    name = request.resolver_match.url_name if request.resolver_match else ""
    is_page = name in {"openapi-view", "openapi-json"}
    return request.path_info.startswith("/api/") and not is_page


def refusal(request: HttpRequest, refused: Refused) -> HttpResponse:
    """Return a page, or a piece of one, that says why something is not done."""
    words = refused.words(get_language() or "zh")
    template = "parts/refused.html" if getattr(request, "htmx", False) else "refused.html"
    said = {"words": words, "back": came_from(request)}
    return render(request, template, said, status=refused.status)


def came_from(request: HttpRequest) -> str:
    """Return the page of ours that led here, to go back to; empty for none."""
    page = request.headers.get("Referer", "")
    with suppress(DisallowedHost):
        is_ours = url_has_allowed_host_and_scheme(page, allowed_hosts={request.get_host()})
        return page if is_ours and page != request.build_absolute_uri() else ""
    return ""


def around(request: HttpRequest) -> dict[str, object]:
    """Return what every page shows around its own content: who is here, and what they may open."""
    actor = getattr(request, "actor", STRANGER)
    return {
        "actor": actor,
        "may_compare": holds(actor, Action.COMPARE),
        "may_manage": holds(actor, Action.ACCOUNTS),
        "may_check": holds(actor, Action.CHECK),
        "may_import": holds(actor, Action.IMPORT),
        "lang": get_language() or "zh-hans",
    }
