"""The first page: what waits for me, and the programmes I may see."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from shanhe.app.office.overview import overview
from shanhe.web.asking import Request


def home(request: Request) -> HttpResponse:
    """Show what waits for this person, and their programmes."""
    sought = request.GET.get("q", "").replace("\0", "").strip()[:50]
    return render(request, "home.html", {"page": overview(request.actor, sought)})


addresses = [path("", home, name="home")]
