"""The table of rights: the same answers from app, pages, interface and command line."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, reverse

from shanhe.app.office import accounts, books, reviewing, submissions
from shanhe.app.office.rights import (
    RIGHTS,
    SCOPES,
    Action,
    Refused,
    Role,
    holds,
    may,
    missing_right,
)
from shanhe.cli.commands import commands
from shanhe.store.models import Account, Entry, Line

from .conftest import EXAMPLE, Office
from .matrix import KINDS, OBJECTS, PEOPLE, Cell, Everything, cells, everything

_REFUSED = {302, 401, 403, 404}


@pytest.fixture
def made(office: Office) -> Everything:
    return everything(office)


def test_the_table_speaks_of_every_action_and_role(made: Everything) -> None:
    assert set(KINDS) == {action.value for action in Action}
    rights = (right for person in PEOPLE for right in made.actor(person).rights)
    assert {right.role for right in rights} == set(Role)


@pytest.mark.parametrize("person", PEOPLE)
def test_app_answers_as_the_table(made: Everything, person: str) -> None:
    actor = made.actor(person)
    for cell in cells(person):
        if OBJECTS[cell.thing]["kind"] == "office":
            answer = holds(actor, cell.action)
        else:
            answer = may(actor, cell.action, made.scope(cell.thing, cell.action))
        assert answer == cell.allowed, cell


@pytest.mark.parametrize("person", PEOPLE)
def test_the_list_of_programmes_is_the_table(made: Everything, person: str) -> None:
    listed = {head.key for head in books.books(made.actor(person))}
    wanted = PEOPLE[person].get("查看项目", [])
    assert listed == {made.programmes[name] for name in wanted}


@pytest.mark.parametrize("person", PEOPLE)
def test_pages_answer_as_the_table(made: Everything, person: str) -> None:
    client = _client(person)
    for cell in cells(person):
        for address in _pages(made, cell):
            status = client.get(address).status_code
            assert (status not in _REFUSED) == cell.allowed, (cell, address, status)


_OF_A_PROGRAMME = ("programme", "targets", "money", "progress", "plots", "findings", "evaluation")
_OF_THE_OFFICE = {
    Action.CHECK: "check",
    Action.ACCOUNTS: "people",
    Action.COMPARE: "province",
}


def _pages(made: Everything, cell: Cell) -> list[str]:
    """Return the pages that show what a cell asks for; a page not yet written has no address."""
    names: tuple[str, ...]
    keys: list[int]
    if cell.action is Action.READ:
        names, keys = _OF_A_PROGRAMME, [made.programmes[cell.thing]]
    elif cell.action in _OF_THE_OFFICE:
        names, keys = (_OF_THE_OFFICE[cell.action],), []
    elif cell.action is Action.READ_SUBMISSIONS:
        names, keys = ("submission",), [made.handed_in[cell.thing]]
    else:
        return []
    return [address for name in names if (address := _address(name, keys))]


def _address(name: str, keys: list[int]) -> str:
    try:
        return reverse(name, args=keys)
    except NoReverseMatch:
        return ""


@pytest.mark.parametrize("person", PEOPLE)
def test_the_interface_answers_as_the_table(made: Everything, person: str) -> None:
    client = _client(person)
    for cell in cells(person):
        with _undone():
            response = (
                _DOORS[cell.action](client, made, cell.thing) if cell.action in _DOORS else None
            )
        if response is None:
            continue
        assert (response.status_code not in _REFUSED) == cell.allowed, (cell, response.content)
        if response.status_code == 403 and person != "must_change":
            said = response.json()["error"]
            assert said["zh"] == missing_right(cell.action).zh, "it names the missing right"
            assert "系统管理员" in said["zh"], "and who can grant it"


@contextmanager
def _undone() -> Iterator[None]:
    """Undo what a door does, so that the next one finds everything as it was."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _client(person: str) -> Client:
    client = Client()
    if person != "stranger":
        client.force_login(Account.objects.get(login=person))
    return client


Door = Callable[[Client, Everything, str], Any]


def _post(client: Client, address: str, body: object = None) -> Any:
    return client.post(f"/api/{address}", json.dumps(body or {}), content_type="application/json")


def _sheet(sheet: str, field: str) -> Door:
    def door(client: Client, made: Everything, thing: str) -> Any:
        address = f"programmes/{made.programmes[thing]}/sheets/{sheet}"
        return _post(client, address, {"lines": [{"texts": {field: "?"}}]})

    return door


def _import(client: Client, made: Everything, thing: str) -> Any:
    if thing == "包头另一项目":
        return None  # the same door as 包头项目: a programme is made in an organisation
    owner = made.office.bodies[OBJECTS[thing]["organisation"]]
    name, content = books.workbook(made.office["city"], made.office.book)
    form = {"workbook": SimpleUploadedFile(name, content), "organisation": owner}
    return client.post("/api/programmes", form)


def _save(client: Client, made: Everything, thing: str) -> Any:
    draft = {"version": 2, "rows": []}
    address = f"/api/submissions/{made.drafts[thing]}"
    return client.put(address, json.dumps(draft), content_type="application/json")


def _accept(client: Client, made: Everything, thing: str) -> Any:
    key = made.handed_in["土右旗填报单"]
    return _post(client, f"submissions/{key}/accept") if thing == "包头项目" else None


def _confirm(client: Client, made: Everything, thing: str) -> Any:
    if thing != "包头项目":
        return None
    key = made.handed_in["土右旗填报单"]
    reviewing.accept(made.office["city2"], key)
    return _post(client, f"submissions/{key}/confirm")


_DOORS: dict[Action, Door] = {
    Action.READ: lambda c, m, t: c.get(f"/api/programmes/{m.programmes[t]}"),
    Action.READ_SUBMISSIONS: lambda c, m, t: c.get(f"/api/submissions/{m.handed_in[t]}"),
    Action.REPORT: _save,
    Action.PASS: lambda c, m, t: _post(c, f"submissions/{m.handed_in[t]}/pass"),
    Action.ACCEPT: _accept,
    Action.CONFIRM: _confirm,
    Action.EDIT_TARGETS: _sheet("targets", "amount"),
    Action.EDIT_MONEY: _sheet("documents", "title"),
    Action.EDIT_TEXTS: _sheet("actuals", "amount"),
    Action.IMPORT: _import,
    Action.LOCK: lambda c, m, t: _post(c, f"programmes/{m.programmes[t]}/locks", {"why": "年终"}),
    Action.CHECK: lambda c, _m, _t: c.post(
        "/api/checks", {"report": SimpleUploadedFile("a.txt", "面积12公顷".encode())}
    ),
    Action.ACCOUNTS: lambda c, _m, _t: c.get("/api/accounts"),
}


@pytest.mark.parametrize("person", [one for one in PEOPLE if one != "stranger"])
def test_the_command_line_answers_as_the_table(
    made: Everything, person: str, tmp_path: Any
) -> None:
    for cell in cells(person):
        if cell.action is Action.READ:
            out = str(tmp_path / f"{cell.thing}.xlsx")
            command = ["export", str(made.programmes[cell.thing]), "--as", person, "-o", out]
        elif cell.action is Action.IMPORT and cell.thing != "包头另一项目":
            owner = OBJECTS[cell.thing]["organisation"]
            command = ["import", str(EXAMPLE), "--as", person, "--organisation", owner]
        else:
            continue
        assert _runs(command, cell) == cell.allowed, cell


def _runs(command: list[str], cell: Cell) -> bool:
    try:
        commands("zh").main(command, prog_name="shanhe", standalone_mode=False)
    except Refused as refused:
        said = refused
    else:
        return True
    assert said.zh == missing_right(cell.action).zh or said.status == 404
    return False


@pytest.mark.parametrize("action", list(Action))
def test_a_refusal_names_the_right_and_who_has_it(action: Action) -> None:
    words = missing_right(action).zh
    assert action.value in words
    assert "系统管理员" in words
    named = words.partition("（")[2].partition("可办理")[0].split("、")
    assert named == [role.value for role, allowed in RIGHTS.items() if action in allowed]


def test_an_auditor_and_a_reader_have_no_right_that_writes() -> None:
    reading = SCOPES["read"] | SCOPES["check"]
    assert RIGHTS[Role.AUDITOR] <= reading
    assert RIGHTS[Role.MINISTRY_READER] <= reading
    assert not RIGHTS[Role.ADMINISTRATOR] & (reading | SCOPES["write"] | SCOPES["review"])


@pytest.mark.parametrize("login", ["auditor", "ministry", "limited"])
def test_whoever_only_reads_leaves_no_trace(made: Everything, login: str) -> None:
    before = _figures()
    for action, door in _DOORS.items():
        if action is not Action.CONFIRM:
            for cell in cells(login):
                if cell.action is action:
                    door(_client(login), made, cell.thing)
    assert _figures() == before


def _figures() -> list[Any]:
    return [
        *Line.objects.order_by("pk").values(),
        *Entry.objects.order_by("pk").values_list("hash"),
    ]


def test_nobody_approves_what_they_entered(made: Everything) -> None:
    key, login = made.handed_in["东河区填报单"], "donghe"
    for role, body in ((Role.COUNTY_REVIEWER, "东河区自然资源局"), (Role.CITY_OFFICE, "包头市")):
        account = Account.objects.get(login=login)
        accounts.grant(
            made.office.admin, account=account.pk, role=role, organisation=made.office.bodies[body]
        )
    for step in ("pass", "accept"):
        refused = _post(_client(login), f"submissions/{key}/{step}")
        assert refused.status_code == 403
        assert "不能审核自己填报的数据" in refused.json()["error"]["zh"]
    assert submissions.submission(made.office["city"], key).state == "submitted"


def test_a_draft_is_seen_by_its_own_county_alone(made: Everything) -> None:
    for thing, own in (
        ("东河区填报单", {"donghe", "donghe_reviewer"}),
        ("土右旗填报单", {"tuyou"}),
    ):
        for person in PEOPLE:
            response = _client(person).get(f"/api/submissions/{made.drafts[thing]}")
            assert (response.status_code == 200) == (person in own), (thing, person)
