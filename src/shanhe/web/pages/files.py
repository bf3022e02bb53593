"""Files on their way out: to be saved, never shown by the browser as a page of the office."""

from django.http import HttpResponse
from django.urls import path

from shanhe.app.office import evidence
from shanhe.web.asking import Request
from shanhe.web.handing import sent


def of_submission(request: Request, key: int, digest: str) -> HttpResponse:
    """Hand out a file of a submission."""
    return sent(evidence.of_submission(request.actor, key, digest))


def of_entry(request: Request, book: int, number: int, digest: str) -> HttpResponse:
    """Hand out a file that the journal names."""
    return sent(evidence.of_entry(request.actor, book, number, digest))


addresses = [
    path("submission/<int:key>/file/<str:digest>", of_submission, name="evidence"),
    path("p/<int:book>/entry/<int:number>/file/<str:digest>", of_entry, name="entry_file"),
]
