"""Expressions are compiled when they are asked, and every one of the package can be."""

import copy
import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import shanhe
from shanhe.values.regex import regex

_PARTS = ("values", "records", "catalogue", "measures", "rules", "documents")


def test_it_is_compiled_at_its_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    compiled = re.compile

    def compile_(pattern: str, flags: int = 0) -> re.Pattern[str]:
        made.append(pattern)
        return compiled(pattern, flags)

    monkeypatch.setattr(re, "compile", compile_)
    area = regex(r"(?P<n>\d+)公顷")
    assert (area.pattern, made) == (r"(?P<n>\d+)公顷", [])
    found = area.search("修复12公顷")
    assert found is not None
    assert found["n"] == "12"
    assert area.findall("12公顷、13公顷") == ["12", "13"]
    assert (area.groups, dict(area.groupindex)) == (1, {"n": 1})
    assert len(set(made)) == 1


def test_its_methods_are_those_of_the_compiled_one() -> None:
    kept = regex("[，。]")
    assert kept.sub("", "一，二。") == "一二"
    assert kept.split("一，二") == ["一", "二"]
    assert kept.fullmatch("，") is not None
    assert "sub" in vars(kept), "the second time nothing stands between"


def test_flags_are_kept() -> None:
    assert regex("shanhe", re.IGNORECASE).match("Shanhe") is not None


def test_it_can_be_copied() -> None:
    assert copy.copy(regex("[0-9]+")).findall("12.92") == ["12", "92"]


def test_what_is_no_expression_is_told() -> None:
    with pytest.raises(re.error, match="unterminated"):
        regex("[一").search("一")


def _named() -> Iterator[tuple[str, re.Pattern[str]]]:
    for part in _PARTS:
        package = importlib.import_module(f"{shanhe.__name__}.{part}")
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for name, value in vars(importlib.import_module(module.name)).items():
                if type(value) is type(regex("")):
                    yield f"{module.name}.{name}", value


def test_every_expression_of_the_package_is_one() -> None:
    named = dict(_named())
    assert len(named) > 500
    for name, value in named.items():
        assert re.compile(value.pattern) is not None, name
