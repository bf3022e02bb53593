"""``shanhe office``: closed sheets, and who may write until a later day."""

from datetime import date
from typing import Any

import click

from shanhe.cli.acting import Lines, acting, number, why
from shanhe.cli.localized import LocalizedGroup
from shanhe.cli.options import day_for
from shanhe.cli.words import say


def locks(within: LocalizedGroup, lang: str) -> None:
    """Add the commands."""
    _locks(within, lang)
    _lock(within, lang)
    _reopen(within, lang)
    _permit(within, lang)


def _locks(within: LocalizedGroup, lang: str) -> None:
    @acting(within, "locks", [number("programme")])
    def run(actor: Any, programme: int) -> Lines:
        from shanhe.app.office import locks as cases  # noqa: PLC0415 - help needs none of it

        found = cases.locks(actor, programme)
        for one in found:
            sheet = one.sheet_name or say(lang, "all_sheets")
            yield f"{one.key:>6}  {sheet}  {one.who}  {one.at}  {one.why}"
            yield from (f"{'':>8}{body} → {until}  {why}" for body, until, why in one.permits)
        if not found:
            yield say(lang, "no_locks")


def _lock(within: LocalizedGroup, lang: str) -> None:
    sheet = click.Argument(["sheet"], required=False, metavar="[SHEET]", default="")

    @acting(within, "lock", [number("programme"), sheet, why(lang, required=True)])
    def run(actor: Any, programme: int, sheet: str, why: str) -> Lines:
        from shanhe.app.office import machine  # noqa: PLC0415 - help needs none of it
        from shanhe.app.office.locks import close  # noqa: PLC0415 - likewise

        close(actor, programme, machine.sheet_named(sheet) if sheet else "", why)
        yield say(lang, "done")


def _reopen(within: LocalizedGroup, lang: str) -> None:
    @acting(
        within, "reopen", [number("programme"), number("lock", "LOCK"), why(lang, required=True)]
    )
    def run(actor: Any, programme: int, lock: int, why: str) -> Lines:
        from shanhe.app.office.locks import reopen  # noqa: PLC0415 - help needs none of it

        reopen(actor, programme, lock, why)
        yield say(lang, "done")


def _permit(within: LocalizedGroup, lang: str) -> None:
    body = click.Argument(["organisation"], metavar="ORGANISATION")
    until = click.Option(
        ["--until"],
        metavar="DATE",
        required=True,
        callback=day_for(lang),
        help=say(lang, "opt_later_day"),
    )
    lock = number("lock", "LOCK")

    @acting(within, "permit", [number("programme"), lock, body, until, why(lang, required=True)])
    def run(  # noqa: PLR0913 - one argument a field of the exception
        actor: Any, *, programme: int, lock: int, organisation: str, until: date, why: str
    ) -> Lines:
        from shanhe.app.office import locks as cases  # noqa: PLC0415 - help needs none of it
        from shanhe.app.office import machine  # noqa: PLC0415 - likewise

        key = machine.organisation_named(organisation)
        cases.permit(actor, programme, lock, organisation=key, until=until, why=why)
        yield say(lang, "done")
