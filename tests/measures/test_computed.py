"""Sums, quotients and means, on figures of a real programme."""

from decimal import Decimal
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanhe.measures.computed import add, divide, grown, money, percent, subtract, weighted_mean
from shanhe.values.interval import Interval, decimal_text
from shanhe.values.quantity import Quantity
from shanhe.values.unit import UnlikeUnits, unit


def quantity(text: str, symbol: str = "公顷") -> Quantity:
    return Quantity(Decimal(text), unit(symbol))


def test_a_sum_shows_how_it_came_about() -> None:
    total = add([quantity("62.37"), quantity("348.78"), quantity("1514.01")])
    assert total.printed(2) == "1925.16"
    assert total.equation == "62.37 + 348.78 + 1514.01 = 1925.16 ∈ [1925.145, 1925.175)"


def test_a_sum_is_in_the_unit_of_the_whole() -> None:
    assert add([quantity("15", "亩"), quantity("1")], unit("公顷")).value == 2
    with pytest.raises(UnlikeUnits):
        add([quantity("1"), quantity("1", "万元")])
    with pytest.raises(ValueError, match="nothing"):
        add([])


def test_unit_cost_of_the_year_and_of_the_term() -> None:
    year = divide(money(Decimal("13983.09")), quantity("422.33"))
    assert (year.printed(2), year.unit.symbol) == ("33.11", "万元/公顷")
    term = divide(money(Decimal("55422.20")), quantity("1922.26"))
    assert term.printed(2) == "28.83"
    assert divide(money(Decimal("55722.19")), quantity("1978.86")).printed(2) == "28.16"


def test_nothing_is_divided_by_what_may_be_zero() -> None:
    with pytest.raises(ZeroDivisionError):
        percent(quantity("0"), quantity("0"))
    with pytest.raises(ZeroDivisionError):
        percent(quantity("1"), quantity("0.00"))


def test_a_difference_is_new_minus_old() -> None:
    assert subtract(quantity("352.98"), quantity("565.51")).printed(2) == "-212.53"


def test_means_by_money_and_by_area_differ() -> None:
    covers = [quantity(text, "%") for text in ("20.21", "20.8", "22.28")]
    by_money = weighted_mean(covers, [money(Decimal(text)) for text in ("682", "2555", "5417")])
    by_area = weighted_mean(covers, [quantity(text) for text in ("62.37", "348.78", "1514.01")])
    assert (by_money.printed(2), by_area.printed(2)) == ("21.68", "21.94")
    with pytest.raises(ValueError, match="weight"):
        weighted_mean(covers, [quantity("1")])


amounts = st.decimals(min_value=0, max_value=10**6, places=2)


@given(st.lists(amounts, min_size=1, max_size=6), st.randoms())
def test_order_of_a_sum_does_not_matter(numbers: list[Decimal], random: object) -> None:
    parts = [Quantity(number, unit("公顷")) for number in numbers]
    mixed = sorted(parts, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert add(parts).value == add(mixed).value
    assert add(parts).interval == add(mixed).interval


@given(amounts, st.decimals(min_value=1, max_value=10**6, places=2))
def test_the_mean_of_one_is_that_one(number: Decimal, weight: Decimal) -> None:
    one = Quantity(number, unit("%"))
    assert weighted_mean([one], [Quantity(weight, unit("公顷"))]).value == one.value


NUMBERS = st.decimals(-(10**7), 10**7, places=9) | st.decimals(-100, 100, places=1)


@given(
    st.lists(st.builds(Quantity, NUMBERS, st.just(unit("公顷")), exact=st.booleans()), min_size=1)
)
def test_a_sum_in_whole_numbers_is_the_sum_in_fractions(parts: list[Quantity]) -> None:
    fast, slow = add(parts), reduce(Interval.__add__, (part.interval for part in parts))
    assert fast.value == sum(part.value for part in parts)
    assert fast.interval == slow
    texts = [decimal_text(part.value) for part in parts]
    assert fast.steps == " + ".join(f"({text})" if text[0] == "-" else text for text in texts)


def test_a_sum_of_counts_is_exact() -> None:
    total = add([quantity("26", "个"), quantity("79", "个")])
    assert total.interval == Interval.exactly(105)
    assert total.steps == "26 + 79"


@pytest.mark.parametrize(
    ("new", "up", "equation"),
    [
        ("15", True, "15 ÷ 8 × 100% − 100% = 87.5"),
        ("6", False, "100% − 6 ÷ 8 × 100% = 25"),
    ],
)
def test_growth_and_decline_say_what_is_taken_off_what(new: str, up: bool, equation: str) -> None:
    share = percent(money(Decimal(new)), money(Decimal(8)))
    assert grown(share, up=up).equation == equation
