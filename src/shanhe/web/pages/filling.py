"""A draft is filled in: typed, pasted, uploaded, with files behind its rows, and handed in."""

from collections.abc import Callable, Mapping
from contextlib import suppress

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shanhe.app.office import drafting, evidence, handed_rows, refusals
from shanhe.app.office.rights import Refused
from shanhe.app.office.submissions import Reported, submission
from shanhe.web.asking import Request
from shanhe.web.pages.progress import shown


@require_POST
def fill(request: Request, key: int) -> HttpResponse:
    """Keep what was typed, then do what was asked; what cannot be done is said, nothing is lost."""
    typed = _typed(request, key)
    try:
        version = drafting.save(request.actor, key, typed, _whole(request.POST.get("version")))
    except Refused as refused:
        return shown(request, key, refused, typed)
    deed, _sep, argument = request.POST.get("do", "save").partition(" ")
    try:
        done = _DEEDS.get(deed, _saved)(request, key, version, argument)
    except refusals.KINDS as error:
        return shown(request, key, error)
    return done or redirect("submission", key)


def _typed(request: Request, key: int) -> list[Reported]:
    """Return the rows of the form; what a row had besides its texts is not the form's to say."""
    asked, dropped = request.POST, set(request.POST.getlist("gone"))
    one = submission(request.actor, key)
    known = {row.row: row for row in one.rows}
    rows = []
    for name in dict.fromkeys(asked.getlist("row")):
        texts = {f.key: asked.get(f"{name}.{f.key}", "") for f in one.fields}
        kept = known.get(name)
        if kept is not None:
            said = {} if name in dropped else texts
            rows.append(Reported(said, name, kept.seen, kept.evidence))
        elif name not in dropped and not _is_blank(asked, texts):
            rows.append(Reported(texts))
    return rows


def _is_blank(asked: QueryDict, texts: Mapping[str, str]) -> bool:
    """Return whether nothing was typed into a new row besides what it begins with."""
    given = asked.get("given", "")
    return not any(text.strip() for key, text in texts.items() if key != given)


_Deed = Callable[[Request, int, int, str], HttpResponse | None]


def _saved(request: Request, key: int, version: int, argument: str) -> None:
    del key, version, argument
    messages.success(request, _("草稿已保存。"))


def _submitted(request: Request, key: int, version: int, argument: str) -> None:
    del argument
    drafting.submit(request.actor, key, version)
    messages.success(request, _("已提交。"))


def _renewed(request: Request, key: int, version: int, argument: str) -> None:
    del argument
    drafting.renew(request.actor, key, version)
    messages.success(request, _("已以现有数据为准重新核对。"))


def _discarded(request: Request, key: int, version: int, argument: str) -> HttpResponse:
    del argument
    book = drafting.discard(request.actor, key, version)
    messages.success(request, _("草稿已删除。"))
    return redirect("progress", book)


def _pasted(request: Request, key: int, version: int, argument: str) -> None:
    del argument
    taken = handed_rows.paste(request.actor, key, request.POST.get("block", ""), version)
    messages.success(request, _("已填入 %(rows)s 行。") % {"rows": taken.rows})


def _uploaded(request: Request, key: int, version: int, argument: str) -> None:
    del argument
    file = request.FILES.get("workbook")
    if file is None:
        raise Refused("请先选择工作簿。", "Choose a workbook first.", 422)
    name = evidence.called(file.name or "")
    evidence.ask_size(name, file.size or 0)
    taken = handed_rows.upload(request.actor, key, name, file.read(), version)
    words = {"rows": taken.rows, "others": taken.others}
    messages.success(request, _("已读入 %(rows)s 行；其他地区的 %(others)s 行没有读入。") % words)


def _attached(request: Request, key: int, version: int, argument: str) -> None:
    del argument
    offered = []
    for file in request.FILES.getlist("files")[: evidence.MOST_A_ROW + 1]:
        evidence.ask_size(evidence.called(file.name or ""), file.size or 0)
        taken = (request.POST.get("taken_on", ""), request.POST.get("taken_at", ""))
        offered.append(evidence.Offered(file.name or "", file.read(), *taken))
    evidence.attach(request.actor, key, request.POST.get("for", ""), offered, version)
    messages.success(request, _("附件已上传。"))


def _detached(request: Request, key: int, version: int, argument: str) -> None:
    row, _sep, digest = argument.partition(" ")
    evidence.detach(request.actor, key, row, digest, version)
    messages.success(request, _("附件已移除。"))


_DEEDS: Mapping[str, _Deed] = {
    "save": _saved,
    "submit": _submitted,
    "renew": _renewed,
    "discard": _discarded,
    "paste": _pasted,
    "upload": _uploaded,
    "attach": _attached,
    "detach": _detached,
}


def _whole(text: str | None) -> int:
    with suppress(ValueError):
        return int(text or "")
    return 0


addresses = [path("submission/<int:key>/fill", fill, name="fill")]
