"""A county reports, its reviewer passes on, the city accepts, the province confirms."""

from datetime import date

import pytest

from shanhe.app.office import drafting, reviewing, sheets
from shanhe.app.office.rights import Refused
from shanhe.app.office.submissions import Reported, State, submission, submissions, waiting
from shanhe.store.journal import verify
from shanhe.store.lines import Change, Overtaken
from shanhe.store.models import Grant, Line

from .conftest import Office

FIGURE = {
    "when": "2025-11-30",
    "region": "土右旗",
    "indicator": "矿山生态修复面积",
    "amount": "12.5",
    "unit": "公顷",
}


def handed_in(office: Office, login: str = "tuyou", **other: str) -> int:
    key = drafting.begin(office[login], office.book, "progress", "11月进展")
    version = drafting.save(office[login], key, [Reported({**FIGURE, **other})], 1)
    drafting.submit(office[login], key, version)
    return key


def counted(office: Office) -> list[str]:
    lines = Line.objects.filter(book=office.book, sheet="progress", texts__when="2025-11-30")
    return [line.texts["amount"] for line in lines]


def test_only_what_the_city_accepted_counts(office: Office) -> None:
    key = handed_in(office)
    assert counted(office) == []
    reviewing.accept(office["city"], key)
    assert counted(office) == ["12.5"]
    reviewing.confirm(office["province"], key)
    assert submission(office["city"], key).state is State.CONFIRMED
    assert list(verify()) == []


def test_a_county_with_a_reviewer_is_reviewed_there_first(office: Office) -> None:
    key = handed_in(office, "donghe", region="东河区")
    with pytest.raises(Refused, match="reviewer"):
        reviewing.accept(office["city"], key)
    reviewing.pass_on(office["donghe_reviewer"], key)
    reviewing.accept(office["city"], key)
    assert counted(office) == ["12.5"]


def test_what_is_sent_back_is_corrected_and_handed_in_again(office: Office) -> None:
    key = handed_in(office)
    reviewing.send_back(office["city"], key, "面积与验收单不符")
    shown = submission(office["tuyou"], key)
    assert (shown.state, shown.comment) == (State.RETURNED, "面积与验收单不符")
    assert [one.key for one in waiting(office["tuyou"])] == [key]
    rows = [Reported({**shown.rows[0].texts, "amount": "11.8"})]
    drafting.submit(office["tuyou"], key, drafting.save(office["tuyou"], key, rows, shown.version))
    reviewing.accept(office["city"], key)
    assert counted(office) == ["11.8"]


def test_what_was_accepted_still_counts_until_its_correction_is(office: Office) -> None:
    key = handed_in(office)
    reviewing.accept(office["city"], key)
    reviewing.send_back(office["province"], key, "请附验收单")
    assert counted(office) == ["12.5"]
    shown = submission(office["tuyou"], key)
    row = shown.rows[0]
    corrected = [Reported({**row.texts, "amount": "11.8"}, row.row, row.seen)]
    version = drafting.save(office["tuyou"], key, corrected, shown.version)
    drafting.submit(office["tuyou"], key, version)
    assert counted(office) == ["12.5"]
    reviewing.accept(office["city"], key)
    assert counted(office) == ["11.8"]


def test_a_draft_is_seen_by_its_own_body_alone(office: Office) -> None:
    drafting.begin(office["tuyou"], office.book, "progress", "草稿")
    assert len(submissions(office["tuyou"], office.book)) == 1
    for login in ("guyang", "city", "province", "auditor"):
        assert submissions(office[login], office.book) == []


def test_another_countys_place_cannot_be_reported(office: Office) -> None:
    with pytest.raises(Refused, match="东河区"):
        handed_in(office, "tuyou", region="东河区")


def test_a_figure_that_cannot_be_read_is_shown_in_its_field(office: Office) -> None:
    with pytest.raises(sheets.Wrong) as caught:
        handed_in(office, amount="约12")
    assert [(number, field) for number, field, _ in caught.value.problems] == [(0, "amount")]


def test_who_saves_an_older_version_is_told(office: Office) -> None:
    key = drafting.begin(office["tuyou"], office.book, "progress", "11月进展")
    drafting.save(office["tuyou"], key, [Reported(FIGURE)], 1)
    with pytest.raises(Refused) as caught:
        drafting.save(office["tuyou"], key, [Reported({**FIGURE, "amount": "9"})], 1)
    assert caught.value.status == 409
    assert submission(office["tuyou"], key).rows[0].texts["amount"] == "12.5"


def test_the_second_of_two_who_change_a_line_is_told_what_changed(office: Office) -> None:
    line = sheets.sheet_page(office["city"], office.book, "regional_targets").lines[0]
    old = str(line.texts["amount"])

    def to(amount: str) -> Change:
        texts = {**line.texts, "amount": amount}
        return Change(sheet="regional_targets", row=line.row, texts=texts, seen=line.number)

    sheets.change(office["city"], office.book, [to("63.00")])
    with pytest.raises(Overtaken) as caught:
        sheets.change(office["city2"], office.book, [to("64.00")])
    told = sheets.conflict(caught.value, office.book)
    assert (told.who, told.fields) == ("city", (("指标值", old, "63.00"),))


def test_the_city_waits_for_the_county_only_while_its_reviewer_may_review(office: Office) -> None:
    key = handed_in(office, "donghe", region="东河区")
    assert key not in [one.key for one in waiting(office["city"])]
    grants = Grant.objects.filter(account__login="donghe_reviewer")
    grants.update(until=date(2020, 1, 1))
    assert key in [one.key for one in waiting(office["city"])]
    reviewing.accept(office["city"], key)
    assert [one.key for one in waiting(office["province"])] == [key]
