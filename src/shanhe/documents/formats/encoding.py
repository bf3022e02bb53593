"""Bytes → text, strictly: a character that is not certain is a refusal, not a guess."""

import codecs

from shanhe.documents.formats.grid import Unreadable
from shanhe.documents.formats.notes import Notes
from shanhe.values.regex import regex

MOST_TEXT = 40_000_000
"""Bytes of a text file or page."""
_MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = regex("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_MOST_CONTROLS = 0.01  # more than that is no text
_EVERYDAY = 0.8  # of the characters beyond ASCII; wrongly decoded text stays below 0.6


def decoded(data: bytes, notes: Notes, declared: str = "") -> str:
    """Return the text; ``declared`` is the encoding that the file names itself, such as ``gbk``.

    The order is: byte order mark, UTF-8, GB18030. The last is taken only if the text then consists of
    everyday Chinese characters, and with a note unless the file declares it. Control characters
    become U+FFFD.

    Raises:
        Unreadable: the encoding is another one, or it is no text at all.
    """
    if len(data) > MOST_TEXT:
        raise Unreadable("oversized", f"more than {MOST_TEXT // 1_000_000} MB of text")
    text = _decoded(data, notes, declared)
    text, count = _CONTROL.subn("\ufffd", text)
    if "\0" in text or count > 8 + len(text) * _MOST_CONTROLS:
        raise Unreadable("unknown_format", f"{count} control characters")
    if count:
        notes.add("controls")
    return text


def _decoded(data: bytes, notes: Notes, declared: str) -> str:
    try:
        for mark, encoding in _MARKED:
            if data.startswith(mark):
                return data[len(mark) :].decode(encoding)
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        problem = f"byte {error.start}: {error.reason}"
    if b"\0" in data:
        raise Unreadable("unknown_format", problem)
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        raise Unreadable("unknown_encoding", problem) from None
    if not _looks_chinese(text):
        raise Unreadable("unknown_encoding", problem)
    if declared.lower().replace("-", "") not in {"gb2312", "gbk", "gb18030"}:
        notes.add("gb18030")
    return text


def _looks_chinese(text: str) -> bool:
    """Most characters are among the 3,755 of every day, or marks that go with them."""
    foreign = [letter for letter in text[:200_000] if not letter.isascii()]
    everyday = sum(map(_is_everyday, foreign))
    return bool(foreign) and everyday >= len(foreign) * _EVERYDAY


def _is_everyday(letter: str) -> bool:
    try:
        first = letter.encode("gb2312")[0]
    except UnicodeEncodeError:
        return letter in "〔〕—·…≦≧"
    return 0xA1 <= first <= 0xA3 or 0xB0 <= first <= 0xD7
