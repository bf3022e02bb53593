"""The law of the forms: what the project's own writers print is read back as the same records."""

from collections.abc import Iterable
from typing import Any

import pytest

from shanhe.app.examples import example_folder
from shanhe.app.tasks import Asked, evaluated
from shanhe.catalogue.load import load_catalogue
from shanhe.documents.blocks import Paper
from shanhe.documents.formats.docx.write import docx_bytes
from shanhe.documents.formats.open import read_script
from shanhe.documents.forms.self_evaluation_form.write import form
from shanhe.documents.forms.self_evaluation_report.write import report
from shanhe.documents.found import Found
from shanhe.documents.naming import PaperNames
from shanhe.documents.tables import read_tables
from shanhe.records.evaluation import Evaluation

CATALOGUE = load_catalogue()


def read_back(paper: Paper) -> Found:
    script = read_script("自评表.docx", docx_bytes(paper))
    return read_tables(script, PaperNames(CATALOGUE))


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    return evaluated(Asked(example_folder()), CATALOGUE, lambda: None)


@pytest.fixture(scope="module")
def found(evaluation: Evaluation) -> Found:
    return read_back(form(evaluation))


def rows(records: Iterable[Any], *fields: str) -> set[tuple[str, ...]]:
    return {tuple(str(getattr(one, field)) for field in fields) for one in records}


def test_actuals_and_quoted_targets(evaluation: Evaluation, found: Found) -> None:
    dossier = evaluation.dossier
    year = dossier.targets_of(dossier.issued, dossier.year)
    fields = ("indicator", "period", "sign", "amount", "unit")
    assert rows(found.records["targets"], *fields) == rows(year, *fields)
    printed = {one.indicator: one for one in evaluation.indicators}
    for actual in found.records["actuals"]:
        stated = dossier.actual(actual.indicator)  # type: ignore[attr-defined]  # actuals
        if stated is not None and stated.sign == "" and stated.amount is not None:
            assert rows([actual], *fields) == rows([stated], *fields)
    assert len(found.records["actuals"]) == len(printed)


def test_money(evaluation: Evaluation, found: Found) -> None:
    fields = ("origin", "budget", "executed")
    own = evaluation.dossier.annual_funds
    assert rows(found.records["annual_funds"], *fields) == rows(own, *fields)


def test_words(evaluation: Evaluation, found: Found) -> None:
    overview, programme = evaluation.dossier.overview, evaluation.dossier.programme
    assert overview is not None
    assert found.words["overview.goal"] == overview.goal
    assert found.words["overview.result"] == overview.result
    assert found.words["overview.remarks"] == overview.remarks
    assert found.words["programme.name"] == programme.name
    assert found.words["programme.using_units"] == programme.using_units
    assert found.words["programme.year"] == programme.year


def test_reasons(evaluation: Evaluation, found: Found) -> None:
    told = [one for one in evaluation.dossier.explanations if one.in_form]
    fields = ("indicators", "reason", "measure")
    ours = {
        row for row in rows(found.records["explanations"], *fields) if not row[1].startswith("（")
    }
    assert rows(told, *fields) <= ours


def test_goal_tables_splits_and_changes_of_the_report(evaluation: Evaluation) -> None:
    dossier, found = evaluation.dossier, read_back(report(evaluation, {}))
    fields = ("version", "period", "indicator", "sign", "amount", "unit")
    assert rows(found.records["targets"], *fields) == rows(dossier.targets, *fields)
    split = ("version", "period", "region", "indicator", "sign", "amount", "unit")
    assert rows(found.records["regional_targets"], *split) == rows(dossier.regional_targets, *split)
    money = ("version", "period", "total", "central", "local", "social", "goal")
    own = [one for one in dossier.versions if one.goal]
    assert rows(found.records["versions"], *money) == rows(own, *money)
    changed = ("indicator", "old_version", "new_version", "old", "new", "delta")
    assert rows(dossier.adjustments, *changed) <= rows(found.records["adjustments"], *changed)
    funds = ("origin", "planned", "budget", "executed")
    assert rows(found.records["annual_funds"], *funds) == rows(dossier.annual_funds, *funds)
