"""A real report, where there is one: its records are those of the same programme's workbook."""

import os
from pathlib import Path
from typing import Any

import pytest

from shanhe.app.programme import open_programme
from shanhe.catalogue.load import load_catalogue
from shanhe.documents.formats.open import read_script
from shanhe.documents.read_paper import coverage, read_paper
from shanhe.records.dossier import Dossier
from shanhe.records.paper import NumberState

_CASES = os.environ.get("SHANHE_CASES", "")
_EXAMPLE = Path(__file__).parents[3] / "examples" / "baotou-2025"
pytestmark = pytest.mark.skipif(not _CASES, reason="SHANHE_CASES names no folder")


@pytest.fixture(scope="module")
def workbook() -> Dossier:
    opened = open_programme(_EXAMPLE, load_catalogue())
    assert opened.dossier is not None
    return opened.dossier


@pytest.fixture(scope="module", params=["report.docx", "report.txt"])
def paper(request: pytest.FixtureRequest) -> Dossier:
    path = Path(_CASES) / request.param
    return read_paper(read_script(path.name, path.read_bytes()), load_catalogue())


def _rows(records: Any, *keys: str) -> list[tuple[Any, ...]]:
    return sorted((tuple(getattr(one, key) for key in keys) for one in records), key=str)


def test_regional_targets(paper: Dossier, workbook: Dossier) -> None:
    keys = ("version", "period", "region", "indicator", "sign", "amount", "unit")
    assert _rows(paper.regional_targets, *keys) == _rows(workbook.regional_targets, *keys)


def test_transfers(paper: Dossier, workbook: Dossier) -> None:
    keys = ("kind", "giver", "taker", "amount", "when", "origin", "document", "share", "status")
    assert _rows(paper.transfers, *keys) == _rows(workbook.transfers, *keys)


def test_documents(paper: Dossier, workbook: Dossier) -> None:
    money = [[one for one in d.documents if one.passes_money] for d in (paper, workbook)]
    keys = ("number", "issuer", "level", "issued", "formality", "amount", "goals_attached")
    assert _rows(money[0], *keys) == _rows(money[1], *keys)
    assert _rows(paper.documents, "number") == _rows(workbook.documents, "number")


def test_actuals_of_the_text(paper: Dossier, workbook: Dossier) -> None:
    texts = [[one for one in d.actuals if not one.in_form] for d in (paper, workbook)]
    quoted = ("quoted_sign", "quoted_amount", "quoted_unit")
    keys = ("indicator", "period", *quoted, "sign", "amount", "unit", "completion", "status")
    assert _rows(texts[0], *keys) == _rows(texts[1], *keys)
    silent = [one for one in texts[0] if one.amount is None]
    assert all(one.statement for one in silent)


def test_change_notes(paper: Dossier, workbook: Dossier) -> None:
    keys = ("role", "amount", "unit", "parcels", "share")
    assert _rows(paper.change_notes, *keys) == _rows(workbook.change_notes, *keys)


def test_subprojects(paper: Dossier, workbook: Dossier) -> None:
    keys = ("name", "unit", "count", "state")
    assert _rows(paper.subprojects, *keys) == _rows(workbook.subprojects, *keys)


def test_milestones_with_deadlines(paper: Dossier, workbook: Dossier) -> None:
    due = [[one for one in d.milestones if one.due] for d in (paper, workbook)]
    assert _rows(due[0], "due", "done", "basis") == _rows(due[1], "due", "done", "basis")


def test_annual_funds_and_management(paper: Dossier, workbook: Dossier) -> None:
    keys = ("origin", "planned", "budget", "executed", "rate")
    assert _rows(paper.annual_funds, *keys) == _rows(workbook.annual_funds, *keys)
    assert _rows(paper.management, "aspect", "problem")[0][0] == "下达及时性"
    assert len(paper.management) == len(workbook.management) == 8


def test_programme(paper: Dossier, workbook: Dossier) -> None:
    keys = [
        "name",
        "year",
        "province",
        "city",
        "fund",
        "kind",
        "central_use",
        "subject",
        "using_units",
    ]
    told = {key: getattr(paper.programme, key) for key in keys}
    assert told == {key: getattr(workbook.programme, key) for key in keys}


def test_nine_numbers_in_ten_are_understood(paper: Dossier) -> None:
    counted = coverage(paper)
    assert counted[NumberState.NOT_UNDERSTOOD] * 10 <= sum(counted.values())


def test_every_place_leads_back_to_its_characters(paper: Dossier) -> None:
    lines = {
        (place.part, place.table, place.row, place.column, place.paragraph): line.text
        for line in paper.texts
        if (place := line.source.cell("text"))
    }
    for number in paper.numbers:
        place = number.source.cell("text")
        key = (place.part, place.table, place.row, place.column, place.paragraph)
        assert lines[key][place.start : place.end] == number.text
