from itertools import pairwise

import pytest

from shanhe.documents.charts import font


def test_chinese_is_one_em_wide() -> None:
    assert font.width("山河（万元）", 14) == pytest.approx(6 * 14)


def test_digits_are_narrower_and_equally_wide() -> None:
    widths = {font.width(digit) for digit in "0123456789"}
    assert len(widths) == 1
    assert 0.5 < widths.pop() < 0.6


def test_an_empty_line_has_no_width() -> None:
    assert font.width("") == 0


def test_missing_glyphs_are_named_once_in_order() -> None:
    assert font.missing_glyphs("山\ue001河\ue000\n\ue001") == ("\ue001", "\ue000")


def test_words_of_the_field_are_all_there() -> None:
    words = "矿山生态修复面积≥≤％公顷㎡①〔2025〕—…“”《》土默特右旗固阳县＝＋▶→"
    assert font.missing_glyphs(words) == ()


@pytest.mark.parametrize("ems", [3, 4, 7, 13, 20])
def test_wrapping_loses_nothing_and_keeps_to_the_width(ems: int) -> None:
    text = "历史遗留废弃矿山（矿点）修复数量完成率达到100%以上的区域"
    lines = font.wrapped(text, ems)
    assert "".join(lines) == text
    assert all(font.width(line) <= ems + 1 for line in lines), "a closing mark may stand over"


def test_wrapping_makes_equal_lines() -> None:
    assert font.wrapped("地质环境隐患点消除数量及面积", 10) == ("地质环境隐患点", "消除数量及面积")


def test_marks_stay_with_their_words() -> None:
    for ems in range(3, 12):
        lines = font.wrapped("修复（矿点）、（图斑）和《方案》的数量", ems)
        assert all(not after.startswith(tuple("）》、")) for _, after in pairwise(lines))
        assert all(not before.endswith(tuple("（《")) for before, _ in pairwise(lines))


def test_an_empty_name_has_no_lines() -> None:
    assert font.wrapped("", 5) == ()
