"""Files on their way out: to be saved, never shown by the browser as a page of the office."""

from urllib.parse import quote

from django.http import HttpResponse
from django.urls import path

from shanhe.app.office import evidence
from shanhe.web.asking import Request


def of_submission(request: Request, key: int, digest: str) -> HttpResponse:
    """Hand out a file of a submission."""
    return sent(evidence.of_submission(request.actor, key, digest))


def of_entry(request: Request, book: int, number: int, digest: str) -> HttpResponse:
    """Hand out a file that the journal names."""
    return sent(evidence.of_entry(request.actor, book, number, digest))


def sent(file: evidence.Sent) -> HttpResponse:
    """Return a file as an attachment that no browser takes for anything else."""
    answer = HttpResponse(file.data, content_type="application/octet-stream")
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(file.name, safe='')}"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cache-Control"] = "private, no-store"
    return answer


addresses = [
    path("submission/<int:key>/file/<str:digest>", of_submission, name="evidence"),
    path("p/<int:book>/entry/<int:number>/file/<str:digest>", of_entry, name="entry_file"),
]
