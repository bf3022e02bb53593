"""``shanhe office``: findings and answers, and all programmes beside one another."""

from typing import Any

import click

from shanhe.cli.acting import Lines, acting, number, page, why
from shanhe.cli.localized import LocalizedGroup
from shanhe.cli.office_checks import reply
from shanhe.cli.options import Count
from shanhe.cli.words import say


def figures(within: LocalizedGroup, lang: str) -> None:
    """Add the commands."""
    _findings(within, lang)
    _answer(within, lang)
    _compare(within, lang)


def _findings(within: LocalizedGroup, lang: str) -> None:
    @acting(within, "findings", [number("programme"), page(lang)])
    def run(actor: Any, programme: int, page: int) -> Lines:
        from shanhe.app.office.findings import Wanted, findings_page  # noqa: PLC0415 - help needs none of it

        shown = findings_page(actor, programme, Wanted(page=page), lang)
        yield from shown.problems
        for one in shown.findings:
            severity, standing = say(lang, one.severity), say(lang, f"standing_{one.standing}")
            yield f"{one.key}  {severity}  {one.rule}  {standing}\n    {one.message}"
        yield say(lang, "page_of", page=shown.page, pages=shown.pages)


def _answer(within: LocalizedGroup, lang: str) -> None:
    finding = click.Argument(["finding"], metavar="FINDING")
    params = [number("programme"), finding, reply(lang), why(lang, required=False)]

    @acting(within, "answer", params)
    def run(actor: Any, programme: int, finding: str, reply: str, why: str) -> Lines:
        from shanhe.app.office.findings import answer  # noqa: PLC0415 - help needs none of it

        answer(actor, programme, finding, reply, why)
        yield say(lang, "done")


def _compare(within: LocalizedGroup, lang: str) -> None:
    year = click.Option(["--year"], type=Count(0, 2100), default=0, help=say(lang, "opt_of_year"))

    @acting(within, "compare", [year, page(lang)])
    def run(actor: Any, year: int, page: int) -> Lines:
        from shanhe.app.office.province import Asked, province_page  # noqa: PLC0415 - help needs none of it

        shown = province_page(actor, Asked(year=year, page=page), lang)
        yield say(lang, "compare_heads")
        for one in shown.rows:
            shares = f"{_percent(one.completion):>8}{_percent(one.executed):>8}"
            counts = f"{one.errors:>6}{one.warnings:>6}{one.overdue:>6}"
            yield f"{one.key:>6}  {one.year}  {shares}{counts}  {one.organisation}  {one.name}"
        yield say(lang, "page_of", page=shown.page, pages=shown.pages)


def _percent(hundredths: int | None) -> str:
    return "—" if hundredths is None else f"{hundredths // 100}.{hundredths % 100:02d}%"
