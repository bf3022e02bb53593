from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from case_file import catalogue, dossier_from

from shanhe.measures.computed import divide, money
from shanhe.measures.goal_table import (
    accumulates,
    bare_result_tables,
    goal_tables,
    known_rows,
    printed_name,
    share_of,
)
from shanhe.measures.real_change import real_changes
from shanhe.measures.stated import agree, is_cap, judge_cap, judge_stated
from shanhe.records.dossier import Dossier
from shanhe.records.source import RowSource, Source
from shanhe.values.outcome import Outcome
from shanhe.values.period import TERM, Period
from shanhe.values.quantity import Quantity, Sign
from shanhe.values.unit import unit


def q(amount: str, symbol: str, sign: Sign = Sign.NONE) -> Quantity:
    return Quantity(Decimal(amount), unit(symbol), sign)


def test_a_table_has_its_head_and_rows() -> None:
    dossier = dossier_from(
        {
            "目标版本": [{"版本": "下达", "期间": "实施期", "投资总额（万元）": "55422.20"}],
            "自有指标": [{"三级指标": "带动就业户数", "一级指标": "效益指标", "二级指标": "社会"}],
            "指标目标": [
                {"期间": "实施期", "三级指标": "边坡治理面积", "指标值": "1.5", "计量单位": "ha"},
                {"期间": "2025", "三级指标": "带动就业户数", "指标值": "30", "计量单位": "户"},
            ],
        }
    )
    term, year = goal_tables(dossier)
    assert (term.period, year.period) == (TERM, Period(2025))
    assert term.is_whole
    assert not year.is_whole
    assert term.investment == money(Decimal("55422.20"))
    assert term.quantity("slope_area") == q("1.5", "公顷")
    assert year.investment is None
    assert year.quantity("slope_area") is None
    assert list(known_rows(year, catalogue())) == []
    assert printed_name(year.rows[0]) == "带动就业户数"


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [("restore_area", True), ("hazard_count", True), ("unit_cost", False), ("satisfaction", False)],
)
def test_what_accumulates(indicator: str, expected: bool) -> None:
    assert accumulates(catalogue().indicator(indicator)) is expected


def test_share_converts_units_and_refuses_unlike_ones() -> None:
    assert share_of(q("15", "亩"), q("2", "公顷")) == Fraction(1, 2)
    assert share_of(q("15", "%"), q("2", "公顷")) is None
    assert share_of(q("15", "公顷"), q("0", "公顷")) is None


def test_one_number_at_two_precisions_agrees() -> None:
    assert agree(q("1114.11", "公顷"), q("1114.1", "公顷"))
    assert not agree(q("1922.26", "公顷"), q("1922.27", "公顷"))
    assert agree(q("1", "公顷"), q("1", "%")) is None


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (q("28.16", "万元/公顷"), Outcome.HOLDS),
        (q("28.14", "万元/公顷"), Outcome.FAILS),
        (q("28.83", "万元/公顷", Sign.AT_MOST), Outcome.HOLDS),
        (q("28.14", "万元/公顷", Sign.AT_MOST), Outcome.FAILS),
        (q("28.16", "公顷"), Outcome.NOT_APPLICABLE),
    ],
)
def test_a_stated_cost_against_the_quotient(stated: Quantity, expected: Outcome) -> None:
    quotient = divide(q("55722.19", "万元"), q("1978.86", "公顷"))
    assert judge_stated(stated, quotient) is expected


def test_a_cap_holds_whatever_sign_it_has() -> None:
    cost = divide(q("13983.09", "万元"), q("422.33", "公顷"))
    assert judge_cap(q("28.83", "万元/公顷"), cost) is Outcome.FAILS
    assert judge_cap(q("33.11", "万元/公顷"), cost) is Outcome.HOLDS
    assert is_cap(q("28.83", "万元/公顷"), catalogue().indicator("unit_cost"))
    assert not is_cap(q("10", "公顷"), catalogue().indicator("restore_area"))


def test_a_list_of_changes_drops_nothing() -> None:
    given = {
        "指标目标": [
            {"期间": "实施期", "三级指标": "边坡治理面积", "指标值": "9", "计量单位": "公顷"},
            {"期间": "实施期", "三级指标": "采坑治理面积", "指标值": "7", "计量单位": "公顷"},
            {
                "版本": "调整",
                "期间": "实施期",
                "三级指标": "采坑治理面积",
                "指标值": "8",
                "计量单位": "ha",
            },
        ]
    }
    changed = [one.indicator for one in real_changes(dossier_from(given), "下达", "调整")]
    assert changed == ["pit_area"]
    whole = {**given, "目标版本": [{"版本": "调整", "期间": "实施期", "总体目标": "修复矿山"}]}
    changed = [one.indicator for one in real_changes(dossier_from(whole), "下达", "调整")]
    assert changed == ["pit_area", "slope_area"]


def _quoted(*signs: str, table: int) -> Dossier:
    row = {"三级指标": "边坡治理面积", "填报处": "报告正文"}
    quoted = {"引用目标值": "1.5", "引用目标单位": "ha"}
    rows = [{**row, **quoted, "引用目标符号": sign} for sign in signs]
    dossier = dossier_from({"自评填报": rows})
    place = Source("r.docx", "正文", 2, "目标", "1.5", table)
    made = [
        replace(one, source=RowSource("r.docx", "正文", 2, at={"quoted_amount": place}))
        for one in dossier.actuals
    ]
    return replace(dossier, actuals=tuple(made))


def test_a_table_of_numbers_without_any_sign_is_bare() -> None:
    assert bare_result_tables(_quoted("", "", table=11)) == {("r.docx", "正文", 11)}
    assert not bare_result_tables(_quoted("≥", "", table=11))
    assert not bare_result_tables(_quoted("", table=11))
    assert not bare_result_tables(_quoted("", "", table=0))
