"""A bureau's own folder over the packaged one, and what is said when it is broken."""

from datetime import date
from pathlib import Path

import pytest

from shanhe.catalogue.error import CatalogueError
from shanhe.catalogue.load import load_catalogue

OWN_CITY_DAYS = """
id = "city_days"
name = "市级转下达期限"
english = "days for the city to pass on"

[[value]]
from = 2025-01-01
value = 15
unit = "天"
basis = "practice#T-07"
note = "本市规定"
"""
OWN_INDICATOR = """
id = "own_paths"
code = "I-901"
name = "巡护道路长度"
english = "length of patrol paths"
aliases = []
level1 = "产出指标"
level2 = "数量指标"
unit = "公里"
direction = "higher"
kind = "quantity"
evidence = ["测量成果"]
formula = "道路长度之和"
confidence = "S"
source = "本市实施方案"

[[across]]
dimension = "region"
way = "SUM"
reason = "绝对值相加"

[[across]]
dimension = "year"
way = "SUM"
reason = "逐年累加"
"""


def lay(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return folder


def refusal(overlay: Path) -> CatalogueError:
    with pytest.raises(CatalogueError) as raised:
        load_catalogue(overlay)
    return raised.value


def test_a_file_of_the_same_name_stands_in_for_the_packaged_one(tmp_path: Path) -> None:
    catalogue = load_catalogue(lay(tmp_path, "parameters/city_days.toml", OWN_CITY_DAYS))
    assert catalogue.law.whole("city_days", date(2025, 9, 25)) == 15
    assert catalogue.law.whole("province_days", date(2025, 9, 25)) == 30
    assert catalogue.fingerprint != load_catalogue().fingerprint


def test_a_file_of_a_new_name_is_added(tmp_path: Path) -> None:
    catalogue = load_catalogue(lay(tmp_path, "indicators/own_paths.toml", OWN_INDICATOR))
    found = catalogue.indicator_named("巡护道路长度（km）")
    assert found is catalogue.indicators[-1]
    assert len(found.across) == 4


def test_an_empty_folder_changes_nothing(tmp_path: Path) -> None:
    assert load_catalogue(tmp_path).fingerprint == load_catalogue().fingerprint


def test_broken_toml_is_named_with_file_and_line(tmp_path: Path) -> None:
    error = refusal(lay(tmp_path, "parameters/city_days.toml", 'id = "city_days"\nname = = 3\n'))
    assert (error.file, error.line) == ("parameters/city_days.toml", 2)


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("aliases = []", "alises = []", 6, "did you mean aliases"),
        ('unit = "公里"', 'unit = "里"', 9, "unknown unit '里'"),
        ('direction = "higher"', 'direction = "up"', 10, "use one of higher"),
        ("aliases = []", 'aliases = ["植被成活率"]', 6, "indicators/survival_rate.toml"),
        ("aliases = []", 'aliases = []\nwithin = "restored"', 7, "'restored' is not in"),
        ('formula = "道路长度之和"', 'formula = "x"\nparts = ["mines"]', 14, "'mines' is not in"),
        ('confidence = "S"', 'confidence = "sure"', 14, "unknown confidence"),
        ('kind = "quantity"', 'kind = "quantity"\nstatus = "hope"', 12, "unknown status"),
        ('id = "own_paths"', 'id = "paths"', 2, "is not the file's name"),
        ('dimension = "year"', 'dimension = "people"', None, "how it adds up by year"),
        ('english = "length of patrol paths"\n', "", None, "english is missing"),
    ],
)
def test_a_fault_in_an_indicator_is_named_with_its_place_and_remedy(
    tmp_path: Path, old: str, new: str, line: int | None, says: str
) -> None:
    text = OWN_INDICATOR.replace(old, new)
    error = refusal(lay(tmp_path, "indicators/own_paths.toml", text))
    assert (error.file, error.line) == ("indicators/own_paths.toml", line)
    assert says in str(error)


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("practice#T-07", "practice#T-99", 10, "no article 'T-99'"),
        ("practice#T-07", "measures_2024_6#award", None, ""),
        ("from = 2025-01-01", "from = 2020-01-01", None, ""),
        ("from = 2025-01-01", 'from = "2025-01-01"', 7, "is no day"),
        ("value = 15", "", 6, "either value or row"),
    ],
)
def test_a_fault_in_a_limit_is_named(
    tmp_path: Path, old: str, new: str, line: int | None, says: str
) -> None:
    overlay = lay(tmp_path, "parameters/city_days.toml", OWN_CITY_DAYS.replace(old, new))
    if says:
        error = refusal(overlay)
        assert (error.file, error.line) == ("parameters/city_days.toml", line)
        assert says in str(error)
    else:
        load_catalogue(overlay)


def test_a_value_may_not_be_older_than_what_it_rests_on(tmp_path: Path) -> None:
    text = OWN_CITY_DAYS.replace("practice#T-07", "measures_2024_6#award")
    text = text.replace("from = 2025-01-01", "from = 2020-01-01")
    assert (
        "in force from 2024-02-01"
        in refusal(lay(tmp_path, "parameters/city_days.toml", text)).problem
    )


def test_a_file_that_belongs_nowhere_is_refused(tmp_path: Path) -> None:
    error = refusal(lay(tmp_path, "indicator/own_paths.toml", OWN_INDICATOR))
    assert error.file == "indicator/own_paths.toml"
    assert "indicators" in error.remedy


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "no folder" in refusal(tmp_path / "nowhere").problem


def test_a_region_whose_whole_is_not_listed_is_refused(tmp_path: Path) -> None:
    text = "code,name,english,level,parent,aliases\n150824,乌拉特中旗,Urat Middle,county,150800,\n"
    assert "150800" in refusal(lay(tmp_path, "regions/bayannur.csv", text)).problem


def test_an_act_of_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    text = 'id = "own"\ntitle = "某规定"\ntitle_en = "a"\nkind = "rumour"\nconfidence = "S"\n'
    error = refusal(lay(tmp_path, "acts/own.toml", text))
    assert (error.file, error.line) == ("acts/own.toml", 4)
