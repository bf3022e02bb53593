from datetime import date

from shanhe.measures.year_end import year_end
from shanhe.records.dossier import Dossier
from shanhe.records.programme import Programme
from shanhe.records.source import RowSource


def dossier(year: int) -> Dossier:
    return Dossier(Programme(source=RowSource("报告.docx", "", 0), name="示例", year=year))


def test_the_last_day_of_the_year() -> None:
    assert year_end(dossier(2025)) == date(2025, 12, 31)


def test_without_a_year_what_is_in_force_now_counts() -> None:
    assert year_end(dossier(0)) == date.max
