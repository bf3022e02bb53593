"""Counties report, cities and provinces review: the list, and one submission."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shanhe.app.office import drafting, refusals, reviewing
from shanhe.app.office.progress import progress_page
from shanhe.app.office.submission_page import submission_page
from shanhe.app.office.submissions import Reported
from shanhe.web.asking import Request, lang_of


def progress(request: Request, book: int) -> HttpResponse:
    """Show what was reported for a programme."""
    page = progress_page(request.actor, book)
    around = {"page": page, "head": page.head, "tab": "progress"}
    return render(request, "progress/list.html", around)


@require_POST
def begin(request: Request, book: int) -> HttpResponse:
    """Begin a draft and go there."""
    asked = request.POST
    sheet, title = asked.get("sheet", ""), asked.get("title", "")
    filled = asked.get("begin") == "filled"
    key = drafting.begin(request.actor, book, sheet, title, filled=filled)
    return redirect("submission", key)


def show(request: Request, key: int) -> HttpResponse:
    """Show one submission, to fill in or to look at."""
    return shown(request, key)


def shown(
    request: Request,
    key: int,
    error: Exception | None = None,
    typed: list[Reported] | None = None,
) -> HttpResponse:
    """Return the page of a submission, with why something was not done and what was typed."""
    lang = lang_of()
    page = submission_page(request.actor, key, lang, typed)
    said, status = refusals.said(error, lang, page.head.key) if error else ([], 200)
    can = {action.name for action in page.one.may}
    around = {"page": page, "head": page.head, "tab": "progress", "can": can, "said": said}
    return render(request, "progress/submission.html", around, status=status)


@require_POST
def review(request: Request, key: int) -> HttpResponse:
    """Pass on, accept, confirm or send back."""
    actor, step = request.actor, request.POST.get("step", "")
    try:
        if step == "return":
            reviewing.send_back(actor, key, request.POST.get("comment", ""))
        elif step in _STEPS:
            _STEPS[step](actor, key)
    except refusals.KINDS as error:
        return shown(request, key, error)
    messages.success(request, _("已办理。"))
    return redirect("submission", key)


_STEPS = {"pass": reviewing.pass_on, "accept": reviewing.accept, "confirm": reviewing.confirm}

addresses = [
    path("p/<int:book>/progress", progress, name="progress"),
    path("p/<int:book>/progress/begin", begin, name="begin"),
    path("submission/<int:key>", show, name="submission"),
    path("submission/<int:key>/review", review, name="review"),
]
