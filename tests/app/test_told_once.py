"""An error that two rules see is told once, by the fuller proof; two errors stay two."""

from collections import Counter

import pytest

from shanhe.app.audit import audit_file
from shanhe.catalogue.load import load_catalogue

HEAD = "2025年度绩效自评报告\n"
AREA = "矿山生态修复面积目标422.33公顷，实际完成12.92公顷，完成率3.07%。\n"
COUNT = "废弃矿山（矿点）数量目标100个，实际完成30个，完成率40%。\n"


@pytest.mark.parametrize(
    ("text", "told"), [(AREA, 1), (AREA + COUNT, 2), (COUNT.replace("40%", "30%"), 0)]
)
def test_one_wrong_rate_is_one_finding(text: str, told: int) -> None:
    audited = audit_file("报告.txt", (HEAD + text).encode(), load_catalogue())
    rules = Counter(one.rule for one in audited.findings if one.recomputed)
    assert rules == Counter({"ACTUAL-402": told} if told else {})
