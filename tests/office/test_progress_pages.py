"""The pages on which counties report: typed, pasted, uploaded, handed in, reviewed."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from shanhe.app.office import accounts, drafting, locks, reviewing
from shanhe.app.office.rights import Refused, Role
from shanhe.app.office.sheets import Wrong
from shanhe.app.office.submissions import Reported, State, submission
from shanhe.store.journal import verify
from shanhe.store.models import Account, Submission

from .conftest import Office
from .doors import entered, workbook
from .test_submissions import FIGURE, counted, handed_in

Door = Callable[[str], Client]


@pytest.fixture
def door(office: Office) -> Door:  # noqa: ARG001 - people live in it
    return entered


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


def test_a_reviewer_reads_the_columns_that_say_something(office: Office, door: Door) -> None:
    page = door("city").get(f"/submission/{handed_in(office)}").content.decode()
    assert all(f'<th scope="col">{name}</th>' in page for name in ("统计日期", "佐证材料"))
    assert '<th scope="col">子项目</th>' not in page


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


HEAD = ["统计日期", "区域", "子项目", "三级指标", "累计完成值", "计量单位", "佐证材料"]


def upload(office: Office, door: Door, draft: int, data: bytes) -> Any:
    file = SimpleUploadedFile("进展.xlsx", data)
    sent = form(office, draft, do="upload", workbook=file)
    return door("tuyou").post(f"/submission/{draft}/fill", sent)


def test_a_workbook_gives_the_rows_of_ones_own_place(
    office: Office, door: Door, draft: int
) -> None:
    rows = [
        HEAD,
        ["2025-12-31", "土右旗", "", "矿山生态修复面积", "20", "公顷"],
        ["2025-12-31", "东河区", "", "矿山生态修复面积", "约30", "公顷"],
        ["2025-11-30", "土右旗", "", "矿山生态修复面积", "13.0", "公顷"],
    ]
    file = SimpleUploadedFile("进展.xlsx", workbook(进展监测=rows))
    county = door("tuyou")
    done = county.post(f"/submission/{draft}/fill", form(office, draft, do="upload", workbook=file))
    assert done.status_code == 302
    kept = submission(office["tuyou"], draft).rows
    assert [row.texts["amount"] for row in kept] == ["13.0", "20"]
    page = county.get(f"/submission/{draft}").content.decode()
    assert "已读入 2 行；其他地区的 1 行没有读入" in page


def test_a_wrong_cell_of_a_workbook_is_told_with_its_place(
    office: Office, door: Door, draft: int
) -> None:
    rows = [
        HEAD,
        ["2025-12-31", "东河区", "", "矿山生态修复面积", "1", "公顷"],
        ["2025-12-31", "土右旗", "", "矿山生态修复面积", "约20", "公顷"],
    ]
    told = upload(office, door, draft, workbook(进展监测=rows))
    assert told.status_code == 422
    assert "进展.xlsx › 进展监测 › 第 3 行 › 累计完成值" in told.content.decode()
    assert len(submission(office["tuyou"], draft).rows) == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 nothing", "进展.xlsx"),
        (b"", "是空文件"),
        (workbook(别的表=[HEAD]), "没有工作表“进展监测”，其中有：别的表"),
        (workbook(进展监测=[HEAD]), "没有土右旗的数据行"),
    ],
)
def test_a_workbook_that_does_not_fit_is_told(
    office: Office, door: Door, draft: int, data: bytes, said: str
) -> None:
    told = upload(office, door, draft, data)
    assert told.status_code == 422
    assert said in told.content.decode()


def test_a_line_of_another_county_cannot_be_named(office: Office) -> None:
    theirs = handed_in(office, "guyang", region="固阳县")
    reviewing.accept(office["city"], theirs)
    line = submission(office["city"], theirs).rows[0]
    key = drafting.begin(office["tuyou"], office.book, "progress", "x")
    stolen = Reported(FIGURE, line.row, line.now)
    with pytest.raises(Refused, match="another place"):
        drafting.save(office["tuyou"], key, [stolen], 1)


def test_a_row_that_counts_already_is_found_before_it_counts_twice(office: Office) -> None:
    reviewing.accept(office["city"], handed_in(office))
    with pytest.raises(Wrong) as wrong:
        handed_in(office)
    assert [(n, f, p.kind) for n, f, p in wrong.value.problems] == [(0, "", "row_counts_already")]


def test_a_line_that_was_reported_in_error_is_taken_away(office: Office, door: Door) -> None:
    reviewing.accept(office["city"], handed_in(office))
    key = drafting.begin(office["tuyou"], office.book, "progress", "撤销", filled=True)
    row = submission(office["tuyou"], key).rows[0].row
    done = door("tuyou").post(f"/submission/{key}/fill", form(office, key, gone=row, do="submit"))
    assert done.status_code == 302
    reviewing.accept(office["city"], key)
    assert counted(office) == []
    assert list(verify()) == []


def test_an_overtaken_draft_tells_who_changed_what(office: Office, door: Door) -> None:
    reviewing.accept(office["city"], handed_in(office))
    old, new = (
        drafting.begin(office["tuyou"], office.book, "progress", title, filled=True)
        for title in ("旧", "新")
    )
    row = submission(office["tuyou"], new).rows[0]
    change = Reported({**row.texts, "amount": "13.1"}, row.row, row.seen)
    drafting.submit(office["tuyou"], new, drafting.save(office["tuyou"], new, [change], 1))
    reviewing.accept(office["city"], new)
    told = door("tuyou").post(f"/submission/{old}/fill", form(office, old, do="submit"))
    page = told.content.decode()
    assert told.status_code == 409
    assert "第 1 行的现有数据在起草后已有变动" in page
    assert "<del>12.5</del> → <ins>13.1</ins>" in page
    door("tuyou").post(f"/submission/{old}/fill", form(office, old, do="renew"))
    done = door("tuyou").post(f"/submission/{old}/fill", form(office, old, do="submit"))
    assert done.status_code == 302


def test_what_is_overtaken_while_it_waits_is_not_accepted(office: Office, door: Door) -> None:
    reviewing.accept(office["city"], handed_in(office))
    keys = []
    for amount in ("13.1", "13.2"):
        key = drafting.begin(office["tuyou"], office.book, "progress", amount, filled=True)
        row = submission(office["tuyou"], key).rows[0]
        typed = Reported({**row.texts, "amount": amount}, row.row, row.seen)
        drafting.submit(office["tuyou"], key, drafting.save(office["tuyou"], key, [typed], 1))
        keys.append(key)
    reviewing.accept(office["city"], keys[0])
    told = door("city").post(f"/submission/{keys[1]}/review", {"step": "accept"})
    assert told.status_code == 409
    assert "累计完成值由“12.5”改为“13.1”" in told.content.decode()
    assert counted(office) == ["13.1"]


def test_nobody_approves_what_they_entered_even_with_a_second_role(
    office: Office, door: Door
) -> None:
    body = office.bodies["土右旗自然资源局"]
    account = Account.objects.get(login="tuyou").pk
    accounts.grant(office.admin, account=account, role=Role.COUNTY_REVIEWER, organisation=body)
    city = office.bodies["包头市"]
    accounts.grant(office.admin, account=account, role=Role.CITY_OFFICE, organisation=city)
    key = handed_in(office)
    for step in ("pass", "accept"):
        told = door("tuyou").post(f"/submission/{key}/review", {"step": step})
        assert told.status_code == 403
        assert "不能审核自己填报的数据" in told.content.decode()
    assert "采纳" not in door("tuyou").get(f"/submission/{key}").content.decode()


def test_a_locked_sheet_is_open_for_who_got_a_later_day(office: Office, door: Door) -> None:
    lock = locks.close(office["city"], office.book, "progress", "数据已汇总")
    begin = {"sheet": "progress", "title": "x", "begin": "empty"}
    told = door("tuyou").post(f"/p/{office.book}/progress/begin", begin)
    assert told.status_code == 423
    assert "数据已汇总" in told.content.decode()
    sent = {
        "do": "permit",
        "lock": lock,
        "organisation": office.bodies["土右旗自然资源局"],
        "until": "2099-12-31",
        "why": "暴雪停工",
    }
    assert door("tuyou").post(f"/p/{office.book}/locks/change", sent).status_code == 403
    assert door("city").post(f"/p/{office.book}/locks/change", sent).status_code == 302
    assert door("tuyou").post(f"/p/{office.book}/progress/begin", begin).status_code == 302
    begin_other = door("guyang").post(f"/p/{office.book}/progress/begin", begin)
    assert begin_other.status_code == 423
    page = door("guyang").get(f"/p/{office.book}/locks").content.decode()
    assert "暴雪停工" in page
    assert "准予延期" not in page


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"do": "close", "sheet": "progress", "why": " "}, "请填写理由"),
        ({"do": "close", "sheet": "x", "why": "a"}, "没有该表"),
        ({"do": "reopen", "lock": "999", "why": "a"}, "没有该锁定记录"),
        ({"do": "permit", "lock": "1", "until": "明天", "why": "a"}, "延期日期请按"),
        ({"do": "permit", "lock": "1", "until": "2020-01-01", "why": "a"}, "不能早于今天"),
    ],
)
def test_a_lock_without_its_due_is_told(
    office: Office, door: Door, sent: dict[str, str], said: str
) -> None:
    told = door("city").post(f"/p/{office.book}/locks/change", sent)
    assert told.status_code in {404, 422}
    assert said in told.content.decode()
