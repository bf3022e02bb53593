"""Folders and several files: in order, each one told, whatever happens to the others."""

import os
from pathlib import Path

import pytest

from shanhe.app import audit_many as module
from shanhe.app.answers import answers_bytes
from shanhe.app.audit_many import audit_many, audit_one, documents_in
from shanhe.app.deliver import REPORT
from shanhe.app.programme import NotOpened
from shanhe.catalogue.catalogue import Catalogue
from shanhe.documents.audited import Audited, State
from shanhe.documents.formats.csv import grid_bytes, read_grid
from shanhe.records.answer import Standing

TEXT = "示例项目2025年度绩效自评报告\n一、绩效目标完成情况\n修复面积目标100公顷，实际完成50公顷，完成目标的50%。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a/1.txt", "a/~$1.docx", ".git/x.txt", "c.TXT", "b.答复.csv", "d.bin"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    (tmp_path / "e.docx").write_bytes(b"PK\x03\x04")
    return tmp_path


def test_documents_of_a_folder(folder: Path) -> None:
    assert [one.name for one in documents_in([folder])] == ["a/1.txt", "b.txt", "c.TXT", "e.docx"]
    both = documents_in([folder / "d.bin", folder, folder / "b.txt"])
    assert [one.name for one in both] == ["d.bin", "a/1.txt", "b.txt", "c.TXT", "e.docx"]


def test_nothing_to_audit_is_said(tmp_path: Path) -> None:
    for path, kind in ((tmp_path, "no_documents"), (tmp_path / "none.docx", "no_such_file")):
        with pytest.raises(NotOpened) as refused:
            documents_in([path])
        assert refused.value.problems[0].kind == kind


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_order_is_that_of_the_names(folder: Path, jobs: int) -> None:
    ticks: list[int] = []
    documents = documents_in([folder])
    done = list(audit_many(documents, jobs, tick=lambda: ticks.append(1)))
    assert [one.name for one in done] == [one.name for one in documents]
    assert len(ticks) == len(done)
    assert [one.state is State.UNREADABLE for one in done] == [False, False, False, True]
    assert done[0].sha256 == done[1].sha256


class Deadly(module.Document):
    """Ends the process that receives it, as when memory ends."""

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (1,)


def test_a_process_that_dies_takes_no_other_document_along(folder: Path) -> None:
    documents = documents_in([folder])
    documents[1] = Deadly(*documents[1])
    done = list(audit_many(documents, 2))
    assert [one.name for one in done] == [one.name for one in documents]
    assert [one.script is not None for one in done] == [True, False, True, False]
    assert done[1].problems[0].kind == "reader_failed"


def test_answers_beside_the_document_are_honoured(
    tmp_path: Path, catalogue: Catalogue, reports: dict[str, bytes], own_report: Audited
) -> None:
    (tmp_path / REPORT).write_bytes(reports[REPORT])
    head, *rows = read_grid(answers_bytes(own_report))
    sheet = [[row[0], "接受", "李明", "", "2026-01-31", *row[5:]] for row in rows]
    beside = tmp_path / "自评报告.答复.csv"
    beside.write_bytes(grid_bytes([head, *sheet]))
    (document,) = documents_in([tmp_path])
    done = audit_one(document, catalogue)
    assert {told.standing for told in done.told} == {Standing.SETTLED}
    beside.write_bytes(b"nothing")
    assert audit_one(document, catalogue).problems[-1].kind == "answers_headings"


def test_what_the_disk_refuses_is_a_problem(
    tmp_path: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = module.Document(tmp_path / "a.docx", "a.docx")
    assert audit_one(gone, catalogue).problems[0].kind == "no_such_file"
    gone.path.write_bytes(b"PK\x03\x04" * 100)
    monkeypatch.setattr(module, "MOST_BYTES", 10)
    assert audit_one(gone, catalogue).problems[0].kind == "oversized"
