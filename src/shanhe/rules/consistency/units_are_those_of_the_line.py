"""文字中的计量单位与表中同一数字的计量单位相符.

``修复7.98公顷`` where the line of 岸线修复长度 has 7.98 公里, ``新增水源涵养量11.4万吨`` where its line has 11.4 万立方米. The number must be
that of a cell with three digits or more; the sentence names the line, or is a note in it, and has no such number in
the unit of the line. A unit of the same kind is another where it is far larger or smaller: 9.60 公里 in the text are no
9.60 米, and 300.00元 no 300.00 万元. Words that count one by one (个, 处, 眼, 口) are not told apart, and who is reached by a work is no
measure of it.
"""

from collections.abc import Iterator
from decimal import Decimal

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.frame import Frame, frames
from shanhe.measures.printed_amount import PrintedAmount, counts
from shanhe.measures.printed_tables import PrintedCell, PrintedRow, PrintedTable, printed_tables
from shanhe.measures.sentences import in_table
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount
from shanhe.values.regex import regex

_GROUPS = regex(
    r"^(?:(?:产出|效益|满意度|成本)(?:指标)?(?:[（(]\d+分[）)])?)?(?:(?:数量|质量|时效|成本|(?:社会|生态|经济)效益|可持续影响|服务对象满意度)(?:指标)?)?"
)
_BRACKETS = regex(r"[（(][^（）()]*[）)]")
_MEASURE = regex("(?:面积|长度|数量|规模|人数|个数)$")
_ROLE = regex("完成|目标|计划|任务|实际|支出|投资|资金|金额|数|预算|执行|本年|累计")
_REACHED = regex("涉及|带动|惠及|受益|覆盖|服务|吸纳|辐射")
_FAR = 8
_LEAST_NAME, _LEAST_DIGITS = 4, 3
_APART = {"%", "百分点", "分", ""}
_MONEY = {"元", "万元", "亿元"}


@rule(
    id="SAME-939",
    severity=ERROR,
    basis=["practice#R-10", "practice#E-08"],
    zh="文中“{words}”的计量单位与表中“{label}”的 {cell} 不符",
    en="{words} in the text: the unit is not that of {cell} in the line of {label}",
    only=Only.PAPER,
)
def units_are_those_of_the_line(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each number of a line that a sentence tells in a unit of another kind."""
    del catalogue
    rows: dict[Decimal, list[PrintedRow]] = {}
    for table in printed_tables(dossier):
        for row in (*table.rows, *_columns(table)):
            for number in {cell.quantity.amount for cell in row.cells.values()}:
                rows.setdefault(number, []).append(row)
    for frame in frames(dossier) if rows else ():
        for mark in frame.bones.marks():
            one = frame.bones.amount(mark)
            if one.quantity.amount in rows and _tells(one):
                yield from _judge(frame, mark, one, rows[one.quantity.amount])


def _columns(table: PrintedTable) -> Iterator[PrintedRow]:
    """Yield the columns that are things with a unit of their own: 水系连通（公里）."""
    for column in table.turned.rows:
        if _BRACKETS.search(column.label) and not _ROLE.search(column.label):
            yield column


def _judge(frame: Frame, mark: str, one: PrintedAmount, rows: list[PrintedRow]) -> Iterator[Hit]:
    for row in rows:
        cells = [cell for cell in row.cells.values() if cell.quantity.amount == one.quantity.amount]
        unlike = [cell for cell in cells if _is_unlike(one, cell)]
        if not unlike or len(unlike) < len(cells):
            continue
        name = _name(row.label)
        if _is_of(frame, mark, row, name) and not _is_told_too(frame, unlike[0]):
            lead, place = frame.bones.lead(mark), frame.bones.place(mark)
            reached = _REACHED.search(lead)
            if reached and reached[0] not in name:
                continue
            at = frame.operand(place - len(lead) + max(lead.find(name), 0), place + 1)
            words = {"words": at.text, "label": name, "cell": amount(unlike[0].quantity)}
            yield Hit((at, unlike[0].operand), words)
            return


def _tells(one: PrintedAmount) -> bool:
    digits = f"{one.quantity.amount:f}".replace(".", "")
    plain = one.quantity.unit.symbol not in _APART
    return plain and not one.vague and len(digits) >= _LEAST_DIGITS


def _is_unlike(one: PrintedAmount, cell: PrintedCell) -> bool:
    first, second = one.quantity.unit, cell.quantity.unit
    alike = (first.symbol in _MONEY) == (second.symbol in _MONEY)
    known = second.symbol not in _APART and alike
    if first.like(second):
        return known and not 1 / _FAR <= first.factor / second.factor <= _FAR
    return known and not (counts(first) and counts(second))


def _is_told_too(frame: Frame, cell: PrintedCell) -> bool:
    """Return whether the sentence tells the number of a cell in a unit of its kind as well."""
    return any(
        one.quantity.amount == cell.quantity.amount and one.quantity.unit is cell.quantity.unit
        for one in frame.bones.amounts
    )


def _is_of(frame: Frame, mark: str, row: PrintedRow, name: str) -> bool:
    """Return whether a number is told of a line: in a note of it, or right after its name."""
    line = frame.sentence.line
    if in_table(line):
        own = line.source.cell("text")
        cell = next(iter(row.cells.values())).operand.where
        return (own.table, own.row) == (cell.table, cell.row)
    lead = frame.bones.lead(mark)
    return len(name) >= _LEAST_NAME and name in lead


def _name(label: str) -> str:
    """Return what a line is of, without the groups before it, its unit and 面积 or 长度."""
    return _MEASURE.sub("", _BRACKETS.sub("", _GROUPS.sub("", label)))
