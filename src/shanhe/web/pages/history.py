"""What was changed in a programme, by whom, when and why; and whether the record of it holds."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_POST

from shanhe.app.office.history import asked_of, history_page, verified
from shanhe.web.asking import Request


def history(request: Request, book: int) -> HttpResponse:
    """Show a page of the journal, narrowed as asked."""
    return _page(request, book, {})


def history_of(request: Request, book: int, sheet: str, row: str) -> HttpResponse:
    """Show the history of one line; ``?column=`` of one figure."""
    return _page(request, book, {"sheet": sheet, "row": row})


def _page(request: Request, book: int, fixed: dict[str, str]) -> HttpResponse:
    words = {**request.GET.dict(), **fixed}
    page = history_page(request.actor, book, asked_of(words))
    kept = {k: t for k, t in request.GET.dict().items() if k != "before" and t}
    older = urlencode({**kept, "before": page.older})
    around = {"page": page, "head": page.head, "tab": "history", "older": older}
    return render(request, "history/list.html", around)


@require_POST
def verify(request: Request, book: int) -> HttpResponse:
    """Follow the chain of a programme and say whether it holds."""
    page = history_page(request.actor, book, asked_of({}))
    found = verified(request.actor, book)
    around = {"page": page, "head": page.head, "tab": "history", "found": found}
    return render(request, "history/verified.html", around)


addresses = [
    path("p/<int:book>/history", history, name="history"),
    path("p/<int:book>/history/verify", verify, name="verify"),
    path("p/<int:book>/history/<str:sheet>/<str:row>", history_of, name="history_of"),
]
