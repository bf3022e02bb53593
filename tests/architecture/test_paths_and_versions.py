"""No file tells on whose machine it was made; the version is the same wherever it stands."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from shanhe import __version__

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (".ci", "bench", "docs", "examples", "src", "tests")
TEXTS = {
    "",
    ".cfg",
    ".csv",
    ".html",
    ".j2",
    ".js",
    ".json",
    ".lock",
    ".md",
    ".py",
    ".toml",
    ".yaml",
}
PLACES = re.compile(r"(?<![\w.:/~-])/(?:work|root|home|Users)/\w|[A-Z]:\\\\?Users\\")


def texts() -> Iterator[Path]:
    yield from (path for path in ROOT.iterdir() if path.is_file() and path.suffix in TEXTS)
    for folder in FOLDERS:
        for path in (ROOT / folder).rglob("*"):
            hidden = {"vendor", "__pycache__"} & set(path.parts)
            if path.is_file() and path.suffix in TEXTS and not hidden:
                yield path


def test_no_file_names_a_place_on_a_machine() -> None:
    lines = {path: path.read_text(encoding="utf-8").splitlines() for path in texts()}
    found = {path: [line for line in own if PLACES.search(line)] for path, own in lines.items()}
    assert not {path: own for path, own in found.items() if own}


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    assert newest is not None
    assert project["version"] == __version__ == newest[1]
