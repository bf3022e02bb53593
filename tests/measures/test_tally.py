from datetime import date

import pytest

from shanhe.measures.tally import Tally, finishes, starts
from shanhe.records.dossier import Dossier
from shanhe.records.programme import Programme
from shanhe.records.progress import Subproject
from shanhe.records.source import RowSource

HERE = RowSource("示例.xlsx", "子项目", 2)


def dossier(*rows: Subproject) -> Dossier:
    return Dossier(Programme(source=HERE, name="示例项目", year=2025), subprojects=rows)


def row(
    count: int = 1, state: str = "未招标", due: date | None = None, finished: date | None = None
) -> Subproject:
    return Subproject(
        source=HERE, name="子项目", count=count, state=state, due_finish=due, finished=finished
    )


def test_without_days_all_are_due() -> None:
    found = starts(dossier(row(1, "停工"), row(9)))
    assert found == Tally(total=10, due=10, done=1, dated=False)
    assert found is not None
    assert found.rate is not None
    assert found.rate.value == 10


@pytest.mark.parametrize(
    ("finished", "done"), [(date(2025, 6, 30), 1), (date(2025, 7, 1), 0), (None, 0)]
)
def test_the_day_due_is_still_on_time(finished: date | None, done: int) -> None:
    found = finishes(dossier(row(1, "在建", date(2025, 6, 30), finished)))
    assert found == Tally(total=1, due=1, done=done, dated=True)


def test_what_is_due_in_another_year_is_not_due_now() -> None:
    found = finishes(dossier(row(3, due=date(2026, 6, 30))))
    assert found == Tally(total=3, due=0, done=0, dated=True)
    assert found is not None
    assert found.rate is None


def test_no_subprojects_no_tally() -> None:
    assert starts(dossier()) is None
