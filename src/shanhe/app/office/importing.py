"""A workbook that somebody hands in at the page becomes a programme."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from shanhe.app.examples import EMPTY_BOOK, EXAMPLE_BOOK, starting_books
from shanhe.app.office.books import catalogue_of
from shanhe.app.office.loading import load
from shanhe.app.office.rights import (
    Action,
    Actor,
    Refused,
    Scope,
    ask,
    holds,
    missing_right,
    paths,
)
from shanhe.app.programme import NotOpened
from shanhe.documents.formats.grid import MOST_BYTES
from shanhe.records.problem import Problem
from shanhe.store.models import Organisation

_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Importing:
    """What the page of importing shows.

    Attributes:
        owners: key and name of the bodies a programme may be imported for; the first is one's own.
        problems: why the last workbook was not taken.
    """

    owners: tuple[tuple[int, str], ...]
    problems: tuple[Problem, ...] = ()
    name: str = ""


def importing(actor: Actor, problems: Sequence[Problem] = (), name: str = "") -> Importing:
    """Return what the page of importing shows.

    Raises:
        Refused: they may import nowhere.
    """
    if not holds(actor, Action.IMPORT):
        raise missing_right(actor, Action.IMPORT)
    found: dict[int, str] = {}
    for right in paths(actor, Action.IMPORT):
        within = Organisation.objects.filter(path__startswith=right.path).order_by("path")
        found.update({body.pk: body.name for body in within})
    return Importing(tuple(found.items()), tuple(problems), name)


def take(actor: Actor, name: str, data: bytes, organisation: int) -> int:
    """Make a programme from the bytes of a workbook, and return its key.

    Raises:
        NotOpened: it cannot be read; nothing is changed.
        Refused: the right is missing, or it is too large.
    """
    owner = Organisation.objects.filter(pk=organisation).first()
    if owner is None:
        raise Refused("请指明项目所属机构。", "Say which body the programme belongs to.", 422)
    ask(actor, Action.IMPORT, Scope(owner.path))
    if len(data) > MOST_BYTES:
        most = MOST_BYTES // 1_000_000
        raise Refused(f"文件超过{most}MB，不能导入。", f"The file is larger than {most} MB.", 413)
    with tempfile.TemporaryDirectory(prefix="shanhe-") as folder:
        path = Path(folder) / plain_name(name)
        path.write_bytes(data)
        return load(actor, path, organisation)


def starting_book(actor: Actor, which: str) -> tuple[str, bytes]:
    """Return name and bytes of a workbook to begin with, ``empty`` or ``example``.

    Whoever works in the office alone has no command line to make one.

    Raises:
        Refused: they may import nowhere, or there is no such workbook.
    """
    if not holds(actor, Action.IMPORT):
        raise missing_right(actor, Action.IMPORT)
    name = {"empty": EMPTY_BOOK, "example": EXAMPLE_BOOK}.get(which)
    if name is None:
        raise Refused("没有该文件。", "There is no such workbook.", 404)
    return name, starting_books(catalogue_of())[name]


def plain_name(name: str) -> str:
    r"""Return a file's name without folders or control characters, its ending kept.

    Example:
        ``..\..\目标表.xlsx`` is ``目标表.xlsx``.
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    clean = "".join(sign for sign in last if sign.isprintable()).strip(". ")
    stem, dot, ending = clean.rpartition(".")
    return f"{stem[:_LONGEST_NAME]}{dot}{ending[:10]}" if stem else "工作簿"


__all__ = ["Importing", "NotOpened", "importing", "plain_name", "starting_book", "take"]
