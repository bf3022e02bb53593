"""Notes in brackets that stand in a cell after its value: ``14处（缺1处：坑内积水未排干）``."""

from shanhe.values.regex import regex

_NOTED = regex(
    r"(?P<value>[^()（）]*\d[^()（）\n]{0,12}?)\s*[(（](?!含[)）])(?P<note>[^()（）]{3,}(?:[(（][^()（）]*[)）][^()（）]*)*)[)）][。;；]?\s*"
)


def end_of_value(text: str) -> int:
    """Return where the value of a cell ends, 0 where no note follows it.

    Example:
        ``96.67%（60个单元，58个合格）`` ends after 6 characters; ``≥5年`` has no note.
    """
    found = _NOTED.fullmatch(text)
    return found.end("value") if found else 0


def note_of(text: str) -> tuple[int, int]:
    """Return where the note of a cell begins and ends, within its brackets; twice 0 where there is none."""
    found = _NOTED.fullmatch(text)
    return found.span("note") if found else (0, 0)
