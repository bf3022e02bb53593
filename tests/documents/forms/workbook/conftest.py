"""The example as grids, a reader of changed copies, and workbooks made part by part."""

import io
import zipfile
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path

import pytest

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.load import load_catalogue
from shanhe.documents.formats.csv import read_grid
from shanhe.documents.forms.workbook.read import Handed, read_dossier
from shanhe.records.problem import Problem
from shanhe.records.source import Source

Grids = dict[str, list[list[str]]]
EXAMPLE = Path(__file__).parents[4] / "examples" / "baotou-2025"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture
def example() -> Grids:
    files = sorted(EXAMPLE.glob("*.csv"))
    return {file.stem: [list(row) for row in read_grid(file.read_bytes())] for file in files}


@pytest.fixture
def problems_of(catalogue: Catalogue) -> Callable[[Grids], list[Problem]]:
    def read(grids: Grids) -> list[Problem]:
        handed = {name: Handed("台账.xlsx", name, grid) for name, grid in grids.items()}
        dossier, problems = read_dossier(handed, catalogue, Source("台账.xlsx", ""))
        assert (dossier is None) == bool(problems)
        return problems

    return read


def _relations(kinds: Mapping[str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="{id_}" Type="{OFFICE}/{kind_and_part.partition(" ")[0]}"'
        f' Target="{kind_and_part.partition(" ")[2]}"/>'
        for id_, kind_and_part in kinds.items()
    )
    return f'<Relationships xmlns="{RELS}">{entries}</Relationships>'


@pytest.fixture
def raw_book() -> Callable[..., bytes]:
    """Make an .xlsx of one sheet from its XML; other parts may be added or replaced."""

    def make(
        rows: str = "",
        *,
        formats: tuple[str | int, ...] = (),
        after: str = "",
        name: str = "指标目标",
        parts: Mapping[str, str | bytes] | None = None,
    ) -> bytes:
        own = {n: code for n, code in enumerate(formats, 170) if isinstance(code, str)}
        declared = "".join(
            f'<numFmt numFmtId="{n}" formatCode="{escape(code)}"/>' for n, code in own.items()
        )
        used = [n if isinstance(code, str) else code for n, code in enumerate(formats, 170)]
        xfs = "".join(f'<xf numFmtId="{n}"/>' for n in used) or '<xf numFmtId="0"/>'
        made: dict[str, str | bytes] = {
            "_rels/.rels": _relations({"r1": "officeDocument xl/workbook.xml"}),
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
            f'<sheet name="{escape(name)}" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": _relations(
                {"r1": "worksheet worksheets/sheet1.xml", "r2": "styles styles.xml"}
            ),
            "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts>{declared}</numFmts>'
            f"<cellXfs>{xfs}</cellXfs></styleSheet>",
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>'
            f"{after}</worksheet>",
            **(parts or {}),
        }
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, content in made.items():
                archive.writestr(part, content)
        return file.getvalue()

    return make
