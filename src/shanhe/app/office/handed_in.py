"""Files that people hand in: kept under their digest, called what people call them, never by path."""

import re

from shanhe.app.office.rights import Refused
from shanhe.store import files
from shanhe.store.models import Account, Book, File
from shanhe.values.regex import regex

_ODD = regex(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of a text around."""


def plain_name(name: str, otherwise: str) -> str:
    """Return a file's name without folders and characters that nobody sees; at most 200 of them."""
    own = _ODD.sub("", re.split(r"[/\\]", name)[-1]).strip()
    return own[-200:] or otherwise


def ask_size(size: int, most: int) -> None:
    """Let pass, or refuse an empty file or one that is too large.

    Raises:
        Refused: 413 or 422, with what is allowed.
    """
    if size > most:
        raise Refused(
            f"文件有 {size / 1e6:,.1f} MB，超过 {most / 1e6:,.0f} MB。请压缩或拆分后重新上传。",
            f"The file has {size / 1e6:,.1f} MB, more than {most / 1e6:,.0f} MB.",
            413,
        )
    if not size:
        raise Refused("没有选择文件，或文件是空的。", "No file, or an empty one.", 422)


def keep(account: Account, book: Book | None, name: str, kind: str, data: bytes) -> File:
    """Keep a file; the same bytes handed in twice are kept once, with a row for each time."""
    digest = files.keep(data)
    return File.objects.create(
        book=book, digest=digest, name=name, kind=kind, size=len(data), account=account
    )
