"""Any sheet of a programme: its lines to look at, to change, to paste a block into."""

import re

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _

from shanhe.app.office import grids
from shanhe.app.office.editing import Typed, Unsaved, save
from shanhe.app.office.grids import Grid
from shanhe.web.asking import Request

_MOST = 1000
"""Lines that one form may hold."""


def sheets(request: Request, book: int) -> HttpResponse:
    """List all sheets of a programme."""
    head, listed = grids.listed(request.actor, book)
    return render(request, "sheet/list.html", {"head": head, "tab": "sheets", "sheets": listed})


def sheet(request: Request, book: int, key: str) -> HttpResponse:
    """Show one sheet; keep what was typed into it."""
    if request.method == "POST":
        return _kept(request, book, key)
    show = grids.editing if "edit" in request.GET else grids.grid
    return _shown(request, show(request.actor, book, key, _number(request)))


def paste(request: Request, book: int, key: str) -> HttpResponse:
    """Show a pasted block as lines that are not kept yet."""
    block = request.POST.get("block", "")
    return _shown(request, grids.preview(request.actor, book, key, block))


def _kept(request: Request, book: int, key: str) -> HttpResponse:
    why = request.POST.get("why", "")
    done = save(request.actor, book, key, typed(request), why)
    if isinstance(done, Unsaved):
        first = _number(request, "first")
        again = grids.again(request.actor, book, key, done, why=why, first=first)
        return _shown(request, again)
    said = _("已保存%d行。") % done if done else _("没有改动。")
    messages.success(request, said)
    return redirect(f"{request.path}?page={_number(request)}")


def _shown(request: Request, grid: Grid) -> HttpResponse:
    around = {"grid": grid, "head": grid.head, "tab": "sheets", "page": _number(request)}
    return render(request, "sheet/sheet.html", around, status=_status(grid.unsaved))


def _status(unsaved: Unsaved | None) -> int:
    if unsaved is None:
        return 200
    if unsaved.refused:
        return unsaved.refused.status
    return 409 if any(one.overtaken for one in unsaved.lines) else 422


def _number(request: Request, name: str = "page") -> int:
    asked = request.POST.get(name) or request.GET.get(name) or "1"
    return int(asked) if re.fullmatch(r"[0-9]{1,4}", asked) else 1


def typed(request: Request) -> list[Typed]:
    """Return the lines of a form, in the order of the page: ``line.0.amount``, ``line.0.seen``."""
    lines: dict[int, dict[str, str]] = {}
    for name, text in request.POST.items():
        found = re.fullmatch(r"line\.([0-9]{1,4})\.([a-z_0-9]+|-row|-seen|-drop)", name)
        if found and int(found[1]) < _MOST:
            clean = str(text).replace("\r\n", "\n").replace("\0", "").strip()
            lines.setdefault(int(found[1]), {})[found[2]] = clean
    return [_typed(lines[place]) for place in sorted(lines)]


def _typed(cells: dict[str, str]) -> Typed:
    seen = cells.get("-seen", "")
    texts = {key: text for key, text in cells.items() if not key.startswith("-") and text}
    return Typed(
        texts,
        cells.get("-row", "")[:16],
        int(seen) if re.fullmatch(r"[0-9]{1,9}", seen) else 0,
        is_dropped=bool(cells.get("-drop")),
    )


addresses = [
    path("p/<int:book>/sheet/", sheets, name="sheets"),
    path("p/<int:book>/sheet/<slug:key>", sheet, name="sheet"),
    path("p/<int:book>/sheet/<slug:key>/paste", paste, name="paste"),
]
