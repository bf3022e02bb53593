"""The real programme: what must be found, what must not, what must come out."""

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from shanhe.app.examples import example_folder
from shanhe.app.tasks import Asked, evaluated, load_catalogue
from shanhe.records.evaluation import Evaluation
from shanhe.records.finding import Finding

FOLDER = Path(__file__).parent / "001_the_real_programme_of_baotou"


def read(name: str) -> dict[str, Any]:
    return dict(YAML(typ="base", pure=True).load(FOLDER / name))


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    return evaluated(Asked(example_folder()), load_catalogue(), lambda: None)


def text(finding: Finding) -> str:
    return "\n".join((finding.message("zh"), finding.recomputed, finding.causes.get("zh", "")))


@pytest.mark.parametrize(("known", "expected"), read("must_find.yaml").items())
def test_true_inconsistency_is_found(
    evaluation: Evaluation, known: str, expected: list[str]
) -> None:
    rule, *words = expected
    told = [text(finding) for finding in evaluation.findings if finding.rule == rule]
    assert any(all(word in one for word in words) for one in told), (known, rule, told)


@pytest.mark.parametrize(("near", "silent"), read("must_not_find.yaml").items())
def test_near_miss_stays_silent(evaluation: Evaluation, near: str, silent: list[str]) -> None:
    rule, *words = silent
    told = [text(finding) for finding in evaluation.findings if finding.rule == rule]
    wrong = [one for one in told if all(word in one for word in words)]
    assert not wrong, (near, wrong)


@pytest.mark.parametrize(("figure", "printed"), read("figures.yaml").items())
def test_figure_comes_out(evaluation: Evaluation, figure: str, printed: str) -> None:
    assert evaluation.figures[figure] == printed


def test_zero_over_zero_is_no_rate(evaluation: Evaluation) -> None:
    rates = {row.fund.origin: row.rate for row in evaluation.funds}
    assert rates["地方"] is None
    assert rates["其他"] is None


def test_no_rule_crashes_and_every_finding_is_a_proof(evaluation: Evaluation) -> None:
    assert not evaluation.crashes
    assert evaluation.judged >= 100
    for finding in evaluation.findings:
        assert finding.operands, finding.rule
        assert all(operand.where.file for operand in finding.operands), finding.rule
