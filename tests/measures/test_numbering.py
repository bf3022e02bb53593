import pytest

from shanhe.measures.numbering import Fault, faults, sections
from shanhe.records.paper import HeadingLine
from shanhe.records.source import RowSource


@pytest.mark.parametrize(
    ("orders", "found"),
    [
        ([1, 2, 3], []),
        ([], []),
        ([1, 2, 3, 5, 6], [Fault(3, 4, 5)]),
        ([1, 2, 3, 3], [Fault(3, 4, 3)]),
        ([1, 2, 3, 1, 2], []),
        ([1, 2, 1], [Fault(2, 3, 1)]),
        ([1, 1, 2], [Fault(1, 2, 1)]),
        ([2, 3], [Fault(0, 1, 2)]),
    ],
)
def test_faults(orders: list[int], found: list[Fault]) -> None:
    assert list(faults(orders)) == found


def test_skipped_numbers_are_named() -> None:
    assert Fault(3, 4, 6).skipped == (4, 5)
    assert Fault(3, 4, 3).skipped == ()


def heading(level: int, order: int) -> HeadingLine:
    source = RowSource("报告.docx", "正文", 0)
    return HeadingLine(source=source, level=level, number=str(order), order=order, title="题")


def test_sections_begin_anew_under_each_heading_above() -> None:
    headings = [heading(2, 1), heading(1, 1), heading(2, 1), heading(2, 2), heading(1, 2)]
    headings += [heading(3, 9), heading(2, 1)]
    found = [(above, len(own)) for above, own in sections(headings, 2)]
    assert found == [(None, 1), (headings[1], 2), (headings[4], 1)]
