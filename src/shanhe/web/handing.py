"""Files handed out to a browser: always to be kept, never to be run in it."""

from urllib.parse import quote

from django.http import HttpResponse

from shanhe.app.office.evidence import Sent


def attachment(name: str, data: bytes) -> HttpResponse:
    """Return a file as a download, whatever is in it."""
    response = HttpResponse(data, content_type="application/octet-stream")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def sent(file: Sent) -> HttpResponse:
    """Return a file as an attachment that no browser takes for anything else."""
    answer = HttpResponse(file.data, content_type="application/octet-stream")
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(file.name, safe='')}"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cache-Control"] = "private, no-store"
    return answer
