"""What people see on the screen: summaries, findings, problems, lists."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from shanhe.cli.words import say

if TYPE_CHECKING:
    from shanhe.app.browse import Entry
    from shanhe.records.evaluation import Evaluation
    from shanhe.records.finding import Finding
    from shanhe.records.problem import Problem

LEVELS = ("error", "warning", "note")
_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}
_MARKS = {"error": "✗", "warning": "!", "note": "·"}


@contextmanager
def progress(lang: str, steps: int) -> Iterator[Callable[[], None]]:
    """Show a bar while work goes on, where a person watches; yield what moves it on."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 - 60 ms that a script need not pay
    from rich.progress import Progress  # noqa: PLC0415 - likewise

    with Progress(transient=True, console=Console(stderr=True)) as bar:
        task = bar.add_task(say(lang, "working"), total=steps)
        yield lambda: bar.advance(task)


def summary(evaluation: "Evaluation", lang: str) -> None:
    """Print counts and the main numbers."""
    levels = {level: evaluation.count(level) for level in ("error", "warning", "note")}
    met = [result.met for result in evaluation.indicators]
    click.echo(say(lang, "summary", judged=evaluation.judged, **levels))
    words = {"met": met.count(True), "short": met.count(False), "open": met.count(None)}
    click.echo(say(lang, "completed", all=len(met), **words))
    figures = evaluation.figures
    money = [figures.get(f"fund.total.{name}") for name in ("budget", "executed")]
    if None in money:
        click.echo(say(lang, "no_rate"))
    else:
        rate = figures.get("fund.total.rate", say(lang, "no_number"))
        click.echo(say(lang, "rate", rate=rate, budget=money[0], executed=money[1]))
    for rule, error in evaluation.crashes:
        click.secho(say(lang, "crash", rule=rule, error=error), fg="red", err=True)


def counts(name: str, found: Sequence[tuple[str, int]], lang: str) -> None:
    """Print how many findings of each severity one document has."""
    told = "  ".join(f"{say(lang, level)} {count}" for level, count in found)
    click.echo(f"{name}: {told}")


def written(paths: Sequence[Path], lang: str) -> None:
    """Print what was written."""
    click.echo(say(lang, "written"))
    for path in paths:
        click.echo(f"  {path}")


def findings(found: Sequence["Finding"], lang: str, file: TextIO | None = None) -> None:
    """Print findings to the screen or a file, the gravest first, each with cause and recomputation."""
    echo = partial(click.echo, file=file)
    if not found:
        echo(say(lang, "none"))
    order = list(_COLOURS)
    for finding in sorted(found, key=lambda f: (order.index(f.severity), f.rule)):
        level = finding.severity.value
        label = f"{_MARKS[level]} {say(lang, level)} {finding.rule}"
        echo(f"{click.style(label, fg=_COLOURS[level], bold=True)}  {finding.message(lang)}")
        if finding.causes:
            echo(f"    {say(lang, 'cause')}{finding.causes[lang]}")
        if finding.recomputed:
            echo(f"    {say(lang, 'recomputed')}{finding.recomputed}")
        for place in dict.fromkeys(operand.where.place(lang) for operand in finding.operands[:4]):
            echo(f"    {place}")


def problems(found: Sequence["Problem"], lang: str) -> None:
    """Print everything that could not be read."""
    click.secho(say(lang, "not_read", count=len(found)), fg="red", err=True)
    for problem in found:
        click.echo(f"  {problem.text(lang)}", err=True)


def problems_json(found: Sequence["Problem"], lang: str) -> None:
    """Print the same for a machine."""
    data = {"problems": [problem.as_dict(lang) for problem in found]}
    click.echo(json.dumps(data, ensure_ascii=False, indent=1))


def entries(known: Sequence["Entry"]) -> None:
    """Print a list of indicators or rules."""
    wide = max((len(entry.id) for entry in known), default=0)
    group = ""
    for entry in known:
        if entry.group != group:
            group = entry.group
            click.secho(f"\n{group}", bold=True)
        click.echo(f"  {entry.id.ljust(wide)}  {entry.title}")


def entry(one: "Entry") -> None:
    """Print one indicator or rule."""
    click.secho(f"{one.id}  {one.title}", bold=True)
    click.echo(one.group)
    for label, text in one.details:
        click.echo(f"  {label}: {text}")
