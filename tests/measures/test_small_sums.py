"""Sixty small sums with the right answer of each: gaps, zeros, repeats, signs, half-open ends."""

import runpy
from pathlib import Path
from typing import Any

import pytest

PEERS = Path(__file__).resolve().parents[2] / "bench" / "peers"
CASES = runpy.run_path(str(PEERS / "cases.py"), run_name="cases")


@pytest.mark.parametrize("case", CASES["cases"](), ids=lambda case: case.name)
def test_the_answer_is_right(case: Any) -> None:
    assert CASES["answer"](case) == case.answer


def test_each_difference_from_calculations_11_has_its_reason() -> None:
    same = {"holds": "ok", "rounding": "ok", "fails": "wrong"}
    for case in CASES["cases"]():
        assert bool(case.why) == (same.get(case.answer) != case.calc11), case.name


def test_there_are_sixty() -> None:
    assert len(CASES["cases"]()) == 60
