"""Programmes beside one another: only those one may compare, a page at a time, few questions."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from shanhe.app.office.province import MOST, Asked, province_page
from shanhe.app.office.rights import Refused
from shanhe.app.office.summary import refresh
from shanhe.store.models import Book, Found, Line, Organisation, Summary

from .conftest import Office
from .visit import visitor

MOST_QUERIES = 20


def made(body: str, count: int, year: int = 2025) -> list[Book]:
    """Make programmes whose summaries are known: the n-th has n errors and n % done."""
    owner = Organisation.objects.get(name=body)
    books = [Book(organisation=owner, name=f"{body}项目{n:04d}", year=year) for n in range(count)]
    Book.objects.bulk_create(books)
    summaries = [
        Summary(
            book=book,
            revision=0,
            errors=n,
            completion=100 * (n % 101),
            executed=100 * (n % 101) if n % 2 else None,
            overdue=n % 3,
            findings=[{"zh": "长" * 2000}],
        )
        for n, book in enumerate(books)
    ]
    Summary.objects.bulk_create(summaries)
    found = [
        Found(summary=summary, rule=f"FUND-{200 + n % 3}", severity="error", count=1 + n % 2)
        for n, summary in enumerate(summaries)
    ]
    Found.objects.bulk_create(found)
    return books


def names(office: Office, login: str, **asked: Any) -> list[str]:
    return [row.name for row in province_page(office[login], Asked(**asked)).rows]


def test_each_sees_those_below_them_alone(office: Office) -> None:
    made("呼和浩特市", 2)
    ours = Book.objects.get(pk=office.book).name
    theirs = {"呼和浩特市项目0000", "呼和浩特市项目0001"}
    assert set(names(office, "city")) == {ours}
    assert set(names(office, "other_city")) == theirs
    assert set(names(office, "province")) == set(names(office, "ministry")) == {ours, *theirs}
    assert set(names(office, "auditor")) == {ours}


@pytest.mark.parametrize("login", ["donghe", "finance", "admin"])
def test_who_may_not_compare_is_refused(office: Office, login: str) -> None:
    with pytest.raises(Refused):
        province_page(office[login], Asked())
    assert visitor(login).get("/province").status_code == 403


def test_they_are_sorted_by_each_column_and_unknown_ones_come_last(office: Office) -> None:
    made("呼和浩特市", 4)
    assert names(office, "other_city", sort="errors")[0] == "呼和浩特市项目0003"
    assert names(office, "other_city", sort="errors", down=False)[0] == "呼和浩特市项目0000"
    executed = names(office, "other_city", sort="executed", down=False)
    assert executed[:2] == ["呼和浩特市项目0001", "呼和浩特市项目0003"]
    for column in province_page(office["other_city"], Asked()).columns:
        assert len(names(office, "other_city", sort=column)) == 4
    assert names(office, "other_city", sort="page; DROP TABLE") == names(office, "other_city")


def test_each_has_its_rank_on_every_page(office: Office) -> None:
    del office
    made("呼和浩特市", MOST + 2)
    pages = [visitor("other_city").get(f"/province?page={n}").content.decode() for n in (1, 2)]
    assert '<span class="rank">1</span><a' in pages[0]
    assert f'<span class="rank">{MOST + 1}</span><a' in pages[1]


def test_filters_by_year_city_and_rule(office: Office) -> None:
    made("呼和浩特市", 3)
    made("呼和浩特市", 2, year=2024)
    city = Organisation.objects.get(name="呼和浩特市").pk
    assert len(names(office, "province", year=2024)) == 2
    assert len(names(office, "province", city=city)) == 5
    assert len(names(office, "province", city=city, rule="FUND-200")) == 2
    assert names(office, "province", rule="FUND-999") == []
    page = province_page(office["province"], Asked())
    assert page.years == (2025, 2024)
    assert {name for _, name in page.cities} == {"包头市", "呼和浩特市"}


def test_rules_say_how_many_programmes_and_how_often(office: Office) -> None:
    made("呼和浩特市", 5)
    rules = {one.rule: one for one in province_page(office["other_city"], Asked()).rules}
    said = {rule: (one.programmes, one.count) for rule, one in rules.items()}
    assert said == {"FUND-200": (2, 3), "FUND-201": (2, 3), "FUND-202": (1, 1)}
    assert all(one.title for one in rules.values())


def test_means_and_bands_are_of_all_that_were_asked_for(office: Office) -> None:
    made("呼和浩特市", 3)
    total = province_page(office["other_city"], Asked()).total
    assert (total.programmes, total.completion, total.executed) == (3, 100, 100)
    assert (total.errors, total.overdue) == (3, 3)
    bands = province_page(office["other_city"], Asked()).bands
    assert [count for _, count, _ in bands] == [3, 0, 0, 0, 0]


def test_a_thousand_programmes_cost_as_much_as_two_pages(office: Office) -> None:
    made("呼和浩特市", MOST + 1)
    small = questions("other_city")
    Book.objects.filter(name__startswith="呼和浩特市").delete()
    made("呼和浩特市", 1000)
    large = questions("other_city")
    assert large == small <= MOST_QUERIES
    page = province_page(office["other_city"], Asked(page=20))
    assert (len(page.rows), page.pages) == (MOST, 20)
    shown = visitor("other_city").get("/province").content
    assert "长长" not in shown.decode()
    assert len(shown) < 60_000


def questions(login: str) -> int:
    person = visitor(login)
    with CaptureQueriesContext(connection) as asked:
        assert person.get("/province?sort=completion").status_code == 200
    assert not [one for one in asked if '"page"' in one["sql"] and "summary" in one["sql"]]
    return len(asked)


def test_a_programme_that_is_not_computed_yet_says_so(office: Office) -> None:
    assert "正在计算" in visitor("city").get("/province").content.decode()
    refresh(office.book)
    shown = visitor("city").get("/province").content.decode()
    assert "正在计算" not in shown
    assert "36.99%" in shown


@pytest.mark.usefixtures("office")
def test_odd_questions_are_answered_calmly() -> None:
    for query in ("page=0", "page=-1", "page=99999999999", "year=x", "city=1e9", "sort=x%22"):
        assert visitor("province").get(f"/province?{query}").status_code == 200


def test_bodies_to_choose_are_those_below_ones_own_and_below_the_chosen(office: Office) -> None:
    def offered(login: str, city: int = 0) -> list[str]:
        return [name for _, name in province_page(office[login], Asked(city=city)).cities]

    assert offered("ministry") == ["内蒙古自治区"]
    province = Organisation.objects.get(name="内蒙古自治区").pk
    assert offered("ministry", province) == ["内蒙古自治区", "包头市"]
    assert names(office, "ministry", city=province) == names(office, "ministry")
    assert names(office, "ministry", city=office.bodies["呼和浩特市"]) == []


def test_a_page_is_kept_until_a_programme_changes(office: Office) -> None:
    refresh(office.book)
    city = office["city"]

    def seen(**asked: Any) -> tuple[int, int]:
        with CaptureQueriesContext(connection) as queries:
            page = province_page(city, Asked(**asked))
        return sum(one.count for one in page.rules), len(queries)

    first, whole = seen()
    assert first > 0
    assert seen() == (first, 1), "whether it is still as it was"
    assert seen(sort="year") == (first, whole - 1), "the rules are counted once for all orders"
    book = Book.objects.get()
    Line.objects.filter(book=book, sheet="explanations").delete()
    moved = {"revision": book.revision + 1, "head": "another"}
    Book.objects.filter(pk=book.pk).update(**moved)
    assert seen() == (first, whole)
    refresh(office.book)
    found, queries = seen()
    assert found == sum(Found.objects.values_list("count", flat=True)) != first
    assert queries == whole


def test_a_kept_page_is_of_ones_own_programmes(office: Office) -> None:
    made("呼和浩特市", 2)
    assert len(names(office, "province")) == 3
    assert len(names(office, "city")) == 1
    assert len(names(office, "province")) == 3
    made("呼和浩特市", 1, year=2024)
    assert len(names(office, "province")) == 4
    Book.objects.filter(year=2024).delete()
    assert len(names(office, "province")) == 3
