"""Tables by hand: ``^`` continues the cell above, ``<`` the one to the left."""

from collections.abc import Callable, Sequence

import pytest

from shanhe.catalogue.load import load_catalogue
from shanhe.documents.found import Found
from shanhe.documents.naming import PaperNames
from shanhe.documents.script import Passage, Script, ScriptCell, ScriptTable, Spot
from shanhe.documents.tables import read_tables

Rows = Sequence[Sequence[str]]
Read = Callable[..., Found]
CATALOGUE = load_catalogue()
REGIONS = {
    "东河区": "东河区",
    "东河区人民政府": "东河区",
    "土右旗": "土右旗",
    "固阳县": "固阳县",
    "市自然资源局": "市自然资源局",
}


def table_of(rows: Rows, number: int = 1) -> ScriptTable:
    """Return a table; each row has all its places, or is shorter where the merges were lost."""
    cells = []
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            if text in {"^", "<"}:
                continue
            wide = high = 1
            while x + wide < len(row) and row[x + wide] == "<":
                wide += 1
            while y + high < len(rows) and x < len(rows[y + high]) and rows[y + high][x] == "^":
                high += 1
            spot = Spot(table=number, row=y + 1, column=x + 1)
            cells.append(ScriptCell(text, spot, high, wide))
    return ScriptTable(number, tuple(cells), len(rows), max(map(len, rows), default=0))


def script_of(*items: str | Rows) -> Script:
    """Return a document of paragraphs and tables."""
    made: list[Passage | ScriptTable] = []
    for item in items:
        if isinstance(item, str):
            made.append(Passage(item, Spot(paragraph=len(made) + 1)))
        else:
            made.append(table_of(item, len(made) + 1))
    return Script("报告.docx", "docx", tuple(made))


@pytest.fixture(scope="session")
def names() -> PaperNames:
    return PaperNames(CATALOGUE, REGIONS)


@pytest.fixture(scope="session")
def read(names: PaperNames) -> Read:
    def read_items(*items: str | Rows) -> Found:
        return read_tables(script_of(*items), names)

    return read_items


@pytest.fixture(scope="session")
def shown() -> Callable[..., list[str]]:
    """Return the records of an attribute as short words: ``restore_area ≥422.33公顷``."""

    def show(found: Found, attribute: str, *fields: str) -> list[str]:
        return [
            " ".join(_word(record, field) for field in fields)
            for record in found.records.get(attribute, ())
        ]

    def _word(record: object, field: str) -> str:
        if field == "value":
            return f"{_get(record, 'sign')}{_get(record, 'amount')}{_unit(record, 'unit')}"
        if field == "quoted":
            amount = _get(record, "quoted_amount")
            return f"{_get(record, 'quoted_sign')}{amount}{_unit(record, 'quoted_unit')}"
        if field.endswith("unit"):
            return _unit(record, field)
        return str(_get(record, field))

    def _get(record: object, field: str) -> object:
        found = getattr(record, field)
        return "-" if found is None else found

    def _unit(record: object, field: str) -> str:
        unit = getattr(record, field)
        return "" if unit is None else str(getattr(unit, "symbol", unit))

    return show
