"""Organisations and accounts: made, stopped, given roles, imported; administrators see no figures."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

from shanhe.app.office import account_import, accounts
from shanhe.app.office.people import actor_of
from shanhe.app.office.rights import Refused, Role
from shanhe.store.models import Account, Entry, Grant, Organisation

from .conftest import PASSWORD, Office
from .doors import entered, words


def key(login: str) -> int:
    return Account.objects.get(login=login).pk


@pytest.mark.parametrize("login", ["tuyou", "city", "province", "ministry", "auditor"])
def test_only_administrators_manage_people(office: Office, login: str) -> None:
    someone = entered(login)
    for address in ("/people", f"/people/{key('tuyou')}"):
        told = someone.get(address)
        assert (told.status_code, "管理机构和账号" in words(told)) == (403, True)
    for address in ("organisation", "account", "import", f"{key('tuyou')}/change"):
        sent = {"do": "password", "block": "a", "level": "市", "name": "a"}
        assert someone.post(f"/people/{address}", sent).status_code == 403, address
    assert office.book


def test_an_administrator_sees_no_figures(office: Office) -> None:
    admin = entered("admin")
    for page in ("", "progress", "history", "locks"):
        assert admin.get(f"/p/{office.book}/{page}").status_code == 404
    page = words(admin.get("/people"))
    assert "土右旗自然资源局" in page
    assert "422.33" not in page


def test_a_new_person_logs_in_once_with_the_password_shown_once(office: Office) -> None:
    admin = entered("admin")
    body = office.bodies["土右旗自然资源局"]
    sent = {"login": "wang", "name": "王某", "organisation": body}
    made = admin.post("/people/account", sent)
    assert "no-store" in made["Cache-Control"]
    found = re.search(r'class="password">(\w{12})<', words(made))
    assert found
    assert found[1] not in words(admin.get("/people"))
    told = admin.post("/people/account", sent)
    assert (told.status_code, "“wang”已被使用" in words(told)) == (409, True)
    newcomer = Client()
    assert newcomer.login(username="wang", password=found[1], request=_request())
    assert newcomer.get("/")["Location"] == "/password"


def _request() -> Any:
    from django.test import RequestFactory  # noqa: PLC0415 - the lock at the door wants a request

    return RequestFactory().post("/login")


def test_a_stopped_account_is_out_at_once(office: Office) -> None:
    person = entered("tuyou")
    assert person.get("/").status_code == 200
    entered("admin").post(f"/people/{key('tuyou')}/change", {"do": "stop"})
    assert person.get("/").status_code == 302
    assert person.get(f"/p/{office.book}/progress")["Location"].startswith("/login")
    entered("admin").post(f"/people/{key('tuyou')}/change", {"do": "start"})
    assert entered("tuyou").get("/").status_code == 200


def test_a_new_password_ends_the_old_sessions(office: Office) -> None:
    person = Client()
    assert person.login(username="tuyou", password=PASSWORD, request=_request())
    told = entered("admin").post(f"/people/{key('tuyou')}/change", {"do": "password"})
    assert re.search(r'class="password">\w{12}<', words(told))
    assert person.get("/").status_code == 302
    assert office["tuyou"].rights == ()


def test_roles_are_granted_until_a_day_for_one_programme_and_taken_away(office: Office) -> None:
    admin, account = entered("admin"), key("finance")
    sent = {
        "do": "grant",
        "role": "市级项目办",
        "organisation": office.bodies["包头市"],
        "book": office.book,
        "until": "2099年12月31日",
    }
    assert admin.post(f"/people/{account}/change", sent).status_code == 302
    page = words(admin.get(f"/people/{account}"))
    assert "到期日 2099-12-31" in page
    granted = Grant.objects.get(account=account, role="市级项目办")
    assert (granted.book_id, granted.until) == (office.book, date(2099, 12, 31))
    admin.post(f"/people/{account}/change", {"do": "revoke", "grant": granted.pk})
    assert not Grant.objects.filter(pk=granted.pk).exists()
    last = list(Entry.objects.filter(book=None).order_by("-number")[:2])
    assert [entry.action for entry in last] == ["revoke", "grant"]


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"do": "grant", "role": "皇帝"}, "请选择角色"),
        ({"do": "grant", "role": "审计", "organisation": "9999"}, "没有该机构"),
        ({"do": "grant", "role": "审计", "organisation": "1", "book": "9999"}, "没有该项目"),
        ({"do": "grant", "role": "审计", "organisation": "1", "until": "明年"}, "不是日期"),
        ({"do": "grant", "role": "审计", "organisation": "1", "until": "2020-1-1"}, "不能早于今天"),
        ({"do": "revoke", "grant": "9999"}, "没有该授权"),
    ],
)
def test_what_cannot_be_granted_is_told(office: Office, sent: dict[str, str], said: str) -> None:
    told = entered("admin").post(f"/people/{key('tuyou')}/change", sent)
    assert told.status_code in {404, 422}
    assert said in words(told)
    assert office.book


def test_an_administrator_cannot_lock_everybody_out(office: Office) -> None:
    own = Account.objects.get(login="admin")
    right = Grant.objects.get(account=own, role=Role.ADMINISTRATOR.value)
    for sent in ({"do": "stop"}, {"do": "revoke", "grant": right.pk}):
        assert entered("admin").post(f"/people/{own.pk}/change", sent).status_code == 409
    assert actor_of(own).rights
    assert office.book


def test_who_manages_accounts_has_nothing_to_do_with_figures(office: Office) -> None:
    """Neither by their own hand nor by another administrator's; after the last day they may."""
    admin, body = entered("admin"), office.bodies["包头市"]
    for login, role in (("admin", Role.CITY_OFFICE), ("city", Role.ADMINISTRATOR)):
        sent = {"do": "grant", "role": role.value, "organisation": body}
        told = admin.post(f"/people/{key(login)}/change", sent)
        assert (told.status_code, "系统管理员不经手数据" in words(told)) == (409, True)
        assert Grant.objects.filter(account__login=login).count() == 1
    Grant.objects.filter(account__login="city").update(until=date(2025, 1, 1))
    told = admin.post(f"/people/{key('city')}/change", sent)
    assert told.status_code == 302


def test_a_right_ends_with_its_last_day(office: Office) -> None:
    Grant.objects.filter(account=key("tuyou")).update(until=date(2020, 1, 1))
    assert office["tuyou"].rights == ()
    assert entered("tuyou").get(f"/p/{office.book}/progress").status_code == 404


TABLE = """登录名\t姓名\t机构\t角色\t项目\t到期日
li\t李某\t东河区自然资源局\t县级填报
zhao\t赵某\t包头市/东河区自然资源局\t县级审核\t\t2099-12-31
"""


def test_many_accounts_come_from_a_table(office: Office) -> None:
    made = account_import.add_accounts(office.admin, TABLE)
    assert [(one.login, one.role, len(one.password)) for one in made] == [
        ("li", "县级填报", 12),
        ("zhao", "县级审核", 12),
    ]
    page = words(
        entered("admin").post(
            "/people/import", {"block": TABLE.replace("li\t", "li2\t").replace("zhao", "zhao2")}
        )
    )
    assert page.count('class="password"') == 2


def test_a_name_typed_in_full_width_opens_the_door(office: Office) -> None:
    """Chinese keyboards write letters in full width; the door reads them as plain ones."""
    body = office.bodies["土右旗自然资源局"]
    password = accounts.add_account(office.admin, login="ｗang１", name="王某", organisation=body)
    (made,) = account_import.add_accounts(office.admin, "ｌi１,李某,土右旗自然资源局,县级填报")
    for login, told in (("wang1", password), ("li1", made.password)):
        client = Client()
        client.post("/login", {"username": login, "password": told})
        assert client.get("/")["Location"] == "/password"
    with pytest.raises(Refused, match="taken"):
        accounts.add_account(office.admin, login="wang１", name="王某", organisation=body)


def test_one_wrong_row_makes_no_account(office: Office) -> None:
    block = "li,李某,东河区自然资源局,县级填报\nli,,土右旗,填报员,没有的项目,去年\ntuyou,王,包头市,审计,,,多\n"
    with pytest.raises(account_import.NotMade) as error:
        account_import.add_accounts(office.admin, block)
    assert [(one.row, one.column) for one in error.value.faults] == [
        (2, "登录名"),
        (2, "姓名"),
        (2, "机构"),
        (2, "角色"),
        (2, "项目"),
        (2, "到期日"),
        (3, ""),
        (3, "登录名"),
    ]
    assert not Account.objects.filter(login="li").exists()
    told = entered("admin").post("/people/import", {"block": block})
    page = words(told)
    assert told.status_code == 422
    assert "第 2 行 · 角色：“填报员”不是角色" in page
    assert "没有的项目" in page


def test_a_name_that_means_two_bodies_is_told(office: Office) -> None:
    office.body("东河区自然资源局", "县", "呼和浩特市")
    with pytest.raises(account_import.NotMade) as error:
        account_import.add_accounts(office.admin, TABLE)
    assert [(one.row, one.column) for one in error.value.faults] == [(2, "机构")]
    assert "请写明上级" in error.value.faults[0].zh


def test_bodies_are_registered_in_the_tree(office: Office) -> None:
    admin = entered("admin")
    city = office.bodies["呼和浩特市"]
    sent = {"name": "武川县自然资源局", "level": "县", "parent": city, "place": "武川县"}
    assert admin.post("/people/organisation", sent).status_code == 302
    assert admin.post("/people/organisation", sent).status_code == 409
    assert admin.post("/people/organisation", {**sent, "level": "省"}).status_code == 422
    assert admin.post("/people/organisation", {**sent, "name": "\0"}).status_code == 422


def test_people_are_found_a_hundred_at_a_time(
    office: Office, django_assert_max_num_queries: Any
) -> None:
    body = office.bodies["包头市"]
    for number in range(120):
        Account.objects.create(login=f"p{number:03d}", name="某", organisation_id=body)
    admin = entered("admin")
    with django_assert_max_num_queries(20):
        first = words(admin.get("/people"))
    assert "下一页" in first
    assert first.count('<a href="/people/') == 100
    rest = words(admin.get(f"/people?within={body}&find=p11&after=p115"))
    assert rest.count('<a href="/people/') == 4
    with pytest.raises(Refused):
        accounts.people(office["city"])


def test_a_body_without_a_place_reports_once_it_has_one(office: Office) -> None:
    body = office.bodies["土右旗自然资源局"]
    Organisation.objects.filter(pk=body).update(place="")
    begin = {"sheet": "progress", "title": "x", "begin": "empty"}
    told = entered("tuyou").post(f"/p/{office.book}/progress/begin", begin)
    assert (told.status_code, "没有登记" in words(told)) == (422, True)
    sent = {"organisation": body, "place": "土右旗"}
    assert entered("city").post("/people/place", sent).status_code == 403
    assert entered("admin").post("/people/place", sent).status_code == 302
    assert 'value="土右旗"' in words(entered("admin").get(f"/people?within={body}"))
    done = entered("tuyou").post(f"/p/{office.book}/progress/begin", begin)
    assert done.status_code == 302
