"""Document numbers."""

import pytest

from shanhe.measures.document_number import is_well_formed, plain_number, year_of

RIGHT = "财资环〔2025〕64号"


@pytest.mark.parametrize(
    "typed",
    [
        RIGHT,
        "财资环[2025]64号",
        "财资环（2025）64号",
        "财资环【2025】 64 号",
        "财资环［２０２５］６４号",
    ],
)
def test_brackets_and_blanks_make_no_difference(typed: str) -> None:
    assert plain_number(typed) == RIGHT
    assert year_of(typed) == 2025


@pytest.mark.parametrize(
    "typed", ["财资环[2025]64号", "64号", "财资环〔2025〕064号", "", "国务院令第592号"]
)
def test_only_the_printed_form_is_well_formed(typed: str) -> None:
    assert is_well_formed(RIGHT)
    assert not is_well_formed(typed)


def test_a_number_without_brackets_has_no_year() -> None:
    assert year_of("国务院令第592号") is None
