"""Money: documents and their days, balances on any day, where it went."""

from contextlib import suppress
from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from shanhe.app.office.money import money_page
from shanhe.web.asking import Request


def money(request: Request, book: int) -> HttpResponse:
    """Show the money of one programme."""
    asked = request.GET.get("on", "").strip()
    on = _day(asked)
    if asked and on is None:
        messages.error(request, _("日期应填写如2025-09-25；现按全部记录显示。"))
    page = money_page(request.actor, book, on, get_language() or "zh")
    return render(
        request, "programme/money.html", {"page": page, "head": page.head, "tab": "money"}
    )


def _day(text: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(text)
    return None


addresses = [path("p/<int:book>/money", money, name="money")]
