"""Files handed out to a browser: always to be kept, never to be run in it."""

from urllib.parse import quote

from django.http import HttpResponse


def attachment(name: str, data: bytes) -> HttpResponse:
    """Return a file as a download, whatever is in it."""
    response = HttpResponse(data, content_type="application/octet-stream")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response["X-Content-Type-Options"] = "nosniff"
    return response
