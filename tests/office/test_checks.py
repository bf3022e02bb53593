"""A report is handed in, checked beside the pages, answered, and handed in again corrected."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from shanhe.app.answers import read_answers
from shanhe.app.audit import audit_file
from shanhe.app.audit_json import audit_json
from shanhe.app.bounded import Stopped
from shanhe.app.office import check_page, check_papers, checks, work
from shanhe.app.office.check_page import CheckPage
from shanhe.app.office.history import Asked, history_page
from shanhe.app.office.rights import Refused
from shanhe.catalogue.load import load_catalogue
from shanhe.store.journal import verify
from shanhe.store.models import Audit, Entry, Reply

from .conftest import PASSWORD, Office
from .doors import entered, words

(EXAMPLE,) = (Path(__file__).resolve().parents[2] / "examples").glob("*.docx")
TEXT = """2025年度绩效自评报告
矿山生态修复面积目标422.33公顷，实际完成12.92公顷，完成率3.07%。
废弃矿山（矿点）数量目标100个，实际完成30个，完成率40%。
"""


def handed(
    office: Office,
    login: str = "tuyou",
    text: str = TEXT,
    name: str = "报告.txt",
    **more: int,
) -> int:
    key = checks.hand_in(office[login], name, text.encode(), **more)
    assert checks.check_off() == 1
    return key


def shown(office: Office, key: int, login: str = "tuyou", level: str = "") -> CheckPage:
    page = check_page.check_page(office[login], key, level=level)
    assert isinstance(page, CheckPage)
    return page


def test_a_report_waits_until_it_is_checked(office: Office) -> None:
    key = checks.hand_in(office["tuyou"], "报告.txt", TEXT.encode())
    waits = check_page.check_page(office["tuyou"], key)
    assert isinstance(waits, checks.Row)
    assert waits.state == ""
    assert work.check_off() == 1
    assert work.check_off() == 0
    page = shown(office, key)
    assert (page.row.state, page.compared, page.counts["error"]) == ("audited", False, 3)
    assert page.coverage["numbers"] == sum(
        page.coverage[fate] for fate in ("checked", "alone", "not_understood")
    )
    assert "3.07" in page.paper


@pytest.mark.any_database
def test_the_example_has_the_findings_of_the_command_line(office: Office) -> None:
    data = EXAMPLE.read_bytes()
    key = checks.hand_in(office["tuyou"], EXAMPLE.name, data)
    checks.check_off()
    catalogue = load_catalogue()
    expected = audit_json([audit_file(EXAMPLE.name, data, catalogue)], catalogue.law, "zh")
    name, made = check_papers.check_paper(office["tuyou"], key, "json")
    assert json.loads(made) == json.loads(expected)
    assert name == f"{EXAMPLE.stem}.核查结果.json"
    name, commented = check_papers.check_paper(office["tuyou"], key, "docx")
    with zipfile.ZipFile(io.BytesIO(commented)) as package:
        comments = package.read("word/comments.xml").decode()
    page = shown(office, key)
    assert all(one.card["key"] in comments for one in page.cards)
    assert check_papers.check_paper(office["tuyou"], key, "file") == (EXAMPLE.name, data)


@pytest.mark.any_database
def test_severities_narrow_the_cards_alone(office: Office) -> None:
    key = handed(office)
    whole, errors = shown(office, key), shown(office, key, level="error")
    assert {one.card["level"] for one in errors.cards} == {"error"}
    assert errors.counts == whole.counts
    assert errors.open == whole.open == len(whole.cards)


def test_a_report_of_a_programme_is_held_against_its_data(office: Office) -> None:
    own = "2025年度绩效自评报告\n矿山生态修复面积年度目标500公顷，实际完成12.92公顷。\n"
    alone = shown(office, handed(office, text=own))
    held = shown(office, handed(office, text=own, book=office.book))
    assert (alone.compared, held.compared) == (False, True)
    new = {one.card["key"] for one in held.cards} - {one.card["key"] for one in alone.cards}
    assert any("422.33" in one.card["message"] for one in held.cards if one.card["key"] in new)
    with pytest.raises(Refused) as refused:
        checks.hand_in(office["other_city"], "a.txt", own.encode(), book=office.book)
    assert refused.value.status == 404


SEES = ("tuyou", "city", "city2", "auditor", "province", "ministry")
SEES_NOT = ("donghe", "donghe_reviewer", "guyang", "other_city")


@pytest.mark.parametrize("book", [False, True])
def test_who_sees_the_check_of_a_county(office: Office, book: bool) -> None:
    key = handed(office, book=office.book if book else 0)
    for login in SEES:
        assert shown(office, key, login).row.key == key
        assert [row.key for row in checks.checks_page(office[login]).rows] == [key]
    for login in SEES_NOT:
        assert checks.checks_page(office[login]).rows == ()
        for ask in (
            lambda login=login: check_page.check_page(office[login], key),
            lambda login=login: check_papers.check_paper(office[login], key, "file"),
            lambda login=login: checks.hand_in(office[login], "a", b"a", earlier=key),
            lambda login=login: check_page.answer(
                office[login], key, "X-1-00000000", reply="接受", reason=""
            ),
        ):
            with pytest.raises(Refused) as refused:
                ask()
            assert refused.value.status == 404
    with pytest.raises(Refused) as admin:
        checks.checks_page(office["admin"])
    assert admin.value.status == 403


def test_a_county_does_not_see_what_the_city_checks(office: Office) -> None:
    key = handed(office, "city")
    with pytest.raises(Refused) as refused:
        check_page.check_page(office["tuyou"], key)
    assert refused.value.status == 404


def test_a_county_does_not_read_in_the_history_what_another_answers(office: Office) -> None:
    key = handed(office, book=office.book)
    own = shown(office, key).cards[0].card["key"]
    check_page.answer(office["tuyou"], key, own, reply="说明", reason="四舍五入")
    for login, seen in (("city", True), ("tuyou", False), ("guyang", False)):
        page = history_page(office[login], office.book, Asked())
        assert ("四舍五入" in {entry.why for entry in page.entries}) == seen, login


def test_an_answer_settles_the_figures_it_was_given_for(office: Office) -> None:
    key = handed(office)
    finding = next(one for one in shown(office, key).cards if "3.07" in one.card["message"])
    own = finding.card["key"]
    for reply, reason in (("说明", " "), ("好的", "x"), ("", "")):
        with pytest.raises(Refused) as refused:
            check_page.answer(office["tuyou"], key, own, reply=reply, reason=reason)
        assert refused.value.status == 422
    with pytest.raises(Refused) as auditor:
        check_page.answer(office["auditor"], key, own, reply="接受", reason="")
    assert auditor.value.status == 403
    card = check_page.answer(office["tuyou"], key, own, reply="说明", reason="=四舍五入")
    assert (card.standing, card.answer and card.answer.who) == ("settled", "tuyou")
    page = shown(office, key, "city")
    assert page.open == len(page.cards) - 1
    check_page.answer(office["city"], key, own, reply="接受", reason="")
    kept = Reply.objects.get()
    assert (kept.reply, kept.account.login, kept.series) == ("接受", "city", key)
    said = Entry.objects.filter(book=None, action="reply").order_by("number")
    assert [(one.who, one.why) for one in said] == [("tuyou", "=四舍五入"), ("city", "")]
    assert list(verify()) == []
    name, sheet = check_papers.check_paper(office["tuyou"], key, "csv")
    answers, problems = read_answers(name, sheet)
    assert (list(answers), problems) == ([own], ())


@pytest.mark.any_database
def test_settled_findings_are_left_out_of_the_comments(office: Office) -> None:
    key = checks.hand_in(office["tuyou"], EXAMPLE.name, EXAMPLE.read_bytes())
    checks.check_off()
    own = shown(office, key).cards[0].card["key"]
    check_page.answer(office["tuyou"], key, own, reply="接受", reason="")
    _, commented = check_papers.check_paper(office["tuyou"], key, "docx")
    with zipfile.ZipFile(io.BytesIO(commented)) as package:
        assert own not in package.read("word/comments.xml").decode()


@pytest.mark.any_database
def test_the_next_version_says_what_changed(office: Office) -> None:
    first = handed(office)
    before = shown(office, first)
    area = next(one for one in before.cards if "3.07" in one.card["message"]).card["key"]
    count = next(one for one in before.cards if "40%" in one.card["message"]).card["key"]
    check_page.answer(office["tuyou"], first, area, reply="更正", reason="")
    check_page.answer(office["tuyou"], first, count, reply="更正", reason="")
    second = handed(office, text=TEXT.replace("3.07", "3.06"), earlier=first)
    page = shown(office, second)
    assert page.changes
    assert [(one.key, one.reply) for one in page.changes.gone] == [(area, "更正")]
    assert (page.changes.new, page.changes.still) == (0, len(before.cards) - 1)
    still = next(one for one in page.cards if one.card["key"] == count)
    assert still.standing == "still_there"
    assert [row.key for row in page.versions] == [second, first]
    third = shown(office, handed(office, text=TEXT, earlier=second))
    assert third.changes
    (new,) = [one.card for one in third.cards if one.is_new]
    assert new["key"] == area
    told = words(entered("tuyou").get(f"/check/{third.row.key}"))
    assert "新出现的问题" in told
    assert f'<li><a href="#{new["id"]}">' in told
    assert before.changes is None
    assert set(Audit.objects.values_list("series", flat=True)) == {first}


@pytest.mark.any_database
def test_an_explanation_is_stale_when_the_figures_change(office: Office) -> None:
    first = handed(office)
    own = next(one for one in shown(office, first).cards if "3.07" in one.card["message"])
    check_page.answer(office["tuyou"], first, own.card["key"], reply="说明", reason="口径不同")
    page = shown(office, handed(office, text=TEXT.replace("3.07", "3.08"), earlier=first))
    same = next(one for one in page.cards if one.card["key"] == own.card["key"])
    assert same.standing == "stale"


@pytest.mark.any_database
def test_what_cannot_be_read_says_so(office: Office) -> None:
    for name, data, says in (
        ("图.docx", b"\x89PNG\r\n\x1a\n123", "没有可读取的文字"),
        ("坏.docx", b"PK\x03\x04broken", "损坏"),
        ("会.txt", "关于召开会议的通知\n请准时参加。\n".encode(), "没有找到可以核查"),
    ):
        key = checks.hand_in(office["tuyou"], name, data)
        checks.check_off()
        page = shown(office, key)
        assert page.row.state in {"unreadable", "no_figures"}
        assert says in " ".join(page.problems)
    with pytest.raises(Refused) as none:
        check_papers.check_paper(office["tuyou"], key, "docx")
    assert none.value.status == 404


@pytest.mark.parametrize(("kind", "says"), [("time", "没有读完"), ("crash", "程序出错")])
def test_a_check_that_is_stopped_is_done(
    office: Office, monkeypatch: pytest.MonkeyPatch, kind: str, says: str
) -> None:
    def stopped(*_: object) -> None:
        raise Stopped(kind, "180 s")

    monkeypatch.setattr(checks, "bounded", stopped)
    page = shown(office, handed(office))
    assert (page.row.state, says in page.problems[0]) == ("unreadable", True)
    assert checks.check_off() == 0


def test_bounds_of_handing_in(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refused) as empty:
        checks.hand_in(office["tuyou"], "a.docx", b"")
    assert empty.value.status == 422
    monkeypatch.setattr(checks, "MOST_BYTES", 10)
    with pytest.raises(Refused) as large:
        checks.hand_in(office["tuyou"], "a.docx", b"x" * 11)
    assert large.value.status == 413
    for _ in range(20):
        checks.hand_in(office["tuyou"], "a.txt", b"x")
    with pytest.raises(Refused) as many:
        checks.hand_in(office["tuyou"], "a.txt", b"x")
    assert many.value.status == 429


@pytest.fixture
def tuyou(office: Office, client: Client) -> Client:  # noqa: ARG001 - the office is there
    client.post("/login", {"username": "tuyou", "password": PASSWORD})
    return client


def post(client: Client, data: bytes, name: str, **more: str) -> Any:
    report = io.BytesIO(data)
    report.name = name
    return client.post("/check/hand-in", {"report": report, **more})


def test_the_pages_of_a_check(tuyou: Client, django_assert_max_num_queries: Any) -> None:
    answer = post(tuyou, TEXT.encode(), "../报告.txt")
    address = answer["Location"]
    assert "正在核查" in tuyou.get(address).content.decode()
    assert "正在核查" in tuyou.get(f"{address}/waiting").content.decode()
    checks.check_off()
    assert tuyou.get(f"{address}/waiting")["HX-Refresh"] == "true"
    with django_assert_max_num_queries(20):
        page = tuyou.get(address).content.decode()
    assert "报告.txt" in page
    assert "../" not in page
    assert "style=" not in page
    with django_assert_max_num_queries(20):
        assert "报告.txt" in tuyou.get("/check").content.decode()
    key = json.loads(tuyou.get(f"{address}/paper/json").content)
    assert key["documents"][0]["name"] == "报告.txt"
    sheet = tuyou.get(f"{address}/paper/csv")
    assert sheet["Content-Disposition"].startswith("attachment")
    finding = Audit.objects.get().result["findings"][0]["key"]
    sent = {"finding": finding, "reply": "说明", "reason": "<i>口径</i>"}
    answered = tuyou.post(f"{address}/answer", sent, headers={"HX-Request": "true"})
    assert "&lt;i&gt;口径&lt;/i&gt;" in answered.content.decode()
    assert tuyou.post(f"{address}/answer", {**sent, "reason": ""}).status_code == 422
    assert tuyou.get("/check/999").status_code == 404
    assert tuyou.get(f"{address}/paper/docx").status_code == 404


@pytest.mark.any_database
def test_where_nothing_was_audited_no_page_says_that_nothing_is_wrong(tuyou: Client) -> None:
    address = post(tuyou, "关于召开会议的通知\n请准时参加。\n".encode(), "会.txt")["Location"]
    checks.check_off()
    page = tuyou.get(address).content.decode()
    assert "未作任何核查" in page
    assert "请准时参加" in page
    assert "没有发现问题" not in page


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>"


@pytest.mark.any_database
@pytest.mark.parametrize("kind", ["txt", "html"])
def test_hostile_texts_are_escaped(tuyou: Client, kind: str) -> None:
    name = f"{HOSTILE.replace('/', '')}.{kind}"
    text = TEXT + f'{HOSTILE}修复面积5公顷"onmouseover="alert(3)\n'
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
    data = text if kind == "txt" else f"<!doctype html><html><body><p>{escaped}</p></body></html>"
    address = post(tuyou, data.encode(), name)["Location"]
    checks.check_off()
    page = tuyou.get(address).content.decode()
    assert "alert(1)" in page
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert '"onmouseover="' not in page.replace("&quot;", "")
    raw = tuyou.get(f"{address}/paper/file")
    assert raw["Content-Type"] == "application/octet-stream"
    assert raw["Content-Disposition"].startswith("attachment")
    assert raw["X-Content-Type-Options"] == "nosniff"
