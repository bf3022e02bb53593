"""What everybody may read without logging in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from shanhe.app.office.public import public_list, public_page, public_paper
from shanhe.web.handing import attachment


def public(request: HttpRequest, edition: int = 0) -> HttpResponse:
    """Show what is published: the list, or one self-evaluation."""
    if edition:
        return render(request, "public/one.html", {"page": public_page(edition)})
    asked = request.GET.get("page", "1")
    page = public_list(int(asked) if asked.isdecimal() and len(asked) < 8 else 1)
    return render(request, "public/list.html", {"page": page})


def paper(_request: HttpRequest, edition: int, name: str) -> HttpResponse:
    """Hand out a published paper."""
    return attachment(name, public_paper(edition, name))


addresses = [
    path("public", public, name="public"),
    path("public/<int:edition>", public, name="public"),
    path("public/<int:edition>/<str:name>", paper, name="public_paper"),
]
