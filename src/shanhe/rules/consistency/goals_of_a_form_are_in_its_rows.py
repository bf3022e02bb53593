"""自评表总体目标及完成情况文字中的数字与表中同名指标的指标值或完成值一致.

``培训农户1800人次`` is of the only row whose name is like it and whose unit is the same; its number is the target or
the actual of that row. What the readers understand is left to SAME-901.
"""

import re
from collections.abc import Iterator, Sequence

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.attainment import actuals_of_year
from shanhe.measures.frame import Frame, are_akin, frames, noun_of, skeleton
from shanhe.measures.sentences import in_table
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.progress import Actual
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount, listed
from shanhe.values.quantity import Quantity

_LEAST = 2
"""Amounts that make a cell one of goals."""
_GENERAL = re.compile("数量|面积|长度|建设|新建|推广|设置|安装|完成|实施|总|数$|量$")


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
    for frame in frames(dossier) if rows else ():
        where = frame.sentence.line.source.cell("text")
        goal = in_table(frame.sentence.line) and (where.table in tables or tables == {0})
        if goal and len(frame.bones.amounts) >= _LEAST and not _is_remark(frame):
            places = {(one.start, one.row) for one in known if one.table == where.table}
            for mark in frame.bones.marks():
                one = frame.bones.amount(mark)
                start = where.start + frame.sentence.start + one.start
                if (start, where.row) not in places:
                    yield from _judge(frame, mark, rows)


def _is_remark(frame: Frame) -> bool:
    return re.search("说明|原因|问卷|未|较|比|结转|得分|其中", frame.bones.text) is not None


def _judge(frame: Frame, mark: str, rows: Sequence[Actual]) -> Iterator[Hit]:
    told, lead = frame.bones.amount(mark), _GENERAL.sub("", noun_of(frame.bones.lead(mark)))
    if told.vague or told.is_percent or told.is_money or len(lead) < _LEAST:
        return
    unit = told.quantity.unit
    akin = [row for row in rows if are_akin(lead, _GENERAL.sub("", _name(row)))]
    if len(akin) != 1 or _is_told_in_parts(frame, mark, _name(akin[0])):
        return
    values = _values(akin[0])
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
