"""文字所述调整指标的项数与指标调整表一致.

``调整整体绩效目标4项，其中调增2项、调减2项`` against the rows of the change table whose value differs. A table without rows of numbers says
nothing, nor does one of the term to goals of the year; new and dropped indicators count as changed, and are neither more nor less.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import Adjustment
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both
from shanhe.values.regex import regex

_WAYS = (
    rf"(?:[，,](?:其中)?[：:]?调增的?(?P<more>{AMOUNT})[、，,](?:和)?调减的?(?P<less>{AMOUNT}))?"
)
_TOLD = regex(
    rf"调整(?:了)?(?:实施期|整体|总体|年度|区域|工程|项目)*(?:绩效)?(?:目标|指标)(?:值|共)?(?P<all>{AMOUNT})"
    f"{_WAYS}"
)
_AMONG = regex(
    rf"(?P<of>{AMOUNT})(?:[\u4e00-\u9fff]{{2,4}})?(?:指标|目标)(?:值)?中[，,]?(?:有|共)?(?:调整|变更)了?(?P<all>{AMOUNT})"
    f"{_WAYS}"
)
"""``7项数量指标中调整5项，其中调增2项、调减3项``: of a table that has as many rows as there are."""
_MADE = regex(
    rf"对(?P<all>{AMOUNT})[\u4e00-\u9fff]{{0,4}}(?:指标|目标)[^，。；\ue000-\uf8ff]{{0,10}}(?:作出|作了|做了|进行|予以)了?(?:调整|变更)"
    rf"(?:[，,](?:其中)?[：:]?(?:调增的?(?P<more>{AMOUNT})[、，,](?:和)?调减的?(?P<less>{AMOUNT})|调减的?(?P<less2>{AMOUNT})[、，,](?:和)?调增的?(?P<more2>{AMOUNT})))?"
)
"""``对3项数量指标的整体目标作出调整，其中调减1项、调增2项``, either first."""
_TERM = regex("实施期|整体|总体")
_SAID = {
    "all": Both("有变动的指标", "changed indicators"),
    "more": Both("调增的指标", "raised indicators"),
    "less": Both("调减的指标", "lowered indicators"),
}


@rule(
    id="CHANGE-618",
    severity=ERROR,
    basis=["practice#C-06", "practice#R-07"],
    zh="文中称“{words}”，指标调整表中{what}为 {count} 项",
    en='"{words}" is told; the change table has {count} {what}',
    only=Only.PAPER,
)
def told_count_of_changes_is_that_of_the_table(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each told number of changes that the change table does not have."""
    del catalogue
    rows = [row for row in dossier.adjustments if row.old is not None or row.new is not None]
    for frame in prose_frames(dossier) if rows else ():
        for pattern, word in ((_TOLD, "调整"), (_MADE, "对")):
            for found in pattern.finditer(frame.bones.text) if word in frame.bones.text else ():
                yield from _judge(frame, found, [row for row in rows if _is_of(row, found[0])])
        for found in _AMONG.finditer(frame.bones.text) if "中" in frame.bones.text else ():
            if frame.bones.amount(found["of"]).quantity.value == len(rows):
                yield from _judge(frame, found, rows)


def _is_of(row: Adjustment, words: str) -> bool:
    """Return whether a row is of what the words name: goals of the year, or of the term."""
    yearly = row.period is not None and not row.period.is_term
    return yearly if "年度" in words else not (yearly and _TERM.search(words))


def _judge(frame: Frame, found: re.Match[str], rows: list[Adjustment]) -> Iterator[Hit]:
    changed = {
        "all": [row for row in rows if row.old != row.new],
        "more": [row for row in rows if _delta(row) > 0],
        "less": [row for row in rows if _delta(row) < 0],
    }
    marks = found.groupdict()
    named = {key: marks[key] or marks.get(f"{key}2") for key in changed}
    told = {key: frame.bones.amount(mark) for key, mark in named.items() if mark}
    if rows and all(_counts(one) for one in told.values()):
        for key, one in told.items():
            if one.quantity.value != len(changed[key]):
                at = frame.operand(found.start(), found.end())
                words = {"words": at.text, "what": _SAID[key], "count": len(changed[key])}
                yield Hit((at, *(row.operand("new") for row in changed[key])), words)
                return


def _delta(row: Adjustment) -> int:
    """Return which way a value goes, 0 for none."""
    if row.old is None or row.new is None:
        return 0
    return (row.new > row.old) - (row.new < row.old)


def _counts(one: PrintedAmount) -> bool:
    return one.quantity.unit.symbol in {"项", "个"} and not one.vague
