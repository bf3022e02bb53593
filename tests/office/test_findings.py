"""Findings of the programme's own data: seen by all who may read it, answered by who runs it."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from shanhe.app.office import findings, sheets
from shanhe.app.office.rights import Refused
from shanhe.app.office.summary import refresh
from shanhe.store.journal import verify
from shanhe.store.lines import Change
from shanhe.store.models import Book, Entry, Found, Reply, Summary

from .conftest import Office
from .visit import visitor

MOST_QUERIES = 20
ALL = findings.Wanted()


@pytest.fixture
def judged(office: Office) -> Office:
    """The example with its findings computed."""
    refresh(office.book)
    return office


def listed(office: Office, login: str = "city", **wanted: Any) -> tuple[findings.Listed, ...]:
    return findings.findings_page(office[login], office.book, findings.Wanted(**wanted)).findings


def test_the_gravest_come_first_and_each_has_its_proof(judged: Office) -> None:
    found = listed(judged)
    ranks = [findings.SEVERITIES.index(one.severity) for one in found]
    assert ranks == sorted(ranks)
    assert {"error", "warning"} <= {one.severity for one in found}
    for one in found:
        assert all((one.basis, one.message, one.places)), one.rule


def test_a_place_leads_to_the_line_it_was_read_from(judged: Office) -> None:
    found = listed(judged)[0]
    place = next(place for place in found.places if place.sheet and place.text)
    page = sheets.sheet_page(judged["city"], judged.book, place.sheet)
    line = next(line for line in page.lines if line.row == place.line)
    assert any(place.text.lstrip("≥≤=").startswith(text) for text in line.texts.values())


def test_where_nothing_can_be_read_no_page_says_that_nothing_was_found(office: Office) -> None:
    book = Book.objects.create(
        organisation_id=office.bodies["包头市"], name="尚无数据的项目", year=2025
    )
    refresh(book.pk)
    for page in ("", "findings", "evaluation", "targets", "money"):
        words = visitor("city").get(f"/p/{book.pk}/{page}").content.decode()
        assert "工作表中没有数据" in words, page
        assert "没有发现问题" not in words, page
        assert f'href="/p/{book.pk}/sheet/">到数据表填写</a>' in words, page
        english = visitor("city").get(f"/p/{book.pk}/{page}", headers={"accept-language": "en"})
        assert "工作表中没有数据" not in english.content.decode(), page


def test_practice_is_never_shown_as_law(judged: Office) -> None:
    said = [basis for one in listed(judged) for basis in one.basis]
    assert any(basis.is_law for basis in said)
    assert any(not basis.is_law for basis in said)
    assert not [basis for basis in said if basis.is_law and "待核" in basis.confidence]


def test_an_answer_holds_while_the_figures_are_the_same(judged: Office) -> None:
    one = next(
        f for f in listed(judged, severity="error") if any("分解" in p.words for p in f.places)
    )
    findings.answer(judged["city"], judged.book, one.key, "说明", "实施方案备案前的数据")
    told = next(f for f in listed(judged) if f.key == one.key)
    assert told.standing == "settled"
    assert told.answer
    assert (told.answer.reply, told.answer.who) == ("说明", "city")
    refresh(judged.book)
    assert next(f for f in listed(judged) if f.key == one.key).standing == "settled"
    assert list(verify()) == []


def test_an_answer_is_asked_again_when_its_figures_change(judged: Office) -> None:
    sums = [f for f in listed(judged, severity="error") if "1922.26" in {p.text for p in f.places}]
    one = next(f for f in sums if any(p.sheet == "regional_targets" for p in f.places))
    findings.answer(judged["city"], judged.book, one.key, "说明", "口径不同")
    region = next(p for p in one.places if p.sheet == "regional_targets")
    page = sheets.sheet_page(judged["city"], judged.book, "regional_targets")
    line = next(line for line in page.lines if line.row == region.line)
    texts = {**line.texts, "amount": "99.99"}
    change = Change(sheet="regional_targets", row=line.row, texts=texts, seen=line.number)
    sheets.change(judged["city"], judged.book, [change])
    refresh(judged.book)
    told = next(f for f in listed(judged) if f.key == one.key)
    assert (told.standing, told.answer and told.answer.reason) == ("stale", "口径不同")


def test_what_was_said_to_be_corrected_and_is_still_there_stays_open(judged: Office) -> None:
    one = listed(judged, severity="error")[0]
    findings.answer(judged["finance"], judged.book, one.key, "更正", "")
    assert [f.key for f in listed(judged, standing="still_there")] == [one.key]


def test_an_explanation_needs_its_reason(judged: Office) -> None:
    one = listed(judged)[0]
    with pytest.raises(Refused) as caught:
        findings.answer(judged["city"], judged.book, one.key, "说明", "  ")
    assert caught.value.status == 422
    assert not Reply.objects.exists()


@pytest.mark.parametrize("login", ["auditor", "province", "donghe"])
def test_who_only_reads_sees_all_and_answers_nothing(judged: Office, login: str) -> None:
    page = findings.findings_page(judged[login], judged.book, ALL)
    assert page.findings
    assert not page.may_answer
    key = page.findings[0].key
    with pytest.raises(Refused) as caught:
        findings.answer(judged[login], judged.book, key, "接受", "")
    assert caught.value.status == 403
    response = visitor(login).post(f"/p/{judged.book}/findings/{key}", {"reply": "接受"})
    assert response.status_code == 403
    assert not Reply.objects.exists()


@pytest.mark.parametrize("login", ["other_city", "admin"])
def test_others_do_not_know_of_it(judged: Office, login: str) -> None:
    assert visitor(login).get(f"/p/{judged.book}/findings").status_code == 404


def test_the_page_answers_and_keeps_its_filter(judged: Office) -> None:
    city = visitor("city")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        shown = city.get(f"/p/{judged.book}/findings?severity=error")
    assert len(asked) <= MOST_QUERIES
    one = listed(judged, severity="error")[0]
    assert one.message in shown.content.decode().replace("&quot;", '"').replace("&#x27;", "'")
    given = {"reply": "接受", "reason": ""}
    response = city.post(f"/p/{judged.book}/findings/{one.key}?severity=error", given)
    assert response.headers["Location"].endswith(f"?severity=error#{one.key}")
    assert Reply.objects.get().reply == "接受"
    entry = Entry.objects.filter(book=judged.book, action="reply").get()
    assert entry.texts
    assert entry.texts["finding"] == one.key
    assert entry.who == "city"


def test_a_reply_does_not_make_the_summary_out_of_date(judged: Office) -> None:
    findings.answer(judged["city"], judged.book, listed(judged)[0].key, "接受", "")
    assert refresh(judged.book) is False


def test_the_summary_counts_by_rule_what_its_page_lists(judged: Office) -> None:
    summary = Summary.objects.get(book=judged.book)
    counted = {one.rule: one.count for one in Found.objects.filter(summary=summary)}
    said = [one["rule"] for one in summary.findings]
    assert counted == {rule: said.count(rule) for rule in said}
    assert summary.active is not None


def test_its_link_leads_to_the_page_of_the_sheet_that_shows_the_line(judged: Office) -> None:
    shown = visitor("auditor").get(f"/p/{judged.book}/findings").content.decode()
    links = dict.fromkeys(re.findall(r'href="(/p/\d+/sheet/\w+\?page=\d+)#(row-\w+)"', shown))
    assert len(links) > 10
    for address, anchor in list(links)[:: len(links) // 6]:
        page = visitor("auditor").get(address).content.decode()
        assert f'id="{anchor}"' in page or "<tbody><tr><th" in page
