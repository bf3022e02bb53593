"""``shanhe office``: organisations, accounts, their roles, and a lost password."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from shanhe.app.office.rights import Role
from shanhe.cli.acting import Lines, acting
from shanhe.cli.localized import LocalizedGroup, command
from shanhe.cli.office import data_option, open_here
from shanhe.cli.options import day_for
from shanhe.cli.words import say

_WHO = click.Argument(["who"], metavar="ACCOUNT")
_BODY = click.Argument(["organisation"], metavar="ORGANISATION")


def people(within: LocalizedGroup, lang: str) -> None:
    """Add the commands."""
    _accounts(within, lang)
    _add(within, lang)
    _grant(within, lang)
    _revoke(within, lang)
    for step in ("stop", "start"):
        _set_active(within, lang, step)
    _password(within, lang)
    _organisations(within, lang)


def _accounts(within: LocalizedGroup, lang: str) -> None:
    @acting(within, "accounts")
    def run(actor: Any) -> Lines:
        from shanhe.app.office.accounts import people as listed  # noqa: PLC0415 - help needs none of it

        for one in listed(actor):
            state = "" if one.is_active else f"  {say(lang, 'stopped')}"
            yield f"{one.login:<18}{one.name}  {one.organisation}{state}"
            yield from (f"{key:>8}  {words}" for key, words in one.roles)


def _add(within: LocalizedGroup, lang: str) -> None:
    name = click.Argument(["name"], metavar="NAME")

    @acting(within, "add-account", [_WHO, name, _BODY])
    def run(actor: Any, who: str, name: str, organisation: str) -> Lines:
        from shanhe.app.office import accounts, machine  # noqa: PLC0415 - help needs none of it

        body = machine.organisation_named(organisation)
        password = accounts.add_account(actor, login=who, name=name, organisation=body)
        yield say(lang, "one_time", login=who, password=password)


def _grant(within: LocalizedGroup, lang: str) -> None:
    role = click.Argument(["role"], type=click.Choice([one.value for one in Role]), metavar="ROLE")
    book = click.Option(["--programme"], type=int, metavar="NUMBER", help=say(lang, "opt_only"))
    until = click.Option(
        ["--until"], metavar="DATE", callback=day_for(lang), help=say(lang, "opt_until")
    )

    @acting(within, "grant", [_WHO, role, _BODY, book, until])
    def run(  # noqa: PLR0913 - one argument a field of the grant
        actor: Any,
        *,
        who: str,
        role: str,
        organisation: str,
        programme: int | None,
        until: date | None,
    ) -> Lines:
        from shanhe.app.office import accounts, machine  # noqa: PLC0415 - help needs none of it

        accounts.grant(
            actor,
            account=machine.account_named(who),
            role=Role(role),
            organisation=machine.organisation_named(organisation),
            book=programme,
            until=until,
        )
        yield say(lang, "done")


def _revoke(within: LocalizedGroup, lang: str) -> None:
    key = click.Argument(["grant"], type=int, metavar="GRANT")

    @acting(within, "revoke", [key])
    def run(actor: Any, grant: int) -> Lines:
        from shanhe.app.office.accounts import revoke  # noqa: PLC0415 - help needs none of it

        revoke(actor, grant)
        yield say(lang, "done")


def _set_active(within: LocalizedGroup, lang: str, step: str) -> None:
    @acting(within, step, [_WHO])
    def run(actor: Any, who: str) -> Lines:
        from shanhe.app.office import accounts, machine  # noqa: PLC0415 - help needs none of it

        accounts.set_active(actor, machine.account_named(who), active=step == "start")
        yield say(lang, "done")


def _password(within: LocalizedGroup, lang: str) -> None:
    @command(within, "password", [_WHO, data_option(lang)])
    def run(*, who: str, data: Path | None) -> int:
        password = open_here(lang, data).new_password(who)
        click.echo(say(lang, "one_time", login=who, password=password))
        return 0


def _organisations(within: LocalizedGroup, lang: str) -> None:
    @acting(within, "organisations")
    def run(actor: Any) -> Lines:
        from shanhe.app.office.organisations import organisations  # noqa: PLC0415 - help needs none of it

        for one in organisations(actor):
            yield f"{'  ' * one.depth}{one.name}  {one.level}  {one.place}".rstrip()

    name, level = click.Argument(["name"]), click.Argument(["level"], metavar="LEVEL")
    above = click.Argument(["above"], metavar="ABOVE")
    place = click.Option(["--place"], default="", help=say(lang, "opt_place"))

    @acting(within, "add-organisation", [name, level, above, place])
    def add(actor: Any, *, name: str, level: str, above: str, place: str) -> Lines:
        from shanhe.app.office import machine, organisations  # noqa: PLC0415 - help needs none of it

        parent = machine.organisation_named(above)
        organisations.add_organisation(actor, name=name, level=level, parent=parent, place=place)
        yield say(lang, "done")
