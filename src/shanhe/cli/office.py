"""``serve``, ``verify``, ``backup``, ``restore`` and ``export``: the office on this machine."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from shanhe.cli import show
from shanhe.cli.localized import EXIT_WRONG, LocalizedGroup, command
from shanhe.cli.options import PATH, Count
from shanhe.cli.words import say

_DONE, _BROKEN = 0, 1
_MOST = 20  # places where the journal does not hold; one change breaks every entry after it


def office(top: LocalizedGroup, lang: str) -> None:
    """Add the commands of the office."""
    _serve(top, lang)
    _export(top, lang)
    _verify(top, lang)
    _backup(top, lang)
    _restore(top, lang)


def data_option(lang: str) -> click.Option:
    """Return ``--data``, the folder of the office."""
    return click.Option(["--data"], type=PATH, metavar="DIR", help=say(lang, "opt_data"))


def name_option(lang: str, *, required: bool) -> click.Option:
    """Return ``--as``, the account in whose name something is done."""
    return click.Option(
        ["--as", "login"], metavar="LOGIN", required=required, help=say(lang, "opt_as")
    )


def open_here(lang: str, data: Path | None) -> Any:
    """Open the office and return its use cases; say what to install where it cannot be.

    Raises:
        click.UsageError: the extra ``web`` is not installed.
    """
    try:
        from shanhe.app.office.first_start import open_existing  # noqa: PLC0415 - help needs none of it

        open_existing(data)
    except ModuleNotFoundError as error:
        raise click.UsageError(say(lang, "needs_web", module=error.name or "")) from None
    from shanhe.app.office import machine  # noqa: PLC0415 - after it is open

    return machine


def _serve(top: LocalizedGroup, lang: str) -> None:
    options = [
        click.Option(["--host"], default="127.0.0.1", help=say(lang, "opt_host")),
        click.Option(["--port"], type=Count(1, 65535), default=8000, help=say(lang, "opt_port")),
        click.Option(["--workers"], type=Count(1, 64), default=2, help=say(lang, "opt_workers")),
        click.Option(["--example/--no-example"], default=None, help=say(lang, "opt_example")),
        data_option(lang),
    ]

    @command(top, "serve", options)
    def run(*, host: str, port: int, workers: int, example: bool | None, data: Path | None) -> int:
        try:
            from shanhe.app.office.first_start import open_office  # noqa: PLC0415 - help needs none of it
            from shanhe.web.serve import Serving, serve  # noqa: PLC0415 - likewise

            opened = open_office(data, settings="shanhe.web.settings")
        except ModuleNotFoundError as error:
            raise click.UsageError(say(lang, "needs_web", module=error.name or "")) from None
        click.echo(say(lang, "office_data", path=opened.data))
        if opened.password:
            click.secho(
                say(lang, "first_password", login=opened.login, password=opened.password), bold=True
            )
            _offer_example(lang, wanted=example)
        click.echo(say(lang, "serving", address=f"http://{host}:{port}/"))
        serve(Serving(host, port, workers))
        return _DONE


def _offer_example(lang: str, *, wanted: bool | None) -> None:
    if wanted is None and sys.stdin.isatty():
        wanted = click.confirm(say(lang, "want_example"))
    if not wanted:
        return
    from shanhe.app.office.example import load_example  # noqa: PLC0415 - only where it is wanted

    click.echo(say(lang, "example_people"))
    for person in load_example():
        click.echo(f"  {person.login:<18}{person.password:<16}{person.role}  {person.organisation}")


def _export(top: LocalizedGroup, lang: str) -> None:
    key = click.Argument(["programme"], type=int, required=False, metavar="[NUMBER]")
    output = click.Option(["-o", "--output"], type=PATH, help=say(lang, "opt_workbook"))
    force = click.Option(["--force"], is_flag=True, help=say(lang, "opt_force"))

    @command(
        top, "export", [key, output, name_option(lang, required=True), data_option(lang), force]
    )
    def run(
        *, programme: int | None, output: Path | None, login: str, data: Path | None, force: bool
    ) -> int:
        from shanhe.app.tasks import put_file  # noqa: PLC0415 - help needs none of it

        machine = open_here(lang, data)
        actor = machine.in_the_name_of(login)
        if programme is None:
            for head in machine.books(actor):
                click.echo(f"{head.key:>6}  {head.year}  {head.organisation}  {head.name}")
            return _DONE
        name, content = machine.workbook(actor, programme)
        show.written([put_file(output or Path(name), content, force=force)], lang)
        return _DONE


def _verify(top: LocalizedGroup, lang: str) -> None:
    @command(top, "verify", [data_option(lang)])
    def run(*, data: Path | None) -> int:
        machine = open_here(lang, data)
        breaks = machine.verified()
        tell(lang, breaks)
        if breaks:
            return _BROKEN
        click.echo(say(lang, "journal_holds", count=machine.entries()))
        return _DONE


def tell(lang: str, breaks: Any) -> None:
    """Print where what is kept does not hold; nothing where all does."""
    if not breaks:
        return
    from shanhe.app.office.machine import told  # noqa: PLC0415 - the office is open

    for one in breaks[:_MOST]:
        click.secho(getattr(told(one), lang), fg="red", err=True)
    if len(breaks) > _MOST:
        click.secho(say(lang, "and_more", count=len(breaks) - _MOST), fg="red", err=True)
    click.secho(say(lang, "breaks_mend"), err=True)


def _backup(top: LocalizedGroup, lang: str) -> None:
    output = click.Option(["-o", "--output"], type=PATH, help=say(lang, "opt_backup"))

    @command(top, "backup", [output, data_option(lang)])
    def run(*, output: Path | None, data: Path | None) -> int:
        machine = open_here(lang, data)
        stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
        target = output or Path(f"shanhe-backup-{stamp}.zip")
        with show.progress(lang, _STEPS) as tick:
            counted = machine.back_up(target, lambda _: tick())
        click.echo(say(lang, "backed_up", path=target, rows=counted.rows, files=counted.files))
        return _DONE


_STEPS = 19


def _restore(top: LocalizedGroup, lang: str) -> None:
    source = click.Argument(["backup"], type=PATH, metavar="FILE")

    @command(top, "restore", [source, data_option(lang)])
    def run(*, backup: Path, data: Path | None) -> int:
        try:
            from shanhe.app.office.first_start import open_empty  # noqa: PLC0415 - help needs none of it

            open_empty(data)
        except ModuleNotFoundError as error:
            raise click.UsageError(say(lang, "needs_web", module=error.name or "")) from None
        from shanhe.app.office import machine  # noqa: PLC0415 - after it is open

        with show.progress(lang, _STEPS) as tick:
            counted, breaks = machine.restore(backup, lambda _: tick())
        tell(lang, breaks)
        if breaks:
            click.secho(say(lang, "not_restored"), fg="red", err=True)
            return EXIT_WRONG
        click.echo(say(lang, "restored", rows=counted.rows, files=counted.files))
        return _DONE
