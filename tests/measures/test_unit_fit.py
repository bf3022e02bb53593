import pytest
from case_file import catalogue

from shanhe.measures.unit_fit import Fit, name_says, unit_fit
from shanhe.values.unit import unit


@pytest.mark.parametrize(
    ("indicator", "printed", "expected"),
    [
        ("restore_area", "亩", Fit.FITS),
        ("veg_cover_gain", "%", Fit.FITS),
        ("unit_cost", "公顷", Fit.WRONG),
        ("water_conservation_gain", "万立方米", Fit.VAGUE),
        ("carbon_sink_gain", "吨", Fit.VAGUE),
        ("carbon_sink_gain", "吨二氧化碳", Fit.WRONG),
        ("population_benefited", "个", Fit.WRONG),
    ],
)
def test_how_a_unit_fits(indicator: str, printed: str, expected: Fit) -> None:
    assert unit_fit(catalogue().indicator(indicator), unit(printed)) is expected


def test_a_name_says_its_unit() -> None:
    assert name_says("带动就业人数", unit("人"))
    assert name_says("带动就业人数（人）", unit("人"))
    assert not name_says("带动就业人数（人）", unit("吨"))
    assert not name_says("湿地恢复面积", unit("公里"))
    assert not name_says("长效机制", unit("人"))
