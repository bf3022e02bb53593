"""The pages on which counties report: typed, pasted, uploaded, handed in, reviewed."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from shanhe.app.office import drafting, reviewing
from shanhe.app.office.submissions import Reported, State, submission
from shanhe.store.models import Account, Submission

from .conftest import Office
from .test_submissions import FIGURE, handed_in

Door = Callable[[str], Client]


@pytest.fixture
def door(office: Office) -> Door:  # noqa: ARG001 - people live in it
    def enter(login: str) -> Client:
        client = Client()
        client.force_login(
            Account.objects.get(login=login), "django.contrib.auth.backends.ModelBackend"
        )
        return client

    return enter


@pytest.fixture
def draft(office: Office) -> int:
    key = drafting.begin(office["tuyou"], office.book, "progress", "12月进展")
    drafting.save(office["tuyou"], key, [Reported(FIGURE)], 1)
    return key


def form(office: Office, key: int, **other: Any) -> dict[str, Any]:
    """Return what the browser would send of a draft as it stands."""
    one = submission(office["tuyou"], key)
    sent: dict[str, Any] = {"version": one.version, "given": "region", "row": []}
    for row in one.rows:
        sent["row"].append(row.row)
        sent |= {f"{row.row}.{field.key}": row.texts.get(field.key, "") for field in one.fields}
    return {**sent, **other}


def test_a_county_begins_fills_in_and_hands_in(office: Office, door: Door) -> None:
    county = door("tuyou")
    begun = county.post(
        f"/p/{office.book}/progress/begin",
        {"sheet": "progress", "title": "12月", "begin": "empty"},
    )
    key = int(begun["Location"].split("/")[2])
    typed = {f"blank1.{name}": text for name, text in FIGURE.items()}
    sent = {"version": 1, "given": "region", "row": ["blank1", "blank2"], **typed, "do": "submit"}
    assert county.post(f"/submission/{key}/fill", sent).status_code == 302
    assert submission(office["city"], key).state is State.SUBMITTED
    assert "12.5" in door("city").get(f"/submission/{key}").content.decode()


def test_a_blank_row_is_no_row(office: Office, door: Door, draft: int) -> None:
    sent = form(office, draft)
    sent["row"] = [*sent["row"], "blank1"]
    door("tuyou").post(f"/submission/{draft}/fill", {**sent, "blank1.region": "土右旗"})
    assert len(submission(office["tuyou"], draft).rows) == 1


def test_an_unreadable_figure_is_kept_and_told_in_its_cell(
    office: Office, door: Door, draft: int
) -> None:
    sent = form(office, draft, do="submit")
    sent[f"{sent['row'][0]}.amount"] = "约12"
    told = door("tuyou").post(f"/submission/{draft}/fill", sent)
    page = told.content.decode()
    assert told.status_code == 422
    assert "“约12”不是数值。请只填数字" in page
    assert 'value="约12"' in page
    assert submission(office["tuyou"], draft).state is State.DRAFT


def test_what_another_person_saved_is_told_and_nothing_typed_is_lost(
    office: Office, door: Door, draft: int
) -> None:
    office.person("tuyou2", "土右旗自然资源局")
    sent = form(office, draft)
    row = sent["row"][0]
    drafting.save(office["tuyou"], draft, [Reported({**FIGURE, "amount": "13"}, row)], 2)
    told = door("tuyou").post(f"/submission/{draft}/fill", {**sent, f"{row}.amount": "14"})
    page = told.content.decode()
    assert told.status_code == 409
    assert 'value="14"' in page
    assert "他人已保存：13" in page
    again = form(office, draft, **{f"{row}.amount": "14"})
    assert door("tuyou").post(f"/submission/{draft}/fill", again).status_code == 302
    assert submission(office["tuyou"], draft).rows[0].texts["amount"] == "14"


def test_both_what_counts_and_what_is_reported_are_shown(office: Office, door: Door) -> None:
    first = handed_in(office)
    reviewing.accept(office["city"], first)
    second = drafting.begin(office["tuyou"], office.book, "progress", "更正", filled=True)
    row = submission(office["tuyou"], second).rows[0]
    texts = {**row.texts, "amount": "11.8"}
    version = drafting.save(office["tuyou"], second, [Reported(texts, row.row, row.seen)], 1)
    drafting.submit(office["tuyou"], second, version)
    page = door("city").get(f"/submission/{second}").content.decode()
    assert "<ins>11.8</ins>" in page
    assert "<del>12.5</del>" in page
    assert "更正" in page


BLOCK = "2025-11-30\t土右旗\t\t矿山生态修复面积\t13.0\t公顷\n2025-12-31\t\t\t矿山生态修复面积\t20\t公顷\n"


def test_a_pasted_block_changes_known_rows_and_adds_others(
    office: Office, door: Door, draft: int
) -> None:
    done = door("tuyou").post(
        f"/submission/{draft}/fill", form(office, draft, do="paste", block=BLOCK)
    )
    assert done.status_code == 302
    rows = submission(office["tuyou"], draft).rows
    assert [(r.texts["when"], r.texts["region"], r.texts["amount"]) for r in rows] == [
        ("2025-11-30", "土右旗", "13.0"),
        ("2025-12-31", "土右旗", "20"),
    ]


def test_a_block_with_headings_finds_its_columns(office: Office, door: Door, draft: int) -> None:
    block = "三级指标\t累计完成值\t统计日期\n矿山生态修复面积\t9\t2025-10-31\n"
    door("tuyou").post(f"/submission/{draft}/fill", form(office, draft, do="paste", block=block))
    assert submission(office["tuyou"], draft).rows[1].texts == {
        "region": "土右旗",
        "indicator": "矿山生态修复面积",
        "amount": "9",
        "when": "2025-10-31",
    }


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("1\t2\t3\t4\t5\t6\t7\t8\n", "有 8 列，本表为 7 列"),
        ("统计日期\t累计完成值\t备忘\n2025-10-31\t1\t2\n", "不认识的列：备忘"),
        (" \n\t\n", "没有数据行"),
    ],
)
def test_a_block_that_does_not_fit_is_told(
    office: Office, door: Door, draft: int, block: str, said: str
) -> None:
    told = door("tuyou").post(
        f"/submission/{draft}/fill", form(office, draft, do="paste", block=block)
    )
    assert told.status_code == 422
    assert said in told.content.decode()
    assert len(submission(office["tuyou"], draft).rows) == 1


def test_a_draft_is_not_there_for_others(door: Door, draft: int) -> None:
    for login in ("guyang", "donghe", "city", "province", "auditor", "admin", "other_city"):
        assert door(login).get(f"/submission/{draft}").status_code == 404, login
        sent = {"version": 1, "do": "submit"}
        assert door(login).post(f"/submission/{draft}/fill", sent).status_code == 404, login
        assert (
            door(login).post(f"/submission/{draft}/review", {"step": "accept"}).status_code == 404
        )


def test_who_may_not_take_a_step_is_told_which_right_is_missing(office: Office, door: Door) -> None:
    key = handed_in(office)
    for login, step, right in [
        ("auditor", "accept", "市级审核"),
        ("province", "accept", "市级审核"),
        ("city", "confirm", "省级审核"),
        ("tuyou", "pass", "县级审核"),
        ("city", "pass", "县级审核"),
    ]:
        told = door(login).post(f"/submission/{key}/review", {"step": step})
        assert (told.status_code, f"缺少“{right}”权限" in told.content.decode()) == (403, True)
    assert submission(office["city"], key).state is State.SUBMITTED
    assert door("finance").get(f"/submission/{key}").status_code == 404
    assert door("other_city").get(f"/submission/{key}").status_code == 404


def test_a_draft_that_was_never_handed_in_can_be_thrown_away(
    office: Office, door: Door, draft: int
) -> None:
    done = door("tuyou").post(f"/submission/{draft}/fill", form(office, draft, do="discard"))
    assert done["Location"] == f"/p/{office.book}/progress"
    assert not Submission.objects.filter(pk=draft).exists()


def test_pages_ask_few_queries(
    office: Office, door: Door, draft: int, django_assert_max_num_queries: Any
) -> None:
    for number in range(12):
        handed_in(office, "guyang", region="固阳县", when=f"2025-{number + 1:02d}-28")
    county, city = door("tuyou"), door("city")
    with django_assert_max_num_queries(20):
        assert county.get(f"/submission/{draft}").status_code == 200
    with django_assert_max_num_queries(20):
        page = city.get(f"/p/{office.book}/progress")
    assert page.content.decode().count("等我办理") == 1
    with django_assert_max_num_queries(20):
        assert city.get("/").status_code == 200


def test_an_uploaded_file_that_is_no_workbook_is_told(
    office: Office, door: Door, draft: int
) -> None:
    file = SimpleUploadedFile("进展.xlsx", b"PK\x03\x04 nothing")
    told = door("tuyou").post(
        f"/submission/{draft}/fill", form(office, draft, do="upload", workbook=file)
    )
    assert told.status_code == 422
    assert "进展.xlsx" in told.content.decode()
