"""Completion by direction, and what gives none."""

from decimal import Decimal

import pytest

from shanhe.catalogue.load import load_catalogue
from shanhe.measures.completion import Completion, Why, completion
from shanhe.records.progress import Actual
from shanhe.records.source import RowSource
from shanhe.records.targets import Target
from shanhe.values.period import Period
from shanhe.values.quantity import Sign
from shanhe.values.unit import unit

NOWHERE = RowSource("", "", 0)
CATALOGUE = load_catalogue()


def target(
    amount: str, symbol: str, sign: Sign = Sign.NONE, indicator: str = "restore_area"
) -> Target:
    return Target(
        source=NOWHERE,
        version="下达",
        period=Period(2025),
        indicator=indicator,
        sign=sign,
        amount=Decimal(amount),
        unit=unit(symbol),
    )


def actual(
    amount: str, symbol: str, sign: Sign = Sign.NONE, indicator: str = "restore_area"
) -> Actual:
    return Actual(
        source=NOWHERE,
        indicator=indicator,
        period=Period(2025),
        place="自评表",
        sign=sign,
        amount=Decimal(amount),
        unit=unit(symbol),
    )


def percent(found: Completion) -> str | None:
    return found.computed.printed(2) if found.computed else None


@pytest.mark.parametrize(
    ("wanted", "done", "symbol", "shown", "met"),
    [
        ("422.33", "12.92", "公顷", "3.06", False),
        ("100", "8", "个", "8.00", False),
        ("78", "1", "处", "1.28", False),
        ("5", "1", "万人", "20.00", False),
        ("100", "100", "%", "100.00", True),
        ("100", "130", "个", "130.00", True),
    ],
)
def test_higher_is_better(wanted: str, done: str, symbol: str, shown: str, met: bool) -> None:
    found = completion(target(wanted, symbol), actual(done, symbol), None)
    assert (percent(found), found.met) == (shown, met)


def test_a_limit_is_reached_from_below() -> None:
    cap = target("28.83", "万元/公顷", Sign.AT_MOST, "unit_cost")
    assert percent(completion(cap, actual("28.16", "万元/公顷"), None)) == "100.00"
    over = completion(cap, actual("33.11", "万元/ha"), None)
    assert (percent(over), over.met) == ("87.07", False)


def test_the_catalogue_tells_the_direction_where_no_sign_is_printed() -> None:
    unsigned = target("28.83", "万元/公顷", indicator="unit_cost")
    found = completion(unsigned, actual("33.11", "万元/公顷"), CATALOGUE.indicator("unit_cost"))
    assert found.met is False


def test_units_are_converted_and_unlike_ones_give_none() -> None:
    assert percent(completion(target("2", "公顷"), actual("15", "亩"), None)) == "50.00"
    assert completion(target("78", "处"), actual("1", "个"), None).why is Why.UNLIKE_UNITS


def test_an_inequality_is_no_actual() -> None:
    found = completion(target("95", "%", Sign.AT_LEAST), actual("95", "%", Sign.AT_LEAST), None)
    assert (found.computed, found.met, found.why) == (None, None, Why.NOT_A_VALUE)


def test_what_is_missing_is_named() -> None:
    assert completion(None, actual("1", "个"), None).why is Why.NO_TARGET
    assert completion(target("1", "个"), None, None).why is Why.NO_ACTUAL
    assert completion(target("0", "个"), actual("1", "个"), None).why is Why.ZERO


@pytest.mark.parametrize(
    ("words", "met"),
    [
        ("达成预期指标", True),
        ("达成", True),
        ("未达成", False),
        ("部分达成预期指标并具有一定效果", False),
        ("无", None),
        ("-", None),
    ],
)
def test_classes_in_words(words: str, met: bool | None) -> None:
    done = Actual(source=NOWHERE, indicator="x", period=Period(2025), place="自评表", words=words)
    found = completion(target("1", "个"), done, None)
    assert (found.met, found.why) == (met, Why.IN_WORDS)
