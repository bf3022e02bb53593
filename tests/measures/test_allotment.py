"""What came to a body, what it passed on, and what was handed out together."""

from decimal import Decimal

from case_file import dossier_from

from shanhe.measures.allotment import allotments, amount_of, passings, total_of
from shanhe.records.dossier import Dossier

Row = dict[str, str]


def passed(giver: str, taker: str, amount: str = "", kind: str = "下达", number: str = "") -> Row:
    return {
        "类型": kind,
        "拨出单位": giver,
        "接收单位": taker,
        "金额（万元）": amount,
        "依据文号": number,
    }


def transfers(*rows: Row) -> Dossier:
    return dossier_from({"资金流转": list(rows)})


def test_only_bodies_between_the_levels_are_passings() -> None:
    dossier = transfers(
        passed("自治区财政厅", "市财政局", "10"), passed("市财政局", "东河区", "10")
    )
    assert [passing.body for passing in passings(dossier)] == ["市财政局"]


def test_what_is_taken_back_is_no_allotment() -> None:
    dossier = transfers(
        passed("市财政局", "东河区", "1.5"),
        passed("市财政局", "土右旗", "2.25"),
        passed("东河区", "市财政局", "1.5", kind="收回"),
        passed("市财政局", "土右旗", "1.5", kind="重新分配"),
    )
    assert [(a.kind, a.total) for a in allotments(dossier)] == [
        ("下达", Decimal("3.75")),
        ("重新分配", Decimal("1.5")),
    ]


def test_a_missing_amount_leaves_no_total() -> None:
    dossier = transfers(passed("市财政局", "东河区", "1.5"), passed("市财政局", "土右旗"))
    assert allotments(dossier)[0].total is None
    assert total_of([Decimal(1), None]) is None
    assert total_of([]) is None


def test_the_amount_of_the_document_stands_in_for_its_only_transfer() -> None:
    number = "内财资环〔2025〕771号"
    document = {"文件名称": "甲", "文号": number, "类别": "资金下达", "金额（万元）": "682"}
    one = passed("自治区财政厅", "市财政局", number=number)
    dossier = dossier_from({"文件": [document], "资金流转": [one]})
    assert amount_of(dossier, dossier.transfers[0]) == Decimal(682)
    two = dossier_from({"文件": [document], "资金流转": [one, one]})
    assert amount_of(two, two.transfers[0]) is None
