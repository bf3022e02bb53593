"""Log-in, sessions, cookies, limits: the doors of the office, in the settings they are served with."""

import logging
import os
import re
import socket
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from shanhe.app.office import accounts, tokens
from shanhe.store.models import Account
from shanhe.web import limits

from .conftest import PASSWORD, Office
from .place import SOURCE

FORM = {"username": "city", "password": PASSWORD}
pytestmark = pytest.mark.usefixtures("office")


def test_after_five_wrong_passwords_the_right_one_opens_nothing_either(client: Client) -> None:
    for _ in range(5):
        client.post("/login", {**FORM, "password": "wrong"})
    locked = client.post("/login", FORM)
    assert (locked.status_code, "暂停登录" in locked.content.decode()) == (429, True)
    assert client.get("/").status_code == 302
    other = client.post("/login", {**FORM, "username": "finance"})
    assert other.status_code == 302, "others at the same address go on"


def test_a_right_password_before_the_fifth_wrong_one_opens(client: Client) -> None:
    for _ in range(4):
        client.post("/login", {**FORM, "password": "wrong"})
    assert client.post("/login", FORM).status_code == 302


def test_a_log_in_forgets_the_slips_before_it_and_no_others(client: Client) -> None:
    other = {**FORM, "username": "finance"}
    for _ in range(4):
        client.post("/login", {**FORM, "password": "wrong"})
        client.post("/login", {**other, "password": "wrong"})
    client.post("/login", FORM)
    client.post("/login", {**FORM, "password": "wrong"})
    assert client.post("/login", FORM).status_code == 302
    client.post("/login", {**other, "password": "wrong"})
    assert client.post("/login", other).status_code == 429


def test_nobody_learns_which_names_there_are(client: Client) -> None:
    def told(name: str) -> str:
        text = client.post("/login", {"username": name, "password": "wrong"}).content.decode()
        return re.sub(r'value="[^"]*"|"X-CSRFToken": "[^"]*"', "", text)

    assert told("city") == told("nobody-of-this-name")
    assert "登录名或密码不正确" in told("city")


def test_a_session_is_new_after_log_in_and_gone_after_log_out(client: Client) -> None:
    fixed = client.session
    fixed.save()
    client.cookies["sessionid"] = str(fixed.session_key)
    client.post("/login", FORM)
    after = client.cookies["sessionid"].value
    assert after != fixed.session_key
    assert client.get("/").status_code == 200
    client.post("/logout")
    client.cookies["sessionid"] = after
    assert client.get("/").status_code == 302


def test_a_session_ends_with_the_working_day(client: Client, monkeypatch: Any) -> None:
    client.post("/login", FORM)
    later = timezone.now() + timedelta(hours=9)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    assert client.get("/").status_code == 302


def test_a_new_password_ends_all_other_sessions(client: Client) -> None:
    other = Client()
    other.post("/login", FORM)
    client.post("/login", FORM)
    new = {"old": PASSWORD, "new": "huangtu-gaoyuan-7", "again": "huangtu-gaoyuan-7"}
    assert client.post("/password", new).status_code == 302
    assert client.get("/").status_code == 200
    assert other.get("/").status_code == 302


def test_a_stopped_account_is_out_at_once(client: Client, office: Office) -> None:
    client.post("/login", FORM)
    accounts.set_active(office["admin"], Account.objects.get(login="city").pk, active=False)
    assert client.get("/").status_code == 302
    assert client.post("/login", FORM).status_code == 200


def test_a_one_time_password_opens_nothing_but_its_change(client: Client) -> None:
    Account.objects.filter(login="city").update(must_change=True)
    client.post("/login", FORM)
    assert client.get("/")["Location"] == "/password"
    assert client.get("/keys/")["Location"] == "/password"


@pytest.mark.parametrize(
    "password", ["short1", "1234567890123", "password123", "city-city-city", PASSWORD]
)
def test_weak_passwords_are_refused(client: Client, password: str) -> None:
    client.post("/login", FORM)
    new = {"old": PASSWORD, "new": password, "again": password}
    Account.objects.filter(login="city").update(name="city-city-city")
    answer = client.post("/password", new)
    assert (answer.status_code, 'role="alert"' in answer.content.decode()) == (200, True)
    assert Account.objects.get(login="city").check_password(PASSWORD)


def test_forms_of_others_are_refused_in_words() -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(Account.objects.get(login="city"))
    for address in ("/logout", "/password", "/language", "/keys/"):
        refused = browser.post(address, {"name": "x"})
        assert refused.status_code == 403
        assert "本次提交没有保存" in refused.content.decode()
    assert browser.get("/").status_code == 200


@pytest.mark.parametrize(
    "target",
    ["//evil.example/", "https://evil.example", "javascript:alert(1)", "/\\evil.example", "\tjs:x"],
)
def test_log_in_and_language_lead_nowhere_else(client: Client, target: str) -> None:
    for address, form in (("/login", FORM), ("/language", {"language": "en"})):
        assert client.post(address, {**form, "next": target})["Location"] == "/"


def test_another_host_is_refused(client: Client) -> None:
    assert client.get("/login", headers={"host": "evil.example"}).status_code == 400


def test_cookies_are_for_our_pages_alone(client: Client) -> None:
    client.post("/login", FORM)
    session = client.cookies["sessionid"]
    assert (session["httponly"], session["samesite"], session["path"]) == (True, "Lax", "/")


def test_too_large_a_request_is_turned_away_before_it_is_kept(
    client: Client, settings: Any, office: Office
) -> None:
    settings.UPLOAD_MOST = settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 2000
    client.force_login(Account.objects.get(login="city"))
    page = client.post("/password", {"old": "x" * 3000})
    assert (page.status_code, "内容过大" in page.content.decode()) == (413, True)
    address = f"/api/programmes/{office.book}/submissions"
    api = client.post(address, {"title": "x" * 3000}, content_type="application/json")
    assert (api.status_code, "内容过大" in api.json()["error"]["zh"]) == (413, True)


def test_an_address_that_never_ends_sending_does_not_hold_every_thread(
    rf: Any, monkeypatch: Any
) -> None:
    monkeypatch.setenv("SHANHE_THREADS", "3")
    inside, go_on = threading.Semaphore(0), threading.Event()

    def slow(request: Any) -> HttpResponse:
        if request.method == "POST":
            inside.release()
            go_on.wait(10)
        return HttpResponse("done")

    door = limits.LimitsMiddleware(slow)

    def sent(address: str) -> HttpResponse:
        return door(rf.post("/login", {"a": "b"}, REMOTE_ADDR=address))

    with ThreadPoolExecutor() as threads:
        waiting = [threads.submit(sent, "10.0.0.1") for _ in range(2)]
        assert all(inside.acquire(timeout=10) for _ in waiting)
        assert sent("10.0.0.1").status_code == 429
        assert door(rf.get("/login", REMOTE_ADDR="10.0.0.1")).status_code == 200
        other = threads.submit(sent, "10.0.0.2")
        assert inside.acquire(timeout=10)
        go_on.set()
        assert {one.result().status_code for one in (*waiting, other)} == {200}
    assert sent("10.0.0.1").status_code == 200


def test_wrong_passwords_are_counted_by_the_address_that_our_server_noted(
    rf: Any, settings: Any
) -> None:
    request = rf.get("/", headers={"x-forwarded-for": "6.6.6.6, 10.1.2.3"}, REMOTE_ADDR="127.0.0.1")
    assert limits.address_of(request) == "127.0.0.1"
    settings.BEHIND_SERVER = True
    assert limits.address_of(request) == "10.1.2.3"


def test_passwords_are_hashed_slowly_where_it_is_served() -> None:
    from shanhe.store import settings as served  # noqa: PLC0415 - not those of the tests

    hashed = Argon2PasswordHasher().encode(PASSWORD, "salt-of-tests")
    assert served.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    assert hashed.startswith("argon2$argon2id$")


def test_logs_hold_no_secret(client: Client, caplog: Any, office: Office) -> None:
    caplog.set_level(logging.DEBUG)
    key = tokens.make_key(office["city"], name="x", scopes=["read"], days=1)
    client.post("/login", {**FORM, "password": "wrong-secret-1"})
    client.post("/login", FORM)
    Client(headers={"authorization": f"Bearer {key}"}).get("/api/programmes")
    Client(headers={"authorization": f"Bearer {key}x"}).get("/api/programmes")
    session = client.cookies["sessionid"].value
    for secret in (PASSWORD, "wrong-secret-1", key, session, django_settings.SECRET_KEY):
        assert secret not in caplog.text


def test_nothing_is_fetched_from_elsewhere(client: Client, monkeypatch: Any) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection to elsewhere")

    client.force_login(Account.objects.get(login="city"))
    monkeypatch.setattr(socket, "create_connection", refuse)
    if os.environ.get("SHANHE_DATABASE_URL") is None:
        monkeypatch.setattr(socket.socket, "connect", refuse)
    hostile = b"<html><img src='http://169.254.169.254/latest/'><p>12</p></html>"
    entity = b"<!DOCTYPE a [<!ENTITY x SYSTEM 'http://127.0.0.1:9/'>]><html>&x;</html>"
    from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: PLC0415 - for this test

    from shanhe.app.audit import audit_file  # noqa: PLC0415 - likewise
    from shanhe.catalogue.load import load_catalogue  # noqa: PLC0415 - likewise

    for name, data in (("a.html", hostile), ("b.html", entity), ("c.docx", entity)):
        answer = client.post("/api/checks", {"report": SimpleUploadedFile(name, data)})
        assert answer.status_code == 202
        audit_file(name, data, load_catalogue())  # what the child process does with it


_DEPLOYED = """
import django
django.setup()
from django.core.checks import run_checks
from django.conf import settings as s
for found in run_checks(include_deployment_checks=True):
    print(found)
assert s.SESSION_COOKIE_SECURE and s.CSRF_COOKIE_SECURE and s.SECURE_SSL_REDIRECT
assert s.SESSION_COOKIE_HTTPONLY and not s.DEBUG
assert s.SECURE_PROXY_SSL_HEADER == ("HTTP_X_FORWARDED_PROTO", "https")
"""


def test_the_framework_has_no_complaint_about_the_settings_under_tls(tmp_path: Any) -> None:
    environment = {
        **os.environ,
        "SHANHE_DATA": str(tmp_path / "office"),
        "SHANHE_TLS": "1",
        "SHANHE_HOSTS": "jixiao.example.gov.cn",
        "DJANGO_SETTINGS_MODULE": "shanhe.web.settings",
        "PYTHONPATH": str(SOURCE / "src"),
    }
    told = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", _DEPLOYED],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stdout, told.stderr) == (0, "", "")
