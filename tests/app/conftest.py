"""The example, evaluated once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from shanhe.app.audit import audit_file
from shanhe.app.deliver import REPORT, papers
from shanhe.app.examples import example_folder
from shanhe.app.tasks import Asked, evaluated
from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.load import load_catalogue
from shanhe.documents.audited import Audited
from shanhe.records.evaluation import Evaluation


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="session")
def evaluation(catalogue: Catalogue) -> Evaluation:
    return evaluated(Asked(example_folder()), catalogue, lambda: None)


@pytest.fixture
def names_below() -> Callable[[Path], list[str]]:
    def names(folder: Path) -> list[str]:
        return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))

    return names


@pytest.fixture(scope="session")
def reports(evaluation: Evaluation, catalogue: Catalogue) -> dict[str, bytes]:
    """The papers of the example, as anybody could have written them."""
    return papers(evaluation, catalogue, "zh")


@pytest.fixture(scope="session")
def own_report(reports: dict[str, bytes], catalogue: Catalogue) -> Audited:
    return audit_file(REPORT, reports[REPORT], catalogue)
