"""What pages show is computed anew once the figures or the program change, and only then."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from shanhe.app.office import summary
from shanhe.app.office.summary import refresh, stale
from shanhe.app.office.work import work_off
from shanhe.store.models import Book, Summary

from .conftest import Office


def test_another_program_computes_a_summary_anew(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (refresh(office.book), refresh(office.book), stale()) == (True, False, [])
    Summary.objects.update(page={"as_of": "", "pictures": {"money": ["<svg>old</svg>", ""]}})
    monkeypatch.setattr(summary, "fingerprint", lambda: "0123456789ab")
    assert stale() == [office.book]
    assert work_off() == 1
    kept = Summary.objects.get(book=office.book)
    assert kept.made_by == "0123456789ab"
    assert "old" not in kept.page["pictures"]["money"][0]
    assert stale() == []


def test_changed_figures_come_before_an_upgrade(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh(office.book)
    book = Book.objects.get()
    new = Book.objects.create(organisation=book.organisation, name="新项目", year=2025)
    monkeypatch.setattr(summary, "fingerprint", lambda: "0123456789ab")
    assert stale() == [new.pk]


@pytest.mark.usefixtures("office")
def test_one_that_cannot_be_computed_keeps_none_waiting() -> None:
    book = Book.objects.get()
    many = [Book(organisation=book.organisation, name=f"项目{n}", year=2025) for n in range(8)]
    made = [*Book.objects.bulk_create(many), book]
    Summary.objects.bulk_create(Summary(book=one, revision=one.revision) for one in made)
    asked = {stale()[0] for _ in range(200)}
    assert asked == {one.pk for one in made}


def test_asking_reads_no_page(office: Office) -> None:
    refresh(office.book)
    with CaptureQueriesContext(connection) as asked:
        stale()
    assert len(asked) == 3
    assert not any('"page"' in one["sql"] or '"findings"' in one["sql"] for one in asked)


def test_the_fingerprint_follows_the_code_and_the_catalogue(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    made = summary.fingerprint.__wrapped__
    assert made() == made() == summary.fingerprint()
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "one.py").write_text("1")
    monkeypatch.setattr(summary, "_PROGRAM", tmp_path)
    first = made()
    (tmp_path / "rules" / "one.py").write_text("2")
    second = made()
    assert len({summary.fingerprint(), first, second}) == 3
