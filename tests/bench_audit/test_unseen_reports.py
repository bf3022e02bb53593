"""Forms of other layouts: clean ones raise nothing, their own indicators and rows are judged."""

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from shanhe.app.audit import audit_file
from shanhe.app.extract import extracted
from shanhe.catalogue.load import load_catalogue
from shanhe.documents.audited import Audited

BENCH = Path(__file__).resolve().parents[2] / "bench" / "audit"
CATALOGUE = load_catalogue()
EDITS = (
    ("bureau", "1,936.44", "1,986.44", "FUND-218"),
    ("bureau", "99.00%", "97.00%", "FUND-217"),
    ("bureau", "2,929.08", "2,829.08", "FUND-233"),
    ("landslide", "+12.50%", "+15.20%", "CHANGE-615"),
    ("rows", "36.50km²", "36.50公顷", "SAME-914"),
    ("farmland", "≤1600元/亩", "≤1600万元/亩", "TARGET-127"),
    ("farmland", "≥900眼", "≥900.5眼", "TARGET-120"),
    ("water", "93.2", "193.2", "ACTUAL-414"),
)


@pytest.fixture(scope="module")
def unseen() -> Iterator[Any]:
    before = set(sys.modules)
    sys.path.insert(0, str(BENCH))
    try:
        yield import_module("unseen")
    finally:
        sys.path.remove(str(BENCH))
        for name in set(sys.modules) - before:
            if (
                getattr(sys.modules[name], "__file__", None)
                and BENCH in Path(str(sys.modules[name].__file__)).parents
            ):
                del sys.modules[name]


def audited(unseen: Any, key: str, old: str = "", new: str = "") -> Audited:
    one = next(one for one in unseen.UNSEEN if one.key == key)
    assert old in one.text
    text = one.text.replace(old, new, 1) if old else one.text
    return audit_file(f"{key}.docx", type(one)(key, text).data(), CATALOGUE)


def test_clean_reports_raise_nothing_untrue(unseen: Any) -> None:
    true = {"FORM-714", "STRUCT-811"}  # no document named; one blank form keeps its dots
    for one in unseen.UNSEEN:
        found = audited(unseen, one.key)
        assert not {finding.rule for finding in found.findings} - true, one.key
        assert found.coverage.checked > 30


@pytest.mark.parametrize(("key", "old", "new", "rule"), EDITS)
def test_an_error_is_told(unseen: Any, key: str, old: str, new: str, rule: str) -> None:
    assert rule in {finding.rule for finding in audited(unseen, key, old, new).findings}


def test_two_forms_in_one_file_are_two_programmes(unseen: Any) -> None:
    found = audited(unseen, "rural")
    assert found.dossier is not None
    (other,) = found.others
    names = [found.dossier.programme.name, other.programme.name]
    assert names == ["天台县农村黑臭水体治理项目", "仙居县农村生活污水治理项目"]
    facts = extracted(found.dossier, other)
    assert "清淤量" in facts.names.values()
    assert "铺设管网长度" in facts.names.values()
