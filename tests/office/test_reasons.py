"""Why something cannot be done: who closed it and since when, and what cannot be read, in one's own language."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from shanhe.app.office import drafts, findings, freezing, locks, summary
from shanhe.app.office.rights import Actor, Refused
from shanhe.store.models import Account, Book

from .conftest import Office


@pytest.fixture
def page(office: Office, client: Client) -> Callable[[], str]:
    """Return what looks at the page of plots as the city."""
    client.force_login(Account.objects.get(login="city"))

    def look() -> str:
        return client.get(f"/p/{office.book}/plots").content.decode()

    return look


def test_plots_of_a_closed_year_are_not_asked_for(office: Office, page: Callable[[], str]) -> None:
    assert 'name="layer"' in page()
    lock = locks.close(office["city2"], office.book, "", "年终")
    day = timezone.localdate()
    told = f"全部数据已由city2于{day.year}年{day.month}月{day.day}日锁定（年终）。"
    assert told + "确需修改的，请联系市级项目办办理延期或解除锁定。" in page()
    assert 'name="layer"' not in page()
    locks.reopen(office["city"], office.book, lock, "更正")
    assert 'name="layer"' in page()


def test_plots_of_a_frozen_year_are_not_asked_for(
    office: Office, page: Callable[[], str], client: Client
) -> None:
    edition = freezing.freeze(office["city2"], office.book)
    day = timezone.localdate()
    told = f"绩效自评第1版已由city2于{day.year}年{day.month}月{day.day}日定稿，数据已锁定。"
    assert told in page()
    assert 'name="layer"' not in page()
    client.cookies["django_language"] = "en"
    assert f"The self-evaluation was frozen by city2 on {day.isoformat()} (edition 1)" in page()
    freezing.correct(office["city"], edition, "核减")
    assert 'name="layer"' in page()


def test_a_closed_sheet_names_itself_and_its_day(office: Office) -> None:
    locks.close(office["city2"], office.book, "progress", "年终")
    shut = locks.closed(office["city"], Book.objects.get(pk=office.book), "progress")
    assert shut is not None
    assert shut.zh.startswith("“进展监测”已由city2于")
    assert f"was closed by city2 on {timezone.localdate().isoformat()} (年终)" in shut.en


@pytest.mark.parametrize(
    "asked",
    [
        freezing.freeze,
        lambda actor, book: drafts.draft_page(actor, book, "report"),
        lambda actor, book: drafts.draft(actor, book, drafts.DRAFTS[0]),
    ],
)
def test_an_unreadable_programme_says_why_in_both_languages(
    office: Office, asked: Callable[[Actor, int], object]
) -> None:
    body = office.bodies["包头市"]
    empty = Book.objects.create(organisation_id=body, name="空项目", year=2025)
    with pytest.raises(Refused) as refused:
        asked(office["city"], empty.pk)
    said = refused.value
    assert said.status == 422
    assert said.zh.startswith("项目数据尚不能整体读取，不能生成材料。")
    assert "另有" in said.zh
    assert said.en.startswith("The programme cannot be read as a whole, so no paper can be made")
    assert re.search(r"\d+ more stand on the page “findings”\.$", said.en)
    unquoted = re.sub(r"“[^”]*”|空项目|\S+!\S*", "", said.en)
    assert not re.search(r"请|缺少|为空|必填|。", unquoted), unquoted


def test_the_list_of_findings_says_why_there_is_none_in_both_languages(office: Office) -> None:
    body = office.bodies["包头市"]
    empty = Book.objects.create(organisation_id=body, name="空项目", year=2025)
    summary.refresh(empty.pk)
    zh, en = (
        findings.findings_page(office["city"], empty.pk, findings.Wanted(), lang).problems
        for lang in ("zh", "en")
    )
    assert "工作表中没有数据" in zh[0]
    assert "no data in the sheet" in en[0]
    assert len(zh) == len(en)
