"""A module is named for what is in it; a drawer for everything has no name."""

from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src" / "shanhe"
DRAWERS = {"base", "common", "core", "helper", "helpers", "manager", "misc", "util", "utils"}


def test_no_module_is_a_drawer() -> None:
    parts = {part for path in SOURCE.rglob("*.py") for part in (path.stem, path.parent.name)}
    assert not parts & DRAWERS


def test_every_folder_says_what_the_room_is_for() -> None:
    for folder in {path.parent for path in SOURCE.rglob("*.py")} - {SOURCE}:
        assert (folder / "__init__.py").read_text(encoding="utf-8").startswith('"""'), folder
