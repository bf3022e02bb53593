"""Options and arguments that several commands share."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from shanhe.cli.words import say
from shanhe.values.numerals import read_date

PATH = click.Path(path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
"""A file that is there, to be read."""


class Count(click.IntRange):
    """A whole number within bounds."""

    def _describe_range(self) -> str:
        return ""  # said in words, in the reader's language


def options(lang: str, *names: str) -> list[click.Parameter]:
    """Return the named options, explained in one language."""
    made = _of_files(lang) | _of_judging(lang)
    return [made[name] for name in names]


def _of_files(lang: str) -> dict[str, click.Parameter]:
    """Return what tells which files are read and written."""
    output = ["-o", "--output"]
    return {
        "programme": click.Argument(["programme"], type=PATH),
        "output": click.Option(output, type=PATH, default="out", help=say(lang, "opt_output")),
        "file": click.Option(output, type=PATH, help=say(lang, "opt_file")),
        "file_or_folder": click.Option(output, type=PATH, help=say(lang, "opt_file_or_folder")),
        "force": click.Option(["--force"], is_flag=True, help=say(lang, "opt_force")),
        "catalogue": click.Option(["--catalogue"], type=PATH, help=say(lang, "opt_catalogue")),
        "check_format": click.Option(
            ["--format", "form"],
            type=click.Choice(["text", "json", "html", "docx"]),
            default="text",
            help=say(lang, "opt_format"),
        ),
        "against": click.Option(
            ["--against"], type=PATH, metavar="PROGRAMME", help=say(lang, "opt_against")
        ),
    }


def _of_judging(lang: str) -> dict[str, click.Parameter]:
    """Return what tells how it is judged."""
    return {
        "year": click.Option(
            ["--year"], type=Count(2000, 2100), metavar="YEAR", help=say(lang, "opt_year")
        ),
        "as_of": click.Option(
            ["--as-of"], metavar="DATE", help=say(lang, "opt_as_of"), callback=day_for(lang)
        ),
        "score": click.Option(["--score"], is_flag=True, help=say(lang, "opt_score")),
        "least": click.Option(
            ["--min-severity", "least"],
            type=click.Choice(["error", "warning", "note"]),
            default="note",
            help=say(lang, "opt_least"),
        ),
        "jobs": click.Option(
            ["--jobs"], type=Count(0, 256), default=0, metavar="N", help=say(lang, "opt_jobs")
        ),
    }


def day_for(lang: str) -> Any:
    """Return the check of a day."""

    def read(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
        day = read_date(value) if value is not None else None
        if value is not None and day is None:
            raise click.BadParameter(say(lang, "bad_date", found=value), ctx, param)
        return day

    return read


def target_for(lang: str) -> Any:
    """Return the check of a target: a workbook or a folder."""

    def read(ctx: click.Context, param: click.Parameter, value: Path) -> Path:
        if value.suffix.lower() not in {"", ".xlsx"} and not value.is_dir():
            raise click.BadParameter(say(lang, "bad_target", found=value), ctx, param)
        return value

    return read
