"""A workbook in, a workbook out."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from shanhe.app.office.books import workbook
from shanhe.app.office.importing import NotOpened, importing, starting_book, take
from shanhe.app.office.rights import Refused
from shanhe.web.asking import Request

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def load(request: Request) -> HttpResponse:
    """Ask for a workbook; make a programme of it, or show everything that is wrong."""
    file = request.FILES.get("workbook")
    if request.method != "POST" or file is None:
        page = importing(request.actor)
        words = _("请选择要导入的工作簿。") if request.method == "POST" else ""
        return _shown(request, page, words, 422 if words else 200)
    owner = request.POST.get("organisation", "")
    try:
        key = take(
            request.actor, file.name or "", file.read(), int(owner) if owner.isdecimal() else 0
        )
    except NotOpened as refused:
        page = importing(request.actor, refused.problems, file.name or "")
        return _shown(request, page, "", 422)
    except Refused as refused:
        words = refused.words(get_language() or "zh")
        return _shown(request, importing(request.actor), words, refused.status)
    messages.success(request, _("已导入。"))
    return redirect("programme", key)


def _shown(request: Request, page: object, words: str, status: int) -> HttpResponse:
    return render(request, "load.html", {"page": page, "words": words}, status=status)


def begin_with(request: Request, which: str) -> HttpResponse:
    """Hand out a workbook to begin with: empty, or filled with the example."""
    return _handed(*starting_book(request.actor, which))


def out(request: Request, book: int) -> HttpResponse:
    """Hand a programme out as a workbook."""
    return _handed(*workbook(request.actor, book))


def _handed(name: str, data: bytes) -> HttpResponse:
    headers = {"Content-Disposition": content_disposition_header(True, name) or ""}
    return HttpResponse(data, content_type=_XLSX, headers=headers)


addresses = [
    path("load", load, name="load"),
    path("load/workbook/<slug:which>", begin_with, name="starting_book"),
    path("p/<int:book>/workbook", out, name="workbook"),
]
