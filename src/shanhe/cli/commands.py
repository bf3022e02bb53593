"""The commands; each asks one use case and shows what came of it."""

from datetime import date
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from shanhe.cli import show
from shanhe.cli.facts import extract, import_
from shanhe.cli.localized import EXIT_WRONG, LocalizedGroup, command, group, subgroup
from shanhe.cli.office import office
from shanhe.cli.office_checks import checks
from shanhe.cli.office_drafts import drafts
from shanhe.cli.office_editions import editions
from shanhe.cli.office_figures import figures
from shanhe.cli.office_locks import locks
from shanhe.cli.office_people import people
from shanhe.cli.office_reviews import reviews
from shanhe.cli.office_sheets import sheets
from shanhe.cli.options import PATH, options, target_for
from shanhe.cli.words import say

if TYPE_CHECKING:
    from shanhe.records.evaluation import Evaluation

_DONE, _FOUND = 0, 1


def commands(lang: str) -> LocalizedGroup:
    """Return the command ``shanhe`` with all its commands, in one language."""
    top = group(lang)
    _evaluate(top, lang)
    _check(top, lang)
    _demo(top, lang)
    _init(top, lang)
    _convert(top, lang)
    extract(top, lang)
    import_(top, lang)
    _indicators(top, lang)
    _rules(top, lang)
    office(top, lang)
    acting = subgroup(top, "office")
    for part in (drafts, reviews, sheets, locks, figures, editions, checks, people):
        acting.head(say(lang, f"part_{part.__name__}"))
        part(acting, lang)
    return top


def _evaluate(top: LocalizedGroup, lang: str) -> None:
    names = ("programme", "year", "as_of", "output", "score", "catalogue", "force")

    @command(top, "evaluate", options(lang, *names))
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
        from shanhe.app.tasks import make_sure_of  # noqa: PLC0415 - help needs none of it

        make_sure_of(output, force=force)
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
    files = click.Argument(["files"], type=PATH, nargs=-1, required=True, metavar="FILE...")
    names = (
        "year",
        "as_of",
        "check_format",
        "file_or_folder",
        "least",
        "against",
        "jobs",
        "catalogue",
    )

    @command(top, "check", [files, *options(lang, *names, "force")])
    def run(  # noqa: PLR0913 - one argument an option
        *,
        files: tuple[Path, ...],
        year: int | None,
        as_of: date | None,
        form: str,
        output: Path | None,
        least: str,
        against: Path | None,
        jobs: int,
        catalogue: Path | None,
        force: bool,
    ) -> int:
        from shanhe.app.audit_tasks import AuditAsked, is_programme  # noqa: PLC0415 - help needs none of it

        if len(files) == 1 and (is_programme(files[0]) or not files[0].exists()):
            asked = (files[0], year, as_of, catalogue)
            return _check_programme(lang, asked, form, output, force=force)
        from shanhe.cli.audit import check_documents  # noqa: PLC0415 - likewise

        wanted = AuditAsked(files, jobs, least, catalogue, against)
        return check_documents(wanted, lang, form, output, force=force)


def _check_programme(
    lang: str,
    asked: tuple[Path, int | None, date | None, Path | None],
    form: str,
    output: Path | None,
    *,
    force: bool,
) -> int:
    from shanhe.app.tasks import NotOpened  # noqa: PLC0415 - help needs none of it

    try:
        evaluation = _evaluated(lang, *asked)
    except NotOpened as error:
        if form != "json" or output is not None:
            raise
        show.problems_json(error.problems, lang)
        return EXIT_WRONG
    if form == "docx":
        raise click.UsageError(say(lang, "docx_for_documents"))
    if form == "text":
        _show_findings(evaluation, lang, output, force=force)
    else:
        _put_findings(evaluation, lang, form=form, output=output, catalogue=asked[3], force=force)
    return _code(evaluation)


def _show_findings(
    evaluation: "Evaluation", lang: str, output: Path | None, *, force: bool
) -> None:
    from shanhe.app.tasks import put_file  # noqa: PLC0415 - help needs none of it

    if output is None:
        show.findings(evaluation.findings, lang)
    else:
        text = StringIO()
        show.findings(evaluation.findings, lang, text)
        show.written([put_file(output, text.getvalue().encode(), force=force)], lang)
    show.summary(evaluation, lang)


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
    folder = click.Argument(["folder"], type=PATH, default="out", metavar="[DIR]")

    @command(top, "demo", [folder, *options(lang, "force")])
    def run(folder: Path, *, force: bool) -> int:
        from shanhe.app.examples import example_folder  # noqa: PLC0415 - help needs none of it
        from shanhe.app.tasks import make_sure_of  # noqa: PLC0415 - likewise

        make_sure_of(folder, force=force)
        evaluation = _evaluated(lang, example_folder())
        _hand_out(evaluation, lang, folder, None, force=force)
        return _DONE


def _init(top: LocalizedGroup, lang: str) -> None:
    folder = click.Argument(["folder"], type=PATH, metavar="DIR")

    @command(top, "init", [folder, *options(lang, "force")])
    def run(folder: Path, *, force: bool) -> int:
        from shanhe.app.examples import starting_books  # noqa: PLC0415 - help needs none of it
        from shanhe.app.tasks import load_catalogue, put  # noqa: PLC0415 - likewise

        show.written(put(starting_books(load_catalogue()), folder, force=force), lang)
        return _DONE


def _convert(top: LocalizedGroup, lang: str) -> None:
    source = click.Argument(["source"], type=PATH)
    target = click.Argument(["target"], type=PATH, callback=target_for(lang))

    @command(top, "convert", [source, target, *options(lang, "force")])
    def run(source: Path, target: Path, *, force: bool) -> int:
        from shanhe.app.tasks import convert  # noqa: PLC0415 - help needs none of it

        show.written(convert(source, target, force=force), lang)
        return _DONE


def _indicators(top: LocalizedGroup, lang: str) -> None:
    wanted = click.Argument(["wanted"], required=False, metavar="[ID]")

    @command(top, "indicators", [wanted, *options(lang, "catalogue")])
    def run(wanted: str | None, catalogue: Path | None) -> int:
        from shanhe.app.browse import indicators  # noqa: PLC0415 - help needs none of it
        from shanhe.app.tasks import load_catalogue  # noqa: PLC0415 - likewise

        return _list(indicators(load_catalogue(catalogue), lang), wanted, lang)


def _rules(top: LocalizedGroup, lang: str) -> None:
    wanted = click.Argument(["wanted"], required=False, metavar="[ID]")

    @command(top, "rules", [wanted, *options(lang, "catalogue")])
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
