"""A report that somebody wrote: what must be told of it, and what must not.

The example always; the published report as well where ``SHANHE_CASES`` names the folder that has it.
"""

import os
import runpy
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from shanhe.app.audit import audit_file
from shanhe.app.examples import example_folder
from shanhe.catalogue.load import load_catalogue
from shanhe.documents.audited import Audited, State
from shanhe.documents.formats.open import read_script
from shanhe.records.finding import Finding

FOLDER = Path(__file__).parent / "002_a_word_report_is_audited"
EXAMPLE = example_folder().parent / "包头市2025年度自评报告（示例）.docx"
CASES = os.environ.get("SHANHE_CASES", "")
REPORTS = {"example": EXAMPLE} | ({"published": Path(CASES) / "report.docx"} if CASES else {})
NOWHERE = {"FORM-714", "FUND-227"}  # they say what stands nowhere
LEAST = {"error": 19, "warning": 23, "note": 25}


def read(name: str) -> dict[str, Any]:
    return dict(YAML(typ="base", pure=True).load(FOLDER / name))


KNOWN, SILENT = read("must_find.yaml"), read("must_not_find.yaml")
LEVELS: dict[str, list[str]] = read("levels.yaml")


@pytest.fixture(scope="module", params=REPORTS)
def audited(request: pytest.FixtureRequest) -> Audited:
    path = REPORTS[request.param]
    return audit_file(path.name, path.read_bytes(), load_catalogue())


def text(finding: Finding) -> str:
    return "\n".join((finding.message("zh"), finding.recomputed, finding.causes.get("zh", "")))


def told(audited: Audited, expected: list[str]) -> list[str]:
    """Return what a rule said with all these words in it."""
    rule, *words = expected
    own = [text(finding) for finding in audited.findings if finding.rule == rule]
    return [one for one in own if all(word in one for word in words)]


def known(level: str) -> list[str]:
    first, last = map(int, LEVELS[level])
    return [f"F{number:02}" for number in range(first, last + 1)]


def missed(audited: Audited, level: str) -> list[str]:
    """Return the known inconsistencies of a level that nothing is said about."""
    entries = {
        own: [words for name, words in KNOWN.items() if name.split()[0] == own]
        for own in known(level)
    }
    return [
        own
        for own, lines in entries.items()
        if not lines or not all(told(audited, words) for words in lines)
    ]


@pytest.mark.parametrize(("error", "expected"), KNOWN.items())
def test_true_inconsistency_is_told(audited: Audited, error: str, expected: list[str]) -> None:
    own = [text(finding) for finding in audited.findings if finding.rule == expected[0]]
    assert told(audited, expected), (error, own)


@pytest.mark.parametrize(("near", "silent"), SILENT.items())
def test_near_miss_stays_silent(audited: Audited, near: str, silent: list[str]) -> None:
    assert not told(audited, silent), near


@pytest.mark.parametrize("level", LEAST)
def test_most_of_what_is_known_is_told(audited: Audited, level: str) -> None:
    silent = missed(audited, level)
    assert len(known(level)) - len(silent) >= LEAST[level], silent


def test_what_is_not_told_is_admitted() -> None:
    everything = {name for level in LEVELS for name in known(level)}
    assert {name.split()[0] for name in KNOWN} | set(read("not_told.yaml")) == everything


def test_each_of_the_near_misses_is_watched() -> None:
    assert {name.split()[0] for name in SILENT} == {f"N{number:02}" for number in range(1, 63)}


def test_nothing_failed_and_every_finding_is_a_proof(audited: Audited) -> None:
    assert audited.state is State.AUDITED
    assert not audited.problems
    for one in audited.told:
        assert one.finding.operands, one.key
        assert any(one.spans) or one.finding.rule in NOWHERE, one.key


def test_nearly_all_numbers_are_understood(audited: Audited) -> None:
    counted = audited.coverage
    assert counted.not_understood <= counted.numbers // 50


def test_the_example_is_what_its_script_makes() -> None:
    made = runpy.run_path(str(EXAMPLE.parent / "make_report.py"))["report"]()
    assert read_script("", made).items == read_script("", EXAMPLE.read_bytes()).items
