"""A programme: will the year be met, and where is it stuck."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from shanhe.app.office.books import unread
from shanhe.app.office.glance import glance
from shanhe.web.asking import Request


def programme(request: Request, book: int) -> HttpResponse:
    """Show one programme."""
    shown = glance(request.actor, book)
    around = {"shown": shown, "page": shown.page, "head": shown.page.head, "tab": "overview"}
    if shown.page.problems:
        around["unread"] = unread(request.actor, book)
    return render(request, "programme/overview.html", around)


addresses = [path("p/<int:book>/", programme, name="programme")]
