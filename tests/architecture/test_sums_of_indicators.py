"""Indicator values are added in ``measures/aggregate.py`` and ``computed.py`` and nowhere else.

A share must not be summed, and a mine must not be counted twice: only the indicator's own
declaration knows. So nowhere else may ``sum`` or ``fsum`` see what holds indicator values, be it
directly, by a name of the same function, or by the type of an argument. Money and counts of
subprojects are no indicators.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "shanhe"
ALLOWED = {SOURCE / "measures" / name for name in ("aggregate.py", "computed.py")}
VALUES = {"targets", "targets_of", "regional_targets", "splits", "quantity", "actuals", "progress"}
VALUES |= {"stated_actuals", "adjustments", "Target", "RegionalTarget", "Actual", "Progress"}


def names(node: ast.AST | None) -> set[str]:
    inner = list(ast.walk(node)) if node else []
    found = {one.attr for one in inner if isinstance(one, ast.Attribute)}
    return found | {one.id for one in inner if isinstance(one, ast.Name)}


def origins(scope: ast.FunctionDef) -> Iterator[tuple[str, set[str]]]:
    """Yield each name of a function with the names that it is made of."""
    for one in ast.walk(scope):
        if isinstance(one, ast.arg):
            yield one.arg, names(one.annotation)
        elif isinstance(one, ast.Assign):
            yield from (
                (name, names(one.value)) for target in one.targets for name in names(target)
            )
        elif isinstance(one, ast.For):
            yield from ((name, names(one.iter)) for name in names(one.target))


def wrong_sums(tree: ast.AST) -> Iterator[int]:
    for scope in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        made = list(origins(scope))
        for call in (one for one in ast.walk(scope) if isinstance(one, ast.Call) and one.args):
            if isinstance(call.func, ast.Name | ast.Attribute) and names(call.func) & {
                "sum",
                "fsum",
            }:
                seen = names(call.args[0])
                if seen.union(*(origin for name, origin in made if name in seen)) & VALUES:
                    yield call.lineno


def test_nobody_else_adds_indicator_values() -> None:
    paths = [path for path in sorted(SOURCE.rglob("*.py")) if path not in ALLOWED]
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in paths}
    assert not {path.name: lines for path, tree in trees.items() if (lines := [*wrong_sums(tree)])}


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("def f(d):\n return sum(t.amount for t in d.targets)", 1),
        ("def f(d):\n own = [t.amount for t in d.actuals]\n return sum(own, 0)", 1),
        ("def f(d):\n for _, parts in d.splits():\n  yield sum(p.amount for p in parts)", 1),
        ("def f(parts: list[RegionalTarget]):\n return sum(p.amount for p in parts)", 1),
        ("def f(d):\n return sum(p.amount for p in d.payments)", 0),
    ],
)
def test_the_check_sees_them_and_leaves_money_alone(code: str, found: int) -> None:
    assert len([*wrong_sums(ast.parse(code))]) == found
