"""Open a programme: an .xlsx workbook or a folder of CSV files → the dossier, or every problem."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from shanhe.catalogue.catalogue import Catalogue
from shanhe.documents.formats import csv
from shanhe.documents.formats.grid import Grid, Unreadable
from shanhe.documents.forms.workbook.read import Handed, read_dossier
from shanhe.records.dossier import Dossier
from shanhe.records.problem import Problem
from shanhe.records.source import Source


@dataclass(frozen=True, slots=True)
class Opened:
    """A programme that was handed in.

    Attributes:
        name: of the file or folder.
        digest: sha256 of what was read.
        dossier: ``None`` where there are problems: a wrong workbook is never half-read.
    """

    name: str
    digest: str
    dossier: Dossier | None
    problems: tuple[Problem, ...]


class NotOpened(Exception):  # noqa: N818 - a refusal, named for what it says
    """The programme could not be read; ``problems`` says why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems[0].text("en") if problems else "")
        self.problems = problems


def open_programme(path: Path, catalogue: Catalogue) -> Opened:
    """Return what was read from ``path``, with all problems."""
    try:
        files = _files(path)
        handed = _handed(path, files)
    except (FileNotFoundError, Unreadable, OSError) as error:
        return Opened(path.name, "", None, (refusal(path, error),))
    dossier, problems = read_dossier(handed, catalogue, Source(path.name, ""))
    return Opened(path.name, _digest(files), dossier, tuple(problems))


def read_grids(path: Path) -> dict[str, Grid]:
    """Return the sheets of a workbook or folder as printed text, without understanding them.

    Raises:
        FileNotFoundError, Unreadable: as the file formats do.
    """
    return {name: sheet.grid for name, sheet in _handed(path, _files(path)).items()}


def refusal(path: Path, error: Exception) -> Problem:
    """Return in the user's terms why ``path`` could not be opened."""
    whole = Source(path.name or str(path), "")
    if isinstance(error, Unreadable):
        where = Source(path.name, error.part)
        return Problem(error.kind, where, {"detail": error.detail})
    if isinstance(error, FileNotFoundError):
        return Problem("no_such_file", whole)
    return Problem("not_a_workbook", whole, {"detail": str(error)})


def _files(path: Path) -> dict[str, bytes]:
    if not path.exists():
        raise FileNotFoundError(path)
    if path.is_dir():
        found = sorted(p for p in path.iterdir() if p.suffix.lower() == ".csv" and p.is_file())
        return {file.name: file.read_bytes() for file in found}
    return {path.name: path.read_bytes()}


def _handed(path: Path, files: Mapping[str, bytes]) -> dict[str, Handed]:
    if path.is_dir():
        return {
            Path(name).stem: Handed(f"{path.name}/{name}", "", _csv(name, data))
            for name, data in files.items()
        }
    if path.suffix.lower() not in {".xlsx", ".xlsm"}:
        raise Unreadable("not_a_workbook", path.suffix or path.name)
    from shanhe.documents.formats.xlsx.read import read_grids as read_xlsx  # noqa: PLC0415 - not needed for CSV

    grids = read_xlsx(files[path.name])
    return {name: Handed(path.name, name, grid) for name, grid in grids.items()}


def _csv(name: str, data: bytes) -> Grid:
    try:
        return csv.read_grid(data)
    except Unreadable as refusal:
        raise Unreadable(refusal.kind, refusal.detail, name) from None


def _digest(files: Mapping[str, bytes]) -> str:
    whole = hashlib.sha256()
    for name in sorted(files):
        whole.update(name.encode() + b"\0" + hashlib.sha256(files[name]).digest())
    return whole.hexdigest()
