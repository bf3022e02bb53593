"""Regular expressions of modules are compiled when they are asked; see ``shanhe.values.regex``."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import shanhe

SOURCE = Path(shanhe.__file__).parent


def _at_import(node: ast.AST) -> Iterator[ast.Call]:
    """Yield the calls that are made when a module is imported."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.Call):
            yield child
        yield from _at_import(child)


@pytest.mark.parametrize("part", ["values", "records", "catalogue", "measures", "rules"])
def test_nothing_is_compiled_at_import(part: str) -> None:
    own = SOURCE / "values" / "regex.py"
    compiled = [
        f"{path.relative_to(SOURCE)}:{call.lineno}"
        for path in (SOURCE / part).rglob("*.py")
        for call in _at_import(ast.parse(path.read_text(encoding="utf-8")))
        if path != own and ast.unparse(call.func) == "re.compile"
    ]
    assert compiled == [], "use regex() of shanhe.values.regex"
