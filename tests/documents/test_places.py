"""A record's place leads back to the characters."""

import pytest

from shanhe.documents.found import Span
from shanhe.documents.places import Places
from shanhe.documents.script import Passage, Script, ScriptCell, ScriptTable, Spot
from shanhe.records.source import Source


def cell(row: int, column: int, text: str, rows: int = 1, columns: int = 1) -> ScriptCell:
    return ScriptCell(
        text, Spot(table=1, row=row, column=column, line=row * 10 + column), rows, columns
    )


TABLE = ScriptTable(
    1,
    (
        cell(1, 1, "指标", 2),
        cell(1, 2, "指标值", columns=2),
        cell(2, 2, "实施\n方案"),
        cell(2, 3, "工程设计（新）"),
        cell(3, 1, "面积"),
        cell(3, 2, "151"),
        cell(3, 3, "151"),
        cell(4, 1, "数量", 2),
        cell(4, 2, "共 78 处"),
        cell(5, 2, "无"),
    ),
    5,
    3,
)
SCRIPT = Script("报告.docx", "docx", (Passage("面积151公顷", Spot(paragraph=1, line=1)), TABLE))
PLACES = Places(SCRIPT)


def place(text: str, row: int, column: str, start: int = 0, line: int = 0) -> Source:
    end = start + len(text)
    return Source("报告.docx", "正文", row, column, text, 1, 0, line, start, end)


@pytest.mark.parametrize(
    ("source", "row", "column"),
    [
        (place("151", 3, "实施方案"), 3, 2),
        (place("151", 3, "工程设计(新)"), 3, 3),
        (place("151", 3, "指标值 工程设计（新）"), 3, 3),
        (place("151", 3, "3"), 3, 3),
        (place("151", 3, "", line=33), 3, 3),
        (place("151", 3, "没有这一列"), 3, 2),
        (place("数量", 5, ""), 4, 1),
        (place("", 3, "工程设计（新）"), 3, 3),
    ],
)
def test_a_cell_is_found(source: Source, row: int, column: int) -> None:
    found = PLACES.span(source)
    assert found is not None
    assert (found.spot.row, found.spot.column) == (row, column)


def test_characters_are_kept_or_looked_up() -> None:
    spot = Spot(table=1, row=4, column=2, line=42)
    assert PLACES.span(place("78", 4, "", 2)) == Span(spot, 2, 4)
    assert PLACES.span(Source("报告.docx", "正文", 4, "", "78", table=1)) == Span(spot, 2, 4)
    passage = Source("报告.docx", "正文", text="151", paragraph=1, start=2, end=5)
    assert PLACES.span(passage) == Span(Spot(paragraph=1, line=1), 2, 5)


@pytest.mark.parametrize(
    "source",
    [
        Source("报告.docx", ""),
        Source("报告.docx", "正文", paragraph=9),
        place("151", 9, ""),
        place("151", 3, "")._replace(table=2),
        place("没有", 3, ""),
    ],
)
def test_what_is_nowhere_is_none(source: Source) -> None:
    assert PLACES.span(source) is None


def test_a_place_beyond_the_end_is_the_whole() -> None:
    found = PLACES.span(Source("报告.docx", "正文", text="改过", paragraph=1, start=90, end=95))
    assert found == Span(Spot(paragraph=1, line=1), 0, 7)
