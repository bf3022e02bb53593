"""Pages for what is not there, not allowed, out of date, or broken."""

import logging
import secrets

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from shanhe.web.api.errors import nothing
from shanhe.web.asking import came_from

_LOG = logging.getLogger("shanhe")


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is no such page; in the shape of the interface below its address."""
    del exception
    if request.path_info.startswith("/api/"):
        return nothing(request)
    words = _("没有这个网页。请核对网址，或从首页进入。")
    return _said(request, 404, _("找不到网页"), words)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that this is not allowed."""
    del exception
    return _said(
        request, 403, _("不能办理"), _("您没有办理此事的权限。如需办理，请联系系统管理员授权。")
    )


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that the request could not be read, or was too large."""
    del exception
    words = _("提交的内容不能识别，或超过允许的大小，没有保存。请返回上一页，减少内容后重新提交。")
    return _said(request, 400, _("没有提交成功"), words)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that the form is from before a log-in, or from elsewhere; nothing was done."""
    del reason
    words = _("页面停留过久或登录已变更，本次提交没有保存。请返回上一页，刷新后重新提交。")
    return _said(request, 403, _("页面已过期"), words)


def broken(request: HttpRequest) -> HttpResponse:
    """Say that it is our fault, with a number to quote."""
    number = secrets.token_hex(4)
    _LOG.error("error %s at %s", number, request.path)
    return render(request, "broken.html", {"number": number}, status=500)


def _said(request: HttpRequest, status: int, title: str, words: str) -> HttpResponse:
    is_piece = getattr(request, "htmx", False)
    template = "parts/refused.html" if is_piece else "refused.html"
    said = {"title": title, "words": words, "back": came_from(request)}
    return render(request, template, said, status=status)
