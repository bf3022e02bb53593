"""Dated limits."""

from datetime import date

from case_file import catalogue

from shanhe.measures.limit import days_allowed


def test_a_limit_holds_from_its_first_day() -> None:
    assert days_allowed(catalogue(), "province_days", date(2025, 7, 7)) == 30


def test_there_is_none_before() -> None:
    assert days_allowed(catalogue(), "province_days", date(1999, 1, 1)) is None
