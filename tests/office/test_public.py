"""What a stranger gets: published self-evaluations without personal data, and nothing else."""

import hashlib
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from docx import Document
from openpyxl import load_workbook

from shanhe.app.office import freezing, signing, writing
from shanhe.app.office.rights import Refused
from shanhe.store.models import Account, Edition

from .conftest import Office
from .test_editions import corrected, frozen, published
from .visit import visitor

MOST_QUERIES = 20
PERSONAL = {
    "person": "李明",
    "mobile": "13812345678",
    "landline": "0472-5151234",
    "identity": "150204198001011234",
    "account": "6222021301001234567",
    "mail": "li.ming@btgov.cn",
    "longitude": "110.123456",
    "latitude": "40.654321",
    "plane": "4501234.12",
    "office": "王建军",
}
TYPED = (
    "联系人：李明，电话13812345678、0472-5151234，身份证号150204198001011234，"
    "账号6222021301001234567，邮箱li.ming@btgov.cn，位于东经110.123456°、北纬40.654321°"
    "（X=4501234.12），由王建军核实。"
)


def with_personal_data(office: Office) -> int:
    """Publish an edition whose words hold all that must not be published."""
    Account.objects.filter(login="guyang").update(name="王建军")
    texts = {
        "kind": "项目实施",
        "heading": "实施进度",
        "reason": TYPED,
        "measure": TYPED,
        "owner": "李明",
        "in_form": "是",
        "indicators": "矿山生态修复面积",
    }
    writing.write(office["city"], office.book, "explanations", "new", seen=0, texts=texts)
    return published(office)


def text_of(name: str, data: bytes) -> str:
    if name.endswith(".docx"):
        document = Document(BytesIO(data))
        return "".join(node.text or "" for node in document.element.body.iter("{*}t"))
    if name.endswith(".xlsx"):
        cells = (row for sheet in load_workbook(BytesIO(data)) for row in sheet.values)
        return "".join(str(cell) for row in cells for cell in row if cell)
    return data.decode()


def test_personal_data_stand_in_the_papers_of_the_office_and_in_none_for_the_public(
    office: Office,
) -> None:
    key = with_personal_data(office)
    stranger, city = Client(), visitor("city")
    inside = text_of(
        ".docx",
        city.get(f"/p/{office.book}/editions/{key}/papers/自评报告.docx").content,
    )
    assert {kind for kind, text in PERSONAL.items() if text not in inside} == set()
    names = Edition.objects.get(pk=key).public["papers"]
    assert len(names) == 5
    shown = {name: stranger.get(f"/public/{key}/{name}").content for name in names}
    read = {name: text_of(name, data) for name, data in shown.items()}
    read["page"] = stranger.get(f"/public/{key}").content.decode()
    for name, text in read.items():
        assert {kind: one for kind, one in PERSONAL.items() if one in text} == {}, name
    assert "东经110.12°、北纬40.65°" in read["page"]
    assert "1922.26" in read["公开版·自评报告.docx"]


def test_a_stranger_can_recompute_the_digest(office: Office) -> None:
    key = published(office)
    stranger = Client()
    listing = stranger.get(f"/public/{key}/文件清单.sha256").content
    page = stranger.get(f"/public/{key}").content.decode()
    assert hashlib.sha256(listing).hexdigest() in page
    said = dict(line.split("  ")[::-1] for line in listing.decode().splitlines())
    for name in Edition.objects.get(pk=key).public["papers"]:
        data = stranger.get(f"/public/{key}/{name}").content
        assert hashlib.sha256(data).hexdigest() == said[name]


def test_papers_come_as_downloads_that_no_browser_runs(office: Office) -> None:
    answer = Client().get(f"/public/{published(office)}/公开版·自评报告.html")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_stranger_gets_the_public_pages_alone(office: Office) -> None:
    key, stranger = published(office), Client()
    book = office.book
    for address in (
        "/",
        f"/p/{book}/",
        f"/p/{book}/findings",
        f"/p/{book}/evaluation",
        f"/p/{book}/evaluation/preview/report",
        f"/p/{book}/evaluation/draft/自评报告.docx",
        f"/p/{book}/editions/{key}/papers/自评报告.docx",
        "/province",
    ):
        answer = stranger.get(address)
        assert answer.status_code == 302, address
        assert answer.headers["Location"].startswith("/login"), address
    for name in ("自评报告.docx", "evaluation.json", "问题清单.json", "../secret.key"):
        assert stranger.get(f"/public/{key}/{name}").status_code == 404, name
    for address in (f"/p/{book}/editions", f"/p/{book}/editions/{key}/correct"):
        assert stranger.post(address, {"why": "x"}).headers["Location"].startswith("/login")


def test_what_is_not_published_is_not_there(office: Office) -> None:
    key, stranger = frozen(office), Client()
    assert stranger.get(f"/public/{key}").status_code == 404
    signing.sign(office["city2"], key)
    assert stranger.get(f"/public/{key}").status_code == 404
    assert stranger.get(f"/public/{key}/公开版·自评报告.docx").status_code == 404
    assert "尚无公开" in stranger.get("/public").content.decode()


def test_the_page_names_nobody_of_the_office(office: Office) -> None:
    Account.objects.filter(login="city").update(name="赵一凡")
    Account.objects.filter(login="city2").update(name="钱二丰")
    key = published(office)
    shown = Client().get(f"/public/{key}").content.decode()
    shown += Client().get("/public").content.decode()
    assert "赵一凡" not in shown
    assert "钱二丰" not in shown


def test_a_superseded_edition_says_by_which_why_and_when(office: Office) -> None:
    first = published(office)
    later = corrected(office, first, "联系人：李明 核减完成值")
    stranger = Client()
    old = stranger.get(f"/public/{first}").content.decode()
    day = Edition.objects.get(pk=later).published_at
    assert day
    assert f"本版已于 {day.astimezone().date().isoformat()} 被第2版替代" in old
    assert "核减完成值" in old
    assert "李明" not in old
    new = stranger.get(f"/public/{later}").content.decode()
    assert "999.99" in new
    assert f"/public/{first}" in new
    listed = stranger.get("/public").content.decode()
    assert f"/public/{later}" in listed
    assert f'/public/{first}"' not in listed


def test_what_bears_a_mark_of_secrecy_is_never_published(office: Office) -> None:
    texts = {"kind": "指标偏差", "reason": "见机密★10年附件", "in_form": "是"}
    texts["indicators"] = "矿山生态修复面积"
    writing.write(office["city"], office.book, "explanations", "new", seen=0, texts=texts)
    key = freezing.freeze(office["city"], office.book)
    signing.sign(office["city2"], key)
    with pytest.raises(Refused) as caught:
        signing.publish(office["city"], key)
    assert caught.value.status == 422
    assert "机密★" in caught.value.zh


def test_the_public_pages_ask_the_database_little(office: Office) -> None:
    key = published(office)
    for address in ("/public", f"/public/{key}", f"/public/{key}/公开版·自评报告.docx"):
        with CaptureQueriesContext(connection) as asked:
            assert Client().get(address).status_code == 200
        assert len(asked) <= MOST_QUERIES, address
