"""Which document follows which, and after how many days."""

from datetime import date

from case_file import dossier_from

from shanhe.measures.chain import money_documents, name_of, step_from
from shanhe.records.dossier import Dossier


def chain(*rows: tuple[str, str, str]) -> Dossier:
    documents = [
        {"文件名称": title, "层级": level, "类别": "资金下达", "发文日期": day}
        for title, level, day in rows
    ]
    return dossier_from({"文件": documents})


def test_days_count_from_the_document_where_receipt_is_not_recorded() -> None:
    dossier = chain(("甲", "部", "2025-06-08"), ("乙", "省", "2025-07-07"))
    step = step_from(dossier, money_documents(dossier, "部")[0])
    assert (step.days, step.by_receipt, step.start) == (29, False, date(2025, 6, 8))


def test_days_count_from_receipt_where_it_is_recorded() -> None:
    upper = {
        "文件名称": "甲",
        "层级": "部",
        "类别": "资金下达",
        "发文日期": "2025-06-01",
        "收到日期": "2025-06-08",
    }
    lower = {"文件名称": "乙", "层级": "省", "类别": "资金下达", "发文日期": "2025-07-07"}
    dossier = dossier_from({"文件": [upper, lower]})
    step = step_from(dossier, money_documents(dossier, "部")[0])
    assert (step.days, step.by_receipt) == (29, True)


def test_an_older_document_below_does_not_follow() -> None:
    dossier = chain(
        ("甲", "部", "2025-06-08"), ("早", "省", "2025-06-01"), ("晚", "省", "2025-09-01")
    )
    lower = step_from(dossier, money_documents(dossier, "部")[0]).lower
    assert lower is not None
    assert lower.title == "晚"


def test_nothing_follows_the_last_level() -> None:
    dossier = chain(("甲", "县", "2025-06-08"))
    step = step_from(dossier, money_documents(dossier)[0])
    assert step.lower is None
    assert step.days is None


def test_a_document_is_named_by_number_else_by_title() -> None:
    dossier = dossier_from(
        {"文件": [{"文件名称": "《甲》"}, {"文件名称": "乙", "文号": "财资环〔2025〕64号"}]}
    )
    assert [name_of(document) for document in dossier.documents] == ["《甲》", "财资环〔2025〕64号"]
