"""Every class that holds something of the field has one Chinese word in docs/glossary.md."""

import ast
import runpy
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "shanhe"
FLOORS = {
    "values": "values/*.py",
    "records": "records/*.py",
    "catalogue": "catalogue/model.py",
    "rules": "rules/[dr]*.py",
}


def classes() -> Iterator[tuple[str, str]]:
    for floor, pattern in FLOORS.items():
        for path in SOURCE.glob(pattern):
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                    yield floor, node.name


def test_every_class_has_a_chinese_word_and_every_word_its_class() -> None:
    pairs = runpy.run_path(str(ROOT / "docs" / "generate.py"))["class_pairs"]()
    words = {(floor, name) for floor, name, _ in pairs}
    assert set(classes()) == words, "see docs/words.toml"
