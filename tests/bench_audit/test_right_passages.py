"""Right passages are left alone: none of them adds a finding to a short report."""

from functools import cache
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from shanhe.app.audit import audit_file
from shanhe.catalogue.load import load_catalogue
from shanhe.values.outcome import Outcome

REPORT = """甲市历史遗留废弃矿山生态修复项目2025年度绩效自评报告
一、绩效目标下达情况
财政部下达我市2025年重点生态保护修复治理资金6000万元，其中甲县3000万元、乙县3000万元。
二、绩效情况分析
（一）资金执行情况
"""
SOURCE = Path(__file__).resolve().parents[2] / "bench" / "audit" / "right_passages.yaml"
PASSAGES: list[str] = YAML(typ="safe").load(SOURCE.read_text(encoding="utf-8"))
OF_THE_WHOLE = {"STRUCT-805", "FUND-220"}
"""What the outline lacks, and what becomes of money that is left, a whole report would tell."""


@cache
def told(passage: str) -> frozenset[str]:
    """Return what is told of the report with a passage in it."""
    audited = audit_file("报告.txt", f"{REPORT}{passage}\n".encode(), load_catalogue())
    return frozenset(
        f"{one.rule} {one.message('zh')}"
        for one in audited.findings
        if one.outcome is Outcome.FAILS and one.rule not in OF_THE_WHOLE
    )


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda text: text[:16])
def test_a_right_passage_is_left_alone(passage: str) -> None:
    assert told(passage) <= told("")
