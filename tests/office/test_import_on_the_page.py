"""A workbook in at the page, and out again; everything wrong is shown in its place."""

import io
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from shanhe.app.office import accounts, books, locks
from shanhe.app.office.importing import plain_name
from shanhe.app.office.rights import Role
from shanhe.store.models import Account, Book, Line, Lock

from .conftest import Office
from .visit import visitor


def changed(office: Office, cells: dict[tuple[str, str], str]) -> bytes:
    """Return the example's workbook with other texts in some cells."""
    workbook = openpyxl.load_workbook(io.BytesIO(books.workbook(office["city"], office.book)[1]))
    for (sheet, cell), text in cells.items():
        workbook[sheet][cell] = text
    kept = io.BytesIO()
    workbook.save(kept)
    return kept.getvalue()


def handed_in(office: Office, login: str, data: bytes, name: str = "项目.xlsx") -> Any:
    file = SimpleUploadedFile(name, data)
    sent = {"workbook": file, "organisation": str(office.bodies["包头市"])}
    return visitor(login).post("/load", sent)


def test_what_goes_out_comes_in_without_a_change(office: Office) -> None:
    out = visitor("donghe").get(f"/p/{office.book}/workbook")
    assert out.status_code == 200
    assert "filename*=utf-8''" in out["Content-Disposition"]
    revision = Book.objects.get(pk=office.book).revision
    page = handed_in(office, "city", out.content)
    assert (page.status_code, page["Location"]) == (302, f"/p/{office.book}/")
    assert Book.objects.get(pk=office.book).revision == revision


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(("which", "rows"), [("empty", 0), ("example", 84)])
def test_there_is_a_workbook_to_begin_with(which: str, rows: int) -> None:
    assert f'href="/load/workbook/{which}"' in visitor("city").get("/load").content.decode()
    out = visitor("city").get(f"/load/workbook/{which}")
    sheet = openpyxl.load_workbook(io.BytesIO(out.content))["指标目标"]
    filled = [line for line in sheet.iter_rows(min_row=2, values_only=True) if any(line)]
    assert len(filled) == rows
    assert visitor("tuyou").get(f"/load/workbook/{which}").status_code == 403


def test_there_is_no_other_workbook_to_begin_with(office: Office) -> None:
    del office
    assert visitor("city").get("/load/workbook/secret").status_code == 404


def test_a_new_name_is_a_new_programme(office: Office) -> None:
    page = handed_in(office, "city", changed(office, {("项目信息", "B2"): "另一项目"}))
    book = Book.objects.latest("pk")
    assert (page["Location"], book.name) == (f"/p/{book.pk}/", "另一项目")


def test_every_problem_is_shown_with_sheet_row_column_and_remedy(office: Office) -> None:
    wrong = {("目标分解", "F2"): "约62", ("资金流转", "E3"): "中央财政", ("文件", "F2"): "六月八日"}
    lines = Line.objects.count()
    page = handed_in(office, "city", changed(office, wrong))
    words = page.content.decode()
    assert page.status_code == 422
    assert "有3处需要改正，没有导入任何数据" in words
    for text in ("约62", "指标值", "中央财政", "资金来源", "六月八日", "发文日期", "只填数字"):
        assert text in words
    assert Line.objects.count() == lines


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("项目.xlsx", b"<script>alert(1)</script>", "不是"),
        ("项目.xls", b"\xd0\xcf\x11\xe0", "xls"),
        ("项目.exe", b"MZ", "xlsx"),
        ("../../etc/passwd", b"root", "xlsx"),
        (".xlsx", b"", "xlsx"),
    ],
)
def test_what_is_no_workbook_is_refused_in_words(
    office: Office, name: str, data: bytes, said: str
) -> None:
    page = handed_in(office, "city", data, name)
    words = page.content.decode()
    assert page.status_code == 422
    assert said in words
    assert "<script>alert" not in words


@pytest.mark.parametrize("login", ["donghe", "finance", "province", "auditor", "admin"])
def test_who_may_not_import_is_told_who_may(office: Office, login: str) -> None:
    client = visitor(login)
    assert client.get("/load").status_code == 403
    assert 'href="/load"' not in client.get("/").content.decode()
    page = handed_in(office, login, b"x")
    assert page.status_code == 403
    assert "市级项目办" in page.content.decode()


def test_nobody_imports_for_another_city(office: Office) -> None:
    data = changed(office, {})
    page = handed_in(office, "other_city", data)
    assert page.status_code == 403
    assert Book.objects.count() == 1


@pytest.mark.usefixtures("office")
def test_no_file_is_said_to_be_missing() -> None:
    page = visitor("city").post("/load", {"organisation": "1"})
    assert page.status_code == 422
    assert "请选择要导入的工作簿" in page.content.decode()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("..\\..\\目标表.xlsx", "目标表.xlsx"),
        ("/etc/passwd", "工作簿"),
        ("a\0b\n.xlsx", "ab.xlsx"),
        ("…" * 300 + ".xlsx", "…" * 100 + ".xlsx"),
        ("", "工作簿"),
    ],
)
def test_a_name_is_never_a_path(name: str, kept: str) -> None:
    assert plain_name(name) == kept


TARGET, MONEY = {("指标目标", "H2"): "1999.99"}, {("资金流转", "F2"): "1"}


def test_a_workbook_is_no_way_around_a_lock(office: Office) -> None:
    locks.close(office["city"], office.book, "targets", "年度结束")
    before = Book.objects.get(pk=office.book).revision
    page = handed_in(office, "city", changed(office, TARGET))
    assert (page.status_code, "年度结束" in page.content.decode()) == (423, True)
    assert Book.objects.get(pk=office.book).revision == before
    lock = Lock.objects.get(book=office.book).pk
    today, city = timezone.localdate(), office.bodies["包头市"]
    locks.permit(office["city"], office.book, lock, organisation=city, until=today, why="勘误")
    assert handed_in(office, "city", changed(office, TARGET)).status_code == 302


def test_a_sheet_that_is_open_is_imported_beside_one_that_is_closed(office: Office) -> None:
    locks.close(office["city"], office.book, "progress", "年度结束")
    assert handed_in(office, "city", changed(office, TARGET)).status_code == 302


def test_a_workbook_changes_what_its_person_may_change_and_no_more(office: Office) -> None:
    """Money belongs to finance; the first import makes the programme and asks for its right alone."""
    page = handed_in(office, "city", changed(office, MONEY))
    assert (page.status_code, "修改资金数据" in page.content.decode()) == (403, True)
    account = Account.objects.get(login="city").pk
    city = office.bodies["包头市"]
    accounts.grant(office.admin, account=account, role=Role.CITY_FINANCE, organisation=city)
    assert handed_in(office, "city", changed(office, MONEY)).status_code == 302
