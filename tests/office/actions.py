"""How each action of the table of rights is asked for by programs and on pages."""

import json
from collections.abc import Callable
from functools import cache
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse

from shanhe.app.office import books, reviewing
from shanhe.app.office.edition_papers import digest_of
from shanhe.app.office.rights import Action, Actor
from shanhe.store.held import stands
from shanhe.store.journal import Act, Said, append, locked
from shanhe.store.models import Account, Edition, Lock, Summary

from .layers import layer
from .matrix import OBJECTS, Everything

Door = Callable[[Client, Everything, str], Any]
FINDING = {
    "key": "k1",
    "rule": "TARGET-101",
    "severity": "error",
    "outcome": "fails",
    "figures": "1",
    "zh": "问题",
    "en": "finding",
    "recomputed": "",
    "operands": [],
}


def found(book: int) -> str:
    """Give a programme one finding, and return its key."""
    known = {"revision": 0, "findings": [FINDING]}
    Summary.objects.update_or_create(book_id=book, defaults=known)
    return str(FINDING["key"])


@transaction.atomic
def edition(book: int, *, is_signed: bool) -> int:
    """Give a programme an edition that somebody froze who is not in the table, and return its key."""
    account, kept = Account.objects.get(login="city2"), locked(book)
    lock = Lock.objects.create(book=kept, why="定稿", account=account)
    made = Edition.objects.create(
        book=kept,
        number=1,
        revision=kept.revision,
        digest=digest_of({}),
        papers={},
        public={},
        frozen_by=account,
        lock=lock,
    )
    words = {"edition": 1, "digest": made.digest}
    locking = Said(action=Act.LOCK, texts={"edition": 1, **stands(lock)})
    append(kept, account, [Said(action=Act.FREEZE, texts=words), locking])
    if is_signed:
        Edition.objects.filter(pk=made.pk).update(signed_by=account, signed_at=made.frozen_at)
    return made.pk


def post(client: Client, address: str, body: object = None) -> Any:
    """Ask the interface for something."""
    return client.post(f"/api/{address}", json.dumps(body or {}), content_type="application/json")


def _sheet(sheet: str, field: str) -> Door:
    def door(client: Client, made: Everything, thing: str) -> Any:
        address = f"programmes/{made.programmes[thing]}/sheets/{sheet}"
        return post(client, address, {"lines": [{"texts": {field: "?"}}]})

    return door


@cache
def _workbook(actor: Actor, book: int) -> tuple[str, bytes]:
    """Return the example's workbook; it takes a while, and is the same in every test."""
    return books.workbook(actor, book)


def _import(client: Client, made: Everything, thing: str) -> Any:
    if thing == "包头另一项目":
        return None  # the same door as 包头项目: a programme is made in an organisation
    owner = made.office.bodies[OBJECTS[thing]["organisation"]]
    name, content = _workbook(made.office["city"], made.office.book)
    form = {"workbook": SimpleUploadedFile(name, content), "organisation": owner}
    return client.post("/api/programmes", form)


def _save(client: Client, made: Everything, thing: str) -> Any:
    draft = {"version": 2, "rows": []}
    address = f"/api/submissions/{made.drafts[thing]}"
    return client.put(address, json.dumps(draft), content_type="application/json")


def _accept(client: Client, made: Everything, thing: str) -> Any:
    key = made.handed_in["土右旗填报单"]
    return post(client, f"submissions/{key}/accept") if thing == "包头项目" else None


def _confirm(client: Client, made: Everything, thing: str) -> Any:
    if thing != "包头项目":
        return None
    key = made.handed_in["土右旗填报单"]
    reviewing.accept(made.office["city2"], key)
    return post(client, f"submissions/{key}/confirm")


def _plots(client: Client, made: Everything, thing: str) -> Any:
    form = {"layer": SimpleUploadedFile("图斑.geojson", layer("geojson"))}
    return client.post(f"/api/programmes/{made.programmes[thing]}/plots", form)


def _answer(client: Client, made: Everything, thing: str) -> Any:
    book = made.programmes[thing]
    return post(client, f"programmes/{book}/findings/{found(book)}", {"reply": "接受"})


WRITTEN = "包头项目"
"""Whose words the city wrote itself, so that it may not sign them whatever its rights are."""


def _sign(client: Client, made: Everything, thing: str) -> Any:
    if thing == WRITTEN:
        return None
    return post(client, f"editions/{edition(made.programmes[thing], is_signed=False)}/sign")


def _publish(client: Client, made: Everything, thing: str) -> Any:
    return post(client, f"editions/{edition(made.programmes[thing], is_signed=True)}/publish")


def _report() -> dict[str, Any]:
    return {"report": SimpleUploadedFile("a.txt", "面积12公顷".encode())}


INTERFACE: dict[Action, Door] = {
    Action.READ: lambda c, m, t: c.get(f"/api/programmes/{m.programmes[t]}"),
    Action.READ_SUBMISSIONS: lambda c, m, t: c.get(f"/api/submissions/{m.handed_in[t]}"),
    Action.READ_HISTORY: lambda c, m, t: post(c, f"programmes/{m.programmes[t]}/verify"),
    Action.REPORT: _save,
    Action.PASS: lambda c, m, t: post(c, f"submissions/{m.handed_in[t]}/pass"),
    Action.ACCEPT: _accept,
    Action.CONFIRM: _confirm,
    Action.EDIT_TARGETS: _sheet("targets", "amount"),
    Action.EDIT_MONEY: _sheet("documents", "title"),
    Action.EDIT_TEXTS: _sheet("actuals", "amount"),
    Action.IMPORT: _import,
    Action.PLOTS: _plots,
    Action.ANSWER: _answer,
    Action.LOCK: lambda c, m, t: post(c, f"programmes/{m.programmes[t]}/locks", {"why": "年终"}),
    Action.FREEZE: lambda c, m, t: post(c, f"programmes/{m.programmes[t]}/editions"),
    Action.SIGN: _sign,
    Action.PUBLISH: _publish,
    Action.COMPARE: lambda c, _m, _t: c.get("/api/province"),
    Action.CHECK: lambda c, _m, _t: c.post("/api/checks", _report()),
    Action.ACCOUNTS: lambda c, _m, _t: c.get("/api/accounts"),
    Action.BACKUP: lambda c, _m, _t: post(c, "verify"),
}


def _page(name: str, **said: str) -> Door:
    """Return the door of a form on a page of a programme."""
    return lambda c, m, t: c.post(reverse(name, args=[m.programmes[t]]), said)


def _plots_page(client: Client, made: Everything, thing: str) -> Any:
    form = {"layer": SimpleUploadedFile("图斑.geojson", layer("geojson"))}
    return client.post(reverse("plots_upload", args=[made.programmes[thing]]), form)


def _answer_page(client: Client, made: Everything, thing: str) -> Any:
    book = made.programmes[thing]
    return client.post(reverse("answer", args=[book, found(book)]), {"reply": "接受"})


def _edition_page(name: str, *, is_signed: bool) -> Door:
    def door(client: Client, made: Everything, thing: str) -> Any:
        if thing == WRITTEN and not is_signed:
            return None
        book = made.programmes[thing]
        return client.post(reverse(name, args=[book, edition(book, is_signed=is_signed)]))

    return door


def _review_page(step: str) -> Door:
    """Return the door of a review; that of the city and above is asked of one submission."""

    def door(client: Client, made: Everything, thing: str) -> Any:
        if step != "pass" and thing != "包头项目":
            return None
        key = made.handed_in[thing if step == "pass" else "土右旗填报单"]
        if step == "confirm":
            reviewing.accept(made.office["city2"], key)
        return client.post(reverse("review", args=[key]), {"step": step})

    return door


def _fill_page(client: Client, made: Everything, thing: str) -> Any:
    said = {"do": "save", "version": "2"}
    return client.post(reverse("fill", args=[made.drafts[thing]]), said)


def _sheet_page(sheet: str, field: str) -> Door:
    return lambda c, m, t: c.post(
        reverse("sheet", args=[m.programmes[t], sheet]), {f"line.0.{field}": "?"}
    )


def _import_page(client: Client, made: Everything, thing: str) -> Any:
    if thing == "包头另一项目":
        return None
    owner = made.office.bodies[OBJECTS[thing]["organisation"]]
    name, content = _workbook(made.office["city"], made.office.book)
    form = {"workbook": SimpleUploadedFile(name, content), "organisation": owner}
    return client.post(reverse("load"), form)


def _organisation_page(client: Client, made: Everything, _thing: str) -> Any:
    form = {"name": "新机构", "level": "县", "parent": made.office.bodies["包头市"]}
    return client.post(reverse("add_organisation"), form)


PAGES: dict[Action, Door] = {
    Action.READ_HISTORY: _page("verify"),
    Action.REPORT: _fill_page,
    Action.PASS: _review_page("pass"),
    Action.ACCEPT: _review_page("accept"),
    Action.CONFIRM: _review_page("confirm"),
    Action.EDIT_TARGETS: _sheet_page("targets", "amount"),
    Action.EDIT_MONEY: _sheet_page("documents", "title"),
    Action.EDIT_TEXTS: _sheet_page("actuals", "amount"),
    Action.IMPORT: _import_page,
    Action.PLOTS: _plots_page,
    Action.ANSWER: _answer_page,
    Action.LOCK: _page("change_locks", do="close", why="年终"),
    Action.FREEZE: _page("freeze"),
    Action.SIGN: _edition_page("sign", is_signed=False),
    Action.PUBLISH: _edition_page("publish", is_signed=True),
    Action.CHECK: lambda c, _m, _t: c.post(reverse("check_hand_in"), _report()),
    Action.ACCOUNTS: _organisation_page,
    Action.BACKUP: lambda c, _m, _t: c.post(reverse("verify_office")),
}
