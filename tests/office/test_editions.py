"""A self-evaluation is frozen, signed by another, published; corrected by a later edition alone."""

import hashlib
import json
from io import BytesIO

import pytest
from django.test import Client
from docx import Document

from shanhe.app.office import (
    drafting,
    edition_papers,
    evaluation,
    freezing,
    loading,
    locks,
    reviewing,
    sheets,
    signing,
    writing,
)
from shanhe.app.office.edition_papers import LIST
from shanhe.app.office.editions import Shown, paper
from shanhe.app.office.rights import Action, Refused
from shanhe.app.office.submissions import Reported
from shanhe.documents.formats.docx.read import read_figures
from shanhe.records.evaluation import Evaluation
from shanhe.store import files
from shanhe.store.journal import verify
from shanhe.store.lines import Change
from shanhe.store.models import Book, Edition, Entry, Lock

from .conftest import EXAMPLE, Office
from .test_submissions import FIGURE, handed_in
from .visit import visitor


def frozen(office: Office, login: str = "city") -> int:
    return freezing.freeze(office[login], office.book)


def published(office: Office) -> int:
    key = frozen(office)
    signing.sign(office["city2"], key)
    signing.publish(office["city"], key)
    return key


def corrected(office: Office, key: int, why: str = "完成值核减") -> int:
    """Correct one figure, and publish the edition that says so."""
    freezing.correct(office["city"], key, why)
    retarget(office, "999.99")
    later = freezing.freeze(office["city"], office.book)
    signing.sign(office["city2"], later)
    signing.publish(office["city"], later)
    return later


def retarget(office: Office, amount: str) -> None:
    line = sheets.sheet_page(office["city"], office.book, "regional_targets").lines[0]
    texts = {**line.texts, "amount": amount}
    change = Change(sheet="regional_targets", row=line.row, texts=texts, seen=line.number)
    sheets.change(office["city"], office.book, [change])


def test_papers_are_those_of_the_command_line_and_hold_the_figures(office: Office) -> None:
    edition = Edition.objects.get(pk=frozen(office))
    internal = {name for name in edition.papers if not name.startswith("公开版")}
    assert internal == {
        "自评报告.docx",
        "绩效自评表.docx",
        "绩效自评表.xlsx",
        "问题清单.html",
        "问题清单.json",
        "evaluation.json",
    }
    computed = json.loads(paper(office["city"], edition.pk, "evaluation.json"))["figures"]
    for name in ("自评报告.docx", "公开版·自评报告.docx", "公开版·绩效自评表.docx"):
        printed = dict(read_figures(paper(office["city"], edition.pk, name)))
        assert printed
        assert printed == {key: computed[key] for key in printed}
    assert list(verify()) == []


def test_the_digest_follows_from_the_papers(office: Office) -> None:
    edition = Edition.objects.get(pk=frozen(office))
    lines = []
    for name in sorted(edition.papers):
        data = paper(office["auditor"], edition.pk, name)
        lines.append(f"{hashlib.sha256(data).hexdigest()}  {name}\n")
    assert hashlib.sha256("".join(lines).encode()).hexdigest() == edition.digest
    entry = Entry.objects.get(book=office.book, action="freeze")
    assert entry.texts
    assert entry.texts["digest"] == edition.digest


def test_a_frozen_figure_cannot_be_changed_by_any_way(office: Office) -> None:
    waiting = handed_in(office)
    frozen(office)
    attempts = (
        lambda: retarget(office, "1"),
        lambda: reviewing.accept(office["city"], waiting),
        lambda: loading.load(office["city"], EXAMPLE),
        lambda: handed_in(office, "guyang", region="固阳县"),
        lambda: writing.line_page(office["city"], office.book, "explanations", "new", {}),
    )
    before = list(Entry.objects.filter(book=office.book).values_list("number", flat=True))
    for attempt in attempts:
        with pytest.raises(Refused) as caught:
            attempt()
        assert caught.value.status == 423
        assert "开始更正" in caught.value.zh, "how it is opened, not that it is extended"
    after = Entry.objects.filter(book=office.book).values_list("number", flat=True)
    assert list(after) == before


def test_its_lock_cannot_be_opened_beside_a_correction(office: Office) -> None:
    frozen(office)
    lock = Lock.objects.get(book=office.book)
    with pytest.raises(Refused) as caught:
        locks.reopen(office["city"], office.book, lock.pk, "改个数")
    assert caught.value.status == 409
    lock.refresh_from_db()
    assert lock.opened is None


def test_nobody_signs_what_they_froze(office: Office) -> None:
    key = frozen(office)
    with pytest.raises(Refused, match="froze"):
        signing.sign(office["city"], key)
    signing.sign(office["city2"], key)
    assert Edition.objects.filter(pk=key, signed_by__login="city2").exists()


def test_nobody_signs_words_they_wrote(office: Office) -> None:
    texts = {"kind": "改进措施", "measure": "按月调度", "owner": "包头市自然资源局"}
    office_city2 = office["city2"]
    writing.write(office_city2, office.book, "explanations", "new", seen=0, texts=texts)
    key = frozen(office)
    with pytest.raises(Refused, match="You wrote"):
        signing.sign(office_city2, key)


def of_the_programme(office: Office, login: str, amount: str) -> None:
    """Change one actual of the self-evaluation directly."""
    line = sheets.sheet_page(office[login], office.book, "actuals").lines[0]
    texts = {**line.texts, "amount": amount}
    change = Change(sheet="actuals", row=line.row, texts=texts, seen=line.number)
    sheets.change(office[login], office.book, [change])


def test_nobody_signs_figures_they_entered_whoever_changed_them_since(office: Office) -> None:
    of_the_programme(office, "city2", "11.5")
    of_the_programme(office, "city", "12.5")
    key = frozen(office)
    with pytest.raises(Refused, match="You wrote"):
        signing.sign(office["city2"], key)


def test_who_accepted_what_a_county_entered_may_sign(office: Office) -> None:
    figure = {key: FIGURE[key] for key in ("region", "indicator", "amount")}
    figure |= {"period": "2025", "place": "报告正文"}
    key = drafting.begin(office["tuyou"], office.book, "actuals", "年度自评")
    drafting.submit(
        office["tuyou"], key, drafting.save(office["tuyou"], key, [Reported(figure)], 1)
    )
    reviewing.accept(office["city2"], key)
    edition = frozen(office)
    signing.sign(office["city2"], edition)


@pytest.mark.parametrize("login", ["donghe", "finance", "province", "auditor", "ministry"])
def test_only_the_city_office_freezes(office: Office, login: str) -> None:
    with pytest.raises(Refused) as caught:
        frozen(office, login)
    assert caught.value.status == 403
    assert not Edition.objects.exists()


def test_only_what_is_signed_is_published(office: Office) -> None:
    key = frozen(office)
    with pytest.raises(Refused) as caught:
        signing.publish(office["city"], key)
    assert caught.value.status == 409


def test_what_is_frozen_is_frozen_once(office: Office) -> None:
    frozen(office)
    with pytest.raises(Refused) as caught:
        frozen(office)
    assert caught.value.status == 423
    assert Edition.objects.count() == 1


def test_a_correction_is_a_new_edition_with_its_reason(office: Office) -> None:
    first = published(office)
    before = Edition.objects.filter(pk=first).values("digest", "papers", "public").get()
    later = corrected(office, first)
    states = {one.number: one.state for one in editions_of(office)}
    assert states == {2: "published", 1: "superseded"}
    new = Edition.objects.get(pk=later)
    assert (new.number, new.why) == (2, "完成值核减")
    assert new.digest != before["digest"]
    assert Edition.objects.filter(pk=first).values("digest", "papers", "public").get() == before
    acts = Entry.objects.filter(book=office.book).values_list("action", flat=True)
    told = [act for act in acts if act in {"freeze", "sign", "publish", "lock", "unlock"}]
    assert told == [
        "freeze",
        "lock",
        "sign",
        "publish",
        "unlock",
        "freeze",
        "lock",
        "sign",
        "publish",
    ]
    assert list(verify()) == []


def editions_of(office: Office, login: str = "city") -> tuple[Shown, ...]:
    return evaluation.evaluation_page(office[login], office.book).editions


def test_an_edition_under_correction_is_neither_signed_nor_published(office: Office) -> None:
    key = frozen(office)
    freezing.correct(office["city"], key, "漏填原因")
    with pytest.raises(Refused) as caught:
        signing.sign(office["city2"], key)
    assert caught.value.status == 409
    assert editions_of(office)[0].state == "withdrawn"


def test_a_paper_that_was_tampered_with_is_neither_signed_nor_shown(office: Office) -> None:
    edition = Edition.objects.get(pk=frozen(office))
    digest = edition.papers["自评报告.docx"]
    path = files.path_of(digest)
    whole = path.read_bytes()
    try:
        path.write_bytes(whole + b" ")
        with pytest.raises(Refused) as caught:
            signing.sign(office["city2"], edition.pk)
    finally:
        path.write_bytes(whole)
    assert caught.value.status == 500
    assert "自评报告.docx" in caught.value.zh


def test_a_list_of_papers_that_was_changed_in_the_database_is_noticed(office: Office) -> None:
    key = published(office)
    edition = Edition.objects.get(pk=key)
    edition.papers = {**edition.papers, "公开版·自评报告.html": edition.papers["问题清单.html"]}
    edition.save()
    assert Client().get(f"/public/{key}").status_code == 500


def test_papers_come_as_downloads(office: Office) -> None:
    key = frozen(office)
    auditor = visitor("auditor")
    answer = auditor.get(f"/p/{office.book}/editions/{key}/papers/自评报告.docx")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "2025年度绩效自评报告" in "".join(
        paragraph.text for paragraph in Document(BytesIO(answer.content)).paragraphs
    )
    assert auditor.get(f"/p/{office.book}/editions/{key}/papers/别的.docx").status_code == 404
    assert (
        visitor("other_city")
        .get(f"/p/{office.book}/editions/{key}/papers/自评报告.docx")
        .status_code
        == 404
    )


def test_the_page_leads_through_all_steps(office: Office) -> None:
    city, city2, home = visitor("city"), visitor("city2"), f"/p/{office.book}"
    assert "尚未定稿" in city.get(f"{home}/evaluation").content.decode()
    city.post(f"{home}/editions")
    key = Edition.objects.get().pk
    shown = city.get(f"{home}/evaluation").content.decode()
    assert "已定稿，待签发" in shown
    assert city.post(f"{home}/editions/{key}/sign").status_code == 403
    assert city2.post(f"{home}/editions/{key}/sign").status_code == 302
    assert city2.post(f"{home}/editions/{key}/publish").status_code == 302
    assert city.post(f"{home}/editions/{key}/correct", {"why": ""}).status_code == 422
    assert city.post(f"{home}/editions/{key}/correct", {"why": "核减"}).status_code == 302
    assert "更正中" in city.get(f"{home}/evaluation").content.decode()


def test_a_killed_freeze_leaves_nothing(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    before = Entry.objects.filter(book=office.book).count()

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(freezing, "write", stopped)
    with pytest.raises(KeyboardInterrupt):
        frozen(office)
    assert not Edition.objects.exists()
    assert not Lock.objects.exists()
    assert Entry.objects.filter(book=office.book).count() == before


def test_figures_that_change_while_papers_are_made_are_not_frozen(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(book: Book, judged: Evaluation) -> edition_papers.Made:
        retarget(office, "77.70")
        return edition_papers.edition_papers(book, judged)

    monkeypatch.setattr(freezing, "edition_papers", slow)
    with pytest.raises(Refused) as caught:
        frozen(office)
    assert caught.value.status == 409
    assert not Edition.objects.exists()


def test_the_list_is_no_paper_of_its_own(office: Office) -> None:
    assert LIST not in Edition.objects.get(pk=frozen(office)).papers
    assert Action.FREEZE.name in editions_of(office)[0].may
