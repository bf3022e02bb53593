"""Which numbers can be held against each other."""

from collections import Counter

import pytest

from shanhe.app.examples import example_folder
from shanhe.app.programme import open_programme
from shanhe.catalogue.load import load_catalogue
from shanhe.measures.relations import KINDS, relations
from shanhe.records.dossier import Dossier

CATALOGUE = load_catalogue()


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    opened = open_programme(example_folder(), CATALOGUE)
    assert opened.dossier is not None
    return opened.dossier


def texts(dossier: Dossier, kind: str) -> list[set[str]]:
    return [
        {o.text for o in one.operands} for one in relations(dossier, CATALOGUE) if one.kind == kind
    ]


def test_each_kind_has_words_and_the_example_has_most(dossier: Dossier) -> None:
    kinds = Counter(one.kind for one in relations(dossier, CATALOGUE))
    assert set(kinds) <= set(KINDS)
    assert set(KINDS) - set(kinds) <= {"same", "points", "rate"}
    assert all(zh and en for zh, en in KINDS.values())


@pytest.mark.parametrize(
    ("kind", "numbers"),
    [
        ("completion", {"12.92", "422.33", "3.06"}),
        ("regions", {"1922.26", "62.37", "348.78", "1514.01"}),
        ("sources", {"55422.20", "30000.00", "25422.20"}),
        ("unit_cost", {"55422.20", "1922.26", "≤28.83"}),
        ("allotment", {"1346", "106.12", "397.39", "842.49"}),
        ("change", {"1925.16", "1978.86", "53.70"}),
        ("years", {"422.33", "1922.26"}),
    ],
)
def test_known_relations(dossier: Dossier, kind: str, numbers: set[str]) -> None:
    assert any(numbers <= found for found in texts(dossier, kind)), texts(dossier, kind)


def test_nothing_stands_against_itself(dossier: Dossier) -> None:
    for one in relations(dossier, CATALOGUE):
        assert len({operand.where for operand in one.operands}) > 1


def test_a_number_alone_has_no_relation(dossier: Dossier) -> None:
    bare = Dossier(dossier.programme, targets=dossier.targets[:1])
    assert not list(relations(bare, CATALOGUE))
