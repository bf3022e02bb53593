"""``shanhe office``: a county's figures are begun, filled in, given their evidence and handed in."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from shanhe.cli.acting import Lines, acting, number
from shanhe.cli.localized import LocalizedGroup
from shanhe.cli.options import FILE
from shanhe.cli.words import say

_ROW = number("row", "ROW")


def drafts(within: LocalizedGroup, lang: str) -> None:
    """Add the commands."""
    _submissions(within, lang)
    _submission(within, lang)
    _begin(within, lang)
    _fill(within, lang)
    _attach(within, lang)
    _detach(within, lang)
    for step in ("renew", "submit", "discard"):
        _step(within, lang, step)


def _head(lang: str, one: Any) -> str:
    state = say(lang, f"state_{one.state.value}")
    return (
        f"{one.key:>6}  {state}  {one.organisation}  {one.sheet_name}  {one.title}  {one.changed}"
    )


def _submissions(within: LocalizedGroup, lang: str) -> None:
    @acting(within, "submissions", [number("programme", required=False)])
    def run(actor: Any, programme: int | None) -> Lines:
        from shanhe.app.office.submissions import submissions, waiting  # noqa: PLC0415 - help needs none of it

        found = waiting(actor) if programme is None else submissions(actor, programme)
        yield from (_head(lang, one) for one in found)
        if not found:
            yield say(lang, "no_submissions")


def _submission(within: LocalizedGroup, lang: str) -> None:
    @acting(within, "submission", [number("key", "SUBMISSION")])
    def run(actor: Any, key: int) -> Lines:
        from shanhe.app.office.evidence_list import listed  # noqa: PLC0415 - help needs none of it
        from shanhe.app.office.submissions import submission  # noqa: PLC0415 - likewise

        one = submission(actor, key)
        files = {file.digest: file for file in listed(actor, key)}
        yield _head(lang, one)
        if one.comment:
            yield f"{'':>6}  {one.comment}"
        for count, row in enumerate(one.rows, 1):
            yield from _row(one, count, row, [files[d] for d in row.evidence if d in files])


def _row(one: Any, count: int, row: Any, files: list[Any]) -> Iterator[str]:
    names = {field.key: field.name for field in one.fields}
    texts = (f"{names.get(field, field)}={text}" for field, text in row.texts.items())
    yield f"{count:>4}. " + "  ".join(texts)
    for file in files:
        yield "      + " + "  ".join(word for word in (file.name, file.size, file.taken_on) if word)


def _begin(within: LocalizedGroup, lang: str) -> None:
    sheet = click.Argument(["sheet"], metavar="SHEET")
    title = click.Option(["--title"], default="", help=say(lang, "opt_title"))
    filled = click.Option(["--filled"], is_flag=True, help=say(lang, "opt_filled"))

    @acting(within, "begin", [number("programme"), sheet, title, filled])
    def run(actor: Any, *, programme: int, sheet: str, title: str, filled: bool) -> Lines:
        from shanhe.app.office import drafting, machine  # noqa: PLC0415 - help needs none of it

        named = machine.sheet_named(sheet)
        yield say(
            lang, "begun", number=drafting.begin(actor, programme, named, title, filled=filled)
        )


def _fill(within: LocalizedGroup, lang: str) -> None:
    workbook = click.Argument(["workbook"], type=FILE, metavar="FILE")

    @acting(within, "fill", [number("key", "SUBMISSION"), workbook])
    def run(actor: Any, key: int, workbook: Path) -> Lines:
        from shanhe.app.office.handed_rows import upload  # noqa: PLC0415 - help needs none of it
        from shanhe.app.office.submissions import submission  # noqa: PLC0415 - likewise

        held = submission(actor, key).version
        taken = upload(actor, key, workbook.name, workbook.read_bytes(), held)
        yield say(lang, "filled", rows=taken.rows, others=taken.others)


def _attach(within: LocalizedGroup, lang: str) -> None:
    files = click.Argument(["files"], type=FILE, nargs=-1, required=True, metavar="FILE...")
    on = click.Option(["--taken-on"], default="", metavar="DATE", help=say(lang, "opt_taken_on"))
    at = click.Option(["--taken-at"], default="", help=say(lang, "opt_taken_at"))

    @acting(within, "attach", [number("key", "SUBMISSION"), _ROW, files, on, at])
    def run(  # noqa: PLR0913 - one argument a field of the form
        actor: Any, *, key: int, row: int, files: tuple[Path, ...], taken_on: str, taken_at: str
    ) -> Lines:
        from shanhe.app.office import evidence, machine  # noqa: PLC0415 - help needs none of it
        from shanhe.app.office.submissions import submission  # noqa: PLC0415 - likewise

        one = submission(actor, key)
        offered = [evidence.Offered(f.name, f.read_bytes(), taken_on, taken_at) for f in files]
        evidence.attach(actor, key, machine.row_numbered(one, row), offered, one.version)
        yield say(lang, "attached", count=len(files), row=row)


def _detach(within: LocalizedGroup, lang: str) -> None:
    name = click.Argument(["name"], metavar="NAME")

    @acting(within, "detach", [number("key", "SUBMISSION"), _ROW, name])
    def run(actor: Any, *, key: int, row: int, name: str) -> Lines:
        from shanhe.app.office import evidence, machine  # noqa: PLC0415 - help needs none of it
        from shanhe.app.office.evidence_list import file_named  # noqa: PLC0415 - likewise
        from shanhe.app.office.submissions import submission  # noqa: PLC0415 - likewise

        one = submission(actor, key)
        where = machine.row_numbered(one, row)
        evidence.detach(actor, key, where, file_named(actor, key, where, name), one.version)
        yield say(lang, "done")


def _step(within: LocalizedGroup, lang: str, step: str) -> None:
    @acting(within, step, [number("key", "SUBMISSION")])
    def run(actor: Any, key: int) -> Lines:
        from shanhe.app.office import drafting  # noqa: PLC0415 - help needs none of it
        from shanhe.app.office.submissions import submission  # noqa: PLC0415 - likewise

        steps = {"renew": drafting.renew, "submit": drafting.submit, "discard": drafting.discard}
        steps[step](actor, key, submission(actor, key).version)
        yield say(lang, "done")
