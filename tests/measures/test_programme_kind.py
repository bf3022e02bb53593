"""Which kind of programme, and the day whose rules decided on its award."""

from datetime import date

from case_file import dossier_from

from shanhe.measures.programme_kind import day_of_award, programme_kind


def test_the_name_tells_where_the_kind_is_blank() -> None:
    assert (
        programme_kind(dossier_from({"项目信息": {"项目名称": "某市历史遗留废弃矿山项目"}}))
        == "mine"
    )
    assert programme_kind(dossier_from({"项目信息": {"项目名称": "某县道路"}})) == ""


def test_the_kind_comes_before_the_name() -> None:
    kind = "山水林田湖草沙一体化保护和修复工程"
    given = {"项目信息": {"项目名称": "某矿区项目", "项目类型": kind}}
    assert programme_kind(dossier_from(given)) == "shanshui"


def test_the_first_year_decides() -> None:
    assert day_of_award(dossier_from({})) == date(2025, 12, 31)
    start = dossier_from({"项目信息": {"实施期开始年份": "2022"}})
    assert day_of_award(start) == date(2022, 12, 31)
