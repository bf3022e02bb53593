"""``shanhe extract`` and ``shanhe import``: what a document says, as facts or as a workbook."""

from pathlib import Path

import click

from shanhe.cli import show
from shanhe.cli.localized import LocalizedGroup, command
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
        from shanhe.app.extract import extract_json, extract_xlsx, extracted, read_document  # noqa: PLC0415 - help needs none of it
        from shanhe.app.tasks import load_catalogue, put_file  # noqa: PLC0415 - likewise

        known = load_catalogue(catalogue)
        found = extracted(read_document(document, known))
        if form == "json" and output is None:
            click.echo(extract_json(found, known).encode(), nl=False)
            return 0
        target = output or Path(f"{document.stem}-数据.{form}")
        data = extract_json(found, known).encode() if form == "json" else extract_xlsx(found, known)
        show.written([put_file(target, data, force=force)], lang)
        return 0


def import_(top: LocalizedGroup, lang: str) -> None:
    """Add ``import`` to the commands."""
    document = click.Argument(["document"], type=PATH, metavar="REPORT")
    output = click.Option(
        ["-o", "--output"], type=PATH, required=True, help=say(lang, "opt_workbook")
    )

    @command(top, "import", [document, output, *options(lang, "catalogue", "force")])
    def run(*, document: Path, output: Path, catalogue: Path | None, force: bool) -> int:
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
