"""Every address, as found in the list of addresses, with a hostile programme loaded."""

import html
import re
from typing import Any

import pytest
from django.test import Client

from shanhe.store.models import Account, Book, Entry, Line

from .addresses import WITHOUT_LOGIN, Address, addresses
from .conftest import Office
from .hostile import MARK, SUM, Loaded, load

ALL = addresses()
INSIDE = [one for one in ALL if one.name not in WITHOUT_LOGIN]
_TAG = re.compile(r"<[a-zA-Z/!][^>]*>")


@pytest.fixture
def hostile(office: Office) -> Loaded:
    return load(office)


def keys_of(loaded: Loaded) -> dict[str, object]:
    """Return what stands in the addresses, by the names that the patterns give it."""
    return {
        "book": loaded.book,
        "key": loaded.submission,
        "submission": loaded.submission,
        "lock": loaded.lock,
        "file": loaded.file,
        "row": loaded.row,
        "sheet": "targets",
        "rest": "nothing",
    }


def signed_in(login: str) -> Client:
    client = Client()
    client.force_login(Account.objects.get(login=login))
    return client


@pytest.mark.any_database
@pytest.mark.parametrize("login", ["city", "tuyou", "province", "auditor", "admin"])
def test_no_page_takes_words_for_more_than_words(hostile: Loaded, login: str) -> None:
    client, shown = signed_in(login), 0
    for address in ALL:
        response = client.get(address.filled(keys_of(hostile)))
        assert response.status_code < 500, address
        text = _body(response)
        if response["Content-Type"].startswith("text/html"):
            shown += MARK in text
            live = [tag for tag in _TAG.findall(text) if MARK in html.unescape(tag)]
            quoted = [tag for tag in live if MARK in tag and _is_quoted(tag)]
            assert live == quoted, address
            assert str(SUM) not in text, "a template is not run twice"
            assert 'href="javascript:' not in text.lower(), address
    assert shown or login == "admin", "hostile words are shown somewhere, else nothing is tested"


def _is_quoted(tag: str) -> bool:
    """Return whether every hostile word in a tag stands inside a quoted attribute, escaped."""
    return f"<script>{MARK}" not in tag and f"onerror={MARK}()>" not in tag.rstrip(">")


def _body(response: Any) -> str:
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return str(content.decode(errors="replace"))


@pytest.mark.any_database
def test_every_answer_has_its_headers_and_no_inline_script_or_style(hostile: Loaded) -> None:
    client = signed_in("city")
    for address in ALL:
        _look_at(client.get(address.filled(keys_of(hostile))))


@pytest.mark.any_database
def test_what_is_answered_before_any_page_has_its_policy_too(client: Client, settings: Any) -> None:
    static = client.head("/static/shanhe/office.css")
    wrong = client.get("/login", headers={"host": "evil.example"})
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10
    large = client.post("/login", "x" * 20, content_type="text/plain")
    settings.SECURE_SSL_REDIRECT = True
    moved = Client().get("/login")
    kinds = [one.status_code for one in (static, wrong, large, moved)]
    assert kinds == [200, 400, 413, 301]
    for response in (static, wrong, large, moved):
        assert "default-src 'self'" in response["Content-Security-Policy"]
        assert response["X-Content-Type-Options"] == "nosniff"
        assert "Access-Control-Allow-Origin" not in response


def test_what_a_person_sees_is_kept_for_nobody_else(hostile: Loaded) -> None:
    """Neither by a server in between nor by a browser that several people use, unless it asks again."""
    client = signed_in("city")
    for address in INSIDE:
        kept = client.get(address.filled(keys_of(hostile)))["Cache-Control"]
        assert "private" in kept or "no-store" in kept, address


def _look_at(response: Any) -> None:
    policy = response["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'self'" in policy
    assert "http" not in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    if response["Content-Type"].startswith("text/html"):
        text = _body(response)
        scripts = re.findall(r"<script\b[^>]*>", text)
        assert not [s for s in scripts if "src=" not in s and "application/json" not in s]
        assert not re.search(r"<style\b|<[^>]+\s(style|on[a-z]+)\s*=\s*[\"']", _without_svg(text))
        assert not re.search(r"(src|href|action)=[\"'](https?:)?//", _without_svg(text))


def _without_svg(text: str) -> str:
    """Leave out pictures that this program drew: their presentation is in attributes of SVG."""
    return re.sub(r"<svg\b.*?</svg>", "", text, flags=re.S)


@pytest.mark.any_database
@pytest.mark.parametrize("method", ["get", "post", "put", "patch", "delete"])
def test_a_stranger_finds_closed_doors(hostile: Loaded, method: str) -> None:
    before = _state()
    for address in INSIDE:
        response = getattr(Client(), method)(address.filled(keys_of(hostile)))
        assert response.status_code in {302, 401, 403, 404, 405}, address
        if response.status_code == 302:
            assert response["Location"].startswith("/login"), address
    assert _state() == before


@pytest.mark.parametrize("login", ["guyang", "other_city"])
@pytest.mark.parametrize("method", ["get", "post", "put", "delete"])
def test_guessed_numbers_open_nothing(hostile: Loaded, login: str, method: str) -> None:
    """Neither another county nor another city gets at a thing by the number in its address."""
    client, before = signed_in(login), _state()
    for address in _of_others(login):
        response = getattr(client, method)(address.filled(keys_of(hostile)))
        unread = {415, 422} if method != "get" else set()
        assert response.status_code in {302, 403, 404, 405} | unread, (address, response.content)
        assert MARK.encode() not in response.content, address
    assert _state() == before


def _of_others(login: str) -> list[Address]:
    """Return the addresses that name something of others: a county may read its own programme."""
    named = [one for one in INSIDE if re.search(r"<|\{", one.pattern)]
    if login == "other_city":
        return named
    return [one for one in named if re.search(r"[<{:](key|submission|lock|file)[>}]", one.pattern)]


def _state() -> tuple[Any, ...]:
    return (
        list(Entry.objects.order_by("pk").values_list("hash", flat=True)),
        Line.objects.count(),
        Book.objects.count(),
        list(Account.objects.order_by("pk").values_list("password", "is_active", "must_change")),
    )


@pytest.mark.parametrize(
    "number", ["0", "-1", "99999999999999999999", "1'--", "1%00", "..%2f..%2fetc%2fpasswd", "%ff"]
)
def test_odd_numbers_in_addresses_are_not_found(hostile: Loaded, number: str) -> None:
    client = signed_in("city")
    for address in ALL:
        if "<" in address.pattern or "{" in address.pattern:
            keys = dict.fromkeys(keys_of(hostile), number)
            status = client.get(address.filled(keys)).status_code
            assert status in {302, 400, 401, 403, 404, 405, 422}, (address, status)


@pytest.mark.parametrize("query", ["next=%00", "q=%00", "page=' OR 1=1 --", "%00=1", "next=//evil"])
def test_odd_questions_break_no_page(hostile: Loaded, query: str) -> None:
    client = signed_in("city")
    for address in ALL:
        response = client.get(f"{address.filled(keys_of(hostile))}?{query}")
        assert response.status_code < 500, address
        assert "evil" not in response.get("Location", ""), address


def test_an_administrator_sees_no_figure(office: Office) -> None:
    figures = {
        text
        for line in Line.objects.filter(book=office.book)
        for text in line.texts.values()
        if re.fullmatch(r"\d+\.\d+|\d{4,}\.?\d*", str(text)) and text not in {"2025", "2024"}
    }
    assert len(figures) > 50
    client = signed_in("admin")
    keys: dict[str, object] = {"book": office.book, "sheet": "targets"}
    for address in ALL:
        if not address.name.startswith("openapi"):
            text = _body(client.get(address.filled(keys)))
            assert not [one for one in figures if re.search(rf"\b{re.escape(one)}\b", text)], (
                address
            )
