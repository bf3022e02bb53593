"""``shanhe office``: reports that others wrote, handed in to be checked, and what was found in them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from shanhe.cli.acting import Lines, acting, number, page, why
from shanhe.cli.localized import LocalizedGroup
from shanhe.cli.options import FILE, Count
from shanhe.cli.words import say
from shanhe.records.answer import Reply

_KEY = Count(0, 2**31 - 1)


def checks(within: LocalizedGroup, lang: str) -> None:
    """Add the commands."""
    _check(within, lang)
    _checks(within, lang)
    _answer(within, lang)


def reply(lang: str) -> click.Option:
    """Return ``--reply``, the word of an answer to a finding."""
    words = click.Choice([word.value for word in Reply])
    return click.Option(["--reply"], type=words, required=True, help=say(lang, "opt_reply"))


def _check(within: LocalizedGroup, lang: str) -> None:
    report = click.Argument(["report"], type=FILE, metavar="FILE")
    book = click.Option(
        ["--programme"], type=_KEY, default=0, metavar="NUMBER", help=say(lang, "opt_compared")
    )
    earlier = click.Option(
        ["--earlier"], type=_KEY, default=0, metavar="CHECK", help=say(lang, "opt_earlier")
    )

    @acting(within, "check", [report, book, earlier])
    def run(actor: Any, report: Path, programme: int, earlier: int) -> Lines:
        from shanhe.app.office import checks as cases  # noqa: PLC0415 - help needs none of it

        key = cases.hand_in(actor, report.name, report.read_bytes(), programme, earlier)
        cases.check_off(key)
        yield from _shown(lang, actor, key)


def _checks(within: LocalizedGroup, lang: str) -> None:
    @acting(within, "checks", [number("check", "CHECK", required=False), page(lang)])
    def run(actor: Any, check: int | None, page: int) -> Lines:
        from shanhe.app.office.checks import checks_page  # noqa: PLC0415 - help needs none of it

        if check is not None:
            yield from _shown(lang, actor, check)
            return
        shown = checks_page(actor, page)
        yield from (_head(lang, row) for row in shown.rows)
        yield say(lang, "page_of", page=shown.page, pages=shown.pages)


def _shown(lang: str, actor: Any, key: int) -> Iterator[str]:
    """Yield a check with its findings, the head alone while it waits."""
    from shanhe.app.office.check_page import CheckPage, check_page  # noqa: PLC0415 - help needs none of it

    found = check_page(actor, key, lang)
    if not isinstance(found, CheckPage):
        yield _head(lang, found)
        return
    yield _head(lang, found.row)
    yield from found.problems
    for one in found.cards:
        level, standing = say(lang, one.card["level"]), say(lang, f"standing_{one.standing}")
        yield f"{one.card['key']}  {level}  {one.card['rule']}  {standing}"
        yield f"    {one.card['message']}"


def _head(lang: str, row: Any) -> str:
    counts = (("error", row.errors), ("warning", row.warnings), ("note", row.notes))
    told = "  ".join(f"{say(lang, level)} {count}" for level, count in counts)
    state = say(lang, f"check_{row.state or 'waiting'}")
    return f"{row.key:>6}  {row.name}  {row.who}  {row.at}  {state}  {told}"


def _answer(within: LocalizedGroup, lang: str) -> None:
    finding = click.Argument(["finding"], metavar="FINDING")
    params = [number("check", "CHECK"), finding, reply(lang), why(lang, required=False)]

    @acting(within, "answer-check", params)
    def run(actor: Any, *, check: int, finding: str, reply: str, why: str) -> Lines:
        from shanhe.app.office.check_page import answer  # noqa: PLC0415 - help needs none of it

        answer(actor, check, finding, reply=reply, reason=why, lang=lang)
        yield say(lang, "done")
