"""What each body held on a day."""

from datetime import date
from decimal import Decimal

from case_file import dossier_from

from shanhe.measures.balance import balances, until
from shanhe.records.dossier import Dossier

Row = dict[str, str]


def moved(day: str, kind: str, giver: str, taker: str, amount: str) -> Row:
    return {
        "日期": day,
        "类型": kind,
        "拨出单位": giver,
        "接收单位": taker,
        "资金来源": "中央",
        "金额（万元）": amount,
    }


def programme(*payments: Row) -> Dossier:
    return dossier_from(
        {
            "资金流转": [
                moved("2025-07-07", "下达", "自治区财政厅", "市财政局", "800"),
                moved("2025-09-25", "下达", "市财政局", "东河区", "682"),
                moved("2025-11-01", "收回", "东河区", "市财政局", "82"),
                moved("2025-11-02", "重新分配", "市财政局", "土右旗", "82"),
                moved("", "重新分配", "市财政局", "东河区", "106.12"),
            ],
            "支付明细": list(payments),
        }
    )


def held(dossier: Dossier, on: date) -> dict[str, Decimal | None]:
    return {one.body: one.held for one in balances(until(dossier, on).dossier)}


def test_money_is_there_from_the_day_it_came() -> None:
    assert held(programme(), date(2025, 9, 24)) == {"市财政局": Decimal(800)}
    assert held(programme(), date(2025, 9, 25)) == {
        "市财政局": Decimal(118),
        "东河区": Decimal(682),
    }


def test_what_is_taken_back_is_with_the_giver_until_it_goes_on() -> None:
    assert held(programme(), date(2025, 11, 1)) == {
        "市财政局": Decimal(200),
        "东河区": Decimal(600),
    }
    assert held(programme(), date(2025, 11, 2)) == {
        "市财政局": Decimal(118),
        "东河区": Decimal(600),
        "土右旗": Decimal(82),
    }


def test_payments_count_from_their_day() -> None:
    paid = {
        "支付日期": "2025-10-10",
        "支付单位": "东河区",
        "资金来源": "中央",
        "金额（万元）": "120.50",
    }
    dossier = programme(paid)
    assert held(dossier, date(2025, 10, 9))["东河区"] == Decimal(682)
    assert held(dossier, date(2025, 10, 10))["东河区"] == Decimal("561.50")


def test_what_bears_no_day_is_named_and_left_out() -> None:
    dated = until(programme(), date(2025, 12, 31))
    assert [one.amount for one in dated.undated] == [Decimal("106.12")]
    all_ = {one.body: one.held for one in balances(programme())}
    assert all_["东河区"] == Decimal("706.12")


def test_a_missing_amount_leaves_no_balance_and_is_no_zero() -> None:
    dossier = dossier_from(
        {
            "资金流转": [
                moved("2025-07-07", "下达", "自治区财政厅", "市财政局", ""),
                moved("2025-09-25", "下达", "市财政局", "东河区", "682"),
            ]
        }
    )
    assert {one.body: one.held for one in balances(dossier)} == {
        "市财政局": None,
        "东河区": Decimal(682),
    }


def test_money_of_another_origin_is_another_account() -> None:
    local = {**moved("2025-09-25", "下达", "市财政局", "东河区", "5"), "资金来源": "地方"}
    dossier = dossier_from({"资金流转": [local]})
    assert balances(dossier) == ()
    assert [one.held for one in balances(dossier, "地方")] == [Decimal(5)]
