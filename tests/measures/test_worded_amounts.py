import pytest

from shanhe.measures.worded_amounts import worded_amounts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("其中东河区682万元、土右旗2,555万元", ["682万元", "2555万元"]),
        ("完成１２．９２公顷，占３．０６％", ["12.92公顷", "3.06%"]),
        ("2025年下达，管护5年", ["5年"]),
        ("6月16日分解，3月2日至13日复核，历时15日", ["15天"]),
        ("第3条、10多、A2", []),
    ],
)
def test_amounts(text: str, found: list[str]) -> None:
    assert [str(one.quantity) for one in worded_amounts(text)] == found


def test_spans_lead_back_to_the_characters() -> None:
    text = "合计减少272.73 公顷。"
    (one,) = worded_amounts(text)
    assert text[one.start : one.end] == "272.73 公顷"
