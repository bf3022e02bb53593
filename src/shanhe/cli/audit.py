"""``shanhe check`` for documents that somebody wrote."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from shanhe.cli import show
from shanhe.cli.words import say

if TYPE_CHECKING:
    from shanhe.app.audit_tasks import AuditAsked, Shown

_COLOURS = {"problem": "red", "error": "red", "warning": "yellow", "note": "cyan"}
_ENDINGS = {"text": ".txt", "json": ".json", "html": ".html", "docx": ".docx"}


def check_documents(
    asked: "AuditAsked", lang: str, form: str, output: Path | None, *, force: bool
) -> int:
    """Audit documents, show or write what came of it, and return the exit code."""
    if form in {"html", "docx"} or output is not None:
        return _written(asked, lang, form, output or Path("out"), force=force)
    return _on_screen(asked, lang, form)


def _on_screen(asked: "AuditAsked", lang: str, form: str) -> int:
    from shanhe.app.audit_tasks import joined, listed, shown  # noqa: PLC0415 - help needs none of it

    documents = listed(asked)
    codes: list[int] = []

    def texts(found: "Iterator[Shown]") -> Iterator[str]:
        for one in found:
            codes.append(one.code)
            for style, line in one.lines:
                click.secho(line, fg=_COLOURS.get(style), bold=style == "head")
            yield one.text

    with show.progress(lang, len(documents)) as tick:
        found = texts(shown(asked, documents, form, lang, tick))
        if form == "json":
            for piece in joined(found):
                click.echo(piece.encode(), nl=False)
        else:
            list(found)
    return max(codes, default=2)


def _written(asked: "AuditAsked", lang: str, form: str, output: Path, *, force: bool) -> int:
    from shanhe.app.audit_tasks import audited, exit_code, files_of, listed, names_of  # noqa: PLC0415 - help needs none of it
    from shanhe.app.tasks import free_paths, put  # noqa: PLC0415 - likewise

    documents = listed(asked)
    folder, name = _target(output, form, lang, alone=len(documents) == 1)
    free_paths(_named(names_of(documents, form), name), folder, force=force)
    with show.progress(lang, len(documents)) as tick:
        done = list(audited(asked, documents, tick))
    files = files_of(asked, done, documents, form, lang)
    named = dict(zip(_named(list(files), name), files.values(), strict=True))
    show.written(put(named, folder, force=force), lang)
    for document in done:
        for problem in document.problems:
            click.secho(problem.text(lang), fg=_COLOURS["problem"])
        counts = [(level, document.count(level)) for level in show.LEVELS]
        show.counts(document.name, counts, lang)
    return exit_code(done)


def _target(output: Path, form: str, lang: str, *, alone: bool) -> tuple[Path, str]:
    """Return the folder to write into, and the name that was given to the file, if one was.

    Raises:
        click.UsageError: a file is named whose ending is of another form, or one for many documents.
    """
    ending = output.suffix.lower()
    if output.is_dir() or ending not in _ENDINGS.values():
        return output, ""
    if ending != _ENDINGS[form]:
        expected = _ENDINGS[form]
        raise click.UsageError(say(lang, "ending_of_form", form=form, expected=expected))
    if form == "docx" and not alone:
        raise click.UsageError(say(lang, "folder_for_many"))
    return output.parent, output.name


def _named(names: list[str], name: str) -> list[str]:
    """Return names with the first replaced by the one that was asked for."""
    return [name, *names[1:]] if name and names else names
