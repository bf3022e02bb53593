"""Read a Word table to its grid with one reader; prints seconds and how many places are right.

``python read_tables.py READER FILE.docx``, with a key of ``READERS``; the right grid stands beside the
file. ``table.cell()`` of python-docx lays out the whole table at each call, so that it is asked for the
first ten rows alone. Seconds are the least of three readings, from the file to the whole grid, without imports and
without the comparison.
"""

# ruff: noqa: PLC0415 - each reader is there in one environment only

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

Grid = list[list[str]]
FEW_ROWS = 10


def with_shanhe(path: Path) -> Callable[[], Grid]:
    from shanhe.documents.formats.open import read_script

    def read() -> Grid:
        (table,) = read_script(path.name, path.read_bytes()).tables()
        return [[cell.text if cell else "" for cell in row] for row in table.grid()]

    return read


def with_rows(path: Path) -> Callable[[], Grid]:
    import docx

    def read() -> Grid:
        (table,) = docx.Document(str(path)).tables
        return [[cell.text for cell in row.cells] for row in table.rows]

    return read


def with_all_cells(path: Path) -> Callable[[], Grid]:
    import docx

    def read() -> Grid:
        (table,) = docx.Document(str(path)).tables
        width, texts = len(table.columns), [cell.text for cell in table._cells]  # noqa: SLF001 - often used
        return [texts[begin : begin + width] for begin in range(0, len(texts), width)]

    return read


def with_single_cells(path: Path) -> Callable[[], Grid]:
    import docx

    def read() -> Grid:
        (table,) = docx.Document(str(path)).tables
        width = len(table.columns)
        return [[table.cell(y, x).text for x in range(width)] for y in range(FEW_ROWS)]

    return read


def with_docx2python(path: Path) -> Callable[[], Grid]:
    from docx2python import docx2python

    def read() -> Grid:
        with docx2python(path) as content:
            tables = [table for table in content.body if len(table) > 1 or len(table[0]) > 1]
            (table,) = tables
            return [["\n".join(cell) for cell in row] for row in table]

    return read


READERS = {
    "shanhe": with_shanhe,
    "python-docx, row.cells": with_rows,
    "python-docx, table._cells": with_all_cells,
    "python-docx, table.cell()": with_single_cells,
    "docx2python": with_docx2python,
}


def main(name: str, path: Path) -> dict[str, float | int]:
    """Return seconds, how many places the grid has, were asked for, and are as they must be."""
    right = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    read = READERS[name](path)
    taken = []
    for _ in range(1 if read.__qualname__.startswith("with_single") else 3):
        begin = time.perf_counter()
        found = read()
        taken.append(time.perf_counter() - begin)
    places = {(y, x): text for y, row in enumerate(found) for x, text in enumerate(row)}
    wanted = {(y, x): text for y, row in enumerate(right) for x, text in enumerate(row)}
    same = sum(places.get(place) == text for place, text in wanted.items())
    asked = len(places) if len(found) == FEW_ROWS else len(wanted)
    return {"seconds": min(taken), "places": len(wanted), "asked": asked, "right": same}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], Path(sys.argv[2]))))
