"""Whole tasks from a path to a result, as the command line and other shells ask for them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from shanhe.app.as_json import findings_json
from shanhe.app.deliver import NAMES, findings_page, free_paths, papers, put
from shanhe.app.evaluate import evaluate
from shanhe.app.examples import converted
from shanhe.app.pictures import pictures
from shanhe.app.programme import NotOpened, open_programme
from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.error import CatalogueError
from shanhe.catalogue.load import load_catalogue
from shanhe.records.evaluation import Evaluation
from shanhe.rules.book import rulebook

__all__ = [
    "Asked",
    "CatalogueError",
    "NotOpened",
    "WouldMix",
    "convert",
    "evaluated",
    "findings_as",
    "free_paths",
    "handed_out",
    "load_catalogue",
    "make_sure_of",
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


def make_sure_of(folder: Path, *, force: bool) -> None:
    """Refuse at once, before the work is done, where papers would be overwritten.

    Raises:
        WouldOverwrite: a paper is there and ``force`` is not set.
    """
    free_paths(NAMES, folder, force=force)


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


class WouldMix(Exception):  # noqa: N818 - a refusal, named for what it says
    """A folder holds other CSV files, which would be read together with the new ones."""

    def __init__(self, paths: list[Path]) -> None:
        super().__init__(", ".join(map(str, paths)))
        self.paths = paths


def _keep_apart(files: Mapping[str, bytes], folder: Path) -> None:
    there = sorted(folder.glob("*.[cC][sS][vV]")) if folder.is_dir() else []
    others = [path for path in there if path.name not in files]
    if others:
        raise WouldMix(others)


def convert(source: Path, target: Path, *, force: bool) -> list[Path]:
    """Turn a workbook into a folder of CSV files, or back, and return what was written.

    Raises:
        NotOpened: ``source`` could not be read, or cannot be converted without loss.
        WouldMix: the folder holds sheets of another programme.
    """
    to_folder = target.suffix.lower() != ".xlsx"
    files = converted(source, load_catalogue(), to_folder=to_folder)
    if to_folder:
        _keep_apart(files, target)
        return put(files, target, force=force)
    return [put_file(target, files[""], force=force)]
