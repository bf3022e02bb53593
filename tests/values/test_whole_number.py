"""Whole numbers in digits and in words."""

import pytest

from shanhe.values.whole_number import count_of, whole_number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("十", 10),
        ("十三", 13),
        ("二十", 20),
        ("一百零五", 105),
        ("二〇二五", 2025),
        ("二○二五", 2025),
        ("36", 36),
        ("３", 3),
        ("两", 2),
        ("零", 0),
    ],
)
def test_whole_numbers_in_words(words: str, number: int) -> None:
    assert whole_number(words) == count_of(words) == number


@pytest.mark.parametrize("words", ["", "3.5", "约十", "第三", "-3"])
def test_what_is_none_is_none(words: str) -> None:
    assert whole_number(words) is None
    assert count_of(words) == 0
