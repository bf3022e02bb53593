"""The page of a programme says whether the year will be met, and where it is stuck."""

import re
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from django.test import Client

from shanhe.app.office import sheets
from shanhe.app.office.glance import Outlook, Pace, glance, outlook_of, pace_of
from shanhe.app.office.summary import refresh
from shanhe.store.lines import Change
from shanhe.store.models import Account, Reply

from .conftest import Office
from .visit import visitor

READERS = ("donghe", "donghe_reviewer", "city", "finance", "province", "ministry", "auditor")
MOST_QUERIES = 20


@pytest.fixture
def computed(office: Office) -> Office:
    refresh(office.book)
    return office


def put(office: Office, login: str, sheet: str, **texts: str) -> None:
    change = Change(sheet=sheet, texts=texts)
    sheets.change(office[login], office.book, [change])


@pytest.mark.parametrize("login", READERS)
def test_everybody_who_may_read_sees_where_the_year_stands(computed: Office, login: str) -> None:
    page = visitor(login).get(f"/p/{computed.book}/")
    words = page.content.decode()
    assert page.status_code == 200
    assert "12.92公顷" in words
    assert "422.33公顷" in words
    assert "3.06%" in words
    assert "东河区子项目" in words


@pytest.mark.parametrize("login", ["other_city", "admin"])
def test_nobody_else_knows_of_it(computed: Office, login: str) -> None:
    assert visitor(login).get(f"/p/{computed.book}/").status_code == 404


def test_a_stranger_is_sent_to_the_door(computed: Office) -> None:
    page = Client().get(f"/p/{computed.book}/")
    assert page.status_code == 302
    assert page["Location"].startswith("/login")


def test_figures_and_pictures_keep_the_policy_of_the_page(computed: Office) -> None:
    words = visitor("city").get(f"/p/{computed.book}/").content.decode()
    assert "<svg" in words
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=", words)


def test_a_page_asks_the_database_little(
    computed: Office, django_assert_max_num_queries: Any
) -> None:
    client = visitor("city")
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get(f"/p/{computed.book}/")


@pytest.mark.parametrize(
    ("met", "percent", "share", "expected"),
    [
        (True, "100.00", Fraction(1, 2), Pace.MET),
        (False, "49.99", Fraction(1, 2), Pace.BEHIND),
        (False, "50.00", Fraction(1, 2), Pace.AHEAD),
        (False, "3.00", None, Pace.SHORT),
        (False, "", Fraction(1, 2), Pace.SHORT),
        (None, "100.00", Fraction(1, 2), Pace.OPEN),
    ],
)
def test_an_indicator_is_behind_from_the_first_hundredth(
    met: bool | None, percent: str, share: Fraction | None, expected: Pace
) -> None:
    assert pace_of(met, percent, share) is expected


@pytest.mark.parametrize(
    ("paces", "is_over", "expected"),
    [
        ("met met", False, Outlook.MET),
        ("met ahead", False, Outlook.ON_TRACK),
        ("met behind ahead short open", False, Outlook.AT_RISK),
        ("met short", False, Outlook.UNSURE),
        ("met open", False, Outlook.UNSURE),
        ("met short", True, Outlook.MISSED),
        ("behind open", True, Outlook.MISSED),
        ("met open", True, Outlook.UNKNOWN),
        ("", False, Outlook.UNKNOWN),
    ],
)
def test_one_line_says_whether_the_year_will_be_met(
    paces: str, is_over: bool, expected: Outlook
) -> None:
    assert outlook_of([Pace(word) for word in paces.split()], is_over=is_over) is expected


def test_the_page_begins_with_that_line_and_names_what_is_furthest_behind(computed: Office) -> None:
    words = visitor("city").get(f"/p/{computed.book}/").content.decode()
    said = words.index("年度已结束，年度目标未全部完成。")
    assert said < words.index("已完成指标")
    assert "差距最大：地质环境隐患点消除数量 1.28%、边坡治理面积 1.37%" in " ".join(words.split())


def test_the_day_of_the_data_is_the_day_of_the_page(office: Office) -> None:
    line = sheets.sheet_page(office["city"], office.book, "programme").lines[0]
    texts = {**line.texts, "as_of": "2025-07-01"}
    change = Change(sheet="programme", row=line.row, texts=texts, seen=line.number)
    sheets.change(office["city"], office.book, [change])
    refresh(office.book)
    shown = glance(office["city"], office.book)
    assert (shown.on, shown.share) == (date(2025, 7, 1), "49.86")  # 182 of 365 days
    area = next(bar for bar in shown.bars if bar.name == "矿山生态修复面积")
    assert (area.pace, area.mark) == (Pace.BEHIND, "49.86")
    rate = next(bar for bar in shown.bars if bar.name == "土地复垦利用率")
    assert (rate.pace, rate.mark) == (Pace.SHORT, "")


def test_only_what_is_not_done_is_overdue(office: Office) -> None:
    put(office, "city", "milestones", event="东河区开工", due="2025-10-01", responsible="东河区")
    put(office, "city", "milestones", event="按期办结", due="2025-10-01", done="2025-10-01")
    refresh(office.book)
    shown = glance(office["city"], office.book)
    assert [one.name for one in shown.late] == ["东河区开工"]
    done = next(one for one in shown.milestones if one.name == "按期办结")
    late = next(one for one in shown.milestones if "备案" in one.name)
    assert (done.days, late.days, late.done) == (0, 4, "2025-08-19")


def test_a_settled_finding_is_no_longer_open(computed: Office) -> None:
    before = glance(computed["city"], computed.book)
    finding = before.findings.top[0][0]
    Reply.objects.create(
        book_id=computed.book,
        finding=finding["key"],
        reply="说明",
        reason="以验收单为准",
        figures=finding["figures"],
        account=Account.objects.get(login="city"),
    )
    after = glance(computed["city"], computed.book)
    assert (before.findings.errors, after.findings.errors) == (21, 20)
    assert after.findings.settled == 1


def test_a_page_before_the_first_count_says_so(office: Office) -> None:
    words = visitor("city").get(f"/p/{office.book}/").content.decode()
    assert "正在" in words
    assert 'hx-trigger="load delay:3s"' in words


def test_many_subprojects_show_the_latest_ones_first_and_lead_to_the_rest(office: Office) -> None:
    new = [
        Change(sheet="subprojects", texts={
            "name": f"第{n:02d}标段", "unit": "东河区", "state": "在建", "due_finish": f"2025-01-{n:02d}",
        })
        for n in range(1, 21)
    ]  # fmt: skip
    sheets.change(office["city"], office.book, new)
    refresh(office.book)
    shown = glance(office["city"], office.book)
    assert [one.name for one in shown.subprojects[:2]] == ["第01标段", "第02标段"]
    assert len(shown.late) == 20
    words = visitor("city").get(f"/p/{office.book}/").content.decode()
    assert "第12标段" in words
    assert "第13标段" not in words
    assert "全部22行" in words
