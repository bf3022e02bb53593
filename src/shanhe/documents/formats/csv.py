"""Comma-separated files, one a sheet, in UTF-8 with a mark that Excel and WPS understand.

A text that Excel or WPS would run as a formula is written with an apostrophe before it, which is
taken away when it is read: ``=1+1`` stands in the file as ``'=1+1``. Numbers and single signs are
no formulas and stay as they are.
"""

import csv
import io
import re

from shanhe.documents.formats.grid import (
    MOST_BYTES,
    MOST_COLUMNS,
    MOST_ROWS,
    Grid,
    Unreadable,
)
from shanhe.values.regex import regex

_FORMULA = regex(r"'*[=+\-@\t\r].", re.DOTALL)
_NUMBER = regex(r"[+-][\d.,]+%?")


def read_grid(data: bytes) -> Grid:
    """Return the rows of a CSV file, line ends inside a cell made one way.

    Raises:
        Unreadable: it is not UTF-8, is not regular, or is too big. Other encodings are refused,
            since guessing them can turn one character into another unseen.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable("too_big", f"{MOST_BYTES // 1_000_000} MB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("not_utf8") from None
    if "\0" in text:  # UTF-16 without its mark
        raise Unreadable("not_utf8")
    csv.field_size_limit(MOST_BYTES)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[list[str]] = []
    try:
        for row in reader:
            rows.append(_within_bounds(len(rows), row))
    except csv.Error:
        raise Unreadable("bad_quotes", str(len(rows) + 1)) from None
    return rows


def _within_bounds(number: int, row: list[str]) -> list[str]:
    if number >= MOST_ROWS:
        raise Unreadable("too_many_rows", f"{MOST_ROWS:,}")
    if any(row[MOST_COLUMNS:]):
        raise Unreadable("too_many_columns", f"{MOST_COLUMNS}")
    return [_read(text) for text in row[:MOST_COLUMNS]]


def _read(text: str) -> str:
    plain = text[1:] if text.startswith("'") and _is_run(text[1:]) else text
    return plain.replace("\r\n", "\n").replace("\r", "\n")


def _is_run(text: str) -> bool:
    """Return whether a spreadsheet would run it, or would once its apostrophes are gone."""
    return bool(_FORMULA.match(text)) and not _NUMBER.fullmatch(text)


def grid_bytes(grid: Grid) -> bytes:
    """Return the rows as a CSV file, each as long as the longest; read again, no text is changed."""
    width = max(map(len, grid), default=0)
    out = io.StringIO(newline="")
    safe = ([f"'{text}" if _is_run(text) else text for text in row] for row in grid)
    rows = ([*row, *[""] * (width - len(row))] for row in safe)
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def no_formula(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula, whatever somebody's document says."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text
