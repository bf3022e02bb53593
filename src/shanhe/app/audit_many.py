"""Audit a folder or several files, in several processes, in the order of their names."""

import gc
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple, TypeVar

from shanhe.app.answers import COMMENTED, ENDING, answers_path, read_answers
from shanhe.app.audit import audit_file, failed
from shanhe.app.programme import NotOpened, refusal
from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.load import load_catalogue
from shanhe.documents.audited import Audited
from shanhe.documents.formats.grid import MOST_BYTES, Unreadable
from shanhe.documents.paper_problem import PaperProblem
from shanhe.records.dossier import Dossier
from shanhe.records.source import Source

FORMATS = (
    ".docx",
    ".doc",
    ".wps",
    ".rtf",
    ".odt",
    ".txt",
    ".html",
    ".htm",
    ".xlsx",
    ".xls",
    ".pdf",
)
"""Endings that are looked for in a folder; a file that is named is read whatever its ending."""
_AHEAD = 2
R = TypeVar("R")
_SILENT: Callable[[], None] = lambda: None  # noqa: E731 - a default with a name


class Document(NamedTuple):
    """A file to audit: where it is, and what it is called in the results."""

    path: Path
    name: str


def documents_in(paths: Iterable[Path]) -> list[Document]:
    """Return the documents at these paths, each once; those of a folder by name, with its folders.

    Two of the same name are told apart by the folders they are in. In a folder, hidden files, locks of
    office programs (``~$…``), sheets of answers and files with our comments are no documents.

    Raises:
        NotOpened: a path is not there, or there is no document at all.
    """
    asked = list(paths)
    found: dict[Path, str] = {}
    for path in asked:
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                own = file.relative_to(path)
                if _is_document(own) and file.is_file():
                    found.setdefault(file.resolve(), own.as_posix())
        elif path.exists():
            found.setdefault(path.resolve(), path.name)
        else:
            raise NotOpened((refusal(path, FileNotFoundError(path)),))
    if not found:
        where = Source("、".join(map(str, asked)), "")
        raise NotOpened((PaperProblem("no_documents", where, {"expected": " ".join(FORMATS)}),))
    return [Document(path, name) for path, name in _told_apart(found).items()]


def _told_apart(found: Mapping[Path, str]) -> dict[Path, str]:
    """Return each path's name, with as many of its folders as no other has."""
    names = dict(found)
    for deep in range(2, max(len(path.parts) for path in names) + 1):
        often = Counter(names.values())
        for path, name in names.items():
            if often[name] > 1:
                names[path] = Path(*path.parts[-deep:]).as_posix()
    return names


def _is_document(own: Path) -> bool:
    if own.suffix.lower() not in FORMATS or own.name.endswith((ENDING, COMMENTED)):
        return False
    return not any(part.startswith((".", "~$")) for part in own.parts)


def audit_many(
    documents: Sequence[Document],
    jobs: int = 1,
    catalogue: Path | None = None,
    tick: Callable[[], None] = _SILENT,
    against: Dossier | None = None,
) -> Iterator[Audited]:
    """Yield each document audited, in the order given; see ``audit_each``."""
    yield from audit_each(_whole, documents, jobs, catalogue, tick, against)


def audit_each(  # noqa: PLR0913, PLR0917 - what is asked, and what is made of each result
    finish: Callable[[Audited, Catalogue], R],
    documents: Sequence[Document],
    jobs: int = 1,
    catalogue: Path | None = None,
    tick: Callable[[], None] = _SILENT,
    against: Dossier | None = None,
) -> Iterator[R]:
    """Yield what ``finish`` makes of each document, in the order given, whatever is done first.

    Args:
        finish: applied where the document was audited, so that only its result travels.
        documents: from ``documents_in``.
        jobs: processes; with 1, or one document, none is started.
        catalogue: a folder laid over the catalogue, as in ``load_catalogue``.
        tick: called after each document.
        against: the programme's own data, to be compared with each document.

    Only a few results more than there are processes wait in memory. A document over which a process
    dies (no memory left) comes out with a problem; the others are audited all the same.

    Raises:
        CatalogueError: the catalogue is broken.
    """
    known = load_catalogue(catalogue)
    jobs = min(jobs, len(documents))
    work = partial(_work, finish, overlay=catalogue, against=against)
    results = (
        (finish(audit_one(document, known, against), known) for document in documents)
        if jobs < 2
        else _in_processes(documents, jobs, work, lambda lost: finish(lost, known))
    )
    for result in results:
        tick()
        yield result


def _whole(audited: Audited, catalogue: Catalogue) -> Audited:
    del catalogue
    return audited


def audit_one(document: Document, catalogue: Catalogue, against: Dossier | None = None) -> Audited:
    """Return one document audited, with the answers that are kept beside it."""
    path, name = document
    try:
        size = path.stat().st_size
        if not path.is_file():  # a pipe or a device would never end
            raise Unreadable("no_plain_file")
        if size > MOST_BYTES:
            raise Unreadable("oversized", f"{size:,} B")
        data = path.read_bytes()
        beside = answers_path(path)
        answers, problems = (
            read_answers(beside.name, beside.read_bytes()) if beside.is_file() else ({}, ())
        )
    except (OSError, Unreadable) as error:
        return Audited(name, "", problems=(refusal(path, error),))
    audited = audit_file(name, data, catalogue, answers, against=against)
    return replace(audited, problems=(*audited.problems, *problems))


_KNOWN: dict[Path | None, Catalogue] = {}
"""The catalogue of a process, loaded once in it."""


def _work(
    finish: Callable[[Audited, Catalogue], R],
    document: Document,
    overlay: Path | None,
    against: Dossier | None,
) -> R:
    if overlay not in _KNOWN:
        gc.set_threshold(50_000)  # many small records that live until the document is done
        _KNOWN[overlay] = load_catalogue(overlay)
    known = _KNOWN[overlay]
    return finish(audit_one(document, known, against), known)


def _in_processes(
    documents: Sequence[Document],
    jobs: int,
    work: Callable[[Document], R],
    lost: Callable[[Audited], R],
) -> Iterator[R]:
    start = partial(ProcessPoolExecutor, mp_context=get_context("spawn"))
    waiting = deque(documents)
    while waiting:
        try:
            with start(jobs) as pool:
                yield from _through(pool, waiting, jobs * _AHEAD, work)
        except BrokenProcessPool as error:
            # Which one did it cannot be told: the next few go one by one, each in its own process.
            for _ in range(min(jobs * _AHEAD, len(waiting))):
                document = waiting.popleft()
                try:
                    yield _alone(document, start, work)
                except BrokenProcessPool:
                    yield lost(Audited(document.name, "", problems=(failed(document.name, error),)))


def _through(
    pool: ProcessPoolExecutor,
    waiting: deque[Document],
    most: int,
    work: Callable[[Document], R],
) -> Iterator[R]:
    """Yield results in order; what has not come out stays in ``waiting``."""
    running: deque[Future[R]] = deque()
    for document in tuple(waiting):
        running.append(pool.submit(work, document))
        if len(running) == most:
            yield _next(running, waiting)
    while running:
        yield _next(running, waiting)


def _next(running: deque[Future[R]], waiting: deque[Document]) -> R:
    done = running[0].result()
    running.popleft()
    waiting.popleft()
    return done


def _alone(
    document: Document,
    start: Callable[[int], ProcessPoolExecutor],
    work: Callable[[Document], R],
) -> R:
    with start(1) as pool:
        return pool.submit(work, document).result()
