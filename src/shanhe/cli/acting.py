"""Commands that act in the office in somebody's name, with that person's rights and no more."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click

from shanhe.cli.localized import LocalizedGroup, command
from shanhe.cli.office import data_option, name_option, open_here
from shanhe.cli.options import Count
from shanhe.cli.words import say

_LARGEST = 2**31 - 1
Lines = Iterator[str]
"""What a command says, line by line."""
Run = Callable[..., Lines]


def acting(
    within: LocalizedGroup, name: str, params: Sequence[click.Parameter] = ()
) -> Callable[[Run], None]:
    """Add a command that acts ``--as`` somebody; its function gets the actor and yields lines."""
    lang = within.lang

    def add(run: Run) -> None:
        own = [name_option(lang, required=True), data_option(lang)]

        @command(within, name, [*params, *own])
        def call(*, login: str, data: Path | None, **said: object) -> int:
            machine = open_here(lang, data)
            for line in _readable(run(machine.in_the_name_of(login), **said)):
                click.echo(line)
            return 0

    return add


def _readable(lines: Lines) -> Lines:
    """Yield lines as they come; what cannot be read, or was overtaken, is a refusal as well."""
    from shanhe.app.office.complaints import OF_LINES, in_one  # noqa: PLC0415 - the office is open

    try:
        yield from lines
    except OF_LINES as error:
        raise in_one(error) from None


def number(name: str, metavar: str = "NUMBER", *, required: bool = True) -> click.Argument:
    """Return an argument that is the number of something."""
    shown = metavar if required else f"[{metavar}]"
    return click.Argument([name], type=Count(1, _LARGEST), required=required, metavar=shown)


def why(lang: str, *, required: bool) -> click.Option:
    """Return ``--why``, the reason that stands in the journal."""
    return click.Option(
        ["--why"], required=required, default=None if required else "", help=say(lang, "opt_why")
    )


def page(lang: str) -> click.Option:
    """Return ``--page``, which page of a list."""
    pages = Count(1, 100_000)
    return click.Option(["--page"], type=pages, default=1, metavar="N", help=say(lang, "opt_page"))


def fields(lang: str) -> click.Argument:
    """Return any number of ``FIELD=TEXT``: the heading or key of a column, and what it is to say."""

    def read(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> dict[str, str]:
        said = {}
        for one in value:
            name, sign, text = one.partition("=")
            if not sign or not name.strip():
                raise click.BadParameter(say(lang, "bad_field", found=one), ctx, param)
            said[name.strip()] = text
        return said

    return click.Argument(["said"], nargs=-1, metavar="[FIELD=TEXT]...", callback=read)
