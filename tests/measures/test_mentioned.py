from decimal import Decimal

import pytest

from shanhe.measures.mentioned import mentions


def found(text: str) -> list[tuple[str, str]]:
    return [(f"{m.quantity.number}{m.quantity.unit.symbol}", m.clause) for m in mentions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("修复面积422.33公顷，隐患点78处。", [("422.33公顷", "修复面积"), ("78处", "隐患点")]),
        ("惠及５万人", [("5万人", "惠及")]),
        ("投资13,983.09万元", [("13983.09万元", "投资")]),
        ("单位成本28.83万元/公顷", [("28.83万元/公顷", "单位成本")]),
        ("覆盖率不低于17.55 %", [("17.55%", "覆盖率不低于")]),
        ("2025年度目标", []),
        ("管护5年", [("5年", "管护")]),
        ("财资环〔2025〕64号", []),
        ("", []),
    ],
)
def test_mentions(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_decimals_are_kept() -> None:
    (one,) = mentions("减少率80.80%")
    assert one.quantity.amount.as_tuple() == Decimal("80.80").as_tuple()
