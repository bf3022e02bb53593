"""Rows beside the journal that were changed, added or taken away behind its back are told, each in its place."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from shanhe.app.office import accounts, check_page, checks, findings, freezing, locks, reviewing
from shanhe.app.office.break_words import told
from shanhe.app.office.history import Asked, history_page
from shanhe.app.office.history import verified as verified_programme
from shanhe.app.office.rights import Role
from shanhe.app.office.verifying import broken
from shanhe.store.journal import take_over
from shanhe.store.models import (
    Account,
    Audit,
    Book,
    Entry,
    Grant,
    Lock,
    Permit,
    Reply,
    Submission,
)

from .actions import found
from .conftest import Office
from .test_checks import TEXT
from .test_submissions import handed_in

MODELS = {
    "lock": Lock,
    "permit": Permit,
    "grant": Grant,
    "reply": Reply,
    "submission": Submission,
    "book": Book,
    "entry": Entry,
}


@pytest.fixture
def worked(office: Office) -> Office:
    """Return an office with a lock, an exception, answers, grants, and submissions in every state."""
    city, book = office["city"], office.book
    findings.answer(city, book, found(book), "说明", "以批复为准")
    key = checks.hand_in(office["tuyou"], "报告.txt", TEXT.encode())
    checks.check_off()
    finding = Audit.objects.get(pk=key).result["findings"][0]["key"]
    check_page.answer(office["tuyou"], key, finding, reply="接受", reason="")
    reviewing.accept(city, handed_in(office))
    reviewing.confirm(office["province"], Submission.objects.get().pk)
    sent_back = handed_in(
        office, "guyang", region="固阳县", indicator="废弃矿山（矿点）数量", unit="个"
    )
    reviewing.send_back(city, sent_back, "请附验收单")
    handed_in(office, "donghe", region="东河区")
    later = timezone.localdate() + timedelta(days=3)
    lock = locks.close(city, book, "progress", "年终")
    body = office.bodies["土右旗自然资源局"]
    locks.permit(city, book, lock, organisation=body, until=later, why="补报")
    accounts.grant(
        office.admin,
        account=Account.objects.get(login="auditor").pk,
        role=Role.AUDITOR,
        organisation=office.bodies["呼和浩特市"],
        until=date(2099, 12, 31),
    )
    return office


def said() -> list[str]:
    return [told(one).zh for one in broken()]


def test_whatever_was_done_in_order_holds(worked: Office) -> None:
    assert said() == []
    lock = locks.close(worked["city"], worked.book, "", "核对")
    locks.reopen(worked["city"], worked.book, lock, "核对完毕")
    accounts.revoke(worked.admin, Grant.objects.get(until=date(2099, 12, 31)).pk)
    edition = freezing.freeze(worked["city"], worked.book)
    freezing.correct(worked["city"], edition, "核减")
    assert said() == []


def _rows_changed() -> None:
    one = Submission.objects.get(state="confirmed")
    texts = {**one.rows[0]["texts"], "amount": "99"}
    Submission.objects.filter(pk=one.pk).update(rows=[{**one.rows[0], "texts": texts}])


def _added(model: Any, **other: Any) -> Callable[[], object]:
    """Return what adds a row like the last one."""

    def do() -> None:
        row = model.objects.order_by("pk").last()
        row.pk = None
        for name, value in other.items():
            setattr(row, name, value)
        row.save()

    return do


HARMS: dict[str, tuple[Callable[[], object], str]] = {
    "lock opened": (
        lambda: Lock.objects.update(opened=timezone.now()),
        "：与变更记录不一致（解锁时间：记录为“”，现为“20",
    ),
    "lock elsewhere": (
        lambda: Lock.objects.update(sheet="payments"),
        "表：记录为“progress”，现为“payments”",
    ),
    "lock gone": (lambda: Lock.objects.all().delete(), "：变更记录中有，现已不存在"),
    "lock added": (_added(Lock), "：没有变更记录"),
    "longer extension": (
        lambda: Permit.objects.update(until=date(2099, 1, 1)),
        "到期日：记录为“",
    ),
    "extension gone": (lambda: Permit.objects.all().delete(), "，延期 "),
    "extension added": (_added(Permit), "：没有变更记录"),
    "longer grant": (
        lambda: Grant.objects.filter(until=date(2099, 12, 31)).update(until=None),
        "到期日：记录为“2099-12-31”，现为“”",
    ),
    "other role": (
        lambda: Grant.objects.filter(account__login="tuyou").update(role="市级项目办"),
        "角色：记录为“县级填报”，现为“市级项目办”",
    ),
    "grant gone": (lambda: Grant.objects.filter(account__login="tuyou").delete(), "系统，授权 "),
    "grant added": (_added(Grant), "：没有变更记录"),
    "other answer": (
        lambda: Reply.objects.filter(series=0).update(reply="接受"),
        "答复：记录为“说明”，现为“接受”",
    ),
    "other reason": (
        lambda: Reply.objects.filter(series=0).update(reason="无误"),
        "理由：记录为“以批复为准”，现为“无误”",
    ),
    "answer to a report for other figures": (
        lambda: Reply.objects.exclude(series=0).update(figures="1"),
        "所答数据：记录为“",
    ),
    "answer gone": (lambda: Reply.objects.filter(series=0).delete(), "，问题答复 "),
    "answer added": (_added(Reply, finding="X-1"), "：没有变更记录"),
    "rows": (_rows_changed, "数据行 1 amount：记录为“12.5”，现为“99”"),
    "row gone": (
        lambda: Submission.objects.filter(state="submitted").update(rows=[]),
        "数据行 1：记录为“{",
    ),
    "state": (
        lambda: Submission.objects.filter(state="submitted").update(state="confirmed"),
        "状态：记录为“submitted”，现为“confirmed”",
    ),
    "state of a draft": (
        lambda: Submission.objects.filter(state="submitted").update(state="draft"),
        "状态：记录为“submitted”，现为“draft”",
    ),
    "who entered it": (
        lambda: Submission.objects.filter(state="submitted").update(editors=[]),
        "填报人：记录为“[",
    ),
    "comment": (
        lambda: Submission.objects.filter(state="returned").update(comment="同意"),
        "退回意见：记录为“请附验收单”，现为“同意”",
    ),
    "submission gone": (
        lambda: Submission.objects.filter(state="submitted").delete(),
        "，填报单 ",
    ),
    "submission added": (_added(Submission), "：没有变更记录"),
}


def test_a_row_that_was_tampered_with_is_told(worked: Office) -> None:
    """Each harm is done to the same office, which takes a while to make, and undone again."""
    for harm in HARMS:
        with transaction.atomic():
            _ask_told(worked, harm)
            transaction.set_rollback(True)
    assert said() == []


def _ask_told(worked: Office, harm: str) -> None:
    do, words = HARMS[harm]
    if harm == "lock gone":
        Permit.objects.all().delete()
    do()
    lines = said()
    assert any(words in line for line in lines), (harm, lines)
    in_journal = 2 if harm == "lock gone" else 1
    assert len(lines) == in_journal, (harm, "nothing else is told", lines)
    at_the_programme = verified_programme(worked["city"], worked.book).breaks
    told_there = not any(word in harm for word in ("grant", "role", "report"))
    assert bool(at_the_programme) == told_there or harm == "answer added", harm


@pytest.mark.usefixtures("worked")
def test_english_tells_the_same() -> None:
    Grant.objects.filter(account__login="tuyou").update(role="市级项目办")
    (one,) = broken()
    assert told(one).en == (
        f"the office, grant {one.key}, entry {one.number}: is not what the journal says "
        "(role: the journal says “县级填报”, there is “市级项目办”)"
    )


def test_rows_that_are_older_than_their_place_in_the_journal_are_taken_over(
    office: Office,
) -> None:
    """What an older program wrote has no entries that say how it stands; from now on it is held."""
    city = Account.objects.get(login="city")
    Lock.objects.create(book_id=office.book, sheet="progress", why="年终", account=city)
    Reply.objects.create(book_id=office.book, finding="X-1", reply="接受", account=city)
    body = city.organisation
    rows = [{"row": "0" * 16, "texts": {"amount": "1"}, "seen": 0, "evidence": []}]
    words = {"book_id": office.book, "organisation": body, "sheet": "progress", "title": "旧"}
    for state in ("draft", "returned", "accepted"):
        Submission.objects.create(**words, state=state, rows=rows, account=city)
    assert len(said()) == 4
    with transaction.atomic():
        take_over(MODELS)
    assert said() == []
    shown = history_page(office["city"], office.book, Asked()).entries
    assert [(one.zh, one.who) for one in shown[:4]] == [("按现状补记", "系统")] * 4
    Submission.objects.filter(state="accepted").update(rows=[])
    Lock.objects.update(why="")
    assert len(said()) == 2
