"""A published report, as Word file and as text: both readers find the same.

For comparison, python-docx needs a multiple of the time to give the cells of the same tables.
"""

import os
import re
from pathlib import Path

import pytest

from shanhe.documents.formats.open import read_script
from shanhe.documents.script import Script

CASES = os.environ.get("SHANHE_CASES", "")
pytestmark = pytest.mark.skipif(not CASES, reason="SHANHE_CASES is not set")
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def script(name: str) -> Script:
    return read_script(name, (Path(CASES) / name).read_bytes())


def numbers(found: Script) -> list[list[str]]:
    """The numbers of each table, row by row."""
    return [
        [number for cell in table.cells for number in NUMBER.findall(cell.text)]
        for table in found.tables()
    ]


def test_both_files_have_the_same_numbers_in_their_tables() -> None:
    word, text = script("report.docx"), script("report.txt")
    assert [len(own) for own in numbers(word)] == [31, 18, 40, 41, 82]
    assert numbers(word) == numbers(text)


def test_both_files_have_the_same_paragraphs() -> None:
    word, text = script("report.docx"), script("report.txt")
    own = [(one.text.strip(), one.spot.paragraph) for one in word.passages()]
    assert own == [(one.text.strip(), one.spot.paragraph) for one in text.passages()]


def test_lines_are_those_of_the_text() -> None:
    lines = (Path(CASES) / "report.txt").read_text(encoding="utf-8").split("\n")
    found = script("report.txt")
    for table in found.tables():
        for cell in table.cells:
            line = re.sub(r"\[bookmark: [^]]*\]", "", lines[cell.spot.line - 1])
            assert line.removeprefix("\t") == cell.text.split("\n")[0]
