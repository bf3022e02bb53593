"""The commands; each asks one use case and shows what came of it."""

import sys
import tempfile
import traceback
import uuid
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from shanhe.cli import show
from shanhe.cli.localized import EXIT_WRONG, LocalizedGroup, command, complaint, group
from shanhe.cli.words import language, say

if TYPE_CHECKING:
    from shanhe.records.evaluation import Evaluation

_PATH = click.Path(path_type=Path)
_DONE, _FOUND = 0, 1


def main(arguments: Sequence[str] | None = None) -> None:
    """Run ``shanhe`` and leave with its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a console without Chinese must not stop the work
    sys.exit(_run(given, language(given)))


def _run(given: list[str], lang: str) -> int:
    try:
        code = commands(lang).main(given or ["--help"], prog_name="shanhe", standalone_mode=False)
    except click.ClickException as error:
        path = error.ctx.command_path.partition(" ")[2] if getattr(error, "ctx", None) else ""  # type: ignore[attr-defined]  # usage errors have one
        click.secho(say(lang, "usage_error", detail=complaint(lang, error)), fg="red", err=True)
        click.echo(say(lang, "see_help", command=path).replace("  ", " "), err=True)
        return EXIT_WRONG
    except (click.Abort, KeyboardInterrupt):
        return EXIT_WRONG
    except Exception as error:  # noqa: BLE001, RUF100 - whatever it is, the user gets words, never a traceback
        return _explained(error, lang)
    return code if isinstance(code, int) else _DONE


def _explained(error: Exception, lang: str) -> int:
    """Say in words what went wrong; what nobody foresaw is logged under an id."""
    from shanhe.app.deliver import Unfaithful, WouldOverwrite  # noqa: PLC0415 - only when it is needed
    from shanhe.app.programme import NotOpened  # noqa: PLC0415 - likewise
    from shanhe.app.tasks import CatalogueError  # noqa: PLC0415 - likewise

    if isinstance(error, NotOpened):
        show.problems(error.problems, lang)
    elif isinstance(error, WouldOverwrite):
        lines = "\n".join(f"  {path}" for path in error.paths)
        click.secho(f"{say(lang, 'would_overwrite')}\n{lines}", fg="red", err=True)
    elif isinstance(error, Unfaithful):
        click.secho(say(lang, "unfaithful", detail=error), fg="red", err=True)
    elif isinstance(error, CatalogueError):
        click.secho(say(lang, "catalogue_error", detail=error), fg="red", err=True)
    elif isinstance(error, OSError):
        click.secho(say(lang, "disk", detail=error), fg="red", err=True)
    else:
        click.secho(_logged(error, lang), fg="red", err=True)
    return EXIT_WRONG


def _logged(error: Exception, lang: str) -> str:
    own = uuid.uuid4().hex[:8]
    log = Path(tempfile.gettempdir()) / f"shanhe-{own}.log"
    log.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    return say(lang, "unexpected", id=own, log=log)


def commands(lang: str) -> LocalizedGroup:
    """Return the command ``shanhe`` with all its commands, in one language."""
    top = group(lang)
    _evaluate(top, lang)
    _check(top, lang)
    _demo(top, lang)
    _init(top, lang)
    _convert(top, lang)
    _indicators(top, lang)
    _rules(top, lang)
    return top


def _options(lang: str, *names: str) -> list[click.Parameter]:
    made: dict[str, click.Parameter] = {
        "programme": click.Argument(["programme"], type=_PATH),
        "year": click.Option(
            ["--year"], type=click.IntRange(2000, 2100), help=say(lang, "opt_year")
        ),
        "as_of": click.Option(["--as-of"], help=say(lang, "opt_as_of"), callback=_day_for(lang)),
        "output": click.Option(
            ["-o", "--output"],
            type=_PATH,
            default="out",
            show_default=True,
            help=say(lang, "opt_output"),
        ),
        "file": click.Option(["-o", "--output"], type=_PATH, help=say(lang, "opt_file")),
        "score": click.Option(["--score"], is_flag=True, help=say(lang, "opt_score")),
        "force": click.Option(["--force"], is_flag=True, help=say(lang, "opt_force")),
        "catalogue": click.Option(["--catalogue"], type=_PATH, help=say(lang, "opt_catalogue")),
        "format": click.Option(
            ["--format", "form"],
            type=click.Choice(["text", "json", "html"]),
            default="text",
            show_default=True,
            help=say(lang, "opt_format"),
        ),
    }
    return [made[name] for name in names]


def _day_for(lang: str) -> Any:
    def read(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
        if value is None:
            return None
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise click.BadParameter(say(lang, "bad_date", found=value), ctx, param) from None

    return read


def _evaluate(top: LocalizedGroup, lang: str) -> None:
    names = ("programme", "year", "as_of", "output", "score", "catalogue", "force")

    @command(top, "evaluate", _options(lang, *names))
    def run(  # noqa: PLR0913 - one argument an option
        *,
        programme: Path,
        year: int | None,
        as_of: date | None,
        output: Path,
        catalogue: Path | None,
        score: bool,
        force: bool,
    ) -> int:
        evaluation = _evaluated(lang, programme, year, as_of, catalogue, score=score)
        _hand_out(evaluation, lang, output, catalogue, force=force)
        return _code(evaluation)


def _evaluated(  # noqa: PLR0913 - what was asked, one by one
    lang: str,
    programme: Path,
    year: int | None = None,
    as_of: date | None = None,
    catalogue: Path | None = None,
    *,
    score: bool = False,
) -> "Evaluation":
    from shanhe.app.tasks import Asked, evaluated, load_catalogue, steps  # noqa: PLC0415 - help needs none of it

    known = load_catalogue(catalogue)
    with show.progress(lang, steps()) as tick:
        return evaluated(Asked(programme, year, as_of, score), known, tick)


def _hand_out(
    evaluation: "Evaluation", lang: str, output: Path, catalogue: Path | None, *, force: bool
) -> None:
    from shanhe.app.tasks import handed_out, load_catalogue  # noqa: PLC0415 - help needs none of it

    paths = handed_out(evaluation, load_catalogue(catalogue), output, lang, force=force)
    show.summary(evaluation, lang)
    show.written(paths, lang)


def _code(evaluation: "Evaluation") -> int:
    return _FOUND if evaluation.count("error") else _DONE


def _check(top: LocalizedGroup, lang: str) -> None:
    names = ("programme", "year", "as_of", "format", "file", "catalogue", "force")

    @command(top, "check", _options(lang, *names))
    def run(  # noqa: PLR0913 - one argument an option
        *,
        programme: Path,
        year: int | None,
        as_of: date | None,
        form: str,
        output: Path | None,
        catalogue: Path | None,
        force: bool,
    ) -> int:
        evaluation = _evaluated(lang, programme, year, as_of, catalogue)
        if form == "text" and output is None:
            show.findings(evaluation.findings, lang)
            show.summary(evaluation, lang)
        else:
            _put_findings(
                evaluation, lang, form=form, output=output, catalogue=catalogue, force=force
            )
        return _code(evaluation)


def _put_findings(  # noqa: PLR0913 - where and how, one by one
    evaluation: "Evaluation",
    lang: str,
    *,
    form: str,
    output: Path | None,
    catalogue: Path | None,
    force: bool,
) -> None:
    from shanhe.app.tasks import findings_as, load_catalogue, put_file  # noqa: PLC0415 - help needs none of it

    data = findings_as(evaluation, load_catalogue(catalogue), form, lang)
    if output is None:
        click.echo(data, nl=False)
    else:
        show.written([put_file(output, data, force=force)], lang)


def _demo(top: LocalizedGroup, lang: str) -> None:
    folder = click.Argument(["folder"], type=_PATH, default="out", metavar="[DIR]")

    @command(top, "demo", [folder, *_options(lang, "force")])
    def run(folder: Path, *, force: bool) -> int:
        from shanhe.app.examples import example_folder  # noqa: PLC0415 - help needs none of it

        evaluation = _evaluated(lang, example_folder())
        _hand_out(evaluation, lang, folder, None, force=force)
        return _DONE


def _init(top: LocalizedGroup, lang: str) -> None:
    folder = click.Argument(["folder"], type=_PATH, metavar="DIR")

    @command(top, "init", [folder, *_options(lang, "force")])
    def run(folder: Path, *, force: bool) -> int:
        from shanhe.app.examples import starting_books  # noqa: PLC0415 - help needs none of it
        from shanhe.app.tasks import load_catalogue, put  # noqa: PLC0415 - likewise

        show.written(put(starting_books(load_catalogue()), folder, force=force), lang)
        return _DONE


def _convert(top: LocalizedGroup, lang: str) -> None:
    source = click.Argument(["source"], type=_PATH)
    target = click.Argument(["target"], type=_PATH)

    @command(top, "convert", [source, target, *_options(lang, "force")])
    def run(source: Path, target: Path, *, force: bool) -> int:
        from shanhe.app.tasks import convert  # noqa: PLC0415 - help needs none of it

        show.written(convert(source, target, force=force), lang)
        return _DONE


def _indicators(top: LocalizedGroup, lang: str) -> None:
    wanted = click.Argument(["wanted"], required=False, metavar="[ID]")

    @command(top, "indicators", [wanted, *_options(lang, "catalogue")])
    def run(wanted: str | None, catalogue: Path | None) -> int:
        from shanhe.app.browse import indicators  # noqa: PLC0415 - help needs none of it
        from shanhe.app.tasks import load_catalogue  # noqa: PLC0415 - likewise

        return _list(indicators(load_catalogue(catalogue), lang), wanted, lang)


def _rules(top: LocalizedGroup, lang: str) -> None:
    wanted = click.Argument(["wanted"], required=False, metavar="[ID]")

    @command(top, "rules", [wanted, *_options(lang, "catalogue")])
    def run(wanted: str | None, catalogue: Path | None) -> int:
        from shanhe.app.browse import rules  # noqa: PLC0415 - help needs none of it
        from shanhe.app.tasks import load_catalogue  # noqa: PLC0415 - likewise

        return _list(rules(load_catalogue(catalogue), lang), wanted, lang)


def _list(known: Any, wanted: str | None, lang: str) -> int:
    from shanhe.app.browse import NoSuchEntry, one  # noqa: PLC0415 - help needs none of it

    if wanted is None:
        show.entries(list(known))
        return _DONE
    try:
        show.entry(one(known, wanted))
    except NoSuchEntry as error:
        near = say(lang, "near", near=", ".join(error.near)) if error.near else ""
        click.secho(say(lang, "no_entry", id=error.id, near=near), fg="red", err=True)
        return EXIT_WRONG
    return _DONE
