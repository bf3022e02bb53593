"""``shanhe office``: closed sheets."""

from collections.abc import Iterator
from typing import Any

import click

from shanhe.cli.acting import acting, number, why
from shanhe.cli.localized import LocalizedGroup
from shanhe.cli.words import say


def locks(within: LocalizedGroup, lang: str) -> None:
    """Add the commands."""
    _lock(within, lang)


def _lock(within: LocalizedGroup, lang: str) -> None:
    sheet = click.Argument(["sheet"], required=False, metavar="[SHEET]", default="")

    @acting(within, "lock", [number("programme"), sheet, why(lang, required=True)])
    def run(actor: Any, programme: int, sheet: str, why: str) -> Iterator[str]:
        from shanhe.app.office.locks import close  # noqa: PLC0415 - help needs none of it

        close(actor, programme, sheet, why)
        yield say(lang, "done")
