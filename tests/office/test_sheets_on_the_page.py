"""Any sheet of a programme on a page: looked at, changed, pasted into, closed, overtaken."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from shanhe.app.office import locks, sheets
from shanhe.app.office.editing import Typed, Unsaved, save
from shanhe.app.office.grids import preview
from shanhe.app.office.sheets import Shown
from shanhe.documents.forms.workbook.lines import BY_KEY
from shanhe.store.journal import verify
from shanhe.store.lines import Change
from shanhe.store.models import Book, Entry

from .conftest import Office
from .visit import visitor

SPLIT = "regional_targets"


def line(office: Office, number: int = 0, sheet: str = SPLIT) -> Shown:
    return sheets.sheet_page(office["city"], office.book, sheet).lines[number]


def form(*lines: Shown | dict[str, str], why: str = "", **changed: str) -> dict[str, str]:
    """Return what a browser sends: the lines as they are, the first one changed."""
    sent = {"why": why, "page": "1"}
    for place, one in enumerate(lines):
        texts = one.texts if isinstance(one, Shown) else one
        sent |= {f"line.{place}.{key}": text for key, text in texts.items()}
        if isinstance(one, Shown):
            sent |= {f"line.{place}.-row": one.row, f"line.{place}.-seen": str(one.number)}
    return sent | {f"line.0.{key}": text for key, text in changed.items()}


def send(client: Client, office: Office, data: dict[str, str], sheet: str = SPLIT) -> Any:
    return client.post(f"/p/{office.book}/sheet/{sheet}", data)


@pytest.mark.parametrize("login", ["donghe", "city", "finance", "province", "ministry", "auditor"])
def test_every_sheet_is_there_for_readers(office: Office, login: str) -> None:
    client = visitor(login)
    listed = client.get(f"/p/{office.book}/sheet/").content.decode()
    for sheet in BY_KEY.values():
        assert sheet.zh in listed
        assert client.get(f"/p/{office.book}/sheet/{sheet.key}").status_code == 200


@pytest.mark.parametrize(
    ("login", "sheet", "status"),
    [
        ("city", "targets", 200),
        ("city", "actuals", 200),
        ("city", "payments", 403),
        ("finance", "payments", 200),
        ("finance", "targets", 403),
        ("donghe", "targets", 403),
        ("province", "targets", 403),
        ("auditor", "payments", 403),
        ("other_city", "targets", 404),
        ("admin", "targets", 404),
        ("city", "no_such_sheet", 404),
    ],
)
def test_who_may_type_into_which_sheet(office: Office, login: str, sheet: str, status: int) -> None:
    client = visitor(login)
    assert client.get(f"/p/{office.book}/sheet/{sheet}?edit").status_code == status
    if status != 200:
        before = Book.objects.get(pk=office.book).revision
        assert send(client, office, form({"name": "x"}), sheet).status_code == status
        assert Book.objects.get(pk=office.book).revision == before


def test_a_changed_cell_is_kept_with_its_reason_and_the_rest_is_left_alone(office: Office) -> None:
    first, second = line(office, 0), line(office, 1)
    page = send(visitor("city"), office, form(first, second, why="复核更正", amount="62.38"))
    assert page.status_code == 302
    assert line(office, 0).texts["amount"] == "62.38"
    assert line(office, 1).number == second.number
    entry = Entry.objects.filter(book=office.book, row=first.row).latest("number")
    assert (entry.why, entry.was, entry.who) == ("复核更正", first.number, "city")
    assert list(verify()) == []


def test_a_change_without_a_reason_is_not_kept_and_a_new_line_is(office: Office) -> None:
    first = line(office)
    refused = send(visitor("city"), office, form(first, amount="62.38"))
    assert refused.status_code == 422
    assert "请填写理由" in refused.content.decode()
    assert 'value="62.38"' in refused.content.decode()
    assert line(office).texts["amount"] == "62.37"
    new = {**first.texts, "indicator": "边坡治理面积", "amount": "10"}
    assert send(visitor("city"), office, form(new)).status_code == 302


def test_nothing_is_kept_where_one_cell_cannot_be_read(office: Office) -> None:
    first, second = line(office, 0), line(office, 1)
    sent = form(first, second, why="更正", amount="62.38") | {"line.1.amount": "约26"}
    page = send(visitor("city"), office, sent)
    words = page.content.decode()
    assert page.status_code == 422
    assert "“约26”不是数值" in words
    assert 'id="e-1-amount"' in words
    assert 'id="e-0-amount"' not in words
    assert 'value="62.38"' in words
    assert line(office, 0).texts["amount"] == "62.37"


def test_the_second_of_the_same_line_is_named_for_the_programme_as_a_whole(office: Office) -> None:
    page = send(visitor("city"), office, form(dict(line(office).texts)))
    assert page.status_code == 422
    assert "目标分解" in page.content.decode()
    assert "重复" in page.content.decode()


def test_a_dropped_line_is_gone_and_a_blank_one_is_nothing(office: Office) -> None:
    count = len(sheets.sheet_page(office["city"], office.book, SPLIT).lines)
    sent = form(line(office), {"amount": ""}, why="误填") | {"line.0.-drop": "1"}
    assert send(visitor("city"), office, sent).status_code == 302
    assert len(sheets.sheet_page(office["city"], office.book, SPLIT).lines) == count - 1
    assert send(visitor("city"), office, form({"amount": ""})).status_code == 302
    assert len(sheets.sheet_page(office["city"], office.book, SPLIT).lines) == count - 1


def test_who_was_overtaken_sees_who_when_old_and_new_and_keeps_what_they_typed(
    office: Office,
) -> None:
    seen = line(office)
    other = Change(
        sheet=SPLIT, row=seen.row, texts={**seen.texts, "amount": "70"}, seen=seen.number
    )
    sheets.change(office["city2"], office.book, [other])
    page = send(visitor("city"), office, form(seen, why="更正", amount="62.38"))
    words = page.content.decode()
    assert page.status_code == 409
    for text in ("city2", "62.37", "<strong>70</strong>", 'value="62.38"'):
        assert text in words
    assert line(office).texts["amount"] == "70"
    newer = line(office).number
    assert f'name="line.0.-seen" value="{newer}"' in words
    knowing = form(seen, why="更正", amount="62.38") | {"line.0.-seen": str(newer)}
    assert send(visitor("city"), office, knowing).status_code == 302
    assert line(office).texts["amount"] == "62.38"


def test_a_line_that_only_somebody_else_changed_overtakes_nobody(office: Office) -> None:
    first, second = line(office, 0), line(office, 1)
    other = Change(
        sheet=SPLIT, row=second.row, texts={**second.texts, "amount": "27"}, seen=second.number
    )
    sheets.change(office["city2"], office.book, [other])
    page = send(visitor("city"), office, form(first, second, why="更正", amount="62.38"))
    assert page.status_code == 302
    assert [line(office, n).texts["amount"] for n in (0, 1)] == ["62.38", "27"]


def test_a_line_that_is_gone_is_said_to_be_gone(office: Office) -> None:
    seen = line(office)
    gone = Change(sheet=SPLIT, row=seen.row, texts=None, seen=seen.number, why="误填")
    sheets.change(office["city2"], office.book, [gone])
    done = save(
        office["city"],
        office.book,
        SPLIT,
        [Typed({**seen.texts, "amount": "1"}, seen.row, seen.number)],
        "更正",
    )
    assert isinstance(done, Unsaved)
    marked = done.lines[0]
    assert marked.overtaken is not None
    assert marked.overtaken.is_gone
    assert (marked.typed.row, marked.typed.seen) == ("", 0)


def test_a_closed_sheet_says_who_closed_it_and_why(office: Office) -> None:
    locks.close(office["city"], office.book, SPLIT, "数据上报")
    client = visitor("city2")
    shown = client.get(f"/p/{office.book}/sheet/{SPLIT}").content.decode()
    day = timezone.localdate()
    assert f"已由city于{day.year}年{day.month}月{day.day}日锁定（数据上报）" in shown
    assert "?edit" not in shown
    assert client.get(f"/p/{office.book}/sheet/{SPLIT}?edit").status_code == 423
    page = send(client, office, form(line(office), why="更正", amount="62.38"))
    assert page.status_code == 423
    assert 'value="62.38"' in page.content.decode()
    assert line(office).texts["amount"] == "62.37"


def test_a_pasted_block_is_shown_before_it_is_kept(office: Office) -> None:
    block = "区域\t版本\t期间\t三级指标\t指标值\t计量单位\n东河区\t下达\t实施期\t矿山生态修复面积\t62.38\t公顷\n"
    before = Book.objects.get(pk=office.book).revision
    page = visitor("city").post(f"/p/{office.book}/sheet/{SPLIT}/paste", {"block": block})
    words = page.content.decode()
    assert page.status_code == 200
    assert 'value="62.38"' in words
    assert f'value="{line(office).row}"' in words  # the line that is there, not a second one
    assert Book.objects.get(pk=office.book).revision == before


def test_a_block_without_headings_stands_in_the_order_of_the_sheet(office: Office) -> None:
    block = '下达\t实施期\t东河区\t"边坡\n治理面积"\t\t10\t公顷'
    lines = preview(office["city"], office.book, SPLIT, block).lines
    assert [one.typed.texts["indicator"] for one in lines] == ["边坡\n治理面积"]
    assert lines[0].typed.row == ""


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("", "没有可粘贴的内容"),
        ("区域\t指标值\n", "没有可粘贴的内容"),
        ("1\t2\t3\t4\t5\t6\t7\t第八列", "多出“第八列”"),
        ("x\n" * 501, "最多粘贴500行"),
    ],
)
def test_a_block_that_does_not_fit_comes_back_with_the_reason(
    office: Office, block: str, said: str
) -> None:
    page = visitor("city").post(f"/p/{office.book}/sheet/{SPLIT}/paste", {"block": block})
    assert page.status_code == 422
    assert said in page.content.decode()


def test_a_large_sheet_is_paged(office: Office, django_assert_max_num_queries: Any) -> None:
    new = [
        Change(sheet="payments", texts={
            "when": "2025-11-01", "payer": "东河区", "origin": "中央", "amount": f"{n}.5",
        })
        for n in range(500)
    ]  # fmt: skip
    sheets.change(office["finance"], office.book, new)
    client = visitor("finance")
    with django_assert_max_num_queries(20):
        page = client.get(f"/p/{office.book}/sheet/payments?page=10&edit").content.decode()
    assert 'value="499.5"' in page
    assert 'value="449.5"' not in page
    assert len(page) < 250_000


def test_fields_that_nobody_declared_are_not_kept(office: Office) -> None:
    sent = form(line(office), why="更正", amount="62.38") | {"line.0.evil": "x"}
    send(visitor("city"), office, sent)
    assert "evil" not in line(office).texts


def test_one_record_is_a_form_of_its_own(office: Office) -> None:
    first = line(office, 0, "programme")
    words = visitor("city").get(f"/p/{office.book}/sheet/programme?edit").content.decode()
    assert 'name="line.0.as_of"' in words
    sent = form(first, why="补填", as_of="2025-12-31")
    assert send(visitor("city"), office, sent, "programme").status_code == 302
    assert line(office, 0, "programme").texts["as_of"] == "2025-12-31"
