"""``shanhe office``: submissions on their way up."""

from collections.abc import Iterator
from typing import Any

import click

from shanhe.cli.acting import acting, number, why
from shanhe.cli.localized import LocalizedGroup
from shanhe.cli.words import say


def reviews(within: LocalizedGroup, lang: str) -> None:
    """Add the commands."""
    _submissions(within, lang)
    _submission(within, lang)
    for step in ("pass", "accept", "confirm"):
        _review(within, lang, step)
    _return(within, lang)


def _row(lang: str, one: Any) -> str:
    state = say(lang, f"state_{one.state.value}")
    return (
        f"{one.key:>6}  {state}  {one.organisation}  {one.sheet_name}  {one.title}  {one.changed}"
    )


def _submissions(within: LocalizedGroup, lang: str) -> None:
    programme = click.Argument(["programme"], type=int, required=False, metavar="[NUMBER]")

    @acting(within, "submissions", [programme])
    def run(actor: Any, programme: int | None) -> Iterator[str]:
        from shanhe.app.office.submissions import submissions, waiting  # noqa: PLC0415 - help needs none of it

        found = waiting(actor) if programme is None else submissions(actor, programme)
        yield from (_row(lang, one) for one in found)
        if not found:
            yield say(lang, "no_submissions")


def _submission(within: LocalizedGroup, lang: str) -> None:
    @acting(within, "submission", [number("key", "SUBMISSION")])
    def run(actor: Any, key: int) -> Iterator[str]:
        from shanhe.app.office.submissions import submission  # noqa: PLC0415 - help needs none of it

        one = submission(actor, key)
        names = {field.key: field.name for field in one.fields}
        yield _row(lang, one)
        for count, row in enumerate(one.rows, 1):
            yield f"{count:>4}. " + "  ".join(
                f"{names.get(field, field)}={text}" for field, text in row.texts.items()
            )


def _review(within: LocalizedGroup, lang: str, step: str) -> None:
    @acting(within, step, [number("key", "SUBMISSION")])
    def run(actor: Any, key: int) -> Iterator[str]:
        from shanhe.app.office import reviewing  # noqa: PLC0415 - help needs none of it

        steps = {
            "pass": reviewing.pass_on,
            "accept": reviewing.accept,
            "confirm": reviewing.confirm,
        }
        steps[step](actor, key)
        yield say(lang, "done")


def _return(within: LocalizedGroup, lang: str) -> None:
    @acting(within, "return", [number("key", "SUBMISSION"), why(lang, required=True)])
    def run(actor: Any, key: int, why: str) -> Iterator[str]:
        from shanhe.app.office.reviewing import send_back  # noqa: PLC0415 - help needs none of it

        send_back(actor, key, why)
        yield say(lang, "done")
