"""文中按期完工、逾期完工的个数与表中应完工、实际完工日期相符.

``6份合同按期完工5份`` against the only table with a column of days due and one of days done, both known in every line, whose lines are as many as are
told in all. Where the paper tells that the term was prolonged, nothing is said.
"""

import re
from collections.abc import Iterator
from datetime import date

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.measures.printed_amount import counts
from shanhe.measures.sentences import prose
from shanhe.measures.text_tables import Row, plain, tables_with
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.paper import TextLine
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.numerals import read_date
from shanhe.values.regex import regex

_DUE = regex(
    "(?:合同|计划|约定|要求|应|规定|目标)(?:约定)?(?:的)?(?:完工|竣工|完成|交付|交工)(?:日期|时间|日)"
)
_DONE = regex("实际(?:完工|竣工|完成|交付|交工)(?:日期|时间|日)")
_TOTAL = regex("合计|总计|小计|共计")
_W = r"[^，。；：、\ue000-\uf8ff]"
_TOLD = regex(
    rf"(?P<whole>{AMOUNT})(?![县市区旗镇乡村]){_W}{{0,8}}[，,]?(?:其中)?(?:均|全部)?(?P<way>(?:未|没有)?(?:能)?(?:按期|按时|如期)|逾期|超期)(?:完工|竣工|完成|交付)(?:的|了)?(?:标段|合同|项目|子项目)?(?P<n>{AMOUNT})"
)
_LATE = regex("未|没有|逾期|超期")
_MOVED = regex("顺延|延长工期|工期延长|展期|批准延期|同意延期")
"""Where the day due was moved, the table may still have the first one."""
_LEAST = 3

_Days = list[tuple[date, date, TextLine]]
"""When each line was due and done, with the cell of the second."""


@rule(
    id="TIME-339",
    severity=ERROR,
    basis=["arithmetic#count", "practice#R-02"],
    zh="“{words}”与表中日期不符：按应完工、实际完工日期，按期 {on_time} 个、逾期 {late} 个",
    en='"{words}": by the days of the table {on_time} were on time and {late} late',
    only=Only.PAPER,
)
def told_counts_on_time_are_those_of_the_days(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each number of works on time, or late, that the days of the table do not have."""
    del catalogue
    told = [
        (frame, found)
        for frame in prose_frames(dossier)
        if re.search("按[期时]|如期|逾期|超期", frame.bones.text)
        for found in _TOLD.finditer(frame.bones.text)
    ]
    tables = (
        [days for rows in tables_with(dossier, "实际") if (days := _days(rows))] if told else []
    )
    moved = any(_MOVED.search(line.text) for line in prose(dossier)) if tables else False
    for frame, found in told if len(tables) == 1 and not moved else ():
        yield from _judge(frame, found, tables[0])


def _days(rows: tuple[Row, ...]) -> _Days:
    """Return the days of a table in which every line has both, nothing otherwise."""
    head = rows[0]
    columns = [
        [x for x, cell in head.items() if words.fullmatch(plain(cell))] for words in (_DUE, _DONE)
    ]
    if any(len(own) != 1 for own in columns):
        return []
    (due,), (done,) = columns
    lines = [
        row for row in rows[1:] if not any(_TOTAL.fullmatch(plain(cell)) for cell in row.values())
    ]
    found = []
    for row in lines:
        days = [read_date(plain(row[x])) if x in row else None for x in (due, done)]
        if days[0] is None or days[1] is None:
            return []
        found.append((days[0], days[1], row[done]))
    return found if len(found) >= _LEAST else []


def _judge(frame: Frame, found: re.Match[str], days: _Days) -> Iterator[Hit]:
    whole, told = frame.bones.amount(found["whole"]), frame.bones.amount(found["n"])
    counted = counts(whole.quantity.unit) and counts(told.quantity.unit)
    late = [cell for due, done, cell in days if done > due]
    is_late = _LATE.search(found["way"]) is not None
    count = len(late) if is_late else len(days) - len(late)
    plain_numbers = not (whole.vague or told.vague) and whole.quantity.value == len(days)
    if counted and plain_numbers and told.quantity.value != count:
        at = frame.operand(found.start(), found.end())
        words = {"words": at.text, "on_time": len(days) - len(late), "late": len(late)}
        yield Hit((at, *(cell.operand("text") for cell in late)), words)
