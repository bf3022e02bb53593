"""The optional score: the vectors that a reviewer would try by hand."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from shanhe.catalogue.load import load_catalogue
from shanhe.catalogue.model import Direction
from shanhe.measures.completion import Completion, Why
from shanhe.measures.computed import percent
from shanhe.measures.score import Scored, grade, score
from shanhe.values.quantity import Quantity
from shanhe.values.unit import unit

LAW = load_catalogue().law
DAY = date(2025, 12, 31)


def row(group: str, wanted: str, done: str, direction: Direction = Direction.HIGHER) -> Scored:
    target, actual = Quantity(Decimal(wanted), unit("个")), Quantity(Decimal(done), unit("个"))
    met = (
        actual.value <= target.value
        if direction is Direction.LOWER
        else actual.value >= target.value
    )
    return Scored(group, "x", direction, Completion(percent(actual, target), met), target, actual)


@pytest.mark.parametrize(
    ("done", "points"), [("100", "10"), ("30.6", "3.06"), ("130", "10"), ("-5", "0"), ("0", "0")]
)
def test_satisfaction_of_weight_ten(done: str, points: str) -> None:
    rows = [row("产出指标", "1", "1"), row("效益指标", "1", "1"), row("满意度指标", "100", done)]
    found, _ = score(rows, Fraction(1), LAW, DAY)
    assert found[-1].points == Fraction(points)
    assert [point.weight for point in found] == [10, 50, 30, 10]


@pytest.mark.parametrize(
    ("done", "points"), [("28.83", "10"), ("33.11", "8.52"), ("57.66", "0"), ("90", "0")]
)
def test_a_limit_loses_in_proportion_to_the_excess(done: str, points: str) -> None:
    rows = [
        row("产出指标", "1", "1"),
        row("效益指标", "1", "1"),
        row("满意度指标", "28.83", done, Direction.LOWER),
    ]
    found, _ = score(rows, Fraction(1), LAW, DAY)
    assert found[-1].points == Fraction(points)


def test_the_other_formula_is_configuration(tmp_path: Path) -> None:
    folder = tmp_path / "parameters"
    folder.mkdir()
    text = 'id = "reverse_formula"\nname = "反向指标计分公式"\nenglish = "reverse"\n\n[[value]]\nfrom = 2015-01-01\nvalue = "ratio"\nbasis = "practice#P-08"\n'
    (folder / "reverse_formula.toml").write_text(text, encoding="utf-8")
    own = load_catalogue(tmp_path).law
    rows = [
        row("产出指标", "1", "1"),
        row("效益指标", "1", "1"),
        row("满意度指标", "28.83", "33.11", Direction.LOWER),
    ]
    found, _ = score(rows, Fraction(1), own, DAY)
    assert found[-1].points == Fraction("8.71")


def test_weights_of_absent_groups_are_shared_out() -> None:
    found, total = score([row("产出指标", "2", "1")], None, LAW, DAY)
    assert [found[0].weight, total] == [100, 50]


def test_members_of_a_group_share_its_weight() -> None:
    rows = [row("产出指标", "1", "1")] * 5 + [
        row("效益指标", "1", "1"),
        row("满意度指标", "1", "1"),
    ]
    found, total = score(rows, Fraction(0), LAW, DAY)
    assert [point.weight for point in found[1:6]] == [10] * 5
    assert total == 90


def test_what_has_no_value_earns_nothing_and_says_why() -> None:
    empty = Scored(
        "产出指标", "x", Direction.HIGHER, Completion(None, None, Why.NOT_A_VALUE), None, None
    )
    found, _ = score([empty], Fraction(1), LAW, DAY)
    assert found[-1].points == 0
    assert found[-1].note == "actual_is_not_a_value"


@pytest.mark.parametrize(
    ("total", "name"),
    [
        ("90", "优"),
        ("89.99", "良"),
        ("80", "良"),
        ("79.99", "中"),
        ("60", "中"),
        ("59.99", "差"),
        ("0", "差"),
    ],
)
def test_grades_begin_at_their_bound(total: str, name: str) -> None:
    assert grade(Fraction(total), LAW, DAY) == name
