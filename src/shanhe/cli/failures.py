"""What went wrong, in the reader's words; never a traceback."""

import errno
import tempfile
import traceback
import uuid
from pathlib import Path

import click

from shanhe.cli import show
from shanhe.cli.localized import EXIT_WRONG
from shanhe.cli.words import say


def explained(error: Exception, lang: str) -> int:
    """Say in words what went wrong and return the exit code; what nobody foresaw is logged."""
    from shanhe.app.deliver import Unfaithful, WouldOverwrite  # noqa: PLC0415 - only when it is needed
    from shanhe.app.office.rights import Refused  # noqa: PLC0415 - likewise
    from shanhe.app.programme import NotOpened  # noqa: PLC0415 - likewise
    from shanhe.app.tasks import CatalogueError, WouldMix  # noqa: PLC0415 - likewise

    if isinstance(error, NotOpened):
        show.problems(error.problems, lang)
    elif isinstance(error, WouldOverwrite | WouldMix):
        key = "would_mix" if isinstance(error, WouldMix) else "would_overwrite"
        lines = "\n".join(f"  {path}" for path in error.paths)
        click.secho(f"{say(lang, key)}\n{lines}", fg="red", err=True)
    elif isinstance(error, Unfaithful):
        click.secho(say(lang, "unfaithful", detail=error), fg="red", err=True)
    elif isinstance(error, CatalogueError):
        click.secho(say(lang, "catalogue_error", detail=error), fg="red", err=True)
    elif isinstance(error, Refused):
        click.secho(error.words(lang), fg="red", err=True)
    elif isinstance(error, OSError):
        click.secho(_disk(error, lang), fg="red", err=True)
    else:
        click.secho(_logged(error, lang), fg="red", err=True)
    return EXIT_WRONG


_DISK = {
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.EROFS: "no_permission",
    errno.ENOENT: "cannot_create",
    errno.EEXIST: "not_a_folder",
    errno.ENOTDIR: "not_a_folder",
    errno.EISDIR: "is_a_folder",
    errno.ENOSPC: "disk_full",
    errno.ENAMETOOLONG: "name_too_long",
}


def _disk(error: OSError, lang: str) -> str:
    known = _DISK.get(error.errno or 0)
    detail = say(lang, known) if known else error.strerror or str(error)
    return say(lang, "disk", path=error.filename or "", detail=detail)


def _logged(error: Exception, lang: str) -> str:
    own = uuid.uuid4().hex[:8]
    log = Path(tempfile.gettempdir()) / f"shanhe-{own}.log"
    log.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    return say(lang, "unexpected", id=own, log=log)
