"""Tasks or results that a sentence tells place by place, beside the table that has them: 甲县治理a公顷、b平方公里，修复c座；乙县….

The columns are found by the numbers: one that all places but one bear out is meant, if another number of the sentence is borne out by all.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shanhe.measures.frame import Frame, prose_frames
from shanhe.measures.named_only import TOTAL
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.printed_tables import PrintedCell, PrintedTable, bare_label, printed_tables
from shanhe.records.dossier import Dossier
from shanhe.values.regex import regex

_WANTED = regex("目标|任务|计划|分解|下达|安排")
_DONE = regex("完成|实际|已|建成|实施了|验收")
_OTHER = regex(
    "[调变]更?整?剂?前|原|上年|20\\d\\d年(?!度?(?:目标|任务|绩效|计划))[^。；]{0,6}(?:比|较)"
)
_LEAST = 3

_Part = tuple[str, tuple[PrintedAmount, ...]]
"""A place with its numbers in order."""


@dataclass(frozen=True, slots=True)
class OddOne:
    """A number of one place that is not the one of its column, all others being so."""

    frame: Frame
    place: str
    told: PrintedAmount
    cell: PrintedCell
    column: str


def odd_ones(dossier: Dossier) -> Iterator[OddOne]:
    """Yield each number told of a place that its column has otherwise, where the sentence repeats the table.

    Example:
        ``任务如下：甲县治理1280公顷、46.5平方公里；乙县860公顷、32.8平方公里；丙县…`` where the column of 乙县 has 38.2.
    """
    tables = [one for one in printed_tables(dossier) if len(one.rows) > _LEAST - 1]
    for frame in prose_frames(dossier) if tables else ():
        if frame.bones.text.count("；") >= _LEAST - 1 and not _OTHER.search(frame.bones.text):
            for table in tables:
                yield from _in_table(frame, table)


def _in_table(frame: Frame, table: PrintedTable) -> Iterator[OddOne]:
    rows = {bare_label(row.label): row.cells for row in table.rows}
    rows = {label: cells for label, cells in rows.items() if label and not TOTAL.fullmatch(label)}
    parts = _parts(frame, list(rows))
    if len(rows) < _LEAST or {name for name, _ in parts} != set(rows) or len(parts) != len(rows):
        return
    is_goal = _WANTED.search(frame.bones.text) is not None
    if is_goal is (_DONE.search(frame.bones.text) is not None):
        return
    role, other = (_WANTED, _DONE) if is_goal else (_DONE, _WANTED)
    columns = [
        x
        for x in table.columns
        if role.search(head := "".join(table.heads.get(x, ()))) and not other.search(head)
        if all(x in cells for cells in rows.values())
    ]
    found: list[OddOne] = []
    full = 0
    for n in range(len(parts[0][1])):
        wrong = [[name for name, told in parts if not _is(told[n], rows[name][x])] for x in columns]
        full += any(not each for each in wrong)
        single = [(x, each[0]) for x, each in zip(columns, wrong, strict=True) if len(each) == 1]
        if len(single) == 1 and all(wrong):
            x, name = single[0]
            told = dict(parts)[name][n]
            found.append(OddOne(frame, name, told, rows[name][x], bare_label(table.head(x))))
    yield from found if full else ()


def _parts(frame: Frame, labels: Sequence[str]) -> list[_Part]:
    """Return what each part of a sentence tells of the place it begins with, if all tell alike."""
    bones = frame.bones
    found: list[_Part] = []
    for start, end in bones.parts():
        part = bones.text[start:end]
        begin = start + part.rfind("：") + 1
        name = next((one for one in labels if bones.text.startswith(one, begin)), "")
        amounts = tuple(bones.amount(mark) for mark in bones.marks(begin, end))
        if name and not re.search("其中|比|较", part[begin - start :]):
            found.append((name, amounts))
    kinds = {tuple(one.quantity.unit.symbol for one in amounts) for _, amounts in found}
    vague = any(one.vague or one.is_percent for _, amounts in found for one in amounts)
    return found if len(kinds) == 1 and found[0][1] and not vague else []


def _is(told: PrintedAmount, cell: PrintedCell) -> bool:
    own, unit = told.quantity, cell.quantity.unit
    if not unit.symbol:
        return own.value == cell.quantity.value
    return unit.like(own.unit) and own.value_in(unit) == cell.quantity.value
