"""The child process: a PDF on standard input → lines of text and ruled tables, one JSON line a page.

It runs by itself because a PDF can keep its reader busy for ever or make it eat all memory; the parent
can end a process, but not a function.
"""

import contextlib
import json
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

MOST_PAGES = 2000
MOST_LETTERS = 100_000
"""Of one page."""
MOST_MEMORY = 2 * 2**30
_EDGE = 2.0  # points within which two rules of a table are one
_GAP = 0.5  # of the size of a letter: a gap that counts as a blank

Letter = dict[str, Any]
Box = tuple[float, float, float, float]
Line = tuple[float, float, float, float, float, str]
"""Left, top, right, bottom, size of its letters, text."""


def main() -> None:
    """Read standard input, write standard output; an error is a line as well."""
    _limit_memory()
    data = sys.stdin.buffer.read()
    try:
        for page in read_pages(data):
            _say(page)
    except Exception as error:  # whatever the library does with a damaged file
        _say({"error": _kind(error), "detail": type(error).__name__})


def _say(page: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(page) + "\n")
    sys.stdout.flush()


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _kind(error: BaseException) -> str:
    if isinstance(error, MemoryError):
        return "oversized"
    chain = f"{error!r} {error.__cause__!r} {error.__context__!r}"
    return "locked" if "Password" in chain or "Encryption" in chain else "damaged_document"


def read_pages(data: bytes) -> Iterator[dict[str, Any]]:
    """Yield each page: size, lines outside tables, tables, and the share that a picture covers."""
    import pdfplumber  # noqa: PLC0415 - an extra of the package

    with pdfplumber.open(BytesIO(data)) as file:
        if len(file.pages) > MOST_PAGES:
            yield {"error": "oversized", "detail": f"{len(file.pages)} pages"}
            return
        for page in file.pages:
            yield _page(page)
            page.close()


def _page(page: Any) -> dict[str, Any]:
    letters = [letter for letter in page.chars if letter["upright"]]  # no slanting watermarks
    if len(letters) > MOST_LETTERS:
        return {"error": "oversized", "detail": f"{len(letters):,} letters on a page"}
    tables = []
    for found in page.find_tables():
        if len(found.cells) > 1:  # one alone is a frame
            own, letters = _parted(letters, found.bbox)
            tables.append(_table(found.cells, found.bbox, own))
    area = float(page.width * page.height) or 1.0
    pictures = [float(one["width"] * one["height"]) / area for one in page.images]
    return {
        "height": float(page.height),
        "lines": lines_of(letters),
        "tables": tables,
        "picture": max(pictures, default=0.0),
    }


def _parted(letters: list[Letter], box: Box) -> tuple[list[Letter], list[Letter]]:
    """The letters inside and outside of a box."""
    inside: list[Letter] = []
    outside: list[Letter] = []
    for letter in letters:
        x, y = (letter["x0"] + letter["x1"]) / 2, (letter["top"] + letter["bottom"]) / 2
        within = box[0] <= x < box[2] and box[1] <= y < box[3]
        (inside if within else outside).append(letter)
    return inside, outside


def _table(boxes: Sequence[Box], whole: Box, letters: list[Letter]) -> dict[str, Any]:
    """A table: its height in rows, and cells as row, rows, box, lines."""
    down = _edges([edge for box in boxes for edge in (box[1], box[3])])
    cells = []
    for box in sorted(boxes, key=lambda box: (box[1], box[0])):
        own, letters = _parted(letters, box)
        row, below = _nearest(down, box[1]), _nearest(down, box[3])
        if below > row:
            cells.append((row, below - row, box, lines_of(own)))
    return {"box": whole, "height": len(down) - 1, "cells": cells}


def _edges(values: list[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _EDGE:
            edges.append(value)
    return edges


def _nearest(edges: list[float], value: float) -> int:
    return min(range(len(edges)), key=lambda place: abs(edges[place] - value))


def lines_of(letters: list[Letter]) -> list[Line]:
    """Return letters as lines, from top to bottom."""
    rows: list[list[Letter]] = []
    middle = 0.0
    for letter in sorted(letters, key=lambda one: one["top"] + one["bottom"]):
        own = (letter["top"] + letter["bottom"]) / 2
        if not rows or own - middle > letter["size"] * _GAP:
            rows.append([])
            middle = own
        rows[-1].append(letter)
    lines = (_line(sorted(row, key=lambda one: float(one["x0"]))) for row in rows)
    return [line for line in lines if line[-1].strip()]


def _line(row: list[Letter]) -> Line:
    text, end = "", row[0]["x0"]
    for letter in row:
        if letter["x0"] - end > letter["size"] * _GAP and not text.endswith(" "):
            text += " "
        text += letter["text"]
        end = max(end, letter["x1"])
    shown = [letter for letter in row if letter["text"].strip()] or row
    return (
        float(shown[0]["x0"]),
        float(min(letter["top"] for letter in row)),
        float(max(letter["x1"] for letter in shown)),
        float(max(letter["bottom"] for letter in row)),
        float(max(letter["size"] for letter in row)),
        text.strip(),
    )


if __name__ == "__main__":
    main()
