"""``shanhe check`` for documents that somebody wrote."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from shanhe.cli import show

if TYPE_CHECKING:
    from shanhe.app.audit_tasks import AuditAsked, Audited

_COLOURS = {"problem": "red", "error": "red", "warning": "yellow", "note": "cyan"}


def check_documents(
    asked: "AuditAsked", lang: str, form: str, output: Path | None, *, force: bool
) -> int:
    """Audit documents, show or write what came of it, and return the exit code."""
    from shanhe.app.audit_tasks import audited, exit_code, files_of, listed  # noqa: PLC0415 - help needs none of it

    found = listed(asked)
    done: list[Audited] = []
    with show.progress(lang, len(found)) as tick:
        for document in audited(asked, found, tick):
            done.append(document)
            if form == "text" and output is None:
                _lines(document, lang)
    if form == "json" and output is None:
        _json(asked, done, lang)
    elif form != "text":
        files = files_of(asked, done, found, form, lang)
        show.written(_put(files, output or Path("out"), force=force), lang)
    if form in {"html", "docx"}:
        for document in done:
            show.counts(
                document.name, [(level, document.count(level)) for level in show.LEVELS], lang
            )
    return exit_code(done)


def _put(files: dict[str, bytes], output: Path, *, force: bool) -> list[Path]:
    """Write into a folder, or one file under the name that was given."""
    from shanhe.app.tasks import put, put_file  # noqa: PLC0415 - help needs none of it

    if len(files) == 1 and output.suffix in {".json", ".html"}:
        return [put_file(output, *files.values(), force=force)]
    return put(files, output, force=force)


def _lines(document: "Audited", lang: str) -> None:
    from shanhe.app.audit_tasks import audit_lines  # noqa: PLC0415 - help needs none of it

    for style, text in audit_lines(document, lang):
        click.secho(text, fg=_COLOURS.get(style), bold=style == "head")


def _json(asked: "AuditAsked", done: list["Audited"], lang: str) -> None:
    from shanhe.app.audit_tasks import json_pieces  # noqa: PLC0415 - help needs none of it

    for piece in json_pieces(asked, done, lang):
        click.echo(piece.encode(), nl=False)
