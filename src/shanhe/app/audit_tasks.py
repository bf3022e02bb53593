"""Auditing documents, as the command line and other shells ask for it."""

import os
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from shanhe.app.answers import COMMENTED, ENDING, answers_bytes
from shanhe.app.audit_json import audit_json, document_json, joined
from shanhe.app.audit_many import FORMATS, Document, audit_each, documents_in
from shanhe.app.audit_papers import annotated_docx, audit_page
from shanhe.app.audit_text import audit_lines, limited
from shanhe.app.programme import NotOpened, open_programme
from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.load import load_catalogue
from shanhe.documents.audited import Audited, State
from shanhe.documents.formats.grid import Unreadable
from shanhe.documents.forms.workbook.tables import PROGRAMME
from shanhe.records.dossier import Dossier

__all__ = [
    "PAGE",
    "AuditAsked",
    "Audited",
    "audit_lines",
    "audited",
    "exit_code",
    "files_of",
    "is_programme",
    "joined",
    "listed",
    "names_of",
    "shown",
]

R = TypeVar("R")
TEXT, PAGE, JSON = "核查结果.txt", "核查结果.html", "核查结果.json"
_IN_ONE = {"text": TEXT, "html": PAGE, "json": JSON}
_WORKBOOK = "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class AuditAsked:
    """What is to be audited, and how.

    Attributes:
        paths: files and folders. jobs: processes, 0 for as many as the machine has.
        least: findings below this severity are left out.
        catalogue: a folder laid over the catalogue.
        against: a programme's workbook or folder that each document is compared with.
    """

    paths: tuple[Path, ...]
    jobs: int = 0
    least: str = "note"
    catalogue: Path | None = None
    against: Path | None = None


def is_programme(path: Path) -> bool:
    """Return whether ``path`` is a programme's workbook or folder, and no finished document."""
    if path.is_dir():
        sheets = [file for file in path.glob("*.csv") if not file.name.endswith(ENDING)]
        return bool(sheets) and not any(file.suffix in FORMATS for file in path.iterdir())
    if path.suffix.lower() != ".xlsx" or not path.is_file():
        return False
    try:
        with zipfile.ZipFile(path) as package:
            return f'name="{PROGRAMME.zh}"'.encode() in package.open(_WORKBOOK).read(1_000_000)
    except (OSError, KeyError, zipfile.BadZipFile, RuntimeError):
        return False


def listed(asked: AuditAsked) -> list[Document]:
    """Return the documents that are asked for.

    Raises:
        NotOpened: a path is not there, or there is no document at all.
    """
    return documents_in(asked.paths)


def audited(
    asked: AuditAsked, documents: list[Document], tick: Callable[[], None]
) -> Iterator[Audited]:
    """Yield each document audited, in order, with the findings that are asked for.

    Raises:
        NotOpened: the programme to compare with could not be read.
    """
    yield from _each(asked, documents, partial(_limited, least=asked.least), tick)


@dataclass(frozen=True, slots=True)
class Shown:
    """What one document comes to on the screen.

    Attributes:
        lines: styles and texts. text: its JSON. code: its exit code.
    """

    lines: tuple[tuple[str, str], ...]
    text: str
    code: int


def shown(
    asked: AuditAsked, documents: list[Document], form: str, lang: str, tick: Callable[[], None]
) -> Iterator[Shown]:
    """Yield what is printed of each document, as ``text`` or ``json``, made where it was audited.

    Raises:
        NotOpened: the programme to compare with could not be read.
    """
    finish = partial(_shown, least=asked.least, form=form, lang=lang)
    yield from _each(asked, documents, finish, tick)


def _each(
    asked: AuditAsked,
    documents: list[Document],
    finish: Callable[[Audited, Catalogue], R],
    tick: Callable[[], None],
) -> Iterator[R]:
    jobs = asked.jobs or os.cpu_count() or 1
    return audit_each(finish, documents, jobs, asked.catalogue, tick, _programme(asked))


def _limited(document: Audited, catalogue: Catalogue, least: str) -> Audited:
    del catalogue
    return limited(document, least)


def _shown(document: Audited, catalogue: Catalogue, least: str, form: str, lang: str) -> Shown:
    kept = limited(document, least)
    if form == "json":
        return Shown((), document_json(kept, catalogue.law, lang), exit_code([kept]))
    return Shown(tuple(audit_lines(kept, lang)), "", exit_code([kept]))


def _programme(asked: AuditAsked) -> Dossier | None:
    if asked.against is None:
        return None
    opened = open_programme(asked.against, load_catalogue(asked.catalogue))
    if opened.dossier is None:
        raise NotOpened(opened.problems)
    return opened.dossier


def names_of(found: list[Document], form: str) -> list[str]:
    """Return the names of the files that ``files_of`` may hand out, before anything is read."""
    if form in _IN_ONE:
        return [_IN_ONE[form]]
    stems = [_stem(one.name) for one in found if one.path.suffix.lower() == ".docx"]
    return [f"{stem}{ending}" for stem in stems for ending in (COMMENTED, ENDING)]


def files_of(
    asked: AuditAsked, documents: list[Audited], found: list[Document], form: str, lang: str
) -> dict[str, bytes]:
    """Return file name → content of what ``form`` hands out: ``text``, ``json``, ``html`` or ``docx``.

    With ``docx`` each Word file comes back with comments, and a sheet to answer its findings in.
    """
    catalogue = load_catalogue(asked.catalogue)
    if form == "text":
        lines = [line for one in documents for _, line in audit_lines(one, lang)]
        return {TEXT: "\n".join([*lines, ""]).encode()}
    if form == "json":
        return {JSON: audit_json(documents, catalogue.law, lang).encode()}
    if form == "html":
        return {PAGE: audit_page(documents, catalogue, lang)}
    files: dict[str, bytes] = {}
    for one, document in zip(documents, found, strict=True):
        files |= _commented(one, document.path, catalogue, lang)
    return files


def _commented(one: Audited, path: Path, catalogue: Catalogue, lang: str) -> dict[str, bytes]:
    if one.kind != "docx" or one.state is State.UNREADABLE or one.script is None:
        return {}
    if not one.script.items:  # no text for a comment to stand at
        return {}
    stem = _stem(one.name)
    on = date.fromtimestamp(path.stat().st_mtime)  # the same input gives the same file
    try:
        commented = annotated_docx(one, path.read_bytes(), catalogue.law, lang, on)
    except Unreadable:  # converted from an older format: there is no docx to write into
        return {}
    return {f"{stem}{COMMENTED}": commented, f"{stem}{ENDING}": answers_bytes(one, lang)}


def _stem(name: str) -> str:
    return Path(name).with_suffix("").as_posix()


def exit_code(documents: Iterable[Audited]) -> int:
    """Return 2 if a document could not be judged, 1 if errors are open, else 0."""
    states = list(documents)
    if not states or any(one.state is not State.AUDITED for one in states):
        return 2
    return 1 if any(one.count("error", open_only=True) for one in states) else 0
