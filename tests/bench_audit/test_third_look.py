"""Papers of a third look: errors that were missed at first are told by the rule that is meant for them."""

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
    ("third-blocks", "350.00 | 307.50", "330.00 | 307.50", "SAME-930"),
    ("third-blocks", "由洱源县农业农村局于", "由剑川县农业农村局于", "STRUCT-809"),
    ("third-levels", "| 12.0 | 11.5 | 9.0 | 32.5 |", "| 12.0 | 15.1 | 9.0 | 32.5 |", "SAME-930"),
    ("third-levels", "1080 | 90% | 972", "1080 | 95% | 972", "SAME-930"),
    ("third-levels", "占到位资金的95.45%", "占到位资金的94.39%", "SAME-921"),
    ("third-prose", "平均每条0.55公里", "平均每条0.65公里", "SAME-931"),
    ("third-prose", "差0.6万亩", "差0.8万亩", "SAME-922"),
)


@pytest.fixture(scope="module")
def third() -> Iterator[Any]:
    before = set(sys.modules)
    sys.path.insert(0, str(BENCH))
    try:
        papers = (("own_third", "THIRD"), ("own_specs", "FULL"), ("own_papers", "PAPERS"))
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


def _clean(one: Any) -> bytes:
    data: bytes = import_module("written").Written(one.key, one.text).data()
    return data
