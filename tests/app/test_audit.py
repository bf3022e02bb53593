"""One document audited: what comes out, and that nothing makes it fail."""

from dataclasses import replace
from datetime import date

import pytest

from shanhe.app import audit
from shanhe.app.audit import audit_file
from shanhe.app.audit_text import at_least, audit_lines, limited
from shanhe.app.deliver import FORM_DOCX, REPORT
from shanhe.catalogue.catalogue import Catalogue
from shanhe.documents.audited import Audited, Fate, State
from shanhe.records.answer import Answer, Reply, Standing
from shanhe.records.finding import Severity
from shanhe.rules.run import Crash, Verdict


def test_a_report_is_audited(own_report: Audited) -> None:
    assert own_report.state is State.AUDITED
    assert own_report.kind == "docx"
    assert len(own_report.sha256) == 64
    counted = own_report.coverage
    assert counted.numbers == len(own_report.ledger)
    assert counted.checked > counted.alone > 0


def test_the_ledger_says_what_a_number_is_held_against(own_report: Audited) -> None:
    checked = [line for line in own_report.ledger if line.fate is Fate.CHECKED]
    assert all(line.relations and line.span for line in checked)
    assert not any(line.relations for line in own_report.ledger if line.fate is not Fate.CHECKED)
    area = [line for line in checked if line.text == "12.92"]
    assert any("completion" in line.relations for line in area)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("空.docx", b"", "no_text"),
        ("图.docx", b"\x89PNG\r\n\x1a\n", "no_text"),
        ("坏.docx", b"PK\x03\x04broken", "damaged"),
        ("包.rar", b"Rar!\x1a\x07", "unknown_format"),
    ],
)
def test_what_cannot_be_read_is_a_problem(
    catalogue: Catalogue, name: str, data: bytes, kind: str
) -> None:
    done = audit_file(name, data, catalogue)
    assert done.state is State.UNREADABLE
    (problem,) = done.problems
    assert kind in problem.kind
    for lang in ("zh", "en"):
        assert problem.text(lang)
        assert len(list(audit_lines(done, lang))) == 3


def test_no_figures_is_not_no_problems(catalogue: Catalogue) -> None:
    done = audit_file(
        "通知.txt", "关于召开会议的通知\n各位同事：请准时参加。\n".encode(), catalogue
    )
    assert done.state is State.NO_FIGURES
    assert done.problems[0].kind == "no_figures"
    lines = [text for _, text in audit_lines(done, "zh")]
    assert any("未作任何核查" in line for line in lines)
    assert not any("没有发现问题" in line for line in lines)


def test_a_failure_of_ours_is_told(
    catalogue: Catalogue, reports: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = reports[FORM_DOCX]

    def crashed(*_: object) -> Verdict:
        return Verdict((), (Crash("X-1", "KeyError: 'a'"),), 0)

    with monkeypatch.context() as patch:
        patch.setattr(audit, "run", crashed)
        done = audit_file(FORM_DOCX, data, catalogue)
        assert [problem.kind for problem in done.problems] == ["rule_failed"]
        assert "X-1" in done.problems[0].text("zh")

    def broken(*_: object) -> None:
        raise RecursionError("deep")

    for name in ("read_paper", "read_script"):
        with monkeypatch.context() as patch:
            patch.setattr(audit, name, broken)
            done = audit_file(FORM_DOCX, data, catalogue)
            assert [problem.kind for problem in done.problems] == ["reader_failed"]
            assert done.state is State.UNREADABLE


def test_the_folder_stays_in_the_name(catalogue: Catalogue, reports: dict[str, bytes]) -> None:
    done = audit_file(f"固阳县/{REPORT}", reports[REPORT], catalogue)
    assert done.name == f"固阳县/{REPORT}"
    assert {t.finding.operands[0].where.file for t in done.told if t.finding.operands} == {REPORT}


def test_only_what_is_grave_enough(own_report: Audited) -> None:
    assert at_least(own_report.told, "note")[0].finding.severity is not Severity.NOTE
    assert len(at_least(own_report.told, "note")) == len(own_report.told)
    warnings = at_least(own_report.told, "warning")
    assert {told.finding.severity for told in warnings} <= {Severity.ERROR, Severity.WARNING}
    errors = limited(own_report, "error")
    assert len(errors.told) == errors.count("error") == own_report.count("error")
    assert errors.coverage == own_report.coverage


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_lines_tell_place_cause_and_answer(own_report: Audited, lang: str) -> None:
    told = own_report.told[0]
    answer = Answer(
        key=told.key, reply=Reply.EXPLAINED, who="李明", reason="口径不同", on=date(2026, 1, 31)
    )
    answered = replace(told, answer=answer, standing=Standing.SETTLED)
    document = replace(own_report, told=(answered, *own_report.told[1:]))
    lines = list(audit_lines(document, lang))
    assert lines[0] == ("head", own_report.name)
    assert {style for style, _ in lines} >= {"head", "detail", "place"}
    whole = "\n".join(text for _, text in lines)
    assert told.finding.message(lang) in whole
    assert "口径不同" in whole
    assert document.count(told.finding.severity.value, open_only=True) == (
        document.count(told.finding.severity.value) - 1
    )
    for standing in (Standing.STALE, Standing.STILL_THERE):
        shown = replace(own_report, told=(replace(answered, standing=standing),))
        assert "李明" in "\n".join(text for _, text in audit_lines(shown, lang))


def test_a_text_whose_tables_lost_their_rows_says_so(catalogue: Catalogue) -> None:
    cells = "\n".join(f"{number}.5" for number in range(40))
    text = f"2025年度绩效自评报告\n完成矿山生态修复面积12.92公顷。\n{cells}\n"
    done = audit_file("报告.txt", text.encode(), catalogue)
    assert done.state is State.AUDITED
    (problem,) = done.problems
    assert problem.kind == "little_understood"
    assert "41" in problem.text("zh")
    few = audit_file("报告.txt", text.replace(cells, "1.5").encode(), catalogue)
    assert few.problems == ()
