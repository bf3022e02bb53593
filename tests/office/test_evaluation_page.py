"""Every field of the form with its origin; words written here; previews and drafts."""

from io import BytesIO
from urllib.parse import unquote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document
from openpyxl import load_workbook

from shanhe.app.office import drafting, reviewing, writing
from shanhe.app.office.evaluation import EvaluationPage, Filled, evaluation_page
from shanhe.app.office.rights import Refused
from shanhe.app.office.submissions import Reported
from shanhe.store.models import Entry, Line

from .conftest import Office
from .visit import visitor

MOST_QUERIES = 20
AREA = "矿山生态修复面积"


def shown(office: Office, login: str = "city") -> EvaluationPage:
    return evaluation_page(office[login], office.book)


def cells_of(page: EvaluationPage, name: str) -> tuple[Filled, ...]:
    return next(row.cells for row in page.indicators if name in (row.key, row.name))


def test_each_field_names_its_line_and_who_entered_it(office: Office) -> None:
    target, actual, percent, _ = cells_of(shown(office), AREA)
    assert percent.text == "3.06%"
    for cell, sheet in ((target, "targets"), (actual, "actuals")):
        assert cell.origin
        line = Line.objects.get(book=office.book, sheet=sheet, row=cell.origin.row)
        entry = Entry.objects.get(book=office.book, number=line.number)
        assert line.texts["amount"] in cell.text
        assert (cell.origin.who, cell.origin.why) == (entry.who, entry.why)


def test_a_figure_that_a_county_handed_in_names_its_submission(office: Office) -> None:
    line = Line.objects.filter(book=office.book, sheet="actuals", texts__place="自评表").first()
    assert line
    texts = {**line.texts, "region": "土右旗", "amount": "1.5"}
    key = drafting.begin(office["tuyou"], office.book, "actuals", "年末填报")
    row = Reported(texts, "", 0)
    drafting.submit(office["tuyou"], key, drafting.save(office["tuyou"], key, [row], 1))
    reviewing.accept(office["city"], key)
    newest = Entry.objects.filter(book=office.book, action="put").order_by("-number").first()
    assert newest
    assert newest.why == "采纳土右旗自然资源局填报单“年末填报”"


def test_what_may_not_be_claimed_is_marked(office: Office) -> None:
    page = shown(office)
    gaps = [cell for row in page.indicators for cell in row.cells if cell.is_gap]
    assert any("存疑" in cell.text for cell in gaps)
    blocks = (page.head_rows, page.money, page.management, page.overall, page.indicators)
    marked = [c for block in blocks for row in block for c in row.cells if c.is_gap]
    assert page.gaps == len(marked) > 0
    area = cells_of(page, AREA)
    assert not any(cell.is_gap for cell in area)


@pytest.mark.parametrize("login", ["city", "finance", "donghe", "province", "ministry", "auditor"])
def test_all_who_may_read_see_it_with_few_questions(office: Office, login: str) -> None:
    person = visitor(login)
    with CaptureQueriesContext(connection) as asked:
        answer = person.get(f"/p/{office.book}/evaluation")
    assert answer.status_code == 200
    assert len(asked) <= MOST_QUERIES
    assert ("定稿</button>" in answer.content.decode()) is (login == "city")


@pytest.mark.parametrize("login", ["other_city", "admin"])
def test_others_get_nothing(office: Office, login: str) -> None:
    person = visitor(login)
    for page in ("evaluation", "evaluation/preview/form", "evaluation/words/overview"):
        assert person.get(f"/p/{office.book}/{page}").status_code == 404


def test_a_reason_written_here_stands_in_the_form(office: Office) -> None:
    city, address = visitor("city"), f"/p/{office.book}/evaluation/words/explanations"
    given = {"kind": "指标偏差", "indicators": "后期管护年限", "in_form": "是", "seen": "0"}
    name = next(row.key for row in shown(office).indicators if "管护" in row.name)
    given |= {"indicators": name, "reason": "尚未完工", "measure": "完工后落实管护责任"}
    answer = city.post(f"{address}/new", given)
    assert answer.status_code == 302
    reason = cells_of(shown(office), name)[-1]
    assert reason.text == "尚未完工；完工后落实管护责任"
    assert reason.origin
    assert reason.origin.who == "city"
    assert "尚未完工" in city.get(address).content.decode()
    assert "尚未完工" in city.get(f"/p/{office.book}/evaluation/preview/form").content.decode()


def test_what_cannot_be_read_is_told_in_its_field(office: Office) -> None:
    given = {"kind": "指标偏差", "reason": "r", "due": "年底", "seen": "0"}
    answer = visitor("city").post(f"/p/{office.book}/evaluation/words/explanations/new", given)
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "field-error" in text
    assert 'value="年底"' in text


def test_who_writes_over_somebody_is_told_and_nothing_is_lost(office: Office) -> None:
    line = Line.objects.get(book=office.book, sheet="overview")
    address = f"/p/{office.book}/evaluation/words/overview/{line.row}"
    first = {**line.texts, "result": "甲的话", "seen": str(line.number)}
    second = {**line.texts, "result": "乙的话", "seen": str(line.number)}
    assert visitor("city").post(address, first).status_code == 302
    answer = visitor("city2").post(address, second)
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "甲的话" in text
    assert "乙的话" in text
    line.refresh_from_db()
    assert line.texts["result"] == "甲的话"


def test_a_line_is_taken_away(office: Office) -> None:
    line = Line.objects.filter(book=office.book, sheet="explanations").first()
    assert line
    address = f"/p/{office.book}/evaluation/words/explanations/{line.row}"
    given = {"drop": "1", "seen": str(line.number)}
    assert visitor("city").post(address, given).status_code == 302
    assert not Line.objects.filter(pk=line.pk).exists()
    assert visitor("city").get(address).status_code == 404


@pytest.mark.parametrize("login", ["finance", "donghe", "province", "auditor"])
def test_only_the_city_office_writes(office: Office, login: str) -> None:
    with pytest.raises(Refused) as caught:
        writing.line_page(office[login], office.book, "explanations", "new", {})
    assert caught.value.status == 403
    given = {"kind": "改进措施", "measure": "m", "seen": "0"}
    address = f"/p/{office.book}/evaluation/words/explanations/new"
    assert visitor(login).post(address, given).status_code == 403


def test_other_sheets_are_not_written_here(office: Office) -> None:
    assert visitor("city").get(f"/p/{office.book}/evaluation/words/targets").status_code == 404


def test_previews_say_what_the_files_say(office: Office) -> None:
    auditor, home = visitor("auditor"), f"/p/{office.book}/evaluation"
    report = auditor.get(f"{home}/preview/report").content.decode()
    form = auditor.get(f"{home}/preview/form").content.decode()
    assert '<data value="completion.2025.restore_area">3.06%</data>' in report
    assert 'src="data:image/png;base64,' in report
    assert "转移支付区域（项目）绩效自评表" in form
    assert "style=" not in report + form
    answer = auditor.get(f"{home}/draft/绩效自评表.docx")
    assert "草稿·" in unquote(answer.headers["Content-Disposition"])
    assert Document(BytesIO(answer.content)).tables
    sheet = load_workbook(BytesIO(auditor.get(f"{home}/draft/绩效自评表.xlsx").content)).active
    assert sheet
    assert any("绩效自评表" in str(row[0]) for row in sheet.values)
    assert auditor.get(f"{home}/draft/evaluation.json").status_code == 404
