"""A light part of ``make bench-audit``: planted errors are found, harmless edits raise nothing."""

import os
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

BENCH = Path(__file__).resolve().parents[2] / "bench" / "audit"
SOURCE = "haidong"
IS_AT_LENGTH = bool(os.environ.get("SHANHE_FUZZ"))
OF_EACH, EACH = (2, 1) if IS_AT_LENGTH else (1, 2)
"""How many mutants of a kind, and of how many kinds one; the rest is for ``make fuzz``."""
FOUND = (
    "actual is an inequality",
    "bracket lost",
    "chapter dropped",
    "chapter misnumbered",
    "count of items",
    "executed above budget",
    "execution %",
    "goal in words",
    "instruction left in",
    "investment and its sources",
    "item misnumbered",
    "level-1 dropped",
    "misspelt term",
    "money in the form",
    "money in words",
    "money of the year",
    "one reason for all",
    "over 100 %",
    "passed on too late",
    "reason is empty words",
    "reason removed",
    "row of the form dropped",
    "sample left out",
    "section misnumbered",
    "sentence twice",
    "table misnumbered",
    "target in the form",
    "unit swapped",
    "until now",
    "万元/元",
)
"""Kinds of which the first two are to be found."""
HARMLESS = (
    "NBSP before unit",
    "column of remarks",
    "full-width %",
    "heading styles",
    "merged cells undone",
    "more decimals",
    "rewording",
    "runs split",
    "sign glyph",
    "unit alias",
)


@pytest.fixture(scope="module")
def run() -> Iterator[Any]:
    sys.path.insert(0, str(BENCH))
    yield import_module("run")
    sys.path.remove(str(BENCH))


@pytest.fixture(scope="module")
def data(run: Any) -> bytes:
    made: bytes = run.made(next(p for p in run.PROGRAMMES if p.key == SOURCE), run.CATALOGUE)
    return made


@pytest.fixture(scope="module")
def base(run: Any, data: bytes) -> Any:
    return run.judge(run.Mutant("clean", SOURCE, "", (), data))


def first(made: Iterator[Any], kinds: tuple[str, ...], most: int) -> list[Any]:
    """Return the first few of each kind."""
    taken: dict[str, list[Any]] = {kind: [] for kind in kinds}
    for one in made:
        if one.kind in taken and len(taken[one.kind]) < most:
            taken[one.kind].append(one)
    assert all(taken.values()), [kind for kind, held in taken.items() if not held]
    return [one for held in taken.values() for one in held]


def test_planted_errors_are_found(run: Any, data: bytes, base: Any) -> None:
    missed = []
    for mutant in first(run.mutants(SOURCE, data), FOUND[::EACH], OF_EACH):
        new = run.fresh(run.judge(mutant), base)
        if not {rule for rule, _, _ in new} & set(mutant.rules):
            missed.append((mutant.kind, mutant.note, [rule for rule, _, _ in new]))
    assert missed == []


def test_harmless_edits_raise_nothing(run: Any, data: bytes, base: Any) -> None:
    raised = []
    for edit in first(run.harmless_edits(SOURCE, data), HARMLESS[::EACH], OF_EACH):
        raised += [(edit.kind, edit.note, *key) for key in run.fresh(run.judge(edit), base)]
    assert raised == []


def test_every_source_is_read(run: Any) -> None:
    for one in run.WRITTEN:
        result = run.judge(run.Mutant("clean", one.key, "", (), one.data()))
        assert result.numbers > 20, one.key
        assert result.problems == [], one.key
