import pytest

from shanhe.measures.mention import mentions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("修复面积422.33公顷，隐患点78处。", [("修复面积", "422.33公顷"), ("隐患点", "78处")]),
        ("惠及５万人", [("惠及", "5万人")]),
        ("投资13,983.09万元", [("投资", "13983.09万元")]),
        ("单位成本28.83万元/公顷", [("单位成本", "28.83万元/公顷")]),
        ("覆盖率不低于17.55 %", [("覆盖率不低于", "17.55%")]),
        ("减少率80.80%", [("减少率", "80.80%")]),
        ("2028年前完成1,978.86ha", [("2028年前完成", "1978.86公顷")]),
        ("面积１９２２．２６公顷", [("面积", "1922.26公顷")]),
        ("2025年度目标，第2批，种植3万株", []),
        ("管护5年", [("管护", "5年")]),
        ("财资环〔2025〕64号", []),
        ("", []),
    ],
)
def test_numbers_with_the_words_before_them(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.before, str(one.quantity)) for one in mentions(text)] == expected


def test_a_mention_is_quoted_as_it_stands() -> None:
    assert [one.quote for one in mentions("其中，修复（矿点） 12.92 公顷。")] == [
        "修复（矿点）12.92 公顷"
    ]
