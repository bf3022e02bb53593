"""Names as papers print them lead to one indicator, one region."""

import pytest

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.error import CatalogueError
from shanhe.catalogue.load import load_catalogue
from shanhe.values.unit import unit

PRINTED = {
    "carbon_sink_gain": ["碳汇增量", "碳汇增量（吨）"],
    "desertification_reduction": ["土地沙化程度降低率", "土地沙化程度降低率（%）"],
    "eco_stable_years": ["区城生态功能稳定可持续时间", "矿山生态功能稳定可持续时间（年）"],
    "eco_stability_qualitative": ["区域生态系统稳定性"],
    "finish_on_time_rate": ["项目按时完工率"],
    "hazard_count": ["地质环境隐患点消除数量", "矿山地质环境隐患点消除数量（处）"],
    "improved_cropland": ["耕地提质改造面积"],
    "improved_forest": ["林地提质改造面积（ha）"],
    "maintenance_years": ["后期管护持续时间", "后续管护持续时间"],
    "mine_count": [
        "修复废弃矿山（矿点）数量（个）",
        "废弃矿山（矿点）修复数量",
        "废弃矿山（矿点）数量",
    ],
    "new_cropland": ["新增耕地面积"],
    "new_forest": ["新增林地面积"],
    "new_grass": ["新增草地面积"],
    "new_tidal_flat": ["新增内陆滩涂面积（ha）"],
    "pit_area": ["采坑治理面积"],
    "platform_area": ["平台治理面积"],
    "population_benefited": ["人居环境改善", "人居环境改善（万人）"],
    "quality_pass_rate": ["工程质量合格率（%）"],
    "reclaim_use_rate": ["土地复垦利用率"],
    "reclaimed_area": ["土地复垦面积"],
    "restore_area": ["矿山生态修复面积（ha）", "矿山生态修复面积"],
    "restored_grass": ["退化草地修复面积"],
    "retention_rate": ["植被保存率"],
    "satisfaction": ["项目实施区域群众满意度"],
    "slope_area": ["边坡治理面积"],
    "soil_loss_reduction": ["水土流失面积减少率"],
    "start_on_time_rate": ["项目按时开工率"],
    "survival_rate": ["植物成活率", "植被成活率"],
    "unit_cost": ["单位成本控制数（万元/ha）", "单位成本控制数"],
    "veg_cover_gain": ["增加的植被覆盖率（%）", "新增植被覆盖率"],
    "water_conservation_gain": ["新增水源涵养量", "新增水源涵养量（万立方米/年）"],
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.mark.parametrize(("key", "names"), PRINTED.items())
def test_names_printed_in_the_baotou_papers_are_known(
    catalogue: Catalogue, key: str, names: list[str]
) -> None:
    for name in names:
        found = catalogue.indicator_named(name)
        assert found is not None
        assert found.id == key


@pytest.mark.parametrize(
    "name",
    [
        "废弃矿山(矿点)数量",
        "废弃矿山 （矿点） 数量",
        "废弃矿山（矿点）数量\u3000",
        "废弃矿山﹙矿点﹚数量",
    ],
)
def test_blanks_and_brackets_do_not_matter(catalogue: Catalogue, name: str) -> None:
    found = catalogue.indicator_named(name)
    assert found is not None
    assert found.id == "mine_count"


def test_a_name_nobody_knows_is_none_and_gets_suggestions(catalogue: Catalogue) -> None:
    assert catalogue.indicator_named("植被复盖率增加值") is None
    assert catalogue.suggest("植被复盖率增加值")[0] == "新增植被覆盖率"
    assert catalogue.suggest("幸福指数") == []


def test_an_unknown_id_is_refused_with_what_is_near(catalogue: Catalogue) -> None:
    with pytest.raises(CatalogueError, match="restore_area"):
        catalogue.indicator("restored_area")


def test_points_may_be_printed_as_percent_but_a_yearly_flow_not_as_a_volume(
    catalogue: Catalogue,
) -> None:
    assert catalogue.indicator("veg_cover_gain").takes(unit("%"))
    assert not catalogue.indicator("water_conservation_gain").takes(unit("万立方米"))
    assert not catalogue.indicator("hazard_count").takes(unit("公顷"))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("土右旗", "150221"),
        ("土默特右旗", "150221"),
        ("东河区", "150202"),
        ("达茂旗", "150223"),
        ("包头市", "150200"),
        ("市本级", "150200.0"),
        ("内蒙古自治区", "150000"),
    ],
)
def test_regions_are_found_by_name_and_short_name(
    catalogue: Catalogue, name: str, code: str
) -> None:
    region = catalogue.region_named(name)
    assert region is not None
    assert region.code == code
    assert catalogue.region(code) is region


def test_an_unlisted_region_is_none(catalogue: Catalogue) -> None:
    assert catalogue.region_named("某某县") is None
    assert catalogue.region("999999") is None
