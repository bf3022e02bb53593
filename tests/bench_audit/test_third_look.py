"""Papers of later looks: errors that were missed at first are told by the rule that is meant for them."""

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from shanhe.app.audit import audit_file
from shanhe.catalogue.load import load_catalogue

BENCH = Path(__file__).resolve().parents[2] / "bench" / "audit"
CATALOGUE = load_catalogue()
EDITS = (
    (
        "own-water",
        "2025年需完成河道综合整治长度40.0",
        "2025年需完成河道综合整治长度50.0",
        "SAME-901",
    ),
    ("own-scored", "标志牌130块，清理", "标志牌103块，清理", "SAME-934"),
    ("third-blocks", "培训农户1800人次", "培训农户1600人次", "SAME-934"),
    ("third-blocks", "| 5360户 |", "| 已完成 |", "ACTUAL-401"),
    ("third-blocks", "350.00 | 307.50", "330.00 | 307.50", "FUND-233"),
    ("third-blocks", "由洱源县农业农村局于", "由剑川县农业农村局于", "STRUCT-809"),
    ("third-levels", "| 12.0 | 11.5 | 9.0 | 32.5 |", "| 12.0 | 15.1 | 9.0 | 32.5 |", "SAME-930"),
    ("third-levels", "1080 | 90% | 972", "1080 | 95% | 972", "SAME-930"),
    ("third-levels", "占到位资金的95.45%", "占到位资金的94.39%", "SAME-921"),
    ("third-prose", "平均每条0.55公里", "平均每条0.65公里", "SAME-931"),
    ("third-prose", "差0.6万亩", "差0.8万亩", "SAME-922"),
    ("sixth-sections", "历时175天", "历时157天", "TIME-313"),
    ("sixth-sections", "于2025年4月30日前完成", "于2024年4月30日前完成", "TIME-314"),
    ("sixth-sections", "2024年12月10日", "2024年2月10日", "TIME-315"),
    ("sixth-sections", "共71.28亩因林权", "共78.21亩因林权", "SAME-936"),
    ("sixth-sections", "监理费96.80万元", "监理费98.60万元", "SAME-926"),
    ("sixth-province", "最低的固原市为88.91%", "最低的固原市为89.81%", "SAME-937"),
    ("sixth-province", "石嘴山市 | 2880 | 12.00", "石嘴山市 | 2280 | 12.00", "SAME-930"),
    ("sixth-province", "固财资环〔2023〕52号", "固财资环〔2021〕52号", "FUND-243"),
    ("sixth-province", "89.1 | 良", "89.1 | 优", "SAME-909"),
    ("sixth-midterm", "2023年资金缺口1136万元", "2023年资金缺口1163万元", "SAME-938"),
    ("seventh-coast", "修复7.98公里，其中", "修复7.98公顷，其中", "SAME-939"),
    ("seventh-stone", "910万元和650万元", "910万元和560万元", "SAME-926"),
)
CLEAN = {
    "sixth-sections": {"FUND-221"},
    "sixth-province": {"TARGET-117"},
    "sixth-midterm": {"FORM-713"},
    "seventh-coast": set(),
    "seventh-stone": set(),
}


@pytest.fixture(scope="module")
def third() -> Iterator[Any]:
    before = set(sys.modules)
    sys.path.insert(0, str(BENCH))
    try:
        papers = (
            ("own_third", "THIRD"),
            ("own_specs", "FULL"),
            ("own_papers", "PAPERS"),
            ("own_sixth", "SIXTH"),
            ("own_seventh", "SEVENTH"),
        )
        yield {one.key: one for file, name in papers for one in getattr(import_module(file), name)}
    finally:
        sys.path.remove(str(BENCH))
        for name in set(sys.modules) - before:
            if BENCH in Path(str(getattr(sys.modules[name], "__file__", ""))).parents:
                del sys.modules[name]


@pytest.mark.parametrize(("key", "old", "new", "rule"), EDITS)
def test_planted_error_is_told(third: Any, key: str, old: str, new: str, rule: str) -> None:
    clean = audit_file("r.docx", _clean(third[key]), CATALOGUE)
    found = audit_file("r.docx", third[key].edited(old, new), CATALOGUE)
    assert rule not in {finding.rule for finding in clean.findings}
    assert rule in {finding.rule for finding in found.findings}


@pytest.mark.parametrize("key", CLEAN)
def test_clean_papers_raise_nothing_untrue(third: Any, key: str) -> None:
    found = audit_file("r.docx", _clean(third[key]), CATALOGUE)
    assert {finding.rule for finding in found.findings} <= CLEAN[key]


def _clean(one: Any) -> bytes:
    data: bytes = import_module("written").Written(one.key, one.text).data()
    return data
