"""Days used at each step against the days allowed."""

from case_file import dossier_from

from shanhe.catalogue.load import load_catalogue
from shanhe.measures.timeliness import Span, spans


def steps(*rows: tuple[str, str, str], approved: str = "", received: str = "") -> list[Span]:
    documents = [
        {"文件名称": title, "层级": level, "类别": "资金下达", "发文日期": day}
        for title, level, day in rows
    ]
    documents[0]["收到日期"] = received
    dossier = dossier_from({"文件": documents, "项目信息": {"全国人大批准预算日期": approved}})
    return list(spans(dossier, load_catalogue()))


BAOTOU = (("甲", "部", "2025-06-08"), ("乙", "省", "2025-07-07"), ("丙", "市", "2025-09-25"))


def test_each_step_stands_against_its_limit() -> None:
    found = steps(*BAOTOU, approved="2025-03-11")
    assert [(s.limit, s.days, s.allowed, s.over) for s in found] == [
        ("ministry_days", 89, 90, 0),
        ("province_days", 29, 30, 0),
        ("city_days", 80, 30, 50),
        ("total_days", 109, 60, 49),
    ]
    assert [s.basis for s in found][1:3] == ["budget_law#52.3", "practice#T-07"]


def test_days_count_from_arrival_where_it_is_on_record() -> None:
    found = steps(*BAOTOU, received="2025-06-20")
    province = next(s for s in found if s.limit == "province_days")
    assert (province.days, province.by_receipt) == (17, True)


def test_what_is_not_stated_is_not_counted() -> None:
    found = {s.limit: s for s in steps(BAOTOU[0])}
    assert found["ministry_days"].days is None
    assert found["province_days"].over is None
    assert "city_days" not in found
