"""The command ``shanhe``: run it, and leave with its exit code."""

import gc
import sys
from collections.abc import Sequence

import click

from shanhe.cli.commands import commands
from shanhe.cli.failures import explained
from shanhe.cli.localized import EXIT_WRONG, complaint
from shanhe.cli.words import language, say

_DONE = 0


def main(arguments: Sequence[str] | None = None) -> None:
    """Run ``shanhe`` and leave with its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a console without Chinese must not stop the work
    gc.set_threshold(50_000)  # one short task of many small records: collect seldom
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
        return explained(error, lang)
    return code if isinstance(code, int) else _DONE
