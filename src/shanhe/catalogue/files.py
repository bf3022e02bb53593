"""The data files: those of the package, with a folder of one's own laid over them."""

import csv
import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from shanhe.catalogue.error import CatalogueError

FOLDERS: Mapping[str, str] = {
    "indicators": ".toml",
    "acts": ".toml",
    "parameters": ".toml",
    "glossary": ".toml",
    "regions": ".csv",
    "divisions": ".csv",
}
"""Folder to the ending of its files."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """One data file.

    Attributes:
        name: ``indicators/restore_area.toml``.
    """

    name: str
    content: bytes

    @property
    def stem(self) -> str:
        """Its name without folder and ending."""
        return self.name.rpartition("/")[2].rpartition(".")[0]

    @property
    def text(self) -> str:
        """What it says."""
        try:
            return self.content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise CatalogueError("not UTF-8", "save it as UTF-8", self.name) from error

    def toml(self) -> dict[str, Any]:
        """Return it parsed as TOML, decimals exact."""
        try:
            return tomllib.loads(self.text.replace("\r\n", "\n"), parse_float=Decimal)
        except tomllib.TOMLDecodeError as error:
            line = _line_in(str(error))
            raise CatalogueError(f"not TOML: {error}", "mend that line", self.name, line) from error

    def rows(self) -> list[dict[str, str]]:
        """Return it parsed as CSV with a heading line."""
        reader = csv.DictReader(self.text.splitlines(), restkey="more", restval="")
        return [dict(row) for row in reader]

    def line_of(self, word: str) -> int | None:
        """Return the line that begins with ``word``, else the first that has it; from 1."""
        lines = list(enumerate(self.text.splitlines(), 1))
        key = re.compile(rf"\s*\[*{re.escape(word)}\b")
        begins = (number for number, line in lines if key.match(line))
        holds = (number for number, line in lines if word in line)
        return next(begins, next(holds, None))


class Shelf:
    """All data files, the overlay's in place of the package's where the names are the same.

    Raises:
        CatalogueError: the overlay is no folder, or has a file that belongs nowhere.
    """

    def __init__(self, overlay: Path | None = None) -> None:
        self._roots: list[Traversable] = [files("shanhe.catalogue")]
        if overlay is not None:
            _check_overlay(overlay)
            self._roots.append(overlay)

    def folder(self, name: str) -> list[DataFile]:
        """Return the files of one folder, sorted by name."""
        found: dict[str, DataFile] = {}
        for root in self._roots:
            folder = root / name
            if folder.is_dir():
                for file in folder.iterdir():
                    if file.name.startswith(".") or not file.name.endswith(FOLDERS[name]):
                        continue
                    label = f"{name}/{file.name}"
                    found[label] = DataFile(label, file.read_bytes())
        return [found[label] for label in sorted(found)]

    def fingerprint(self) -> str:
        """Return twelve hexadecimal digits that change when any data file does."""
        digest = hashlib.sha256()
        for folder in FOLDERS:
            for file in self.folder(folder):
                digest.update(f"{file.name}\0{len(file.content)}\0".encode() + file.content)
        return digest.hexdigest()[:12]


def _line_in(message: str) -> int | None:
    words = message.replace(",", " ").split()
    after = words[words.index("line") + 1 :] if "line" in words else []
    return int(after[0]) if after and after[0].isdigit() else None


def _check_overlay(overlay: Path) -> None:
    if not overlay.is_dir():
        raise CatalogueError(f"no folder {overlay}", "name a folder that is there")
    for path in sorted(overlay.rglob("*")):
        place = path.relative_to(overlay)
        if path.is_dir() or any(part.startswith(".") for part in place.parts):
            continue
        known = len(place.parts) == 2 and FOLDERS.get(place.parts[0]) == path.suffix
        if not known and path.suffix in {".toml", ".csv"}:
            remedy = f"put it into one of {', '.join(FOLDERS)}"
            raise CatalogueError("the file belongs nowhere", remedy, place.as_posix())
