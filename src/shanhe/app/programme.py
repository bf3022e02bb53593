"""Open a programme: an .xlsx workbook or a folder of CSV files → the dossier, or every problem."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from shanhe.catalogue.catalogue import Catalogue
from shanhe.documents.formats import csv
from shanhe.documents.formats.grid import MOST_BYTES, Grid, Unreadable
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
    except (Unreadable, OSError) as error:
        return Opened(_name(path), "", None, (refusal(path, error),))
    dossier, problems = read_dossier(handed, catalogue, Source(_name(path), ""))
    return Opened(_name(path), _digest(files), dossier, tuple(problems))


def read_sheets(path: Path) -> dict[str, Handed]:
    """Return the sheets of a workbook or folder as printed text, without understanding them.

    Raises:
        NotOpened: it could not be read.
    """
    try:
        return _handed(path, _files(path))
    except (Unreadable, OSError) as error:
        raise NotOpened((refusal(path, error),)) from None


def refusal(path: Path, error: Exception) -> Problem:
    """Return in the user's terms why ``path`` could not be opened."""
    whole = Source(_name(path), "")
    if isinstance(error, Unreadable):
        words = {"suggest": error.detail} if error.kind == "no_csv" else {"detail": error.detail}
        return Problem(error.kind, Source(_name(path), error.part), words)
    if isinstance(error, FileNotFoundError):
        return Problem("no_such_file", Source(str(path), ""))
    return Problem("cannot_read", whole, {"detail": getattr(error, "strerror", "") or str(error)})


def _name(path: Path) -> str:
    return path.name or path.resolve().name or str(path)


def _files(path: Path) -> dict[str, bytes]:
    if path.is_dir():
        found = sorted(p for p in path.iterdir() if _is_sheet(p))
        if not found:
            books = sorted(p.name for p in path.iterdir() if p.suffix.lower() == ".xlsx")
            raise Unreadable("no_csv", "、".join(books[:3]))
        return {file.name: _bytes(file) for file in found}
    if not path.exists():
        raise FileNotFoundError(path)
    return {path.name: _bytes(path)}


def _is_sheet(path: Path) -> bool:
    return path.suffix.lower() == ".csv" and path.is_file() and not path.name.startswith(".")


def _bytes(path: Path) -> bytes:
    if not path.is_file():
        raise Unreadable("not_xlsx")
    if path.stat().st_size > MOST_BYTES:
        raise Unreadable("too_big", f"> {MOST_BYTES // 1_000_000} MB")
    return path.read_bytes()


def _handed(path: Path, files: Mapping[str, bytes]) -> dict[str, Handed]:
    if path.is_dir():
        return _from_folder(_name(path), files)
    kind = {".csv": "one_csv", ".xls": "old_or_locked", ".xlsx": "", ".xlsm": ""}
    refused = kind.get(path.suffix.lower(), "not_xlsx")
    if refused:
        raise Unreadable(refused)
    from shanhe.documents.formats.xlsx.read import read_grids as read_xlsx  # noqa: PLC0415 - not needed for CSV

    grids = read_xlsx(files[path.name])
    return {name.strip(): Handed(path.name, name, grid) for name, grid in grids.items()}


def _from_folder(folder: str, files: Mapping[str, bytes]) -> dict[str, Handed]:
    handed: dict[str, Handed] = {}
    for name, data in files.items():
        sheet = Path(name).stem.strip()
        if sheet in handed:
            raise Unreadable("same_sheet", sheet, name)
        handed[sheet] = Handed(f"{folder}/{name}", "", _csv(name, data))
    return handed


def _csv(name: str, data: bytes) -> Grid:
    try:
        return csv.read_grid(data)
    except Unreadable as refusal:
        raise Unreadable(refusal.kind, refusal.detail, name) from None


def _digest(files: Mapping[str, bytes]) -> str:
    whole = hashlib.sha256()
    for name in sorted(files):
        whole.update(
            name.encode(errors="surrogateescape") + b"\0" + hashlib.sha256(files[name]).digest()
        )
    return whole.hexdigest()
