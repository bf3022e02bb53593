"""What hardly was meant is told beside the figure, to who reports and to who reviews; it stops nobody."""

from datetime import date

import pytest

from shanhe.app.office import doubts, drafting, reviewing
from shanhe.app.office.sheets import declared
from shanhe.app.office.submissions import Reported, State
from shanhe.store.models import Book, Line, Submission

from .conftest import Office
from .test_submissions import FIGURE
from .visit import visitor

pytestmark = pytest.mark.any_database
NEGATIVE = {**FIGURE, "amount": "-12.5"}


def told(office: Office, *rows: dict[str, str]) -> list[tuple[int, str, str]]:
    book, sheet = Book.objects.get(pk=office.book), declared("progress")
    kept = [{"row": str(number), "texts": texts} for number, texts in enumerate(rows)]
    found = doubts.doubts(book, sheet, kept, date(2025, 12, 31))
    return [(one.row, one.field, one.zh) for one in found]


@pytest.mark.parametrize(
    ("changed", "field", "says"),
    [
        ({"amount": "-12.5"}, "amount", "为负数"),
        ({"when": "2026年1月1日"}, "when", "晚于今天"),
        ({"when": "1999-12-31"}, "when", "不在2025年度内"),
        ({"unit": "个"}, "unit", "计量单位为“公顷”"),
    ],
)
def test_a_figure_that_hardly_was_meant_is_doubted(
    office: Office, changed: dict[str, str], field: str, says: str
) -> None:
    ((row, where, why),) = told(office, FIGURE, {**FIGURE, "when": "2025-10-31"} | changed)
    assert (row, where) == (1, field)
    assert says in why


@pytest.mark.parametrize("changed", [{}, {"when": "2025-12-31"}, {"unit": "亩"}, {"amount": "0"}])
def test_other_figures_are_not(office: Office, changed: dict[str, str]) -> None:
    assert told(office, FIGURE | changed) == []


def test_rows_are_held_against_what_counts_already(office: Office) -> None:
    later = {**FIGURE, "when": "2025-12-31", "amount": "1"}
    ((row, field, why),) = told(office, FIGURE, later)
    assert (row, field) == (1, "amount")
    assert "ACTUAL-416" in why


def test_where_no_rule_tells_a_negative_figure_it_is_doubted_itself(office: Office) -> None:
    line = Line.objects.filter(book=office.book, sheet="actuals").first()
    assert line is not None
    rows = [{"row": line.row, "texts": {**line.texts, "amount": "-12.5"}}]
    found = doubts.doubts(Book.objects.get(), declared("actuals"), rows, date(2026, 12, 31))
    assert "为负数，请核对。" in [one.zh for one in found if one.field == "amount"]


def test_rows_that_cannot_be_read_have_errors_and_no_doubts(office: Office) -> None:
    assert told(office, NEGATIVE, {**FIGURE, "amount": "约5"}) == []


def test_both_sides_see_it_and_the_reviewer_decides(office: Office) -> None:
    key = drafting.begin(office["tuyou"], office.book, "progress", "11月进展")
    version = drafting.save(office["tuyou"], key, [Reported(NEGATIVE)], 1)
    assert "为负数（ACTUAL-425）" in visitor("tuyou").get(f"/submission/{key}").content.decode()
    drafting.submit(office["tuyou"], key, version)
    seen = visitor("city").get(f"/submission/{key}").content.decode()
    assert "1 处数据存疑，已在下面标出，请核对后办理。" in seen
    assert "为负数（ACTUAL-425）" in seen
    reviewing.accept(office["city"], key)
    assert Submission.objects.get(pk=key).state == State.ACCEPTED
    assert "存疑" not in visitor("city").get(f"/submission/{key}").content.decode()
