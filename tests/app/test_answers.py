"""Answers are kept by what a finding means, and honoured when the document is checked again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from shanhe.app.answers import answers_bytes, answers_path, figures_of, keys_of, read_answers
from shanhe.app.audit import audit_file
from shanhe.app.deliver import REPORT
from shanhe.catalogue.catalogue import Catalogue
from shanhe.documents.audited import Audited
from shanhe.documents.formats.csv import grid_bytes, read_grid
from shanhe.documents.formats.grid import Grid
from shanhe.documents.paper_problem import PaperProblem
from shanhe.records.answer import Reply, Standing
from shanhe.records.finding import Finding, Severity
from shanhe.records.source import Fact, Operand, Source
from shanhe.values.outcome import Outcome

HEAD = ("问题标识", "答复", "人", "理由", "日期")
GOOD = ("TARGET-101-3f9a01c2", "接受", "李明", "", "2026-01-31")


def finding(*texts: str, rule: str = "TARGET-101", facts: bool = True, row: int = 1) -> Finding:
    operands = tuple(
        Operand(
            text,
            Decimal(text) if text[0].isdigit() else None,
            "公顷",
            Source("报告.docx", "正文", row, paragraph=row),
            Fact("restore_area", "target", str(n)) if facts else None,
        )
        for n, text in enumerate(texts)
    )
    words = {"zh": "不符", "en": "differs"}
    return Finding(rule, Severity.ERROR, Outcome.FAILS, words, (), operands)


def test_the_key_is_of_the_meaning_not_of_place_value_or_order() -> None:
    first, moved, changed = (
        finding("62.37", "1922.26"),
        finding("62.37", "1922.26", row=7),
        finding("70", "1925.16"),
    )
    turned = replace(first, operands=first.operands[::-1])
    keys = [next(keys_of([one])) for one in (first, moved, changed, turned)]
    assert len(set(keys)) == 1
    assert next(keys_of([finding("62.37", rule="TARGET-102")])).startswith("TARGET-102-")
    assert next(keys_of([finding("62.37")])) != keys[0]


def test_findings_without_meaning_are_known_by_their_words() -> None:
    one, other = finding("东河区", "8", facts=False), finding("固阳县", "8", facts=False)
    assert (
        len(set(keys_of([one, other, finding("9", facts=False), finding("8", facts=False)]))) == 4
    )
    assert next(keys_of([one])) == next(keys_of([finding("东 河区", "9", facts=False)]))


def test_findings_that_are_alike_are_numbered() -> None:
    keys = list(keys_of([finding("1"), finding("2"), finding("3")]))
    assert keys[1:] == [f"{keys[0]}-2", f"{keys[0]}-3"]


def test_figures_survive_a_spreadsheet() -> None:
    assert figures_of(finding("80.80")) == "【80.80】"
    assert len(figures_of(finding("很长的一句话" * 20))) < 24


def test_where_the_answers_are() -> None:
    assert answers_path(Path("a/自评报告.docx")) == Path("a/自评报告.答复.csv")


def rows_with(data: bytes, answer: Callable[[list[str]], list[str]]) -> bytes:
    head, *rows = read_grid(data)
    return grid_bytes([list(head), *(answer(list(row)) for row in rows)])


def again(reports: dict[str, bytes], catalogue: Catalogue, sheet: bytes) -> Audited:
    answers, problems = read_answers("自评报告.答复.csv", sheet)
    assert not problems
    return audit_file(REPORT, reports[REPORT], catalogue, answers)


def test_answers_are_honoured(
    own_report: Audited, reports: dict[str, bytes], catalogue: Catalogue
) -> None:
    sheet = answers_bytes(own_report)
    assert read_answers("a.csv", sheet) == ({}, ())
    replies = {0: "说明", 1: "更正", 2: "接受"}
    keys = [told.key for told in own_report.told[:3]]
    assert len({told.key for told in own_report.told}) == len(own_report.told)

    def answer(row: list[str]) -> list[str]:
        if row[0] in keys:
            row[1:5] = [replies[keys.index(row[0])], "李明", "口径不同", "2026年1月31日"]
        return row

    done = again(reports, catalogue, rows_with(sheet, answer))
    standings = [told.standing for told in done.told[:4]]
    assert standings == [Standing.SETTLED, Standing.STILL_THERE, Standing.SETTLED, Standing.OPEN]
    assert done.told[0].answer is not None
    assert done.told[0].answer.on == date(2026, 1, 31)
    kept, problems = read_answers("b.csv", answers_bytes(done))
    assert not problems
    assert [kept[key].reply for key in keys] == [Reply.EXPLAINED, Reply.CORRECTED, Reply.ACCEPTED]


def test_answers_for_other_figures_are_asked_again(
    own_report: Audited, reports: dict[str, bytes], catalogue: Catalogue
) -> None:
    key = own_report.told[0].key

    def answer(row: list[str]) -> list[str]:
        if row[0] == key:
            row[1:5] = ["说明", "李明", "口径不同", "2026-01-31"]
            row[6] = "【1；2】"
        return row

    done = again(reports, catalogue, rows_with(answers_bytes(own_report), answer))
    assert done.told[0].standing is Standing.STALE
    kept, _ = read_answers("b.csv", answers_bytes(done))
    assert key not in kept
    assert "口径不同" in answers_bytes(done).decode("utf-8-sig")


@pytest.mark.parametrize(
    ("grid", "kinds"),
    [
        ((HEAD, GOOD), []),
        ((HEAD[:3], GOOD[:3]), ["answers_headings"]),
        (((),), ["answers_headings"]),
        ((HEAD, ("", *GOOD[1:])), ["answers_key"]),
        ((HEAD, (GOOD[0], "同意", *GOOD[2:])), ["answers_reply"]),
        (
            (HEAD, (GOOD[0], "说明", "", "", "昨天")),
            ["answers_who", "answers_reason", "answers_day"],
        ),
        ((HEAD, GOOD, GOOD), ["answers_twice"]),
        ((HEAD, (GOOD[0], "", "", "", "")), []),
        ((HEAD, GOOD[:2]), ["answers_who", "answers_day"]),
    ],
)
def test_what_is_wrong_is_said(grid: Grid, kinds: list[str]) -> None:
    _, problems = read_answers("自评报告.答复.csv", grid_bytes(grid))
    assert [problem.kind for problem in problems] == kinds
    for problem in problems:
        for lang in ("zh", "en"):
            assert "{" not in problem.text(lang)
            assert problem.as_dict(lang)["says"]


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", '问题标识,"'.encode()])
def test_files_that_are_no_answers(data: bytes) -> None:
    answers, problems = read_answers("a.csv", data)
    assert not answers
    assert len(problems) == 1


def test_every_problem_has_both_languages() -> None:
    for zh, en in PaperProblem.kinds().values():
        assert all((*zh, *en))


def test_what_a_document_says_becomes_no_formula(own_report: Audited) -> None:
    told = own_report.told[0]
    bad = replace(told.finding, messages={"zh": "=1+1", "en": "@x"})
    sheet = answers_bytes(replace(own_report, told=(replace(told, finding=bad),)))
    assert read_grid(sheet)[1][5] == "'=1+1"
