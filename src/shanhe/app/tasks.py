"""Whole tasks from a path to a result, as the command line and other shells ask for them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from shanhe.app.as_json import findings_json
from shanhe.app.deliver import findings_page, papers, put
from shanhe.app.evaluate import evaluate
from shanhe.app.examples import converted
from shanhe.app.pictures import pictures
from shanhe.app.programme import NotOpened, open_programme, refusal
from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.error import CatalogueError
from shanhe.catalogue.load import load_catalogue
from shanhe.documents.formats.grid import Unreadable
from shanhe.records.evaluation import Evaluation
from shanhe.rules.book import rulebook

__all__ = [
    "Asked",
    "CatalogueError",
    "convert",
    "evaluated",
    "findings_as",
    "handed_out",
    "load_catalogue",
    "put",
    "put_file",
    "steps",
]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be evaluated, and how.

    Attributes:
        programme: workbook or folder.
        year: another budget year than the workbook's; ``None`` for its own.
        as_of: another day of the data; ``None`` for its own.
        scored: also the optional score.
    """

    programme: Path
    year: int | None = None
    as_of: date | None = None
    scored: bool = False


def steps() -> int:
    """Return how many steps an evaluation has, for a progress bar."""
    return len(rulebook())


def evaluated(asked: Asked, catalogue: Catalogue, tick: Callable[[], None]) -> Evaluation:
    """Return the evaluation of a programme.

    Raises:
        NotOpened: it could not be read; nothing was half-read.
    """
    opened = open_programme(asked.programme, catalogue)
    if opened.dossier is None:
        raise NotOpened(opened.problems)
    dossier, programme = opened.dossier, opened.dossier.programme
    own = replace(
        programme, year=asked.year or programme.year, as_of=asked.as_of or programme.as_of
    )
    dossier = replace(dossier, programme=own)
    return evaluate(dossier, catalogue, opened.digest, scored=asked.scored, tick=tick)


def handed_out(
    evaluation: Evaluation, catalogue: Catalogue, folder: Path, lang: str, *, force: bool
) -> list[Path]:
    """Write all papers of an evaluation into ``folder`` and return their paths."""
    return put(papers(evaluation, catalogue, lang), folder, force=force)


def findings_as(evaluation: Evaluation, catalogue: Catalogue, form: str, lang: str) -> bytes:
    """Return the findings as ``json`` or ``html``."""
    if form == "json":
        return findings_json(evaluation, catalogue.law).encode()
    return findings_page(evaluation, catalogue, pictures(evaluation), lang)


def put_file(path: Path, data: bytes, *, force: bool) -> Path:
    """Write one file, whole or not at all, and return its path."""
    return put({path.name: data}, path.parent, force=force)[0]


def convert(source: Path, target: Path, *, force: bool) -> list[Path]:
    """Turn a workbook into a folder of CSV files, or back, and return what was written.

    Raises:
        NotOpened: ``source`` could not be read as a workbook or folder.
    """
    to_folder = target.suffix.lower() != ".xlsx"
    try:
        files = converted(source, load_catalogue(), to_folder=to_folder)
    except (Unreadable, FileNotFoundError) as error:
        raise NotOpened((refusal(source, error),)) from None
    if to_folder:
        return put(files, target, force=force)
    return [put_file(target, files[""], force=force)]
