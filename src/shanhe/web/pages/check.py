"""Check a report: hand it in, see its findings beside its text, answer them, take papers home."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_POST

from shanhe.app.office import check_page, check_papers, checks
from shanhe.web.asking import Request

_TYPES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def _lang() -> str:
    return "zh" if (get_language() or "zh").startswith("zh") else "en"


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0


@require_GET
def check(request: Request) -> HttpResponse:
    """Show the checks somebody may see, and take another report."""
    page = checks.checks_page(request.actor, _whole(request.GET.get("page", "")))
    return render(request, "check/list.html", {"page": page})


@require_POST
def hand_in(request: Request) -> HttpResponse:
    """Take a report, on its own, for a programme, or as the next version of an earlier one."""
    handed = request.FILES.get("report")
    name, data = (handed.name or "", handed.read()) if handed else ("", b"")
    asked = {word: _whole(request.POST.get(word, "")) for word in ("book", "earlier")}
    return redirect("audit", checks.hand_in(request.actor, name, data, **asked))


@require_GET
def audit(request: Request, key: int) -> HttpResponse:
    """Show a check, or that it waits."""
    level = request.GET.get("level", "")
    level = level if level in {"error", "warning", "note"} else ""
    page = check_page.check_page(request.actor, key, _lang(), level)
    if isinstance(page, checks.Row):
        return render(request, "check/waiting.html", {"row": page})
    words = {"page": page, "row": page.row, "replies": check_page.WORDS}
    return render(request, "check/audit.html", words)


@require_GET
def waiting(request: Request, key: int) -> HttpResponse:
    """Say again that a check waits, or have its page loaded."""
    page = check_page.check_page(request.actor, key)
    if isinstance(page, checks.Row):
        return render(request, "parts/check_waiting.html", {"row": page})
    return HttpResponse(headers={"HX-Refresh": "true"})


@require_POST
def answer(request: Request, key: int) -> HttpResponse:
    """Answer a finding, and show how it stands then."""
    sent = request.POST
    card = check_page.answer(
        request.actor,
        key,
        sent.get("finding", ""),
        reply=sent.get("reply", ""),
        reason=sent.get("reason", ""),
        lang=_lang(),
    )
    if not request.htmx:
        return redirect("audit", key)
    words = {"one": card, "row": {"key": key}, "replies": check_page.WORDS, "may_answer": True}
    return render(request, "parts/check_answer.html", words)


@require_GET
def paper(request: Request, key: int, what: str) -> HttpResponse:
    """Hand out a paper of a check, always as a file to keep, never to be shown in the page."""
    name, data = check_papers.check_paper(request.actor, key, what, _lang())
    kind = _TYPES.get(what, "application/octet-stream")
    disposition = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return HttpResponse(data, content_type=kind, headers={"Content-Disposition": disposition})


addresses = [
    path("check", check, name="check"),
    path("check/hand-in", hand_in, name="check_hand_in"),
    path("check/<int:key>", audit, name="audit"),
    path("check/<int:key>/waiting", waiting, name="audit_waiting"),
    path("check/<int:key>/answer", answer, name="audit_answer"),
    path("check/<int:key>/paper/<slug:what>", paper, name="audit_paper"),
]
