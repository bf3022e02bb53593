"""The self-evaluation: the fields of the form, its words, previews and drafts."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _

from shanhe.app.office.books import unread
from shanhe.app.office.drafts import DRAFTS, draft, draft_page
from shanhe.app.office.evaluation import evaluation_page
from shanhe.app.office.sheets import Wrong
from shanhe.app.office.writing import Clash, LinePage, line_page, words_page, write
from shanhe.web.asking import Request
from shanhe.web.handing import attachment


def evaluation(request: Request, book: int) -> HttpResponse:
    """Show every field of the form with its origin, and what came of it."""
    page = evaluation_page(request.actor, book)
    around = {"page": page, "head": page.head, "tab": "evaluation", "drafts": DRAFTS}
    if page.problems:
        around["unread"] = unread(request.actor, book)
    return render(request, "evaluation/form.html", around)


def preview(request: Request, book: int, paper: str) -> HttpResponse:
    """Show the report or the form as it would be now."""
    head, drawn = draft_page(request.actor, book, paper)
    around = {"head": head, "tab": "evaluation", "drawn": drawn, "paper": paper, "drafts": DRAFTS}
    return render(request, "evaluation/preview.html", around)


def draft_file(request: Request, book: int, name: str) -> HttpResponse:
    """Hand out a draft."""
    return attachment(*draft(request.actor, book, name))


def words(request: Request, book: int, sheet: str) -> HttpResponse:
    """Show a sheet of words with who wrote them."""
    page = words_page(request.actor, book, sheet)
    return render(
        request, "evaluation/words.html", {"page": page, "head": page.head, "tab": "evaluation"}
    )


def line(request: Request, book: int, sheet: str, row: str) -> HttpResponse:
    """Show one line to write in, or keep what was written."""
    if request.method == "POST":
        return _keep(request, book, sheet, row)
    page = line_page(request.actor, book, sheet, row, request.GET.dict())
    return _line(request, page, page.texts)


def _line(
    request: Request, page: LinePage, texts: Mapping[str, object], *, status: int = 200, **more: Any
) -> HttpResponse:
    around = {"page": page, "head": page.head, "tab": "evaluation", "texts": texts, **more}
    return render(request, "evaluation/line.html", around, status=status)


def _keep(request: Request, book: int, sheet: str, row: str) -> HttpResponse:
    said = request.POST.dict()
    seen = str(said.get("seen", ""))
    texts = None if "drop" in said else {key: str(text) for key, text in said.items()}
    number = int(seen) if seen.isdecimal() and len(seen) < 10 else 0
    try:
        write(request.actor, book, sheet, row, seen=number, texts=texts)
    except (Wrong, Clash) as error:
        page = line_page(request.actor, book, sheet, row, {})
        if isinstance(error, Clash):
            return _line(request, page, said, status=409, conflict=error.told)
        return _line(request, page, said, status=422, problems=error.problems)
    messages.success(request, _("已保存。"))
    return redirect("words", book, sheet)


addresses = [
    path("p/<int:book>/evaluation", evaluation, name="evaluation"),
    path("p/<int:book>/evaluation/preview/<slug:paper>", preview, name="preview"),
    path("p/<int:book>/evaluation/draft/<str:name>", draft_file, name="draft"),
    path("p/<int:book>/evaluation/words/<slug:sheet>", words, name="words"),
    path("p/<int:book>/evaluation/words/<slug:sheet>/<slug:row>", line, name="words_line"),
]
