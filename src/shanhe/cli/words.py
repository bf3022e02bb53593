"""All words of the command line, in both languages."""

import os
import sys
from collections.abc import Mapping, Sequence

from shanhe.cli import (
    chinese,
    english,
    figures_chinese,
    figures_english,
    office_chinese,
    office_english,
)

LANGUAGES = ("zh", "en")
_WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {**chinese.WORDS, **office_chinese.WORDS, **figures_chinese.WORDS},
    "en": {**english.WORDS, **office_english.WORDS, **figures_english.WORDS},
}


def language(arguments: Sequence[str]) -> str:
    """Return the language asked for by ``--lang``, else that of the system."""
    asked = ""
    for place, argument in enumerate(arguments):
        given = argument.removeprefix("--lang=") if argument.startswith("--lang=") else ""
        if argument == "--lang" and place + 1 < len(arguments):
            given = arguments[place + 1]
        asked = given if given in LANGUAGES else asked
    if asked:
        return asked
    return "zh" if _system_locale().lower().startswith(("zh", "chinese")) else "en"


def _system_locale() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return os.environ[name]
    if sys.platform == "win32":  # pragma: no cover - Windows tells by its own call
        import locale  # noqa: PLC0415 - only there

        return locale.getlocale()[0] or ""
    return ""


def say(lang: str, key: str, **words: object) -> str:
    """Return one text, filled in."""
    text = _WORDS["zh" if lang == "zh" else "en"][key]
    return text.format(**words) if words else text


def all_words(lang: str) -> Mapping[str, str]:
    """Return all texts of one language; both must have the same keys and placeholders."""
    return _WORDS["zh" if lang == "zh" else "en"]
