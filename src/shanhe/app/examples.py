"""Where the example programme is, and workbooks to begin with."""

from pathlib import Path

from shanhe.app.programme import NotOpened, read_sheets
from shanhe.catalogue.catalogue import Catalogue
from shanhe.documents.formats import csv
from shanhe.documents.formats.grid import Grid
from shanhe.documents.forms.workbook.read import Handed

EXAMPLE = "baotou-2025"
EMPTY_BOOK, EXAMPLE_BOOK = "项目绩效工作簿.xlsx", "示例-包头市2025年度.xlsx"


def example_folder() -> Path:
    """Return the folder of the example, in the installed package or in a clone.

    Raises:
        FileNotFoundError: neither has it.
    """
    package = Path(__file__).resolve().parents[1]
    for root in (package / "examples", package.parents[1] / "examples"):
        if (root / EXAMPLE).is_dir():
            return root / EXAMPLE
    raise FileNotFoundError(EXAMPLE)


def starting_books(catalogue: Catalogue) -> dict[str, bytes]:
    """Return an empty workbook, and the same filled with the example."""
    from shanhe.documents.forms.workbook.write import empty_grids  # noqa: PLC0415 - openpyxl is slow to load

    return {
        EMPTY_BOOK: _book(empty_grids(), catalogue),
        EXAMPLE_BOOK: _book(_grids(read_sheets(example_folder())), catalogue),
    }


def converted(source: Path, catalogue: Catalogue, *, to_folder: bool) -> dict[str, bytes]:
    """Return a programme as CSV files (``to_folder``) or as one workbook; no text is changed.

    Raises:
        NotOpened: it could not be read, or cannot be converted without loss.
    """
    from shanhe.documents.forms.workbook.convertible import obstacles  # noqa: PLC0415 - openpyxl is slow to load

    sheets = {name: sheet for name, sheet in read_sheets(source).items() if _is_data(name)}
    problems = tuple(obstacles(sheets, to_folder=to_folder))
    if problems:
        raise NotOpened(problems)
    if to_folder:
        return {f"{name}.csv": csv.grid_bytes(grid) for name, grid in _grids(sheets).items()}
    return {"": _book(_grids(sheets), catalogue)}


def _is_data(name: str) -> bool:
    return name not in {"_选项", "填写说明"}  # both are made anew


def _grids(sheets: dict[str, Handed]) -> dict[str, Grid]:
    return {name: sheet.grid for name, sheet in sheets.items()}


def _book(grids: dict[str, Grid], catalogue: Catalogue) -> bytes:
    from shanhe.documents.forms.workbook.write import xlsx_bytes  # noqa: PLC0415 - openpyxl is slow to load

    return xlsx_bytes(grids, tuple(indicator.name for indicator in catalogue.indicators))
