"""Organisations and accounts, for administrators."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shanhe.app.office import account_import, accounts, organisations
from shanhe.app.office.people_page import day, people_page, person_page
from shanhe.app.office.rights import Refused, Role
from shanhe.app.office.verifying import verified
from shanhe.web.asking import Request, lang_of


def people(request: Request) -> HttpResponse:
    """Show the tree of organisations, and accounts."""
    return _people(request, {})


def _people(request: Request, more: dict[str, object], status: int = 200) -> HttpResponse:
    asked = request.GET
    page = people_page(
        request.actor, _key(asked.get("within")), asked.get("find", ""), asked.get("after", "")
    )
    return _unkept(render(request, "people/list.html", {"page": page, **more}, status=status))


@require_POST
def add_organisation(request: Request) -> HttpResponse:
    """Register an organisation."""
    asked = request.POST
    try:
        organisations.add_organisation(
            request.actor,
            name=asked.get("name", ""),
            level=asked.get("level", ""),
            parent=_key(asked.get("parent")) or None,
            place=asked.get("place", ""),
        )
    except Refused as refused:
        return _people(request, {"said": refused.words(lang_of())}, refused.status)
    messages.success(request, _("机构已登记。"))
    return redirect("people")


@require_POST
def set_place(request: Request) -> HttpResponse:
    """Say by what name the programmes call an organisation."""
    body = _key(request.POST.get("organisation"))
    organisations.set_place(request.actor, body, request.POST.get("place", ""))
    messages.success(request, _("已保存。"))
    return redirect(f"/people?within={body}")


@require_POST
def add_account(request: Request) -> HttpResponse:
    """Make an account and show its one-time password, this once."""
    asked = request.POST
    login, name = asked.get("login", ""), asked.get("name", "")
    try:
        password = accounts.add_account(
            request.actor, login=login, name=name, organisation=_key(asked.get("organisation"))
        )
    except Refused as refused:
        return _people(request, {"said": refused.words(lang_of())}, refused.status)
    return _people(request, {"password": password, "login": login.strip()})


@require_POST
def import_accounts(request: Request) -> HttpResponse:
    """Make accounts from a pasted table and show their passwords, this once."""
    block = request.POST.get("block", "")
    try:
        made = account_import.add_accounts(request.actor, block)
    except account_import.NotMade as error:
        return _people(request, {"faults": error.faults, "pasted": block}, 422)
    except Refused as refused:
        said = refused.words(lang_of())
        return _people(request, {"said": said, "pasted": block}, refused.status)
    return _unkept(render(request, "people/made.html", {"made": made}))


def person(request: Request, account: int) -> HttpResponse:
    """Show one account."""
    return _person(request, account, {})


def _person(
    request: Request, account: int, more: dict[str, object], status: int = 200
) -> HttpResponse:
    page = person_page(request.actor, account)
    return _unkept(render(request, "people/person.html", {"page": page, **more}, status=status))


@require_POST
def change(request: Request, account: int) -> HttpResponse:
    """Stop an account or let it in, give it a new password, grant or take away a role."""
    actor, do = request.actor, request.POST.get("do", "")
    try:
        if do == "password":
            return _person(request, account, {"password": accounts.renew_password(actor, account)})
        if do in {"stop", "start"}:
            accounts.set_active(actor, account, active=do == "start")
        elif do == "grant":
            _grant(request, account)
        elif do == "revoke":
            accounts.revoke(actor, _key(request.POST.get("grant")))
    except Refused as refused:
        return _person(request, account, {"said": refused.words(lang_of())}, refused.status)
    messages.success(request, _("已办理。"))
    return redirect("person", account)


def _grant(request: Request, account: int) -> None:
    asked = request.POST
    role = asked.get("role", "")
    if role not in {one.value for one in Role}:
        raise Refused("请选择角色。", "Choose a role.", 422)
    accounts.grant(
        request.actor,
        account=account,
        role=Role(role),
        organisation=_key(asked.get("organisation")),
        book=_key(asked.get("book")) or None,
        until=day(asked.get("until", "")),
    )


@require_POST
def verify_office(request: Request) -> HttpResponse:
    """Verify every journal, edition and file, and say whether all holds."""
    return render(request, "people/verified.html", {"found": verified(request.actor)})


def _key(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0


def _unkept(answer: HttpResponse) -> HttpResponse:
    """Return a page that no browser keeps, for a password may stand on it."""
    answer["Cache-Control"] = "no-store"
    return answer


addresses = [
    path("people", people, name="people"),
    path("people/organisation", add_organisation, name="add_organisation"),
    path("people/place", set_place, name="set_place"),
    path("people/account", add_account, name="add_account"),
    path("people/verify", verify_office, name="verify_office"),
    path("people/import", import_accounts, name="import_accounts"),
    path("people/<int:account>", person, name="person"),
    path("people/<int:account>/change", change, name="change_person"),
]
