"""The words of a self-evaluation form: management of the money, overall goal and result, remark."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from shanhe.documents.cell_values import ABSENT
from shanhe.documents.found import Found
from shanhe.documents.grid import Bit, Line, at
from shanhe.documents.indicator_rows import Places
from shanhe.documents.labels import clean, label, pairs
from shanhe.documents.script import Script
from shanhe.records.narrative import Management
from shanhe.values.regex import regex

ASPECTS: Mapping[str, str] = {
    "分配科学性": r"(?:资金)?分配(?:的)?(?:科学性|合理性)",
    "下达及时性": r"(?:资金)?下达(?:的)?及时性",
    "拨付合规性": r"(?:资金)?拨付(?:的)?合规性",
    "使用规范性": r"(?:资金)?使用(?:的)?规范性",
    "执行准确性": r"(?:预算)?执行(?:的)?准确性",
    "预算绩效管理情况": r"预算绩效管理(?:情况)?",
    "支出责任履行情况": r"支出责任履行(?:情况)?",
    "制度建立情况": r"制度(?:建立|建设)(?:情况)?",
}
"""Rows of the block 资金管理情况, with the words seen for them."""

_ASPECTS = tuple((key, regex(pattern)) for key, pattern in ASPECTS.items())
_SITUATION = regex(r"情况说明|说明")
_PROBLEM = regex(r".*问题.*")
_GOAL = regex(r"(?:年度|年初|全年)?(?:设定)?(?:总[体休])?(?:绩效)?(?:预期)?目标(?:[(].*[)])?")
_RESULT = regex(
    r"(?:年度|全年)?(?:总[体休]目标)?(?:目标)?(?:实际)?完成(?:实际)?情况(?:综述|[(].*[)])?"
)
_REMARK = regex(r"说明|备注|其他(?:需要)?说明的?(?:问题|情况)?")


def read_management(lines: Sequence[Line], script: Script, found: Found) -> None:
    """Add the aspects of managing the money, as the form words them."""
    for line in lines:
        for bit in line[:3]:
            word = label(bit) if bit.fresh else ""
            aspect = next((key for key, p in _ASPECTS if word and p.fullmatch(word)), "")
            if aspect:
                found.add("management", _aspect(aspect, bit, line, script))
                break


def _aspect(aspect: str, name: Bit, line: Line, script: Script) -> Management:
    after = [bit for bit in line if bit.x > name.x and bit.fresh]
    situation, problem = (*after, None, None)[:2]
    places = Places(script)
    places.note("aspect", name, "")
    places.note("form_situation", situation, "情况说明")
    places.note("problem", problem, "存在问题和改进措施")
    return Management(
        source=places.source(),
        aspect=aspect,
        form_situation=clean(situation.cell.text) if situation else "",
        problem=clean(problem.cell.text) if problem else "",
    )


def read_overall(lines: Sequence[Line], found: Found) -> None:
    """Add goal and result: under two headings, or each beside its label."""
    for above, below in pairwise(lines):
        result = next((bit for bit in reversed(above) if _is(bit, _RESULT)), None)
        before = [bit for bit in above if result and bit.x < result.x and _is(bit, _GOAL)]
        if result is None or not before:
            continue
        goal = before[-1]
        for key, head in (("overview.goal", goal), ("overview.result", result)):
            bit = at(below, head.x)
            if bit is not None and bit.fresh and bit.word:
                found.words.setdefault(key, clean(bit.cell.text))
        return


def _is(bit: Bit, pattern: re.Pattern[str]) -> bool:
    return bit.fresh and bool(pattern.fullmatch(label(bit)))


def read_remark(lines: Sequence[Line], found: Found) -> None:
    """Add what stands beside 说明 below the indicators, unless it is 无."""
    for left, right in pairs(lines):
        if left.fresh and _REMARK.fullmatch(label(left)):
            words = clean(right.cell.text)
            if words and words not in ABSENT:
                found.words.setdefault("overview.remarks", words)
            return
