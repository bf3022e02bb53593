"""Commands whose help and complaints are in the reader's language."""

import re
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import Any

import click

from shanhe import __version__
from shanhe.cli.words import LANGUAGES, say
from shanhe.values.regex import regex

EXIT_WRONG = 2
_EXTRA = regex(r"Got unexpected extra arguments? \((.*)\)", re.DOTALL)
_NAMED = regex(r"'(.*)'", re.DOTALL)


class LocalizedCommand(click.Command):
    """A command with headings in one language; ``lang`` is set after it was made."""

    lang = "en"

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), say(self.lang, "usage"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under their heading."""
        options = (p for p in self.get_params(ctx) if isinstance(p, click.Option))
        records = [record for option in options if (record := option.get_help_record(ctx))]
        if records:
            with formatter.section(say(self.lang, "options")):
                formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return ``--help``, explained in this language."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say(self.lang, "help_option")
        return option


class LocalizedGroup(LocalizedCommand, click.Group):
    """The command ``shanhe`` itself, or a group of commands below it.

    Its help lists them in the order in which they were added, under headings where there are any.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._heading = ""
        self._under: dict[str, list[str]] = {}

    def head(self, heading: str) -> None:
        """Let the commands that are added from here on stand under a heading."""
        self._heading = heading

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Add a command under the last heading."""
        super().add_command(cmd, name)
        self._under.setdefault(self._heading, []).append(name or cmd.name or "")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        LocalizedCommand.format_options(self, ctx, formatter)
        for heading, names in self._under.items():
            helps = (self.commands[name].help or "" for name in names)
            rows = [
                (name, text.partition("\n")[0]) for name, text in zip(names, helps, strict=True)
            ]
            with formatter.section(heading or say(self.lang, "commands")):
                formatter.write_dl(rows)


def group(lang: str) -> LocalizedGroup:
    """Return the empty group ``shanhe``."""
    made = LocalizedGroup(
        "shanhe",
        help=say(lang, "app"),
        params=[_lang(lang), _version(lang)],
        options_metavar=say(lang, "options_metavar"),
        subcommand_metavar=say(lang, "command_metavar"),
    )
    made.lang = lang
    return made


def subgroup(within: LocalizedGroup, name: str) -> LocalizedGroup:
    """Add a group of commands and return it; without a command it shows its help."""
    lang = within.lang
    made = LocalizedGroup(
        name,
        help=say(lang, name),
        params=[_lang(lang)],
        options_metavar=say(lang, "options_metavar"),
        subcommand_metavar=say(lang, "command_metavar"),
    )
    made.lang = lang
    within.add_command(made)
    return made


def command(
    within: LocalizedGroup, name: str, params: Sequence[click.Parameter]
) -> Callable[[Callable[..., int]], None]:
    """Add a command; what its function returns is the exit code.

    Its help is the word ``name``; within a group, the word ``group name``.
    """
    key = name if within.name == "shanhe" else f"{within.name} {name}"

    def add(run: Callable[..., int]) -> None:
        lang = within.lang
        made = LocalizedCommand(
            name,
            callback=run,
            help=say(lang, key),
            params=[*params, _lang(lang)],
            options_metavar=say(lang, "options_metavar"),
        )
        made.lang = lang
        within.add_command(made)

    return add


def complaint(lang: str, error: click.ClickException) -> str:
    """Return what is wrong with the use, in words."""
    match error:
        case click.NoSuchOption():
            return say(lang, "no_option", name=error.option_name)
        case click.NoSuchCommand():
            known = list(error.ctx.command.commands) if error.ctx else []  # type: ignore[attr-defined]  # the group's own
            near = ", ".join(get_close_matches(error.command_name, known, cutoff=0.7))
            hint = say(lang, "near", near=near) if near else ""
            return say(lang, "no_command", name=error.command_name, near=hint)
        case click.BadOptionUsage():
            return say(lang, "missing_value", name=error.option_name)
        case click.BadParameter():
            return _bad_parameter(lang, error)
    extra = _EXTRA.fullmatch(error.message)
    return say(lang, "too_many", found=extra[1]) if extra else error.format_message()


def _bad_parameter(lang: str, error: click.BadParameter) -> str:
    name = _name(error)
    if isinstance(error, click.MissingParameter):
        return say(lang, "missing_argument", name=name)
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return say(lang, "bad_choice", name=name, choices=", ".join(map(str, kind.choices)))
    detail = error.message
    if isinstance(kind, click.IntRange):
        detail = say(lang, "bad_count", least=kind.min, most=kind.max)
    if isinstance(kind, click.Path) and kind.exists:
        named = _NAMED.search(error.message)
        detail = say(lang, "bad_file", path=named[1] if named else "")
    return say(lang, "bad_value", name=name, detail=detail)


def _name(error: click.BadParameter) -> str:
    param: Any = error.param
    if param is None:
        return ""
    return param.opts[0] if param.param_type_name == "option" else str(param.human_readable_name)


def _lang(lang: str) -> click.Option:
    return click.Option(
        ["--lang"], type=click.Choice(LANGUAGES), expose_value=False, help=say(lang, "lang_option")
    )


def _version(lang: str) -> click.Option:
    def show(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: ARG001, FBT001, RUF100 - click's own form
        if value:
            click.echo(f"shanhe {__version__}")
            ctx.exit(0)

    return click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show,
        help=say(lang, "version_option"),
    )
