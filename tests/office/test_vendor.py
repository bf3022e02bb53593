"""What the browser loads and others wrote is here unchanged, with its licence."""

import hashlib
import json
from importlib.resources import files

import pytest

pytestmark = pytest.mark.any_database
VENDOR = files("shanhe.web") / "static" / "vendor" / "leaflet"
(PACKAGE,) = json.loads((VENDOR / "lock.json").read_text(encoding="utf-8"))["packages"]


@pytest.mark.parametrize("name", PACKAGE["files"])
def test_file_is_the_one_that_was_taken(name: str) -> None:
    digest = hashlib.sha256((VENDOR / name).read_bytes()).hexdigest()
    assert digest == PACKAGE["files"][name]["sha256"]


def test_no_file_is_without_a_lock() -> None:
    assert {file.name for file in VENDOR.iterdir()} == {"lock.json", *PACKAGE["files"]}


def test_the_script_is_the_version_of_the_lock() -> None:
    script = (VENDOR / "leaflet.js").read_text(encoding="utf-8")
    assert f'version="{PACKAGE["version"]}"' in script
    assert PACKAGE["source"].endswith(f"/leaflet-{PACKAGE['version']}.tgz")
    assert PACKAGE["integrity"].startswith("sha512-")
