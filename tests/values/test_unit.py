"""Units convert exactly and refuse what is unlike."""

from fractions import Fraction

import pytest

from shanhe.values.unit import UnlikeUnits, find_unit, per, unit


@pytest.mark.parametrize(
    ("big", "small", "factor"),
    [
        ("公顷", "亩", 15),
        ("平方公里", "公顷", 100),
        ("平方公里", "亩", 1500),
        ("亿元", "万元", 10_000),
        ("万元", "元", 10_000),
        ("万人", "人", 10_000),
        ("万元/公顷", "元/亩", Fraction(10_000, 15)),
    ],
)
def test_conversion_is_exact(big: str, small: str, factor: Fraction | int) -> None:
    assert unit(big).factor_to(unit(small)) == factor
    assert unit(small).factor_to(unit(big)) * factor == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("个", "处"),
        ("%", "百分点"),
        ("万立方米", "万立方米/年"),
        ("人", "人次"),
        ("公顷", "万元"),
        ("吨碳", "吨"),
    ],
)
def test_unlike_things_refuse(one: str, other: str) -> None:
    with pytest.raises(UnlikeUnits):
        unit(one).factor_to(unit(other))


@pytest.mark.parametrize("spelling", ["公顷", "ha", "HA", "hm²", " 公顷 ", "hm2"])
def test_spellings_are_one_unit(spelling: str) -> None:
    assert find_unit(spelling) == unit("公顷")


def test_a_rate_is_made_of_its_parts() -> None:
    assert per(unit("万元"), unit("公顷")) == unit("万元/ha")
    assert unit("万立方米/年").dimensions == (("volume", 1), ("year", -1))


@pytest.mark.parametrize("nonsense", ["公倾", "万", "/", "公顷/", "幸福"])
def test_nonsense_is_no_unit(nonsense: str) -> None:
    assert find_unit(nonsense) is None
    with pytest.raises(KeyError):
        unit(nonsense)


def test_only_whole_things_count() -> None:
    assert unit("个").is_count
    assert not unit("万人").is_count
    assert not unit("公顷").is_count
