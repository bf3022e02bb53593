"""All programmes beside one another."""

from urllib.parse import urlencode

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import path
from django.utils.translation import get_language

from shanhe.app.office.province import Asked, province_page
from shanhe.web.asking import Request


def province(request: Request) -> HttpResponse:
    """Show one page of the comparison."""
    asked = _asked(request.GET)
    page = province_page(request.actor, asked, get_language() or "zh")
    kept = {"year": asked.year, "city": asked.city, "rule": asked.rule}
    filters = urlencode({key: value for key, value in kept.items() if value})
    order = urlencode({"sort": asked.sort, "order": "down" if asked.down else "up"})
    around = {"page": page, "filters": filters, "sorted": f"{filters}&{order}"}
    return render(request, "province.html", around)


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
