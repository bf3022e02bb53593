"""What a cell says."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanhe.documents.cell_values import (
    bare_name,
    heading_unit,
    in_ten_thousand,
    named_unit,
    read_cell,
)
from shanhe.values.unit import unit


@pytest.mark.parametrize(
    ("text", "sign", "amount", "symbol"),
    [
        ("422.33公顷", "", "422.33", "公顷"),
        (" ≦２８．８３ 万元/公顷 ", "≤", "28.83", "万元/公顷"),
        ("1 922.26", "", "1922.26", ""),
        ("1，922.26公顷", "", "1922.26", "公顷"),
        ("1922.\n26公顷", "", "1922.26", "公顷"),
        ("不少于355个", "≥", "355", "个"),
        ("5年以上", "≥", "5", "年"),
        ("95以上", "≥", "95", ""),
        ("95%（含）以上", "≥", "95", "%"),
        ("28万元以内", "≤", "28", "万元"),
        ("达到95％", "", "95", "%"),
        ("大于等于 90 %。", "≥", "90", "%"),
        ("百分之九十五点五", "", "95.5", "%"),
        ("百分之80", "", "80", "%"),
        ("3‰", "", "3", "‰"),
        ("2.5个百分点", "", "2.5", "百分点"),
        ("1.65万立方米/年", "", "1.65", "万立方米/年"),
        ("12hm2", "", "12", "公顷"),
        ("12hm²", "", "12", "公顷"),
        ("50名", "", "50", "人"),
        ("3万株", "", "3", "万株"),
        ("2场次", "", "2", ""),
        ("+53.70", "", "53.70", ""),
        ("-212.53公顷", "", "-212.53", "公顷"),
        ("０", "", "0", ""),
        ("5（公顷）", "", "5", "公顷"),
        ("14处\n（缺1处：坑内积水未排干）", "", "14", "处"),
        ("96.67%（60个单元，58个合格）", "", "96.67", "%"),
        ("≥95%（以初验（自验）为准）", "≥", "95", "%"),
    ],
)
def test_a_number(text: str, sign: str, amount: str, symbol: str) -> None:
    value = read_cell(text)
    if text == "2场次":
        assert value.words == text
        return
    assert (value.sign.value, value.amount) == (sign, Decimal(amount))
    assert (value.unit.symbol if value.unit else "") == symbol
    assert amount[-1] in text[value.start : value.end].translate(str.maketrans("０３", "03")) or (
        "百分之" in text
    )


@pytest.mark.parametrize(
    "text",
    ["约5公顷", "5公顷左右", "近百公顷", "80%～90%", "5至6处", "优", "东河区5、土右旗6", "2025年12月",
     "100余个", "3.5.1", "1,23", "甲等5处", "第3名", "5" + " " * 5000 + ",", "≥"],
)  # fmt: skip
def test_no_number(text: str) -> None:
    value = read_cell(text, unit("公顷"))
    assert value.amount is None
    assert value.words == " ".join(text.split())
    assert not value.is_absent


@pytest.mark.parametrize("text", ["", " ", "/", "—", "-", "无", "……", "指标1：", "（填写说明）"])
def test_absent_is_not_zero(text: str) -> None:
    assert read_cell(text).is_absent
    assert not read_cell("0").is_absent


def test_names_and_units() -> None:
    assert bare_name("指标2：修复废弃矿山（矿点）数量（个）") == (
        "修复废弃矿山（矿点）数量",
        unit("个"),
    )
    assert bare_name("废弃矿山（矿点）数量") == ("废弃矿山（矿点）数量", None)
    assert bare_name("矿山生态\n修复面积【单位：ha】") == ("矿山生态修复面积", unit("公顷"))
    assert bare_name("指标1：")[0] == bare_name("……")[0] == ""
    assert heading_unit("全年预算数（A）") is None
    assert heading_unit("指标值（万元）") == heading_unit("单位：万元") == unit("万元")
    assert named_unit("公顷左右") is None


def test_money_comes_in_ten_thousand() -> None:
    for text, amount in {"3亿元": "30000", "55422.20": "55422.20", "1000000元": "100"}.items():
        assert in_ten_thousand(read_cell(text, unit("万元"))) == Decimal(amount)
    assert in_ten_thousand(read_cell("5公顷")) is None


@given(
    st.decimals(-(10**9), 10**9, places=2), st.sampled_from(["公顷", "%", "个", "万元/公顷", ""])
)
def test_what_is_printed_is_read(amount: Decimal, symbol: str) -> None:
    value = read_cell(f"{amount}{symbol}")
    assert value.amount == amount
    grouped = read_cell(f"{amount:,}{symbol}")
    assert (grouped.amount, grouped.unit) == (value.amount, value.unit)


@given(st.text(max_size=40))
def test_nothing_crashes(text: str) -> None:
    value = read_cell(text, unit("公顷"))
    assert 0 <= value.start <= value.end <= len(text)
    bare_name(text)
    heading_unit(text)
