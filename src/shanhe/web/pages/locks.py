"""Closed sheets: close one with a reason, grant one organisation a later day, open it again."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shanhe.app.office import locks
from shanhe.app.office.rights import Refused
from shanhe.web.asking import Request, lang_of


def show(request: Request, book: int) -> HttpResponse:
    """Show what is closed in a programme."""
    return _page(request, book)


def _page(request: Request, book: int, refused: Refused | None = None) -> HttpResponse:
    page = locks.locks_page(request.actor, book)
    said = refused.words(lang_of()) if refused else ""
    around = {"page": page, "head": page.head, "tab": "progress", "said": said}
    return render(request, "locks.html", around, status=refused.status if refused else 200)


@require_POST
def change(request: Request, book: int) -> HttpResponse:
    """Close, open again, or grant a later day; what is missing is said on the page."""
    try:
        _change(request, book)
    except Refused as refused:
        return _page(request, book, refused)
    messages.success(request, _("已办理。"))
    return redirect("locks", book)


def _change(request: Request, book: int) -> None:
    actor, asked = request.actor, request.POST
    why, do = asked.get("why", ""), asked.get("do", "")
    if do == "close":
        locks.close(actor, book, asked.get("sheet", ""), why)
        return
    lock = int(asked.get("lock", "")) if asked.get("lock", "").isdecimal() else 0
    if do == "reopen":
        locks.reopen(actor, book, lock, why)
        return
    body = asked.get("organisation", "")
    locks.permit(
        actor,
        book,
        lock,
        organisation=int(body) if body.isdecimal() else 0,
        until=_day(asked.get("until", "")),
        why=why,
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise Refused(
            "延期日期请按“2025-12-31”填写。", "Write the day as 2025-12-31.", 422
        ) from None


addresses = [
    path("p/<int:book>/locks", show, name="locks"),
    path("p/<int:book>/locks/change", change, name="change_locks"),
]
