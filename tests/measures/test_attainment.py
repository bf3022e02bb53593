from decimal import Decimal

from shanhe.catalogue.load import load_catalogue
from shanhe.measures.attainment import (
    accumulates,
    attainment,
    attainments,
    rates_over,
    target_for,
)
from shanhe.records.dossier import Dossier
from shanhe.records.programme import Programme
from shanhe.records.progress import Actual
from shanhe.records.source import RowSource
from shanhe.records.targets import RegionalTarget, Target
from shanhe.values.period import Period
from shanhe.values.unit import unit

HERE = RowSource("示例.xlsx", "示例", 2)
YEAR = Period(2025)
CATALOGUE = load_catalogue()


def target(indicator: str, amount: str, symbol: str) -> Target:
    return Target(
        source=HERE,
        version="下达",
        period=YEAR,
        indicator=indicator,
        amount=Decimal(amount),
        unit=unit(symbol),
    )


def actual(indicator: str, amount: str, symbol: str, region: str = "") -> Actual:
    return Actual(
        source=HERE,
        period=YEAR,
        place="自评表",
        indicator=indicator,
        amount=Decimal(amount),
        unit=unit(symbol),
        region=region,
    )


DOSSIER = Dossier(
    Programme(source=HERE, name="示例项目", year=2025),
    targets=(target("restore_area", "422.33", "公顷"), target("hazard_count", "78", "处")),
    regional_targets=(
        RegionalTarget(
            source=HERE,
            version="下达",
            period=YEAR,
            region="东河区",
            indicator="restore_area",
            amount=Decimal("62.37"),
            unit=unit("公顷"),
        ),
    ),
    actuals=(
        actual("restore_area", "12.92", "公顷"),
        actual("restore_area", "12.92", "公顷", "东河区"),
        actual("finish_on_time_rate", "100", "%"),
    ),
)


def test_every_target_stands_beside_its_actual() -> None:
    area, hazards = attainments(DOSSIER, CATALOGUE)
    assert area.completion.computed is not None
    assert area.completion.computed.printed(2) == "3.06"
    assert hazards.actual is None
    assert hazards.completion.computed is None
    assert [operand.value for operand in area.operands] == [Decimal("12.92"), Decimal("422.33")]
    assert len(hazards.operands) == 1


def test_no_target_no_attainment() -> None:
    assert attainment(DOSSIER, CATALOGUE, "mine_count") is None


def test_the_target_of_a_region_is_its_share() -> None:
    whole, region, rate = (target_for(DOSSIER, one) for one in DOSSIER.actuals)
    assert whole is not None
    assert str(whole.quantity) == "422.33公顷"
    assert region is not None
    assert str(region.quantity) == "62.37公顷"
    assert rate is None


def test_rates_are_found_by_what_they_divide() -> None:
    (found,) = rates_over(DOSSIER, CATALOGUE, numerator="finished_on_time")
    assert found.indicator == "finish_on_time_rate"


def test_areas_accumulate_and_rates_do_not() -> None:
    assert accumulates(CATALOGUE, "restore_area")
    assert not accumulates(CATALOGUE, "quality_pass_rate")
    assert not accumulates(CATALOGUE, "own.unknown")
