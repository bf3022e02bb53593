"""``shanhe check`` for documents that somebody wrote."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from shanhe.cli import show

if TYPE_CHECKING:
    from shanhe.app.audit_tasks import AuditAsked, Shown

_COLOURS = {"problem": "red", "error": "red", "warning": "yellow", "note": "cyan"}


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
    from shanhe.app.audit_tasks import audited, exit_code, files_of, listed  # noqa: PLC0415 - help needs none of it

    documents = listed(asked)
    with show.progress(lang, len(documents)) as tick:
        done = list(audited(asked, documents, tick))
    files = files_of(asked, done, documents, "json" if form == "text" else form, lang)
    show.written(_put(files, output, force=force), lang)
    for document in done:
        for problem in document.problems:
            click.secho(problem.text(lang), fg=_COLOURS["problem"])
        counts = [(level, document.count(level)) for level in show.LEVELS]
        show.counts(document.name, counts, lang)
    return exit_code(done)


def _put(files: dict[str, bytes], output: Path, *, force: bool) -> list[Path]:
    """Write into a folder, or one file under the name that was given."""
    from shanhe.app.tasks import put, put_file  # noqa: PLC0415 - help needs none of it

    if len(files) == 1 and output.suffix in {".json", ".html"}:
        return [put_file(output, *files.values(), force=force)]
    return put(files, output, force=force)
