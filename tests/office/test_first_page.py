"""The first page, empty, as usual, and crowded."""

from typing import Any

from django.test import Client

from shanhe.app.office import drafting
from shanhe.app.office.overview import overview
from shanhe.app.office.rights import Role
from shanhe.app.office.submissions import Reported
from shanhe.app.office.summary import refresh
from shanhe.store.models import Book

from .conftest import Office
from .visit import visitor

FIGURE = {
    "when": "2025-11-30",
    "region": "土右旗",
    "indicator": "矿山生态修复面积",
    "amount": "12.5",
    "unit": "公顷",
}


def handed_in(office: Office, title: str) -> int:
    key = drafting.begin(office["tuyou"], office.book, "progress", title)
    version = drafting.save(office["tuyou"], key, [Reported(FIGURE)], 1)
    drafting.submit(office["tuyou"], key, version)
    return key


def test_without_a_programme_it_says_what_to_do(office: Office) -> None:
    office.person("new_city", "呼和浩特市", Role.CITY_OFFICE)
    words = visitor("new_city").get("/").content.decode()
    assert "还没有项目。" in words
    assert 'class="button primary" href="/load"' in words
    admin = visitor("admin").get("/").content.decode()
    assert "系统管理员登记机构、管理账号，不查看项目数据。" in admin
    assert 'class="button primary" href="/people"' in admin
    assert "/load" not in admin


def test_every_page_leads_to_what_is_public_and_its_own_pages_to_the_interface(
    office: Office,
) -> None:
    del office
    stranger, city = Client().get("/login"), visitor("city").get("/")
    assert 'href="/public"' in stranger.content.decode()
    assert 'href="/keys/"' not in stranger.content.decode()
    assert all(f'href="{to}"' in city.content.decode() for to in ("/public", "/keys/", "/api/docs"))


def test_a_programme_stands_there_with_its_counts(office: Office) -> None:
    assert "正在计算" in visitor("city").get("/").content.decode()
    refresh(office.book)
    words = visitor("donghe").get("/").content.decode()
    assert "0／14" in words
    assert "36.99%" in words
    assert "0.00%" in words
    assert 'href="/load"' not in words


def test_what_waits_is_first_and_only_for_whom_it_waits(office: Office) -> None:
    handed_in(office, "11月进展")
    assert "11月进展" in visitor("city").get("/").content.decode()
    assert "没有等您办理的事项" in visitor("finance").get("/").content.decode()


def test_many_programmes_are_cut_and_found_by_name(
    office: Office, django_assert_max_num_queries: Any
) -> None:
    city = office.bodies["包头市"]
    Book.objects.bulk_create(
        Book(organisation_id=city, name=f"修复项目{n:02d}", year=2026) for n in range(40)
    )
    page = overview(office["city"])
    assert (len(page.cards), page.more) == (30, 11)
    client = visitor("city")
    with django_assert_max_num_queries(20):
        words = client.get("/").content.decode()
    assert "另有 11 个项目未列出" in words
    found = client.get("/?q=项目07").content.decode()
    assert found.count("修复项目") == 1
    assert "没有符合条件的项目" in client.get("/?q=不存在").content.decode()


def test_nobody_finds_what_is_not_theirs(office: Office) -> None:
    found = overview(office["other_city"], "包头")
    assert (found.cards, found.more) == ((), 0)
