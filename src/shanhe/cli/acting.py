"""Commands that act in the office in somebody's name, with that person's rights and no more."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import click

from shanhe.cli.localized import LocalizedGroup, command
from shanhe.cli.office import data_option, name_option, open_here
from shanhe.cli.options import Count
from shanhe.cli.words import say

_LARGEST = 2**31 - 1
Run = Callable[..., Iterable[str]]


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
            for line in run(machine.in_the_name_of(login), **said):
                click.echo(line)
            return 0

    return add


def number(name: str, metavar: str = "NUMBER") -> click.Argument:
    """Return an argument that is the number of something."""
    return click.Argument([name], type=Count(1, _LARGEST), metavar=metavar)


def why(lang: str, *, required: bool) -> click.Option:
    """Return ``--why``, the reason that stands in the journal."""
    return click.Option(
        ["--why"], required=required, default=None if required else "", help=say(lang, "opt_why")
    )
