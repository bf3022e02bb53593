"""Files and functions stay small enough to be read at once.

A module without a function is a table and may be as long as what it lists; so may a function whose
only statement returns one literal. Docstrings are not counted: they are there to be long enough.
"""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "shanhe"
MODULES = sorted(SOURCE.rglob("*.py"))
MOST_IN_FILE, MOST_IN_FUNCTION = 300, 40


def lines_of(function: ast.FunctionDef) -> int:
    body = function.body[1:] if ast.get_docstring(function) else function.body
    if not body or (len(body) == 1 and isinstance(getattr(body[0], "value", None), ast.Dict)):
        return 0
    head = function.body[0].lineno - function.lineno
    return head + (body[-1].end_lineno or 0) - body[0].lineno + 1


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_files_and_functions_are_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    assert not functions or len(text.splitlines()) <= MOST_IN_FILE
    long = {node.name: lines_of(node) for node in functions}
    assert not {name: size for name, size in long.items() if size > MOST_IN_FUNCTION}
