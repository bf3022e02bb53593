"""What sums are composed of in words, each with a worked figure."""

from decimal import Decimal

import pytest

from shanhe.measures.composed_sums import composed_sums
from shanhe.measures.frame import Frame, skeleton
from shanhe.measures.sentences import Sentence
from shanhe.measures.shares_one_by_one import shares_one_by_one
from shanhe.measures.signed_parts import are_gaps
from shanhe.measures.superlative_words import told_firsts
from shanhe.records.paper import TextLine
from shanhe.records.source import RowSource
from shanhe.values.regex import regex

_NO_HEADS = regex("(?!)(?P<name>)(?P<of>)")


def _frame(text: str) -> Frame:
    line = TextLine(text=text, source=RowSource("report.docx", "", 1))
    return Frame(Sentence(text, line, 0), skeleton(text))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "剩余631.20公顷，由目标620.00公顷、去年未完成的9.40公顷和前年未完成的1.80公顷组成。",
            ["631.20", "620.00", "9.40", "1.80"],
        ),
        (
            "少到位224.00万元，涉及甲县120.00万元、乙区104.00万元。",
            ["224.00", "120.00", "104.00"],
        ),
        ("下达224.00万元，涉及甲县120.00万元、乙区104.00万元。", []),
        ("共46个乡镇（街道），即甲县26个、乙县20个。", ["46", "26", "20"]),
        (
            "尾款8.50万元和质保金2.20万元结转2026年支付，结转合计10.70万元。",
            ["10.70", "8.50", "2.20"],
        ),
        ("少到位224.00万元，涉及甲县120.00万元、乙区60.00万元等。", []),
    ],
)
def test_whole_and_parts(text: str, numbers: list[str]) -> None:
    told = [one for whole, parts in composed_sums(_frame(text)) for one in (whole, *parts)]
    assert [one.quantity.amount for one in told] == [Decimal(one) for one in numbers]


def test_gaps_one_by_one() -> None:
    text = "其中甲县少11.60公顷、乙县多2.00公顷"
    parts = skeleton(text).amounts
    assert are_gaps(text, 2, parts)
    assert not are_gaps("其中甲县11.60公顷、乙县多2.00公顷", 2, parts)


def test_whose_share_is_the_greatest() -> None:
    text = skeleton("甲工程支出6985.40万元，占总支出的33.80%，比重最大。").text
    assert [one[1:] for one in told_firsts(text, _NO_HEADS)] == [("占比", ("甲工程",), True)]


def test_names_in_order() -> None:
    text = skeleton("修复面积目标超过100公顷的有3个县，从大到小为甲县、乙县和丙县。").text
    told = [one[1:] for one in told_firsts(text, _NO_HEADS)]
    assert told == [("修复面积", ("甲县", "乙县", "丙县"), True)]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("资金3200万元，中央2400万元，占75%；省级800万元，占25%。", [None, None]),
        ("资金3200万元，中央2400万元，占75%；省级800万元，占20%。", [None, 25]),
        ("样本240份，农户150份，占62.5%；有效228份，占95%。", []),
    ],
)
def test_shares_one_by_one_are_of_the_whole_before_them(text: str, due: list[int | None]) -> None:
    made = shares_one_by_one(_frame(text)).values()
    assert [one and one.value for one in made] == due
