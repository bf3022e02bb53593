"""Whatever a page does, programs and commands can do, or it is said why not: no deed is forgotten."""

import re
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from shanhe.cli.commands import commands
from shanhe.web.api.interface import api
from shanhe.web.pages import filling, progress

from .addresses import addresses
from .place import SOURCE

_TABLE: dict[str, dict[str, Any]] = YAML(typ="safe").load(
    Path(__file__).with_name("same_doors.yaml")
)
DOORS: dict[str, list[str]] = {name: said.split(", ") for name, said in _TABLE["doors"].items()}
ALONE: dict[str, str] = _TABLE["pages_alone"]
COMMANDS: dict[str, list[str]] = {
    name: said.split(", ") for name, said in _TABLE["commands"].items()
}
NO_COMMAND: dict[str, str] = _TABLE["no_command"]
TEMPLATES = SOURCE / "src" / "shanhe" / "web" / "templates"
_FORMS = {"do": ("fill", "change_locks", "change_person"), "step": ("review",)}


def operations() -> set[str]:
    """Return every operation of the interface, as ``GET programmes/{book}``."""
    return {
        f"{method.upper()} {path.removeprefix('/api/')}"
        for path, methods in api.get_openapi_schema()["paths"].items()
        for method in methods
    }


def test_every_page_has_its_operations_or_its_reason() -> None:
    told = {name.partition(" › ")[0] for name in (*DOORS, *ALONE)}
    pages = {one.name for one in addresses() if not one.pattern.startswith("api/")}
    assert told == pages


def test_every_deed_of_a_form_has_its_operation() -> None:
    told: dict[str, set[str]] = {}
    for name in (*DOORS, *ALONE):
        page, _, deed = name.partition(" › ")
        told.setdefault(page, set()).add(deed)
    assert told["fill"] == set(filling._DEEDS)
    assert told["review"] == {*progress._STEPS, "return"}
    for name, forms in _FORMS.items():
        offered = set(re.findall(rf'name="{name}"[^>]*value="(\w+)', _templates()))
        known = set().union(*(told[form] for form in forms))
        assert offered - known == set()


def _templates() -> str:
    return "".join(path.read_text() for path in TEMPLATES.rglob("*.html"))


def test_operations_are_those_of_the_pages_and_no_others() -> None:
    assert {one for found in DOORS.values() for one in found} == operations()


def test_every_deed_has_its_command_or_its_reason() -> None:
    assert not COMMANDS.keys() & NO_COMMAND.keys()
    assert COMMANDS.keys() | NO_COMMAND.keys() == DOORS.keys()
    top = commands("zh").commands
    office = {f"office {name}" for name in top["office"].commands}  # type: ignore[attr-defined]  # a group
    told = {one for found in COMMANDS.values() for one in found}
    assert office <= told
    assert told - office <= top.keys()
