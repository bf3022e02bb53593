"""Freeze, sign, publish, correct; and the papers of an edition for who may read the programme."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shanhe.app.office.editions import paper
from shanhe.app.office.freezing import correct, freeze
from shanhe.app.office.signing import publish, sign
from shanhe.web.asking import Request
from shanhe.web.handing import attachment


def _back(book: int) -> HttpResponse:
    response = redirect("evaluation", book)
    response["Location"] += "#editions"
    return response


@require_POST
def freeze_edition(request: Request, book: int) -> HttpResponse:
    """Make an edition of the figures as they stand."""
    freeze(request.actor, book, request.POST.get("why", ""))
    messages.success(request, _("已定稿，数据已锁定。"))
    return _back(book)


@require_POST
def sign_edition(request: Request, book: int, edition: int) -> HttpResponse:
    """Sign an edition."""
    sign(request.actor, edition)
    messages.success(request, _("已签发。"))
    return _back(book)


@require_POST
def publish_edition(request: Request, book: int, edition: int) -> HttpResponse:
    """Show an edition to everybody."""
    publish(request.actor, edition)
    messages.success(request, _("已对外公开。"))
    return _back(book)


@require_POST
def correct_edition(request: Request, book: int, edition: int) -> HttpResponse:
    """Open the figures again for a later edition."""
    correct(request.actor, edition, request.POST.get("why", ""))
    messages.success(request, _("已解锁，请更正后重新定稿。"))
    return _back(book)


def edition_paper(request: Request, book: int, edition: int, name: str) -> HttpResponse:
    """Hand out a paper of an edition, or the list of its papers."""
    del book
    return attachment(name, paper(request.actor, edition, name))


_ONE = "p/<int:book>/editions/<int:edition>"
addresses = [
    path("p/<int:book>/editions", freeze_edition, name="freeze"),
    path(f"{_ONE}/sign", sign_edition, name="sign"),
    path(f"{_ONE}/publish", publish_edition, name="publish"),
    path(f"{_ONE}/correct", correct_edition, name="correct"),
    path(f"{_ONE}/papers/<str:name>", edition_paper, name="edition_paper"),
]
