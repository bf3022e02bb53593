"""What is not there, not allowed, out of date or broken has a page in the house's words."""

import pytest
from django.test import Client

from shanhe.web.pages import programme

from .conftest import PASSWORD, Office
from .visit import visitor


@pytest.mark.usefixtures("office")
def test_a_page_that_is_not_there() -> None:
    for client in (Client(), visitor("city")):
        page = client.get("/no/such/page")
        assert page.status_code == 404
        assert "没有这个网页" in page.content.decode()
        assert "回首页" in page.content.decode()


def test_whoever_is_refused_goes_back_to_where_they_were(office: Office) -> None:
    upload, before = f"/p/{office.book}/plots/upload", f"http://testserver/p/{office.book}/plots"
    page = visitor("city").post(upload, headers={"referer": before})
    assert page.status_code == 422
    assert f'href="{before}">返回上一页</a>' in page.content.decode()
    elsewhere = visitor("city").post(upload, headers={"referer": "https://elsewhere.example/"})
    assert "返回上一页" not in elsewhere.content.decode()


@pytest.mark.usefixtures("office")
def test_a_form_from_elsewhere_changes_nothing() -> None:
    client = Client(enforce_csrf_checks=True)
    page = client.post("/login", {"username": "city", "password": PASSWORD})
    assert page.status_code == 403
    assert "页面已过期" in page.content.decode()
    assert "本次提交没有保存" in page.content.decode()


def test_a_bug_gives_a_number_and_no_traceback(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> None:
        raise RuntimeError("/secret/path")

    monkeypatch.setattr(programme, "glance", breaks)
    client = visitor("city")
    page = client.get(f"/p/{office.book}/")
    words = page.content.decode()
    assert page.status_code == 500
    assert "编号" in words
    assert "/secret/path" not in words
    assert "Traceback" not in words


def test_too_much_at_once_is_refused_in_words(office: Office) -> None:
    sent = {f"line.{n}.amount": "1" for n in range(20_001)}
    page = visitor("city").post(f"/p/{office.book}/sheet/targets", sent)
    assert page.status_code == 400
    assert "没有保存" in page.content.decode()


@pytest.mark.usefixtures("office")
def test_a_piece_of_a_page_gets_a_piece() -> None:
    page = visitor("city").get("/p/999/", headers={"HX-Request": "true"})
    assert page.status_code == 404
    assert "<html" not in page.content.decode()
