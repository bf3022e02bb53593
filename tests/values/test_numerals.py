"""What people type is read exactly, or refused."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanhe.values.numerals import read_date, read_number, read_quantity, read_sign
from shanhe.values.period import TERM, Period, read_period
from shanhe.values.quantity import Quantity, Sign
from shanhe.values.unit import unit


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12.92", "12.92"),
        ("１２．９２", "12.92"),
        ("1,922.26", "1922.26"),
        (" 357 ", "357"),
        ("０", "0"),
        ("-272.73", "-272.73"),
        ("80.80", "80.80"),
    ],
)
def test_numbers_keep_their_decimals(text: str, number: str) -> None:
    found = read_number(text)
    assert str(found) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "约12",
        "12公顷",
        "NaN",
        "Infinity",
        "1e5",
        "1,92",
        "12.",
        ".5",
        "十二",
        "12 34",
        "≥5",
        "--3",
        "1,0000",
    ],
)
def test_what_is_no_number_is_refused(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("≥28.83万元/公顷", "≥28.83万元/公顷"),
        ("≦5%", "≤5%"),
        ("不低于17.55 %", "≥17.55%"),
        ("422.33", "422.33"),
        ("1922.26ha", "1922.26公顷"),
    ],
)
def test_quantities_keep_sign_value_and_unit(text: str, shown: str) -> None:
    assert str(read_quantity(text)) == shown


@pytest.mark.parametrize("text", ["28.83万", "约5%", "5到6个", "较好", "≥≥5%"])
def test_what_is_no_quantity_is_refused(text: str) -> None:
    assert read_quantity(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "2025年7月7日",
        "2025-07-07",
        "2025/7/7",
        "2025.7.7",
        "２０２５－０７－０７",
        "2025-07-07 00:00:00",
    ],
)
def test_one_day_has_many_spellings(text: str) -> None:
    assert read_date(text) == date(2025, 7, 7)


@pytest.mark.parametrize(
    "text", ["2025年7月", "2025-02-30", "7月7日", "20250707", "2025-7", "去年", ""]
)
def test_what_is_no_single_day_is_refused(text: str) -> None:
    assert read_date(text) is None


def test_signs_in_words_and_glyphs() -> None:
    assert read_sign("≧") is Sign.AT_LEAST
    assert read_sign("不超过") is Sign.AT_MOST
    assert read_sign("") is Sign.NONE
    assert read_sign("大约") is None


def test_periods() -> None:
    assert read_period("2025年度") == Period(2025)
    assert read_period("实施期") == TERM
    assert read_period("25年") is None
    assert (str(Period(2025)), str(TERM)) == ("2025年度", "实施期")


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9
    )
)
def test_what_is_printed_is_read_back(number: Decimal) -> None:
    assert read_number(f"{number:f}") == number
    assert read_quantity(f"{number:f}公顷") == Quantity(number, unit("公顷"))
    assert read_number(f"{number:,.2f}") == number
