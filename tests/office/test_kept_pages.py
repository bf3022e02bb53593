"""A page that is kept is the page that would be written now, for whoever asks."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.cache.backends.locmem import LocMemCache
from django.db import connection
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from shanhe.app.office import accounts, drafting, findings, glance, people, sheets
from shanhe.app.office.overview import programme_stamp
from shanhe.app.office.rights import Role
from shanhe.app.office.summary import refresh
from shanhe.store.lines import Change
from shanhe.store.models import Account, Book, Grant, Organisation, Submission, Summary
from shanhe.web import kept
from shanhe.web.pages import programme, province

from .conftest import Office
from .visit import visitor

_READERS = ("donghe", "donghe_reviewer", "city", "finance", "province", "ministry", "auditor")
_MOST_QUERIES = 3
_TOKEN = re.compile(r'(?<=value=")\w{64}(?=")|(?<=X-CSRFToken": ")\w{64}')


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test begins as a process does."""
    worker = LocMemCache("fresh", {})
    worker.clear()
    monkeypatch.setattr(kept, "cache", worker)


@pytest.fixture
def computed(office: Office) -> Office:
    refresh(office.book)
    return office


def words(person: Client, address: str) -> str:
    answer = person.get(address)
    assert answer.status_code == 200
    return _TOKEN.sub("", answer.content.decode())


def written(monkeypatch: pytest.MonkeyPatch, person: Client, address: str) -> str:
    """Return what the page says when nothing is kept, written by the framework alone."""

    def plainly(request: Any, template: str, _: object, asked: Callable[[], Any]) -> HttpResponse:
        return render(request, template, asked())

    with monkeypatch.context() as patched:
        for page in (programme, province):
            patched.setattr(page, "kept_page", plainly)
        return words(person, address)


def is_as_written(monkeypatch: pytest.MonkeyPatch, person: Client, address: str) -> str:
    """Hold a kept page against the page as it would be written now, and return it."""
    shown = words(person, address)
    assert shown == written(monkeypatch, person, address)
    return shown


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_everybody_sees_their_own_page_after_all_others_did(
    computed: Office, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    Account.objects.filter(login="city2").update(name='<b>&"王"', language=language)
    drafting.begin(computed["donghe"], computed.book, "progress", "十二月")
    everybody = [visitor(login) for login in (*_READERS, "city2")]
    for person in everybody:
        person.cookies["django_language"] = language
    for _ in range(2):
        for person in everybody:
            is_as_written(monkeypatch, person, f"/p/{computed.book}/")
    for login in ("province", "ministry", "city", "city2"):
        person = visitor(login)
        person.cookies["django_language"] = language
        is_as_written(monkeypatch, person, "/province?sort=year")


def test_people_who_see_the_same_share_a_page_without_a_name(
    computed: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def noted(*given: Any) -> str:
        made.append(render_to_string(*given))
        return made[-1]

    monkeypatch.setattr(kept, "render_to_string", noted)
    address = f"/p/{computed.book}/"
    first, second = words(visitor("city"), address), words(visitor("city2"), address)
    assert first.replace("<span>city<", "<span>city2<") == second != first
    assert len(made) == 1
    assert "<span>city" not in made[0]


def test_each_answer_has_a_token_of_its_own_that_is_taken(computed: Office) -> None:
    person = Client(enforce_csrf_checks=True)
    person.force_login(
        Account.objects.get(login="city"), "shanhe.app.office.knowing.KnowingBackend"
    )
    found = set()
    for _ in range(2):
        page = person.get(f"/p/{computed.book}/").content.decode()
        (token,) = set(_TOKEN.findall(page))
        found.add(token)
        said = {"language": "en", "csrfmiddlewaretoken": token}
        assert person.post("/language", said).status_code == 302
        assert (
            person.post("/language", {**said, "csrfmiddlewaretoken": "x" * 64}).status_code == 403
        )
    assert len(found) == 2


def _types(office: Office) -> None:
    line = {"event": "另一个节点", "due": "2025-11-01", "responsible": "包头市"}
    sheets.change(office["city2"], office.book, [Change(sheet="milestones", texts=line)])


def _types_and_it_is_computed(office: Office) -> None:
    _types(office)
    refresh(office.book)


def _answers(office: Office) -> None:
    finding = glance.glance(office["city"], office.book).findings.top[0][0]["key"]
    findings.answer(office["city2"], office.book, finding, "说明", "以验收单为准")


def _hands_in(office: Office) -> None:
    drafting.begin(office["donghe"], office.book, "progress", "十二月")
    Submission.objects.update(state="passed")


def _renames(office: Office) -> None:
    Book.objects.filter(pk=office.book).update(name="另一个名称")


@pytest.mark.parametrize(
    "change", [_types, _types_and_it_is_computed, _answers, _hands_in, _renames]
)
def test_what_another_person_did_in_another_process_is_seen_at_once(
    computed: Office, monkeypatch: pytest.MonkeyPatch, change: Callable[[Office], None]
) -> None:
    address = f"/p/{computed.book}/"
    ours, theirs = LocMemCache("ours", {}), LocMemCache("theirs", {})
    city = visitor("city")
    before = {}
    for worker in (ours, theirs):
        worker.clear()
        monkeypatch.setattr(kept, "cache", worker)
        before[worker] = is_as_written(monkeypatch, city, address)
    change(computed)
    for worker in (ours, theirs):
        monkeypatch.setattr(kept, "cache", worker)
        assert is_as_written(monkeypatch, city, address) != before[worker]


def test_the_comparison_shows_what_was_computed_elsewhere_at_once(
    computed: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    auditor, before = visitor("auditor"), words(visitor("auditor"), "/province")
    _types_and_it_is_computed(computed)
    Summary.objects.filter(book=computed.book).update(errors=999)
    assert is_as_written(monkeypatch, auditor, "/province") != before


def test_a_summary_that_is_computed_anew_is_seen_at_once(
    computed: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    city, address = visitor("city"), f"/p/{computed.book}/"
    before = words(city, address)
    Summary.objects.filter(book=computed.book).update(made_by="another", met=9)
    other = words(city, address)
    assert refresh(computed.book)
    assert is_as_written(monkeypatch, city, address) == before
    Summary.objects.get(book=computed.book).delete()
    assert is_as_written(monkeypatch, city, address) not in {before, other}


def test_a_right_is_seen_at_once(computed: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    finance, address = visitor("finance"), f"/p/{computed.book}/"
    before = words(finance, address)
    accounts.grant(
        computed.admin,
        account=computed["finance"].account,
        role=Role.CITY_OFFICE,
        organisation=computed.bodies["包头市"],
    )
    after = is_as_written(monkeypatch, finance, address)
    assert ("/province" in before, "/province" in after) == (False, True)
    Grant.objects.filter(account=computed["finance"].account).delete()
    assert finance.get(address).status_code == 404
    assert finance.get("/province").status_code == 403


def test_who_is_shut_out_sees_nothing_from_then_on(computed: Office) -> None:
    city, address = visitor("city"), f"/p/{computed.book}/"
    assert city.get(address).status_code == 200
    accounts.set_active(computed.admin, computed["city"].account, active=False)
    assert city.get(address).status_code == 302


def test_a_right_ends_with_its_last_day(computed: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    today = timezone.localdate()
    Grant.objects.filter(account=computed["finance"].account).update(until=today)
    finance = visitor("finance")
    assert finance.get(f"/p/{computed.book}/").status_code == 200
    monkeypatch.setattr(timezone, "localdate", lambda: today + timedelta(days=1))
    assert finance.get(f"/p/{computed.book}/").status_code == 404


def test_the_next_day_is_another_page(computed: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    city, address = visitor("city"), f"/p/{computed.book}/"
    page = Summary.objects.get(book=computed.book)
    page.page = {**page.page, "as_of": ""}
    page.save()
    monkeypatch.setattr(timezone, "localdate", lambda: date(2025, 7, 1))
    assert "2025-07-01" in words(city, address)
    monkeypatch.setattr(timezone, "localdate", lambda: date(2025, 7, 2))
    assert "2025-07-02" in is_as_written(monkeypatch, city, address)


def test_who_has_the_same_menus_and_may_do_less_sees_less(
    computed: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Summary.objects.get(book=computed.book)
    page.page = {**page.page, "as_of": ""}
    page.save()
    body = Organisation.objects.get(name="包头市")
    other = Book.objects.create(organisation=body, name="另一个项目", year=2024)
    Grant.objects.filter(account=computed["city2"].account).update(book=other)
    account = Account.objects.get(login="city2")
    Grant.objects.create(account=account, role=Role.AUDITOR.value, organisation=body)
    city, city2, address = visitor("city"), visitor("city2"), f"/p/{computed.book}/"
    assert "填写数据截止日期" in is_as_written(monkeypatch, city, address)
    assert "填写数据截止日期" not in is_as_written(monkeypatch, city2, address)


def test_a_message_is_said_once_to_one_person(computed: Office) -> None:
    city, address = visitor("city"), f"/p/{computed.book}/"
    words(city, address)
    new = "黄河-Yinshan-77"
    city.post("/password", {"old": "shanhe-test-2025", "new": new, "again": new})
    told = [words(city, address), words(city, address), words(visitor("city2"), address)]
    assert ["密码已修改" in page for page in told] == [True, False, False]


@pytest.mark.parametrize("address", ["/p/{book}/", "/province"])
def test_a_page_that_is_kept_asks_the_database_little(computed: Office, address: str) -> None:
    ministry, at = visitor("ministry"), address.format(book=computed.book)
    words(ministry, at)
    with CaptureQueriesContext(connection) as queries:
        words(ministry, at)
    assert len(queries) <= _MOST_QUERIES


@pytest.mark.parametrize("login", [*_READERS, "admin"])
def test_an_account_read_with_its_rights_may_what_it_may(computed: Office, login: str) -> None:
    known = people.known(Account.objects.get(login=login).pk)
    assert known is not None
    assert people.actor_of(known) == computed[login]
    assert people.known(0) is None


def test_the_stamp_of_a_page_is_for_who_may_read_it(computed: Office) -> None:
    with pytest.raises(Exception, match="no such programme"):
        programme_stamp(computed["other_city"], computed.book)


def test_a_session_ends_with_its_time_or_when_the_person_leaves(computed: Office) -> None:
    address, leaves, stays = f"/p/{computed.book}/", visitor("city"), visitor("city2")
    assert [one.get(address).status_code for one in (leaves, stays)] == [200, 200]
    key = leaves.cookies["sessionid"].value
    leaves.post("/logout")
    leaves.cookies["sessionid"] = key
    assert [one.get(address).status_code for one in (leaves, stays)] == [302, 200]
    soon = timezone.now() + timedelta(seconds=30)
    Session.objects.update(expire_date=soon)
    assert stays.get(address).status_code == 200
    Session.objects.update(expire_date=soon - timedelta(seconds=31))
    assert stays.get(address).status_code == 302
