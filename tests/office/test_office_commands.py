"""``shanhe office …`` acts in the office as the pages do, in the words of the reader."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from shanhe.app.office import summary
from shanhe.app.office.rights import Refused
from shanhe.store.models import Account, Edition, Grant, Lock, Reply, Submission

from .conftest import Done, Office
from .test_submissions import handed_in


def test_accounts_are_made_given_roles_and_stopped(office: Office, done: Done) -> None:
    assert "包头市  市" in done("organisations", "--as", "admin")
    done(
        "add-organisation", "九原区自然资源局", "县", "包头市", "--place", "九原区", "--as", "admin"
    )
    said = done("add-account", "zhang", "张三", "九原区自然资源局", "--as", "admin")
    password = re.findall(r"一次性密码：(\w{12})", said)[0]
    account = Account.objects.get(login="zhang")
    assert account.check_password(password)
    body = "九原区自然资源局"
    done("grant", "zhang", "县级填报", body, "--until", "2099-12-31", "--as", "admin")
    grant = Grant.objects.get(account=account)
    listed = done("accounts", "--as", "admin")
    (row,) = [line for line in listed.splitlines() if "2099-12-31" in line]
    assert row.split()[:4] == [str(grant.pk), "县级填报", "·", body]
    done("stop", "zhang", "--as", "admin")
    assert "stopped" in done("accounts", "--as", "admin", lang="en")
    done("start", "zhang", "--as", "admin")
    done("revoke", grant.pk, "--as", "admin")
    assert not Grant.objects.filter(account=account).exists()
    with pytest.raises(Refused, match="There is no login"):
        done("stop", "nobody", "--as", "admin")
    assert office.admin.account


def test_a_submission_is_looked_at_returned_and_accepted(office: Office, done: Done) -> None:
    key = handed_in(office)
    assert f"{key}  已提交  土右旗自然资源局" in done("submissions", "--as", "city")
    assert "累计完成值=12.5" in done("submission", key, "--as", "city")
    done("return", key, "--why", "请附验收单", "--as", "city")
    assert Submission.objects.get(pk=key).comment == "请附验收单"
    assert "sent back" in done("submissions", office.book, "--as", "tuyou", lang="en")
    assert "没有填报单" in done("submissions", "--as", "city")
    later = handed_in(office, "guyang", region="固阳县")
    done("accept", later, "--as", "city")
    assert Submission.objects.get(pk=later).state == "accepted"


def test_a_sheet_is_closed_opened_for_one_body_and_opened_again(office: Office, done: Done) -> None:
    book, later = office.book, timezone.localdate() + timedelta(days=3)
    assert "没有锁定的表" in done("locks", book, "--as", "city")
    done("lock", book, "progress", "--why", "年终", "--as", "city")
    lock = Lock.objects.get().pk
    with pytest.raises(Refused):
        handed_in(office)
    words = ("土右旗自然资源局", "--until", later.isoformat(), "--why", "补报", "--as", "city")
    done("permit", book, lock, *words)
    assert handed_in(office)
    listed = done("locks", book, "--as", "tuyou")
    assert f"{lock}  进展监测  city" in listed
    assert f"土右旗自然资源局 → {later.isoformat()}  补报" in listed
    with pytest.raises(Refused, match="missing"):
        done("reopen", book, lock, "--why", "x", "--as", "auditor")
    done("reopen", book, lock, "--why", "更正", "--as", "city")
    assert "Nothing is closed" in done("locks", book, "--as", "city", lang="en")


def test_findings_are_listed_and_answered(office: Office, done: Done) -> None:
    summary.refresh(office.book)
    key = done("findings", office.book, "--as", "city").split()[0]
    done("answer", office.book, key, "--reply", "说明", "--why", "以批复为准", "--as", "city")
    assert Reply.objects.get().finding == key
    assert "已答复" in done("findings", office.book, "--as", "city")
    with pytest.raises(Refused, match="explanation needs"):
        done("answer", office.book, key, "--reply", "说明", "--as", "city")


def test_the_history_of_a_line_goes_on_page_by_page(office: Office, done: Done) -> None:
    whole = done("history", office.book, "--as", "city")
    before = re.findall(r"--before (\d+)", whole)[0]
    older = done("history", office.book, "--before", before, "--as", "city")
    assert int(older.split()[0]) == int(before) - 1
    line = _line(office)
    own = done("history", office.book, "targets", line, "--as", "city")
    assert own.count("\n") > 1
    assert line in own
    assert "录入数据" in own


def _line(office: Office) -> str:
    from shanhe.app.office.sheets import sheet_page  # noqa: PLC0415 - for this one look

    return sheet_page(office["city"], office.book, "targets").lines[0].row


def test_an_edition_is_frozen_signed_published_and_corrected(office: Office, done: Done) -> None:
    assert "尚未定稿" in done("editions", office.book, "--as", "city")
    number = re.findall(r"定稿编号 (\d+)", done("freeze", office.book, "--as", "city"))[0]
    assert f"{number}  第1版  已定稿" in done("editions", office.book, "--as", "city")
    with pytest.raises(Refused, match="froze themselves"):
        done("sign", number, "--as", "city")
    done("sign", number, "--as", "city2")
    done("publish", number, "--as", "city")
    done("correct", number, "--why", "核减", "--as", "city")
    assert "edition 1  published" in done("editions", office.book, "--as", "auditor", lang="en")
    assert Edition.objects.get().published_at is not None


def test_programmes_are_compared(office: Office, done: Done) -> None:
    summary.refresh(office.book)
    assert "包头市" in done("compare", "--year", "2025", "--as", "province")
    assert "包头市" not in done("compare", "--year", "2024", "--as", "province")
