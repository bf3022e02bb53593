"""自评表总体目标及完成情况文字中的数字与表中同名指标的指标值或完成值一致.

``培训农户1800人次`` is of the only row whose name is like it and whose unit is the same; its number is the target or
the actual of that row; in the cell of what was reached (实际完成情况) it is the actual. What the readers understand is left to SAME-901.
"""

import re
from collections.abc import Iterator, Sequence

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.attainment import actuals_of_year
from shanhe.measures.frame import Frame, are_akin, frames, noun_of, skeleton
from shanhe.measures.sentences import in_table, table_cells
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.progress import Actual
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount, listed
from shanhe.values.quantity import Quantity
from shanhe.values.regex import regex

_LEAST = 2
"""Amounts that make a cell one of goals."""
_GENERAL = regex("数量|面积|长度|建设|新建|推广|设置|安装|完成|实施|总|数$|量$")
_RESULTS = regex("(?:全年|年度)?实际完成(?:情况|目标)?")
_PLANNED = regex("目标|计划|应|任务")
_MEASURE = regex("(?:面积|长度)$")


@rule(
    id="SAME-934",
    severity=ERROR,
    basis=["practice#E-59", "arithmetic#same"],
    zh="总体目标或完成情况写“{words}”，表中“{name}”为 {values}",
    en='the goal in words says "{words}"; the row {name} has {values}',
    only=Only.PAPER,
)
def goals_of_a_form_are_in_its_rows(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each number of the goal in words that the row of its name has not."""
    del catalogue
    rows = [row for row in actuals_of_year(dossier) if row.in_form and not row.region]
    known = {one.source.cell("amount") for one in dossier.facts}
    tables = {row.source.cell("indicator").table for row in rows}
    done = _columns_of_results(dossier) if rows else frozenset()
    for frame in frames(dossier) if rows else ():
        where = frame.sentence.line.source.cell("text")
        goal = in_table(frame.sentence.line) and (where.table in tables or tables == {0})
        if goal and len(frame.bones.amounts) >= _LEAST and not _is_remark(frame):
            places = {(one.start, one.row) for one in known if one.table == where.table}
            for mark in frame.bones.marks():
                one = frame.bones.amount(mark)
                start = where.start + frame.sentence.start + one.start
                if (start, where.row) not in places:
                    yield from _judge(frame, mark, rows, (where.table, where.column) in done)


def _columns_of_results(dossier: Dossier) -> frozenset[tuple[int, str]]:
    """Return table and column of what was reached in words: those headed 实际完成情况."""
    cells = (line for line in table_cells(dossier) if "实际完成" in line.text)
    wheres = (line.source.cell("text") for line in cells if _RESULTS.fullmatch(line.text.strip()))
    return frozenset((where.table, where.column) for where in wheres)


def _is_remark(frame: Frame) -> bool:
    return re.search("说明|原因|问卷|未|较|比|结转|得分|其中", frame.bones.text) is not None


def _judge(frame: Frame, mark: str, rows: Sequence[Actual], done: bool) -> Iterator[Hit]:
    told, lead = frame.bones.amount(mark), _GENERAL.sub("", noun_of(frame.bones.lead(mark)))
    if told.vague or told.is_percent or told.is_money:
        return
    unit = told.quantity.unit
    if len(lead) < _LEAST:
        akin = _only_of_measure(frame, mark, rows)
    else:
        akin = [row for row in rows if are_akin(lead, _GENERAL.sub("", _name(row)))]
    if len(akin) != 1 or _is_told_in_parts(frame, mark, _name(akin[0])):
        return
    reached = done and not _PLANNED.search(frame.bones.lead(mark))
    values = _values(akin[0])[-1:] if reached and akin[0].amount is not None else _values(akin[0])
    like = [one for one in values if one.unit.symbol == unit.symbol]
    stated = told.quantity.interval
    if like and not any(one.interval.meets(stated) for one in like):
        place = frame.bones.place(mark)
        first = place - len(frame.bones.lead(mark))
        at = frame.operand(first, place + 1)
        words = {
            "words": at.text,
            "name": _name(akin[0]),
            "values": listed(dict.fromkeys(amount(one) for one in like)),
        }
        yield Hit((at, akin[0].operand("quoted_amount"), akin[0].operand("amount")), words)


def _only_of_measure(frame: Frame, mark: str, rows: Sequence[Actual]) -> list[Actual]:
    """Return the only row of a measure (面积) that a number alone in its unit is called by: 修复图斑25个、面积86.80公顷."""
    bones, told = frame.bones, frame.bones.amount(mark)
    measure = _MEASURE.search(bones.lead(mark))
    alone = [one for one in bones.amounts if one.is_like(told)] == [told]
    like = [row for row in rows if row.unit and row.unit.like(told.quantity.unit)]
    return [
        row for row in like if measure and alone and measure[0] in _name(row) and len(like) == 1
    ]


def _is_told_in_parts(frame: Frame, mark: str, name: str) -> bool:
    """Return whether another amount may be of the same row: 新建水窖120口，改造水窖30口."""
    bones, own = frame.bones, _GENERAL.sub("", name)
    pairs = [own[n : n + 2] for n in range(len(own) - 1)]
    return any(
        pair in bones.lead(one)
        for one in bones.marks()
        if one != mark and bones.amount(one).is_like(bones.amount(mark))
        for pair in pairs
    )


def _name(row: Actual) -> str:
    """Return the name as its cell prints it, without the unit."""
    return re.sub("[（(].*?[）)]", "", row.source.cell("indicator").text).strip()


def _values(row: Actual) -> list[Quantity]:
    """Return target and actual; where their unit is none of ours, as their cells print them."""
    said = re.search("[（(]([^（）()]{1,6})[）)]", row.source.cell("indicator").text)
    found: list[Quantity] = []
    for key, known in (("quoted_amount", row.quoted), ("amount", row.quantity)):
        text = row.source.cell(key).text
        bare = re.fullmatch(r"[≥≤=\s\d.,]+", text) is not None
        if known is not None:
            found.append(known)
        elif getattr(row, key) is not None:
            words = f"{text}{said[1] if said and bare else ''}"
            found += [one.quantity for one in skeleton(words).amounts]
    return found
