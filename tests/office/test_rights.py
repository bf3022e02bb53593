"""The table of rights: the same answers from app, pages, interface and command line."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, reverse

from shanhe.app.office import accounts, books, submissions
from shanhe.app.office.people import STRANGER
from shanhe.app.office.rights import (
    RIGHTS,
    SCOPES,
    Action,
    Actor,
    Refused,
    Role,
    ask,
    holds,
    may,
    missing_right,
)
from shanhe.cli.commands import commands
from shanhe.store.models import Account, Entry, Line

from .actions import INTERFACE, PAGES, post
from .commands import COMMANDS
from .conftest import Office
from .matrix import KINDS, OBJECTS, PEOPLE, Cell, Everything, cells, everything

_REFUSED = {302, 401, 403, 404}


@pytest.fixture
def made(office: Office) -> Everything:
    return everything(office)


_SHOWN = {Action.READ, Action.READ_SUBMISSIONS, Action.COMPARE}
"""Actions that are to look at a page."""


def test_the_table_speaks_of_every_action_and_role(made: Everything) -> None:
    assert set(KINDS) == {action.value for action in Action}
    assert set(INTERFACE) == set(Action), "every action has a door"
    assert set(PAGES) | _SHOWN == set(Action), "on the pages as well"
    assert set(COMMANDS) == set(Action), "and at the command line"
    rights = (right for person in PEOPLE for right in made.actor(person).rights)
    assert {right.role for right in rights} == set(Role)


def test_app_answers_as_the_table(made: Everything) -> None:
    for person in PEOPLE:
        actor = made.actor(person)
        for cell in cells(person):
            if OBJECTS[cell.thing]["kind"] == "office":
                answer = holds(actor, cell.action)
            else:
                answer = may(actor, cell.action, made.scope(cell.thing, cell.action))
            assert answer == cell.allowed, cell


def test_the_list_of_programmes_is_the_table(made: Everything) -> None:
    for person, rights in PEOPLE.items():
        listed = {head.key for head in books.books(made.actor(person))}
        wanted = {made.programmes[name] for name in rights.get("查看项目", [])}
        assert listed == wanted, person


@pytest.mark.any_database
@pytest.mark.parametrize("person", PEOPLE)
def test_pages_answer_as_the_table(made: Everything, person: str) -> None:
    client = _client(person)
    for cell in cells(person):
        for address in _pages(made, cell):
            status = client.get(address).status_code
            assert (status not in _REFUSED) == cell.allowed, (cell, address, status)
        if cell.action in PAGES:
            with _undone():
                response = PAGES[cell.action](client, made, cell.thing)
            if response is not None:
                assert _is_refused(response) != cell.allowed, (cell, response.status_code)


def _is_refused(response: Any) -> bool:
    """Return whether a form was refused; one that was taken leads on to a page of its own."""
    if response.status_code == 302:
        return str(response["Location"]).startswith(("/login", "/password"))
    return response.status_code in _REFUSED


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


@pytest.mark.any_database
@pytest.mark.parametrize("person", PEOPLE)
def test_the_interface_answers_as_the_table(made: Everything, person: str) -> None:
    client = _client(person)
    for cell in cells(person):
        with _undone():
            response = INTERFACE[cell.action](client, made, cell.thing)
        if response is None:
            continue
        assert (response.status_code not in _REFUSED) == cell.allowed, (cell, response.content)
        if response.status_code == 403 and person != "must_change":
            said = response.json()["error"]
            wanted = missing_right(made.actor(person), cell.action)
            assert said["zh"] == wanted.zh, "it names the missing right, and who can grant it"


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


@pytest.mark.any_database
@pytest.mark.parametrize("person", PEOPLE)
def test_the_command_line_answers_as_the_table(made: Everything, person: str) -> None:
    for cell in cells(person):
        with _undone():
            command = COMMANDS[cell.action](made, cell.thing)
            if command is not None:
                runs = _runs([*command, "--as", person], made.actor(person), cell)
                assert runs == cell.allowed, (cell, command)


_OUTSIDE = {
    "stopped": "已停用",
    "must_change": "一次性密码",
    "stranger": "没有登录名“stranger”",
}
"""Who does nothing at the command line, and what is said to them."""


def _runs(command: list[str], actor: Actor, cell: Cell) -> bool:
    try:
        commands("zh").main(command, prog_name="shanhe", standalone_mode=False)
    except Refused as refused:
        said = refused
    else:
        return True
    if said.status not in _REFUSED:
        return True  # what was asked for could not be done, but the person may ask for it
    if cell.person in _OUTSIDE:
        assert _OUTSIDE[cell.person] in said.zh
    else:
        assert said.zh == missing_right(actor, cell.action).zh or said.status == 404
    return False


@pytest.mark.parametrize("action", list(Action))
def test_a_refusal_names_the_right_and_who_has_it(action: Action) -> None:
    words = missing_right(STRANGER, action).zh
    assert action.value in words
    assert "系统管理员" in words
    named = words.partition("（")[2].partition("可办理")[0].split("、")
    assert named == [role.value for role, allowed in RIGHTS.items() if action in allowed]


def test_a_refusal_says_what_of_the_right_is_missing(made: Everything) -> None:
    """Who has it elsewhere has to be granted more; who comes with a key needs another, or a browser."""
    here = made.scope("包头项目", Action.ACCEPT)
    city, other = made.office["city"], made.office["other_city"]
    asked = (
        (other, Action.ACCEPT, "您的“市级审核”权限不包括"),
        (made.office["donghe"], Action.ANSWER, "您的“答复问题”权限不包括"),
        (made.office["auditor"], Action.ANSWER, "缺少“答复问题”权限"),
        (replace(city, scopes=frozenset({"read"})), Action.ACCEPT, "该令牌不含“市级审核”权限"),
        (replace(city, scopes=frozenset(SCOPES)), Action.LOCK, "“锁定与延期”不能用令牌办理"),
        (replace(other, scopes=frozenset()), Action.PASS, "缺少“县级审核”权限"),
    )
    for actor, action, words in asked:
        with pytest.raises(Refused) as refused:
            ask(actor, action, here)
        assert refused.value.zh.startswith(words)


def test_who_may_not_send_back_is_told_which_right_is_missing(made: Everything) -> None:
    key = made.handed_in["土右旗填报单"]
    refused = post(_client("auditor"), f"submissions/{key}/return", {"comment": "不符"})
    assert refused.status_code == 403
    assert "缺少“市级审核”权限" in refused.json()["error"]["zh"]


def test_an_auditor_and_a_reader_have_no_right_that_writes() -> None:
    reading = SCOPES["read"] | SCOPES["check"]
    assert RIGHTS[Role.AUDITOR] <= reading
    assert RIGHTS[Role.MINISTRY_READER] <= reading
    assert not RIGHTS[Role.ADMINISTRATOR] & (reading | SCOPES["write"] | SCOPES["review"])


_PREPARED = {Action.CONFIRM, Action.SIGN, Action.PUBLISH}
"""Whose doors write something themselves, to be asked for it."""


@pytest.mark.parametrize("login", ["auditor", "ministry", "limited"])
def test_whoever_only_reads_leaves_no_trace(made: Everything, login: str) -> None:
    before = _figures()
    for action, door in INTERFACE.items():
        if action not in _PREPARED:
            for cell in cells(login):
                if cell.action is action:
                    door(_client(login), made, cell.thing)
    assert _figures() == before
    handed_in = Entry.objects.filter(book=None, account__login=login)
    assert set(handed_in.values_list("action", flat=True)) == {"file"}, "a report to be checked"


def _figures() -> list[Any]:
    return [
        *Line.objects.order_by("pk").values(),
        *Entry.objects.exclude(book=None).order_by("pk").values_list("hash"),
    ]


def test_nobody_approves_what_they_entered(made: Everything) -> None:
    key, login = made.handed_in["东河区填报单"], "donghe"
    for role, body in ((Role.COUNTY_REVIEWER, "东河区自然资源局"), (Role.CITY_OFFICE, "包头市")):
        account = Account.objects.get(login=login)
        accounts.grant(
            made.office.admin, account=account.pk, role=role, organisation=made.office.bodies[body]
        )
    for step in ("pass", "accept"):
        refused = post(_client(login), f"submissions/{key}/{step}")
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
