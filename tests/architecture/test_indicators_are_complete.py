"""Every indicator says its unit, which way is good, and how it adds up over regions and years."""

import pytest

from shanhe.catalogue.load import load_catalogue
from shanhe.catalogue.model import Dimension, Indicator, Kind, Purpose, Way

UNITLESS = {Kind.CLASS, Kind.INDEX}
WEIGHED = {Way.WMEAN, Way.RATIO}
INDICATORS = load_catalogue().indicators


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
def test_unit_and_direction(indicator: Indicator) -> None:
    assert bool(indicator.unit_symbol) is (indicator.kind not in UNITLESS)
    assert indicator.direction
    assert indicator.english


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("dimension", [Dimension.REGION, Dimension.YEAR])
@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
def test_how_it_adds_up(indicator: Indicator, dimension: Dimension, purpose: Purpose) -> None:
    across = indicator.adds_up(dimension, purpose)
    assert across is not None
    assert across.reason
    assert bool(across.weight) is (across.way in WEIGHED)
