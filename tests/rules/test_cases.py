"""Every rule against the cases beside it."""

import importlib
from pathlib import Path

import pytest
from case_file import Case, catalogue, dossier_from, read_cases

from shanhe.records.finding import Hit
from shanhe.rules.book import rulebook
from shanhe.rules.declare import Rule
from shanhe.rules.run import findings_of, hits_of
from shanhe.rules.words import said

RULES = rulebook()


def cases_of(rule: Rule) -> list[Case]:
    file = importlib.import_module(rule.module).__file__
    assert file is not None
    return read_cases(Path(file).with_suffix(".cases.yaml"))


ALL = [
    pytest.param(rule, case, id=f"{rule.id} {case.name}")
    for rule in RULES
    for case in cases_of(rule)
]


def words_of(hit: Hit) -> dict[str, str]:
    shown = {key: said(value, "zh") for key, value in hit.words.items()}
    return {**shown, "outcome": hit.outcome.value, "cause": hit.cause, "recomputed": hit.recomputed}


@pytest.mark.parametrize(("rule", "case"), ALL)
def test_case(rule: Rule, case: Case) -> None:
    dossier = dossier_from(case.given)
    earlier = [
        finding
        for other in RULES
        if rule.review is not None and other.check is not None
        for finding in findings_of(other, dossier, catalogue())
    ]
    found = [words_of(hit) for hit in hits_of(rule, dossier, catalogue(), earlier)]
    expected = [{"outcome": "fails", **row} for row in case.expect]
    shown = [{key: one.get(key) for key in row} for one, row in zip(found, expected, strict=False)]
    assert shown == expected
    assert len(found) == len(expected), found
    for lang in ("zh", "en"):
        for finding in findings_of(rule, dossier, catalogue(), earlier):
            assert finding.message(lang)
            assert "{" not in finding.message(lang)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_has_a_violating_a_keeping_and_a_lacking_case(rule: Rule) -> None:
    kinds = [case.kind for case in cases_of(rule)]
    assert set(kinds) == {"violates", "keeps", "lacks"}
    for case in cases_of(rule):
        fails = [row for row in case.expect if row.get("outcome", "fails") == "fails"]
        assert bool(fails) is (case.kind == "violates"), case.name


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_basis_is_held_by_the_catalogue(rule: Rule) -> None:
    assert rule.basis
    for basis in rule.basis:
        for lang in ("zh", "en"):
            assert catalogue().law.cite(basis, lang).text
