"""``shanhe office``: submissions on their way up."""

from typing import Any

from shanhe.cli.acting import Lines, acting, number, why
from shanhe.cli.localized import LocalizedGroup
from shanhe.cli.words import say


def reviews(within: LocalizedGroup, lang: str) -> None:
    """Add the commands."""
    for step in ("pass", "accept", "confirm"):
        _review(within, lang, step)
    _return(within, lang)


def _review(within: LocalizedGroup, lang: str, step: str) -> None:
    @acting(within, step, [number("key", "SUBMISSION")])
    def run(actor: Any, key: int) -> Lines:
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
    def run(actor: Any, key: int, why: str) -> Lines:
        from shanhe.app.office.reviewing import send_back  # noqa: PLC0415 - help needs none of it

        send_back(actor, key, why)
        yield say(lang, "done")
