"""The findings of a programme's own data, and the answers to them."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shanhe.app.office.books import unread
from shanhe.app.office.findings import Wanted, answer, findings_page
from shanhe.web.asking import Request


def findings(request: Request, book: int) -> HttpResponse:
    """Show the findings that are asked for."""
    asked = request.GET.dict()
    number = str(asked.pop("page", ""))
    wanted = Wanted(
        str(asked.get("severity", "")),
        str(asked.get("standing", "")),
        str(asked.get("rule", "")),
        int(number) if number.isdecimal() and len(number) < 8 else 1,
    )
    page = findings_page(request.actor, book, wanted, get_language() or "zh")
    around = {"page": page, "head": page.head, "tab": "findings", "query": urlencode(asked)}
    if page.problems:
        around["unread"] = unread(request.actor, book)
    return render(request, "findings.html", around)


@require_POST
def answer_finding(request: Request, book: int, finding: str) -> HttpResponse:
    """Keep an answer, and show the list as it was asked for."""
    said = request.POST
    answer(request.actor, book, finding, said.get("reply", ""), said.get("reason", ""))
    messages.success(request, _("已答复。"))
    response = redirect("findings", book)
    response["Location"] += f"?{request.GET.urlencode()}#{finding}"
    return response


addresses = [
    path("p/<int:book>/findings", findings, name="findings"),
    path("p/<int:book>/findings/<slug:finding>", answer_finding, name="answer"),
]
