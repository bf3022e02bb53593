"""Targets in their versions and over counties; money with its days and balances."""

import re
from datetime import date
from typing import Any

import pytest

from shanhe.app.office import sheets
from shanhe.app.office.money import money_page
from shanhe.app.office.splits import SplitRow
from shanhe.app.office.targets import YearRow, targets_page
from shanhe.measures.split import Kind
from shanhe.store.lines import Change
from shanhe.values.outcome import Outcome

from .conftest import Office
from .visit import visitor

READERS = ("donghe", "donghe_reviewer", "city", "finance", "province", "ministry", "auditor")


def split(office: Office, name: str, table: int = 0) -> SplitRow:
    rows = targets_page(office["city"], office.book).splits[table].rows
    return next(row for row in rows if row.name == name)


def year(office: Office, name: str) -> YearRow:
    return next(r for r in targets_page(office["city"], office.book).years if r.name == name)


def put(office: Office, sheet: str, where: dict[str, str], **texts: str) -> None:
    """Change the line of the example that has these texts."""
    login = "finance" if sheets.needed(sheet).name == "EDIT_MONEY" else "city"
    found = sheets.sheet_page(office[login], office.book, sheet).lines
    line = next(one for one in found if where.items() <= dict(one.texts).items())
    change = Change(sheet=sheet, row=line.row, texts={**line.texts, **texts}, seen=line.number)
    sheets.change(office[login], office.book, [change])


@pytest.mark.parametrize("login", READERS)
@pytest.mark.parametrize("tab", ["targets", "money"])
def test_everybody_who_may_read_sees_them(
    office: Office, login: str, tab: str, django_assert_max_num_queries: Any
) -> None:
    client = visitor(login)
    with django_assert_max_num_queries(20):
        page = client.get(f"/p/{office.book}/{tab}")
    words = page.content.decode()
    assert page.status_code == 200
    assert not re.search(r"\sstyle=|<style", words)
    may_edit = {"targets": login == "city", "money": login == "finance"}[tab]
    assert (f"/p/{office.book}/sheet/" in words.partition('id="main"')[2]) is may_edit


@pytest.mark.parametrize("tab", ["targets", "money"])
def test_nobody_else_knows_of_them(office: Office, tab: str) -> None:
    for login in ("other_city", "admin"):
        assert visitor(login).get(f"/p/{office.book}/{tab}").status_code == 404


def test_a_split_that_does_not_add_up_is_marked_with_its_difference(office: Office) -> None:
    area = split(office, "矿山生态修复面积")
    assert (area.whole, area.parts, area.total, area.over) == (
        "1922.26",
        ("62.37", "348.78", "1514.01"),
        "1925.16",
        "+2.90公顷",
    )
    assert area.is_off
    words = visitor("donghe").get(f"/p/{office.book}/targets").content.decode()
    assert '<td class="n off">1925.16</td><td class="n off">+2.90公顷</td>' in words


def test_a_split_that_adds_up_is_not_marked(office: Office) -> None:
    put(
        office,
        "targets",
        {"indicator": "矿山生态修复面积", "period": "实施期", "version": "下达"},
        amount="1925.16",
    )
    assert split(office, "矿山生态修复面积").outcome is Outcome.HOLDS
    assert split(office, "地质环境隐患点消除数量").outcome is Outcome.HOLDS


def test_a_whole_in_another_unit_is_converted_first(office: Office) -> None:
    where = {"indicator": "矿山生态修复面积", "period": "实施期", "version": "下达"}
    put(office, "targets", where, amount="28877.4", unit="亩")
    area = split(office, "矿山生态修复面积")
    assert (area.outcome, area.total) == (Outcome.HOLDS, "28877.40")
    assert area.parts[0] == "62.37公顷"


def test_rates_are_not_added(office: Office) -> None:
    cover = split(office, "新增植被覆盖率")
    assert (cover.kind, cover.total, cover.outcome) == (Kind.MEAN, "", Outcome.HOLDS)
    where = {"indicator": "新增植被覆盖率", "period": "实施期", "version": "下达"}
    put(office, "targets", where, amount="22.29")
    assert split(office, "新增植被覆盖率").outcome is Outcome.FAILS


def test_versions_stand_side_by_side_with_their_differences(office: Office) -> None:
    table = next(
        t for t in targets_page(office["city"], office.book).tables if t.period == "实施期"
    )
    assert [name for name, _ in table.versions] == ["下达", "实施方案", "工程设计"]
    area = next(row for row in table.rows if row.name == "矿山生态修复面积")
    assert [(cell.text, cell.change) for cell in area.cells] == [
        ("1922.26公顷", ""),
        ("1925.16公顷", "+2.90公顷"),
        ("1978.86公顷", "+53.70公顷"),
    ]
    total = next(row for row in table.money if row.name == "投资总额")
    assert [(cell.text, cell.change) for cell in total.cells] == [
        ("55,422.20万元", ""),
        ("", ""),
        ("55,722.19万元", "+299.99万元"),
    ]
    people = next(row for row in table.rows if row.name == "人居环境改善")
    assert not any(cell.is_changed for cell in people.cells)


def test_the_year_stands_against_the_term(office: Office) -> None:
    area = year(office, "矿山生态修复面积")
    assert (area.share, area.is_over) == ("21.97%", False)  # 422.33 of 1922.26
    rate = year(office, "工程质量合格率")
    assert (rate.share, rate.adds) == ("", False)
    where = {"indicator": "废弃矿山（矿点）数量", "period": "2025", "version": "下达"}
    put(office, "targets", where, amount="355")
    assert not year(office, "废弃矿山（矿点）数量").is_over
    put(office, "targets", where, amount="356")
    assert year(office, "废弃矿山（矿点）数量").is_over


def test_each_step_of_the_money_stands_against_its_limit(office: Office) -> None:
    steps = money_page(office["city"], office.book, None, "zh").steps
    assert [(one.limit, one.days, one.allowed, one.over) for one in steps] == [
        ("ministry_days", 89, 90, 0),
        ("province_days", 29, 30, 0),
        ("city_days", 80, 30, 50),
        ("total_days", 109, 60, 49),
    ]
    words = visitor("city").get(f"/p/{office.book}/money").content.decode()
    assert "《中华人民共和国预算法》第五十二条第三款" in words
    assert "审核惯例" in words


def test_balances_are_those_of_the_day(office: Office) -> None:
    def held(on: date | None) -> dict[str, str | None]:
        page = money_page(office["city"], office.book, on, "zh")
        return {one.body: one.held for one in page.balances}

    assert held(None)["东河区"] == "788.12"
    assert held(date(2025, 9, 25))["东河区"] == "682"
    assert "东河区" not in held(date(2025, 9, 24))
    assert held(date(2025, 9, 24))["包头市财政局"] is None  # no amount is stated for its money
    put(office, "transfers", {"document": "内财资环〔2025〕771号"}, amount="10000")
    assert held(date(2025, 9, 24))["包头市财政局"] == "10,000"
    assert held(date(2025, 9, 25))["包头市财政局"] == "0"


def test_what_bears_no_day_is_named(office: Office) -> None:
    words = visitor("city").get(f"/p/{office.book}/money?on=2025-12-31").content.decode()
    assert "下列4笔没有填写日期" in words
    assert "1,346万元" in words


def test_a_day_that_is_none_is_said_so(office: Office) -> None:
    page = visitor("city").get(f"/p/{office.book}/money?on=九月")
    assert page.status_code == 200
    assert "日期应填写如2025-09-25" in page.content.decode()
