"""``shanhe extract`` and ``shanhe import``: what a document says, as facts or as a workbook."""

from pathlib import Path

import click

from shanhe.cli import show
from shanhe.cli.localized import LocalizedGroup, command
from shanhe.cli.office import data_option, name_option, open_here
from shanhe.cli.options import PATH, options
from shanhe.cli.words import say


def extract(top: LocalizedGroup, lang: str) -> None:
    """Add ``extract`` to the commands."""
    document = click.Argument(["document"], type=PATH, metavar="FILE")
    form = click.Option(
        ["--format", "form"],
        type=click.Choice(["json", "xlsx"]),
        default="json",
        help=say(lang, "opt_facts"),
    )

    @command(top, "extract", [document, form, *options(lang, "file", "catalogue", "force")])
    def run(
        *, document: Path, form: str, output: Path | None, catalogue: Path | None, force: bool
    ) -> int:
        from shanhe.app.extract import extract_json, extract_xlsx, extracted, read_programmes  # noqa: PLC0415 - help needs none of it
        from shanhe.app.tasks import load_catalogue, put_file  # noqa: PLC0415 - likewise

        known = load_catalogue(catalogue)
        found = extracted(*read_programmes(document, known))
        if form == "json" and output is None:
            click.echo(extract_json(found, known).encode(), nl=False)
            return 0
        target = output or Path(f"{document.stem}-数据.{form}")
        data = extract_json(found, known).encode() if form == "json" else extract_xlsx(found, known)
        show.written([put_file(target, data, force=force)], lang)
        return 0


def import_(top: LocalizedGroup, lang: str) -> None:
    """Add ``import`` to the commands."""
    document = click.Argument(["document"], type=PATH, metavar="FILE")
    output = click.Option(["-o", "--output"], type=PATH, help=say(lang, "opt_workbook"))
    owner = click.Option(["--organisation"], metavar="NAME", help=say(lang, "opt_owner"))
    into = [name_option(lang, required=False), data_option(lang), owner]

    @command(top, "import", [document, output, *into, *options(lang, "catalogue", "force")])
    def run(  # noqa: PLR0913 - one argument an option
        *,
        document: Path,
        output: Path | None,
        login: str | None,
        data: Path | None,
        organisation: str | None,
        catalogue: Path | None,
        force: bool,
    ) -> int:
        if login is not None:
            return _into_office(lang, document, login, data, organisation)
        if output is None:
            raise click.UsageError(say(lang, "import_where"))
        return _to_workbook(lang, document, output, catalogue, force=force)


def _into_office(
    lang: str, workbook: Path, login: str, data: Path | None, organisation: str | None
) -> int:
    machine = open_here(lang, data)
    owner = machine.organisation_named(organisation) if organisation else None
    key = machine.load(machine.in_the_name_of(login), workbook, owner)
    click.echo(say(lang, "imported_into", number=key))
    return 0


def _to_workbook(
    lang: str, document: Path, output: Path, catalogue: Path | None, *, force: bool
) -> int:
    from shanhe.app.extract import read_document, workbook_from  # noqa: PLC0415 - help needs none of it
    from shanhe.app.tasks import load_catalogue, put_file  # noqa: PLC0415 - likewise

    known = load_catalogue(catalogue)
    data, open_ = workbook_from(read_document(document, known), known)
    show.written([put_file(output, data, force=force)], lang)
    if open_:
        click.echo(say(lang, "to_complete", count=len(open_)))
        for problem in open_:
            click.echo(f"  {problem.text(lang)}")
    else:
        click.echo(say(lang, "to_look_over"))
    return 0
