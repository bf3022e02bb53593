"""Keys for machines: shown once, kept as a digest, limited, and never more than their person."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from shanhe.app.office import accounts, machine, tokens
from shanhe.app.office.rights import SCOPES, Action, Refused, Role, Scope, may
from shanhe.store.journal import verify
from shanhe.store.models import Account, Entry, Grant, Token

from .conftest import PASSWORD, Office


def made(office: Office, login: str, *scopes: str, days: int = 30) -> str:
    return tokens.make_key(office[login], name="统计平台", scopes=scopes, days=days)


def status(key: str, address: str = "programmes") -> int:
    return Client(headers={"authorization": f"Bearer {key}"}).get(f"/api/{address}").status_code


@pytest.mark.usefixtures("office")
def test_the_page_shows_a_new_key_once(client: Client) -> None:
    client.force_login(Account.objects.get(login="city"))
    form = {"name": "统计平台", "scopes": ["report"], "days": 30}
    shown = client.post("/keys/", form)
    key = shown.content.decode().partition("<code>")[2].partition("</code>")[0]
    assert key.startswith("shanhe_")
    assert status(key) == 200
    again = client.get("/keys/").content.decode()
    assert key not in again
    assert "统计平台" in again
    assert "查看、填报" in again, "handing in needs reading"
    token = Token.objects.get()
    assert token.used is not None
    assert key not in "".join(str(value) for value in vars(token).values())
    assert not Entry.objects.filter(texts__icontains=key).exists()
    client.post(f"/keys/{token.pk}/revoke")
    assert status(key) == 401
    assert "已吊销" in client.get("/keys/").content.decode()
    assert list(verify()) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", " "), ("scopes", []), ("scopes", ["accounts"]), ("days", 0), ("days", 367)],
)
def test_an_unsound_key_is_not_made(
    office: Office, client: Client, field: str, value: object
) -> None:
    wanted = {"name": "统计平台", "scopes": ["read"], "days": 30, field: value}
    with pytest.raises(Refused) as caught:
        tokens.make_key(office["city"], **wanted)  # type: ignore[arg-type]  # wrong on purpose
    assert caught.value.status == 422
    client.force_login(Account.objects.get(login="city"))
    assert client.post("/keys/", wanted).status_code == 200
    assert not Token.objects.exists()


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("login", ["tuyou", "city", "province", "auditor", "admin"])
def test_a_key_is_its_person_within_its_scope(office: Office, login: str, scope: str) -> None:
    machine, person = tokens.actor_with(made(office, login, scope)), office[login]
    assert machine is not None
    allowed = SCOPES[scope] | (SCOPES["read"] if scope in {"report", "review", "write"} else set())
    for action in Action:
        for path in ("/", person.path, "/1/2/3/"):
            expected = action in allowed and may(person, action, Scope(path))
            assert may(machine, action, Scope(path)) == expected, (action, path)


def test_a_key_for_checking_lists_no_programme(office: Office) -> None:
    machine = Client(headers={"authorization": f"Bearer {made(office, 'city', 'check')}"})
    assert machine.get("/api/programmes").json() == []
    assert machine.get(f"/api/programmes/{office.book}").status_code == 404


def test_a_key_loses_what_its_person_loses(office: Office) -> None:
    key = made(office, "city", "read")
    assert status(key, f"programmes/{office.book}") == 200
    Grant.objects.filter(account__login="city").delete()
    assert status(key, f"programmes/{office.book}") == 404
    accounts.set_active(office["admin"], Account.objects.get(login="city").pk, active=False)
    assert status(key) == 401


def test_a_renewed_password_revokes_all_keys_for_good(office: Office) -> None:
    kept = made(office, "tuyou", "read")
    city = Account.objects.get(login="city")
    renewals: list[Callable[[], str]] = [
        lambda: accounts.renew_password(office.admin, city.pk),
        lambda: machine.new_password("city"),
    ]
    for renew in renewals:
        keys = [made(office, "city", "read"), made(office, "city", "check")]
        renew()
        Account.objects.filter(pk=city.pk).update(must_change=False)
        assert [status(key) for key in keys] == [401, 401]
        said = Entry.objects.filter(book=None).order_by("number").last()
        assert said is not None
        assert (said.texts or {})["keys_revoked"] == 2
    assert status(kept) == 200


@pytest.mark.parametrize(("asked", "after"), [({"revoke_keys": "on"}, 401), ({}, 200)])
def test_who_changes_the_own_password_says_whether_keys_go_too(
    office: Office, client: Client, asked: dict[str, str], after: int
) -> None:
    client.force_login(Account.objects.get(login="city"))
    assert "revoke_keys" not in client.get("/password").content.decode(), "there is none yet"
    key = made(office, "city", "read")
    page = client.get("/password").content.decode()
    assert re.search(r'<input type="checkbox" name="revoke_keys"[^>]* checked>', page)
    new = {"old": PASSWORD, "new": "huangtu-gaoyuan-7", "again": "huangtu-gaoyuan-7"}
    told = client.post("/password", {**new, **asked}, follow=True).content.decode()
    assert ("已吊销接口令牌 1 个" in told) == bool(asked)
    assert status(key) == after


def test_a_stopped_account_has_no_key_until_it_is_let_in_again(office: Office) -> None:
    key, account = made(office, "city", "read"), Account.objects.get(login="city").pk
    accounts.set_active(office.admin, account, active=False)
    assert status(key) == 401
    accounts.renew_password(office.admin, account)
    accounts.set_active(office.admin, account, active=True)
    assert status(key) == 401


def test_an_expired_key_is_none(office: Office) -> None:
    key = made(office, "city", "read")
    Token.objects.update(expires=timezone.now() - timedelta(seconds=1))
    assert status(key) == 401


def test_a_key_makes_no_keys_and_opens_no_pages(office: Office) -> None:
    key = made(office, "city", "read", "write")
    actor = tokens.actor_with(key)
    assert actor is not None
    for asked in (
        lambda: tokens.keys_page(actor),
        lambda: tokens.make_key(actor, name="x", scopes=["read"], days=1),
        lambda: tokens.revoke_key(actor, Token.objects.get().pk),
    ):
        with pytest.raises(Refused) as caught:
            asked()
        assert caught.value.status == 403
    page = Client(headers={"authorization": f"Bearer {key}"}).get("/keys/")
    assert (page.status_code, page["Location"]) == (302, "/login?next=/keys/")


def test_nobody_takes_back_the_key_of_another(office: Office, client: Client) -> None:
    key = made(office, "city", "read")
    client.force_login(Account.objects.get(login="tuyou"))
    assert client.post(f"/keys/{Token.objects.get().pk}/revoke").status_code == 404
    assert status(key) == 200


def test_bad_keys_are_locked_out_and_good_ones_go_on(office: Office) -> None:
    key = made(office, "city", "read")
    assert [status("shanhe_guess") for _ in range(7)] == [401] * 5 + [429] * 2
    assert status(key) == 200


def test_a_person_has_no_more_than_twenty(office: Office) -> None:
    for _ in range(20):
        made(office, "city", "read")
    with pytest.raises(Refused) as caught:
        made(office, "city", "read")
    assert caught.value.status == 409


def test_a_grant_for_one_programme_holds_for_its_key(office: Office) -> None:
    person = office.person("limited", "呼和浩特市")
    accounts.grant(
        office["admin"],
        account=person.account,
        role=Role.AUDITOR,
        organisation=office.bodies["包头市"],
        book=office.book,
    )
    assert status(made(office, "limited", "read"), f"programmes/{office.book}") == 200
