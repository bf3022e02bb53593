"""Comma-separated files, one a sheet, in UTF-8 with a mark that Excel and WPS understand."""

import csv
import io

from shanhe.documents.formats.grid import MOST_BYTES, MOST_ROWS, Grid, Unreadable


def read_grid(data: bytes) -> Grid:
    """Return the rows of a CSV file.

    Raises:
        Unreadable: it is not UTF-8, is not regular, or is too big. Other encodings are refused,
            since guessing them can turn one character into another unseen.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable("too_big", f"{len(data):,} B")
    try:
        text = data.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise Unreadable("bad_text", str(error)) from None
    if len(rows) > MOST_ROWS:
        raise Unreadable("too_big", f"{len(rows):,}")
    return rows


def grid_bytes(grid: Grid) -> bytes:
    """Return the rows as a CSV file; cells that a spreadsheet would run as a formula stay text."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(grid)
    return out.getvalue().encode("utf-8-sig")
