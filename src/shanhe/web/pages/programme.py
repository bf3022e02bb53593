"""A programme: will the year be met, and where is it stuck."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from shanhe.app.office.overview import programme_page
from shanhe.web.asking import Request


def programme(request: Request, book: int) -> HttpResponse:
    """Show one programme."""
    return render(request, "programme/overview.html", {"page": programme_page(request.actor, book)})


addresses = [path("p/<int:book>/", programme, name="programme")]
