"""Word tables with merged cells, made up and always the same, and what each grid place must hold.

Six columns; the first is merged downwards by five rows, the second by two or three; each tenth row
has one cell across the last three. ``table-N.docx`` and ``table-N.json`` (rows of texts, a merged
cell's text at each place that it covers).
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from shanhe.documents.blocks import Cell, Paper, Table
from shanhe.documents.formats.docx.write import docx_bytes

ROWS = (400, 2000)
WIDTHS = (20.0, 25.0, 40.0, 25.0, 25.0, 25.0)


def table(rows: int) -> Table:
    """Return a table of so many rows."""
    return Table(tuple(_row(number) for number in range(rows)), WIDTHS)


def _row(number: int) -> tuple[Cell, ...]:
    return tuple(_cells(number))


def _cells(number: int) -> Iterator[Cell]:
    if number % 5 == 0:
        yield _cell(f"第{number // 5}组", rows=5)
    if number % 5 in {0, 2}:
        yield _cell(f"类别{number}", rows=2 if number % 5 == 0 else 3)
    yield _cell(f"指标{number}（公顷）")
    if number % 10 == 9:
        yield _cell(f"合计{number}.50\n万元", columns=3)
    else:
        yield from (_cell(f"{number}.{place}") for place in range(3))


def _cell(text: str, rows: int = 1, columns: int = 1) -> Cell:
    return Cell(tuple((line,) for line in text.split("\n")), rows=rows, columns=columns)


def grid(made: Table) -> list[list[str]]:
    """Return the text at each place."""
    lines: list[list[str]] = []
    for places in made.grid():
        line = []
        for place in places:
            text = "\n".join(str(part[0]) for part in place.cell.content)
            line += [text] * place.cell.columns
        lines.append(line)
    return lines


def main(folder: Path) -> None:
    """Write the tables and their grids into ``folder``."""
    for rows in ROWS:
        made = table(rows)
        (folder / f"table-{rows}.docx").write_bytes(docx_bytes(Paper((made,), "表")))
        text = json.dumps(grid(made), ensure_ascii=False)
        (folder / f"table-{rows}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
