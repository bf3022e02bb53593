"""What others wrote is here unchanged, with its licences."""

import hashlib
import json
from importlib.resources import files

import pytest

VENDOR = files("shanhe.documents.charts") / "vendor"
PACKAGES = json.loads((VENDOR / "lock.json").read_text(encoding="utf-8"))["packages"]
FILES = {name: file for package in PACKAGES for name, file in package["files"].items()}


@pytest.mark.parametrize("name", FILES)
def test_file_is_the_one_that_was_taken(name: str) -> None:
    assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == FILES[name]["sha256"]


def test_no_file_is_without_a_lock() -> None:
    assert {file.name for file in VENDOR.iterdir()} == {"lock.json", *FILES}


def test_each_package_says_where_it_is_from() -> None:
    for package in PACKAGES:
        assert package["source"].endswith(f"/{package['name']}-{package['version']}.tgz")
        assert package["integrity"].startswith("sha512-")
        assert any(name.startswith("LICENSE") for name in package["files"])


def test_the_script_is_the_version_of_the_lock() -> None:
    script = (VENDOR / "echarts.min.js").read_text(encoding="utf-8")
    assert f'version="{PACKAGES[0]["version"]}"' in script
