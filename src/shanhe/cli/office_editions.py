"""``shanhe office``: freeze, sign, publish and correct a self-evaluation."""

from typing import Any

from shanhe.cli.acting import Lines, acting, number, why
from shanhe.cli.localized import LocalizedGroup
from shanhe.cli.words import say


def editions(within: LocalizedGroup, lang: str) -> None:
    """Add the commands."""
    _editions(within, lang)
    _freeze(within, lang)
    _sign(within, lang)
    _publish(within, lang)
    _correct(within, lang)


def _editions(within: LocalizedGroup, lang: str) -> None:
    @acting(within, "editions", [number("programme")])
    def run(actor: Any, programme: int) -> Lines:
        from shanhe.app.office.editions import editions_of  # noqa: PLC0415 - help needs none of it

        found = editions_of(actor, programme)
        for one in found:
            state = say(lang, f"edition_{one.state}")
            head = say(lang, "edition_row", id=one.key, number=one.number, state=state)
            yield f"{head}  {one.frozen.at}  {one.digest}"
        if not found:
            yield say(lang, "no_editions")


def _freeze(within: LocalizedGroup, lang: str) -> None:
    @acting(within, "freeze", [number("programme"), why(lang, required=False)])
    def run(actor: Any, programme: int, why: str) -> Lines:
        from shanhe.app.office.freezing import freeze  # noqa: PLC0415 - help needs none of it

        yield say(lang, "frozen", number=freeze(actor, programme, why))


def _sign(within: LocalizedGroup, lang: str) -> None:
    @acting(within, "sign", [number("edition", "EDITION")])
    def run(actor: Any, edition: int) -> Lines:
        from shanhe.app.office.signing import sign  # noqa: PLC0415 - help needs none of it

        sign(actor, edition)
        yield say(lang, "done")


def _publish(within: LocalizedGroup, lang: str) -> None:
    @acting(within, "publish", [number("edition", "EDITION")])
    def run(actor: Any, edition: int) -> Lines:
        from shanhe.app.office.signing import publish  # noqa: PLC0415 - help needs none of it

        publish(actor, edition)
        yield say(lang, "done")


def _correct(within: LocalizedGroup, lang: str) -> None:
    @acting(within, "correct", [number("edition", "EDITION"), why(lang, required=True)])
    def run(actor: Any, edition: int, why: str) -> Lines:
        from shanhe.app.office.freezing import correct  # noqa: PLC0415 - help needs none of it

        correct(actor, edition, why)
        yield say(lang, "done")
