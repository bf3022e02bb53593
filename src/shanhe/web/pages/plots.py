"""Plots: the map with its list, uploading a layer, choosing its columns."""

import gzip
import hashlib

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from shanhe.app.office import plot_outlines, plot_page
from shanhe.app.office import plots as layers
from shanhe.app.plot_columns import FIELDS, UNITS
from shanhe.web.asking import Request


def _lang() -> str:
    return "zh" if (get_language() or "zh").startswith("zh") else "en"


@require_GET
def plots(request: Request, book: int) -> HttpResponse:
    """Show the plots of a programme."""
    page = plot_page.plots_page(request.actor, book, _lang())
    return render(
        request, "programme/plots.html", {"page": page, "head": page.head, "tab": "plots"}
    )


@require_GET
def listing(request: Request, book: int) -> HttpResponse:
    """Show a page of the list, narrowed, or the one on which a plot stands."""
    asked = request.GET
    page = plot_page.plot_list(
        request.actor,
        book,
        region=asked.get("region", ""),
        state=asked.get("state", ""),
        page=_whole(asked.get("page", "")) or 1,
        plot=_whole(asked.get("plot", "")),
    )
    return render(request, "parts/plot_list.html", {"list": page})


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0


@require_POST
def upload(request: Request, book: int) -> HttpResponse:
    """Take a layer; ask which column is what where that is not sure."""
    handed = request.FILES.get("layer")
    name, data = (handed.name or "", handed.read()) if handed else ("", b"")
    return _answered(request, layers.upload(request.actor, book, name, data), book)


@require_POST
def choose(request: Request, book: int) -> HttpResponse:
    """Go on with the columns that were chosen."""
    columns = {field: request.POST.get(field, "") for field in (*FIELDS, "unit")}
    taken = layers.choose(request.actor, book, _whole(request.POST.get("file", "")), columns)
    return _answered(request, taken, book)


def _answered(request: Request, taken: layers.Choosing | int, book: int) -> HttpResponse:
    if isinstance(taken, int):
        messages.success(request, _("图层已保存。"))
        return redirect("plots", book)
    names = {"code": _("图斑编号"), "region": _("县区"), "state": _("状态"), "area": _("面积")}
    fields = [(f, names[f], taken.chosen.get(f, ""), f in taken.unsure) for f in FIELDS]
    words = {"page": taken, "fields": fields, "units": UNITS, "head": taken.head, "tab": "plots"}
    return render(request, "programme/plot_columns.html", words)


@require_GET
def outlines(request: Request, book: int, layer: int) -> HttpResponse:
    """Return the outlines for the map; a browser that has them is told so."""
    data = plot_outlines.outlines(request.actor, book, layer)
    tag = f'"{hashlib.sha256(data).hexdigest()[:32]}"'
    if request.headers.get("If-None-Match") == tag:
        return HttpResponse(status=304, headers={"ETag": tag})
    headers = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Accept-Encoding, Cookie"}
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        data = gzip.compress(data, 5, mtime=0)
        headers["Content-Encoding"] = "gzip"
    return HttpResponse(data, content_type="application/json", headers=headers)


@require_GET
def problems(request: Request, book: int) -> HttpResponse:
    """Hand out every problem of the layer as a sheet."""
    data = plot_page.problems_csv(request.actor, book)
    headers = {"Content-Disposition": f'attachment; filename="plots-{book}-problems.csv"'}
    return HttpResponse(data, content_type="text/csv; charset=utf-8", headers=headers)


addresses = [
    path("p/<int:book>/plots", plots, name="plots"),
    path("p/<int:book>/plots/list", listing, name="plot_list"),
    path("p/<int:book>/plots/upload", upload, name="plots_upload"),
    path("p/<int:book>/plots/columns", choose, name="plots_columns"),
    path("p/<int:book>/plots/<int:layer>.json", outlines, name="plot_outlines"),
    path("p/<int:book>/plots/problems.csv", problems, name="plot_problems"),
]
