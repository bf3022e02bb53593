"""A programme: will the year be met, and where is it stuck."""

from typing import Any

from django.http import HttpResponse
from django.urls import path

from shanhe.app.office.books import unread
from shanhe.app.office.glance import glance
from shanhe.app.office.overview import programme_stamp
from shanhe.app.office.rights import Actor
from shanhe.web.asking import Request
from shanhe.web.kept import kept_page


def programme(request: Request, book: int) -> HttpResponse:
    """Show one programme."""
    made_of = programme_stamp(request.actor, book)
    return kept_page(
        request, "programme/overview.html", made_of, lambda: _shown(request.actor, book)
    )


def _shown(actor: Actor, book: int) -> dict[str, Any]:
    shown = glance(actor, book)
    unreadable = unread(actor, book) if shown.page.problems else ()
    head = {"head": shown.page.head, "tab": "overview"}
    return {"shown": shown, "page": shown.page, "unread": unreadable, **head}


addresses = [path("p/<int:book>/", programme, name="programme")]
