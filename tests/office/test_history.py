"""The history of a programme, a line, a figure; and whether the record of it holds."""

import html
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from shanhe.app.office import (
    drafting,
    evidence,
    findings,
    freezing,
    history,
    reviewing,
    sheets,
)
from shanhe.app.office.evidence import Offered
from shanhe.app.office.history import Asked
from shanhe.app.office.rights import Refused
from shanhe.app.office.submissions import Reported, submission
from shanhe.app.office.summary import refresh
from shanhe.store.lines import Change
from shanhe.store.models import Edition, Entry, Line

from .conftest import Office
from .doors import PDF, entered, words
from .test_submissions import handed_in


def corrected(office: Office) -> tuple[int, str]:
    """Correct a figure that counts, with evidence; return the submission and the row."""
    first = handed_in(office)
    reviewing.accept(office["city"], first)
    key = drafting.begin(office["tuyou"], office.book, "progress", "更正11月", filled=True)
    row = submission(office["tuyou"], key).rows[0]
    typed = Reported({**row.texts, "amount": "11.8"}, row.row, row.seen)
    version = drafting.save(office["tuyou"], key, [typed], 1)
    version = evidence.attach(office["tuyou"], key, row.row, [Offered("验收单.pdf", PDF)], version)
    drafting.submit(office["tuyou"], key, version)
    reviewing.accept(office["city"], key)
    return key, row.row


@pytest.fixture(autouse=True)
def _files(settings: Any, tmp_path: Path) -> None:
    settings.FILES = tmp_path / "files"


def test_a_corrected_figure_tells_its_whole_story(office: Office) -> None:
    key, row = corrected(office)
    asked = Asked(sheet="progress", row=row, column="amount")
    page = history.history_page(office["city"], office.book, asked)
    assert [[(f.old, f.new) for f in e.fields if f.key == "amount"] for e in page.entries] == [
        [("12.5", "11.8")],
        [("", "12.5")],
    ]
    newest = page.entries[0]
    assert (newest.who, newest.submission) == ("city", key)
    assert newest.why == "采纳土右旗自然资源局填报单“更正11月”"
    assert [name for _, name in newest.files] == ["验收单.pdf"]
    assert page.label == "进展监测 · 2025-11-30 土右旗 矿山生态修复面积 · 累计完成值"


def test_a_figure_that_did_not_change_has_no_entry(office: Office) -> None:
    _, row = corrected(office)
    asked = Asked(sheet="progress", row=row, column="unit")
    page = history.history_page(office["city"], office.book, asked)
    assert [entry.zh for entry in page.entries] == ["录入数据"]


def test_pages_show_it_and_lead_to_line_submission_and_file(office: Office) -> None:
    key, row = corrected(office)
    city = entered("city")
    page = words(city.get(f"/p/{office.book}/history?sheet=progress"))
    assert f"/p/{office.book}/history/progress/{row}" in page
    assert f"/submission/{key}" in page
    line = words(city.get(f"/p/{office.book}/history/progress/{row}?column=amount"))
    assert "<del>12.5</del> → <ins>11.8</ins>" in line
    assert Entry.objects.filter(book=office.book).order_by("-number")[0].hash in page


def test_a_line_of_a_sheet_leads_to_its_history(office: Office) -> None:
    _, row = corrected(office)
    page = words(entered("auditor").get(f"/p/{office.book}/sheet/progress"))
    assert f'href="/p/{office.book}/history/progress/{row}" aria-label="第1行的变更记录"' in page


def test_an_answer_names_its_finding_and_a_step_of_an_edition_its_number(office: Office) -> None:
    refresh(office.book)
    finding = findings.findings_page(office["city"], office.book, findings.Wanted()).findings[0]
    findings.answer(office["city"], office.book, finding.key, "说明", "以验收单为准")
    freezing.freeze(office["city"], office.book)
    page = words(entered("city").get(f"/p/{office.book}/history"))
    digest = Edition.objects.get(book=office.book).digest
    assert f'<b>说明</b> <span lang="zh">{html.escape(finding.message)}</span>' in page
    assert f"第1版 <small>校验码 <code>{digest[:12]}</code></small>" in page


def test_a_county_sees_what_counts_but_no_steps_of_others(office: Office) -> None:
    key, _row = corrected(office)
    page = words(entered("guyang").get(f"/p/{office.book}/history"))
    assert "11.8" in page
    assert "提交填报单" not in page
    assert f"/submission/{key}" not in page
    assert "验收单.pdf" not in page
    assert "另有 1 个附件" in page
    assert "校验本项目" not in page


def test_it_is_narrowed_by_sheet_person_and_day(office: Office) -> None:
    corrected(office)

    def numbers(**asked: Any) -> list[int]:
        page = history.history_page(office["city"], office.book, Asked(**asked))
        return [entry.number for entry in page.entries]

    last = Entry.objects.filter(book=office.book).order_by("-number")[0]
    today = last.at.astimezone().date()
    assert numbers()[0] == last.number
    assert {e.sheet for e in Entry.objects.filter(number__in=numbers(sheet="progress"))} == {
        "progress"
    }
    assert len(numbers(who="tuyou")) == 2
    assert numbers(who="nobody") == []
    assert numbers(since=today, until=today) == numbers()
    assert numbers(until=today.replace(year=2020)) == []
    assert numbers(since=today.replace(year=2099)) == []


def test_pages_follow_one_another_without_gap(office: Office) -> None:
    seen: list[int] = []
    before = 0
    while True:
        page = history.history_page(office["city"], office.book, Asked(before=before))
        seen += [entry.number for entry in page.entries]
        before = page.older
        if not before:
            break
    assert seen == list(range(Entry.objects.filter(book=office.book).count(), 0, -1))


@pytest.mark.parametrize(
    ("login", "status"),
    [("auditor", 200), ("finance", 200), ("ministry", 200), ("admin", 404), ("other_city", 404)],
)
def test_who_may_read_it(office: Office, login: str, status: int) -> None:
    assert entered(login).get(f"/p/{office.book}/history").status_code == status


@pytest.mark.parametrize(
    ("asked", "is_any"),
    [
        ("since=0001-01-01", True),
        ("until=9999-12-31", True),
        ("since=9999-12-31", False),
        ("until=0001-01-01", False),
    ],
)
def test_the_ends_of_the_calendar_are_days_like_others(
    office: Office, asked: str, is_any: bool
) -> None:
    api = entered("city").get(f"/api/programmes/{office.book}/history?{asked}")
    assert (api.status_code, bool(api.json()["entries"])) == (200, is_any)
    assert entered("city").get(f"/p/{office.book}/history?{asked}").status_code == 200


def test_odd_questions_are_answered_in_words(office: Office) -> None:
    city = entered("city")
    assert city.get(f"/p/{office.book}/history?since=昨天").status_code == 422
    assert city.get(f"/p/{office.book}/history?sheet=secrets").status_code == 404
    assert city.get(f"/p/{office.book}/history?before=x").status_code == 200
    assert city.get(f"/p/{office.book}/history?who=%00").status_code == 422
    assert city.get(f"/p/{office.book}/history/progress/nothing").status_code == 200
    assert city.get("/p/999/history").status_code == 404


def test_it_asks_few_queries(office: Office, django_assert_max_num_queries: Any) -> None:
    corrected(office)
    city = entered("city")
    with django_assert_max_num_queries(20):
        assert city.get(f"/p/{office.book}/history").status_code == 200


def test_the_city_verifies_a_programme_and_a_county_may_not(office: Office) -> None:
    corrected(office)
    held = words(entered("auditor").post(f"/p/{office.book}/history/verify"))
    assert "条变更记录逐条相接" in held
    told = entered("tuyou").post(f"/p/{office.book}/history/verify")
    assert told.status_code == 403
    assert "查看变更记录" in words(told)


def test_a_line_changed_behind_the_journal_is_found(office: Office) -> None:
    line = Line.objects.filter(book=office.book, sheet="targets")[0]
    line.texts = {**line.texts, "amount": "1"}
    line.save()
    found = history.verified(office["city"], office.book)
    assert [(one.kind, one.detail) for one in found.breaks] == [("state", f"targets {line.row}")]
    assert "现有数据与变更记录不一致" in words(
        entered("city").post(f"/p/{office.book}/history/verify")
    )


def test_a_changed_entry_is_found(office: Office) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER journal_no_update")
        else:
            cursor.execute("DROP TRIGGER journal_append_only ON store_entry")
    Entry.objects.filter(book=office.book, number=7).update(why="x")
    assert [one.kind for one in history.verified(office["city"], office.book).breaks] == ["changed"]


def test_a_direct_change_gives_its_reason(office: Office) -> None:
    line = sheets.sheet_page(office["city"], office.book, "regional_targets").lines[0]
    texts = {**line.texts, "amount": "63.00"}
    change = Change(
        sheet="regional_targets", row=line.row, texts=texts, seen=line.number, why="按批复更正"
    )
    sheets.change(office["city"], office.book, [change])
    asked = Asked(sheet="regional_targets", row=line.row)
    newest = history.history_page(office["tuyou"], office.book, asked).entries[0]
    assert (newest.why, [f.name for f in newest.fields]) == ("按批复更正", ["指标值"])


def test_a_stranger_to_the_programme_is_refused(office: Office) -> None:
    with pytest.raises(Refused) as refused:
        history.history_page(office["admin"], office.book, Asked())
    assert refused.value.status == 404


def test_a_long_journal_is_not_followed_while_somebody_waits(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "MOST_VERIFIED", 10)
    told = entered("city").post(f"/p/{office.book}/history/verify")
    assert (told.status_code, "shanhe verify" in words(told)) == (422, True)
