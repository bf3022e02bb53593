"""Expressions are compiled when they are asked, and every one of the package can be."""

import copy
import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import shanhe
from shanhe.values.regex import equal_sets_laid_out_once, regex

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


_SETS = (
    "[一-鿿]{2,3}",
    "[^，。；\ue000-\uf8ff]+",
    "[一-鿿、]+",
    "[a-z一-鿿]+",
    "[万亿]?元",
    "[0-9.,]+",
)
_TEXT = "固阳县完成修复1,514.01公顷，投入3亿元、\ue000万元；km²"


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
def test_sets_laid_out_once_are_those_of_the_library(flags: int) -> None:
    re.purge()
    plain = [re.compile(each, flags).findall(_TEXT) for each in _SETS]
    for _ in range(2):
        re.purge()
        with equal_sets_laid_out_once():
            assert [re.compile(each, flags).findall(_TEXT) for each in _SETS] == plain
    assert all(plain)


def test_the_library_is_left_as_it_was() -> None:
    compiler = importlib.import_module("re._compiler")
    before = compiler._optimize_charset
    with pytest.raises(re.error), equal_sets_laid_out_once():
        re.compile("[一")
    assert compiler._optimize_charset is before


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
