"""``shanhe office``: findings and answers, history, plots, all programmes beside one another."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from shanhe.cli.acting import acting, number
from shanhe.cli.localized import LocalizedGroup
from shanhe.cli.options import PATH, Count
from shanhe.cli.words import say
from shanhe.records.answer import Reply

_PAGE = Count(1, 100_000)


def figures(within: LocalizedGroup, lang: str) -> None:
    """Add the commands."""
    _findings(within, lang)
    _answer(within, lang)
    _history(within, lang)
    _plots(within, lang)
    _compare(within, lang)


def _page(lang: str) -> click.Option:
    return click.Option(["--page"], type=_PAGE, default=1, metavar="N", help=say(lang, "opt_page"))


def _findings(within: LocalizedGroup, lang: str) -> None:
    @acting(within, "findings", [number("programme"), _page(lang)])
    def run(actor: Any, programme: int, page: int) -> Iterator[str]:
        from shanhe.app.office.findings import Wanted, findings_page  # noqa: PLC0415 - help needs none of it

        shown = findings_page(actor, programme, Wanted(page=page), lang)
        yield from shown.problems
        for one in shown.findings:
            severity, standing = say(lang, one.severity), say(lang, f"standing_{one.standing}")
            yield f"{one.key}  {severity}  {one.rule}  {standing}\n    {one.message}"
        yield say(lang, "page_of", page=shown.page, pages=shown.pages)


def _answer(within: LocalizedGroup, lang: str) -> None:
    finding = click.Argument(["finding"], metavar="FINDING")
    words = click.Choice([word.value for word in Reply])
    reply = click.Option(["--reply"], type=words, required=True, help=say(lang, "opt_reply"))
    reason = click.Option(["--why"], default="", help=say(lang, "opt_why"))

    @acting(within, "answer", [number("programme"), finding, reply, reason])
    def run(actor: Any, programme: int, finding: str, reply: str, why: str) -> Iterator[str]:
        from shanhe.app.office.findings import answer  # noqa: PLC0415 - help needs none of it

        answer(actor, programme, finding, reply, why)
        yield say(lang, "done")


def _history(within: LocalizedGroup, lang: str) -> None:
    sheet = click.Argument(["sheet"], required=False, metavar="[SHEET]", default="")
    row = click.Argument(["row"], required=False, metavar="[ROW]", default="")
    before = click.Option(
        ["--before"], type=Count(0, 2**31 - 1), default=0, metavar="N", help=say(lang, "opt_before")
    )

    @acting(within, "history", [number("programme"), sheet, row, before])
    def run(actor: Any, programme: int, sheet: str, row: str, before: int) -> Iterator[str]:
        from shanhe.app.office.history import Asked, history_page  # noqa: PLC0415 - help needs none of it

        page = history_page(actor, programme, Asked(sheet=sheet, row=row, before=before))
        for one in page.entries:
            act = one.zh if lang == "zh" else one.en
            place = " ".join(word for word in (one.sheet_name, one.row, one.label) if word)
            yield f"{one.number:>7}  {one.at}  {one.who}（{one.organisation}）  {act}  {place}"
            yield from (f"         {f.name}: {f.old} → {f.new}" for f in one.fields)
        if page.older:
            yield say(lang, "older", before=page.older)


def _plots(within: LocalizedGroup, lang: str) -> None:
    layer = click.Argument(["layer"], type=PATH, metavar="FILE")

    @acting(within, "plots", [number("programme"), layer])
    def run(actor: Any, programme: int, layer: Path) -> Iterator[str]:
        from shanhe.app.office.plots import upload  # noqa: PLC0415 - help needs none of it

        taken = upload(actor, programme, layer.name, layer.read_bytes())
        if isinstance(taken, int):
            yield say(lang, "plots_taken", number=taken)
        else:
            raise click.UsageError(say(lang, "plots_unsure", fields=", ".join(taken.unsure)))


def _compare(within: LocalizedGroup, lang: str) -> None:
    year = click.Option(["--year"], type=Count(0, 2100), default=0, help=say(lang, "opt_of_year"))

    @acting(within, "compare", [year, _page(lang)])
    def run(actor: Any, year: int, page: int) -> Iterator[str]:
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
