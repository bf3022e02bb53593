"""The tables of the real report give the records of the programme's own data."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from shanhe.app.examples import example_folder
from shanhe.app.programme import open_programme
from shanhe.catalogue.load import load_catalogue
from shanhe.documents.formats.open import read_script
from shanhe.documents.found import Found
from shanhe.documents.naming import PaperNames
from shanhe.documents.script import Script
from shanhe.documents.tables import read_tables
from shanhe.records.dossier import Dossier
from shanhe.values.period import TERM

CASES = os.environ.get("SHANHE_CASES", "")
CATALOGUE = load_catalogue()
NAMES = PaperNames(CATALOGUE)

pytestmark = pytest.mark.skipif(not CASES, reason="SHANHE_CASES is not set")


@pytest.fixture(scope="module", params=["report.docx", "report.txt"])
def script(request: pytest.FixtureRequest) -> Script:
    return read_script(request.param, (Path(CASES) / request.param).read_bytes())


@pytest.fixture(scope="module")
def found(script: Script) -> Found:
    return read_tables(script, NAMES)


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    opened = open_programme(example_folder(), CATALOGUE).dossier
    assert opened is not None
    return opened


def rows(records: Iterable[Any], *fields: str) -> list[tuple[Any, ...]]:
    return [tuple(str(getattr(one, field)) for field in fields) for one in records]


VALUE = ("indicator", "period", "sign", "amount", "unit")


def test_targets(found: Found, dossier: Dossier) -> None:
    fields = ("version", "level1", "level2", *VALUE)
    assert sorted(rows(found.records["targets"], *fields)) == sorted(rows(dossier.targets, *fields))


def test_versions(found: Found, dossier: Dossier) -> None:
    fields = ("version", "period", "total", "central", "local", "social")
    own = [one for one in dossier.versions if one.total is not None]
    assert rows(found.records["versions"], *fields) == rows(own, *fields)


def test_adjustments(found: Found, dossier: Dossier) -> None:
    versions = ("indicator", "period", "old_version", "new_version")
    fields = (*versions, "old", "old_words", "new", "delta", "delta_words", "unit")
    assert rows(found.records["adjustments"], *fields) == rows(dossier.adjustments, *fields)


def test_actuals(found: Found, dossier: Dossier) -> None:
    fields = (*VALUE, "quoted_sign", "quoted_amount", "quoted_unit", "place", "region")
    own = [one for one in dossier.actuals if one.in_form]
    assert rows(found.records["actuals"], *fields) == rows(own, *fields)


def test_annual_funds(found: Found, dossier: Dossier) -> None:
    fields = ("origin", "budget", "executed", "rate", "rate_words")
    assert rows(found.records["annual_funds"], *fields) == rows(dossier.annual_funds, *fields)


def test_reasons_and_management(found: Found, dossier: Dossier) -> None:
    told = [one for one in dossier.explanations if one.in_form]
    read = found.records["explanations"]
    assert rows(read, "indicators", "kind", "in_form") == rows(
        told, "indicators", "kind", "in_form"
    )
    assert all(one.reason and one.measure for one in read)  # type: ignore[attr-defined]  # explanations
    aspects = [one.aspect for one in dossier.management][:7]
    assert [row[0] for row in rows(found.records["management"], "aspect")] == aspects


def test_words_captions_and_nothing_else(found: Found) -> None:
    assert found.words["programme.year"] == 2025
    assert str(found.words["overview.goal"]).startswith("矿山生态修复面积422.33公顷")
    assert str(found.words["overview.result"]).startswith("完成治理修复面积12.92公顷")
    assert [row[0] for row in rows(found.records["captions"], "number")] == ["1", "2", "3", "4"]
    assert "own_indicators" not in found.records


def test_places_lead_back_to_the_characters(found: Found, script: Script) -> None:
    texts = {cell.spot: cell.text for table in script.tables() for cell in table.cells}
    by_row: dict[tuple[int, int], str] = {}
    for spot, text in texts.items():
        by_row[spot.table, spot.row] = by_row.get((spot.table, spot.row), "") + f"\n{text}"
    for name in ("targets", "actuals", "adjustments", "annual_funds", "versions"):
        for record in found.records[name]:
            for place in record.source.at.values():
                assert place.text in by_row[place.table, place.row]


def test_the_term_is_not_the_year(found: Found) -> None:
    assert {row[0] for row in rows(found.records["adjustments"], "period")} == {str(TERM)}
