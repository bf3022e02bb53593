"""Targets: versions side by side, the split over counties, the year against the term."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from shanhe.app.office.targets import targets_page
from shanhe.web.asking import Request


def targets(request: Request, book: int) -> HttpResponse:
    """Show the targets of one programme."""
    page = targets_page(request.actor, book)
    return render(
        request, "programme/targets.html", {"page": page, "head": page.head, "tab": "targets"}
    )


addresses = [path("p/<int:book>/targets", targets, name="targets")]
