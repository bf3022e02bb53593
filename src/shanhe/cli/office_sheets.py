"""``shanhe office``: the sheets of a programme, its journal, plots, and whether all of it holds."""

from pathlib import Path
from typing import Any

import click

from shanhe.cli.acting import Lines, acting, fields, number, why
from shanhe.cli.localized import LocalizedGroup
from shanhe.cli.office import tell
from shanhe.cli.options import FILE, Count
from shanhe.cli.words import say

_SHEET = click.Argument(["sheet"], metavar="SHEET")
_ENTRY = Count(0, 2**31 - 1)


def sheets(within: LocalizedGroup, lang: str) -> None:
    """Add the commands."""
    _sheet(within, lang)
    _write(within, lang)
    _plots(within, lang)
    _history(within, lang)
    _verify(within, lang)


def _sheet(within: LocalizedGroup, lang: str) -> None:
    @acting(within, "sheet", [number("programme"), _SHEET])
    def run(actor: Any, programme: int, sheet: str) -> Lines:
        from shanhe.app.office import machine  # noqa: PLC0415 - help needs none of it
        from shanhe.app.office.sheets import sheet_page  # noqa: PLC0415 - likewise

        shown = sheet_page(actor, programme, machine.sheet_named(sheet))
        for line in shown.lines:
            texts = ((f.name, line.texts.get(f.key, "")) for f in shown.fields)
            words = "  ".join(f"{name}={text}" for name, text in texts if text)
            yield f"{line.row}  {line.number}\n    {words}"
        if not shown.lines:
            yield say(lang, "no_lines", columns="、".join(f.name for f in shown.fields))


def _write(within: LocalizedGroup, lang: str) -> None:
    row = click.Option(["--row"], default="", metavar="LINE", help=say(lang, "opt_row"))
    seen = click.Option(["--seen"], type=_ENTRY, default=0, metavar="N", help=say(lang, "opt_seen"))
    drop = click.Option(["--drop"], is_flag=True, help=say(lang, "opt_drop"))
    params = [number("programme"), _SHEET, fields(lang), row, seen, drop, why(lang, required=False)]

    @acting(within, "write", params)
    def run(
        actor: Any,
        *,
        programme: int,
        sheet: str,
        said: dict[str, str],
        drop: bool,
        **line: Any,
    ) -> Lines:
        from shanhe.app.office import machine  # noqa: PLC0415 - help needs none of it
        from shanhe.app.office.one_line import write_line  # noqa: PLC0415 - likewise

        if drop == bool(said):
            raise click.UsageError(say(lang, "write_what"))
        key, wanted = machine.sheet_named(sheet), None if drop else said
        kept = write_line(actor, programme, key, wanted, **line)
        yield say(lang, "dropped" if drop else "line_written", row=kept)


def _plots(within: LocalizedGroup, lang: str) -> None:
    layer = click.Argument(["layer"], type=FILE, metavar="FILE")

    @acting(within, "plots", [number("programme"), layer])
    def run(actor: Any, programme: int, layer: Path) -> Lines:
        from shanhe.app.office.plots import upload  # noqa: PLC0415 - help needs none of it

        taken = upload(actor, programme, layer.name, layer.read_bytes())
        if isinstance(taken, int):
            yield say(lang, "plots_taken", number=taken)
        else:
            raise click.UsageError(say(lang, "plots_unsure", fields=", ".join(taken.unsure)))


def _history(within: LocalizedGroup, lang: str) -> None:
    sheet = click.Argument(["sheet"], required=False, metavar="[SHEET]", default="")
    row = click.Argument(["row"], required=False, metavar="[LINE]", default="")
    before = click.Option(
        ["--before"], type=_ENTRY, default=0, metavar="N", help=say(lang, "opt_before")
    )

    @acting(within, "history", [number("programme"), sheet, row, before])
    def run(actor: Any, programme: int, sheet: str, row: str, before: int) -> Lines:
        from shanhe.app.office import machine  # noqa: PLC0415 - help needs none of it
        from shanhe.app.office.history import Asked, history_page  # noqa: PLC0415 - likewise

        named = machine.sheet_named(sheet) if sheet else ""
        page = history_page(actor, programme, Asked(sheet=named, row=row, before=before))
        for one in page.entries:
            act = one.zh if lang == "zh" else one.en
            place = " ".join(word for word in (one.sheet_name, one.row, one.label) if word)
            yield f"{one.number:>7}  {one.at}  {one.who}（{one.organisation}）  {act}  {place}"
            yield from (f"         {f.name}: {f.old} → {f.new}" for f in one.fields)
        if page.older:
            yield say(lang, "older", before=page.older)


def _verify(within: LocalizedGroup, lang: str) -> None:
    @acting(within, "verify", [number("programme", required=False)])
    def run(actor: Any, programme: int | None) -> Lines:
        from shanhe.app.office import history, verifying  # noqa: PLC0415 - help needs none of it

        found = history.verified(actor, programme) if programme else verifying.verified(actor)
        tell(lang, found.breaks)
        if found.breaks:
            raise click.exceptions.Exit(1)
        key = "programme_holds" if programme else "journal_holds"
        yield say(lang, key, count=found.entries)
