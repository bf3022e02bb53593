"""All programmes beside one another."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse, QueryDict
from django.urls import path
from django.utils.translation import get_language

from shanhe.app.office.province import Asked, province_page, province_stamp
from shanhe.web.asking import Request
from shanhe.web.kept import kept_page


def province(request: Request) -> HttpResponse:
    """Show one page of the comparison."""
    made_of = province_stamp(request.actor)
    return kept_page(request, "province.html", made_of, lambda: _shown(request))


def _shown(request: Request) -> dict[str, Any]:
    asked = _asked(request.GET)
    page = province_page(request.actor, asked, get_language() or "zh")
    kept = {"year": asked.year, "city": asked.city, "rule": asked.rule}
    filters = urlencode({key: value for key, value in kept.items() if value})
    order = urlencode({"sort": asked.sort, "order": "down" if asked.down else "up"})
    return {"page": page, "filters": filters, "sorted": f"{filters}&{order}"}


def _asked(said: QueryDict) -> Asked:
    return Asked(
        _whole(said.get("year", "")),
        _whole(said.get("city", "")),
        said.get("rule", "")[:20],
        said.get("sort", "errors"),
        said.get("order", "down") != "up",
        _whole(said.get("page", "")) or 1,
    )


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 8 else 0


addresses = [path("province", province, name="province")]
