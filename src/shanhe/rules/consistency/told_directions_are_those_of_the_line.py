"""文中的增减、超短方向与表中该行相符.

``沙地综合治理调减10.00%`` against the line of that name, whose column of changes holds the number with its sign; ``森林质量提升超额500公顷``
against its target and what was reached. Only a number that the line bears out the other way round is questioned; and ``调增的3个、
调减的2个`` against the signs of the column of changes that the words before them name.
"""

import re
from collections.abc import Iterator, Sequence

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.measures.goal_lines import GoalLine, goal_lines
from shanhe.measures.printed_tables import (
    PrintedCell,
    PrintedRow,
    PrintedTable,
    bare_label,
    printed_tables,
)
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both
from shanhe.values.quantity import Quantity
from shanhe.values.regex import regex

_UP, _DOWN = "调增|增加|增长|上升|提高|核增", "调减|减少|下降|降低|核减|压减"
_OVER, _SHORT = "超额完成|超额|超出目标|多完成", "短少|少完成|短缺|欠完成"
_TOLD = regex(
    rf"(?P<label>[\u4e00-\u9fff]{{3,12}}?)(?:各|均)?(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<over>{_OVER})|(?P<short>{_SHORT}))了?(?P<mark>{AMOUNT})"
)
_THAN_WANTED = regex(
    rf"(?P<label>[\u4e00-\u9fff]{{3,12}})(?:实际)?(?:完成)?(?P<done>{AMOUNT})[，,](?:比|较)(?:年度|绩效)?(?:目标|计划|任务)(?:值|数)?(?:(?P<over>多|高出?|超出?)|(?P<short>少|低|差))(?:完成)?了?(?P<mark>{AMOUNT})"
)
"""``水系连通45.00公里，比目标少1.20公里``."""
_COUNTS = regex(
    rf"(?P<what>[\u4e00-\u9fff]{{2,10}})(?:调增|增加)的?(?P<more>{AMOUNT})[、，](?:调减|减少)的?(?P<less>{AMOUNT})"
)
_CHANGES = regex("增减|变化|变动|变更|调整(?!后|前)|增幅|幅度|差额")
_WANTED = regex("目标|计划|任务")
_TOTAL = regex(".*(?:合计|总计|小计|共计)")
_LEAST = 3


@rule(
    id="SAME-987",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#R-07"],
    zh="“{words}”与表中方向相反：{due}",
    en='"{words}" goes the other way in the table: {due}',
    only=Only.PAPER,
)
def told_directions_are_those_of_the_line(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each change or gap that its line has the other way round."""
    del catalogue
    lines, goals = _lines(dossier), goal_lines(dossier)
    for frame in prose_frames(dossier) if lines else ():
        text = frame.bones.text
        if not re.search("[增减升降多少短超]", text):
            continue
        for found in _TOLD.finditer(text):
            rows = [row for label, row in lines if label and found["label"].endswith(label)]
            if rows and len({id(table) for table, _ in rows}) == len(rows):
                yield from _judge(frame, found, rows)
        for found in _COUNTS.finditer(text):
            yield from _counted(dossier, frame, found)
        for found in _THAN_WANTED.finditer(text):
            yield from _than_wanted(goals, frame, found)


def _than_wanted(goals: Sequence[GoalLine], frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    """Yield what is told as above its target where the line has it as much below, or the other way round."""
    told, gap = frame.bones.amount(found["done"]), frame.bones.amount(found["mark"])
    own = [
        one
        for one in goals
        if found["label"].endswith(one.label) and one.done.quantity.unit.like(gap.quantity.unit)
    ]
    if len(own) != 1 or told.vague or gap.vague or not told.is_like(gap):
        return
    wanted, done = own[0].wanted.quantity, own[0].done.quantity
    apart = done.value_in(gap.quantity.unit) - wanted.value_in(gap.quantity.unit)
    if abs(apart) == gap.quantity.value and (apart > 0) is not bool(found["over"]):
        at = frame.operand(found.start(), found.end())
        said = f"{done.number} {'>' if apart > 0 else '<'} {wanted.number}"
        cells = (own[0].wanted.operand, own[0].done.operand)
        yield Hit((at, *cells), {"words": at.text, "due": Both(said, said)})


def _lines(dossier: Dossier) -> list[tuple[str, tuple[PrintedTable, PrintedRow]]]:
    """Return the lines of all tables by their names without units; of one table each name once."""
    named = [
        (bare_label(row.label), (table, row))
        for table in printed_tables(dossier)
        for row in table.rows
    ]
    return [(label, line) for label, line in named if re.fullmatch("[\u4e00-\u9fff]{3,12}", label)]


def _judge(
    frame: Frame, found: re.Match[str], rows: list[tuple[PrintedTable, PrintedRow]]
) -> Iterator[Hit]:
    amount = frame.bones.amount(found["mark"])
    if amount.vague or not amount.quantity.value:
        return
    rising = bool(found["up"] or found["over"])
    make = _changes if found["up"] or found["down"] else _gaps
    pairs = [(*pair, row) for table, row in rows for pair in make(table, row)]
    stated = amount.quantity
    same = [row for one, up, row in pairs if _is(stated, one) and up is rising]
    other = [row for one, up, row in pairs if _is(stated, one) and up is not rising]
    if other and not same:
        at = frame.operand(found.start(), found.end())
        sign = "−" if rising else "+"
        said = f"{other[0].label} {sign}{stated.number}"
        cells = tuple(cell.operand for cell in other[0].cells.values())
        yield Hit((at, *cells), {"words": at.text, "due": Both(said, said)})


def _is(stated: Quantity, one: Quantity) -> bool:
    return one.unit.like(stated.unit) and abs(one.value_in(stated.unit)) == stated.value


def _changes(table: PrintedTable, row: PrintedRow) -> Iterator[tuple[Quantity, bool]]:
    for x, cell in row.cells.items():
        if _CHANGES.search(table.head(x)) and cell.quantity.value:
            yield cell.quantity, cell.quantity.value > 0


def _gaps(table: PrintedTable, row: PrintedRow) -> Iterator[tuple[Quantity, bool]]:
    """Yield by how much each other cell is above, or below, the target of its line."""
    wanted = [x for x in row.cells if _WANTED.search(table.head(x))]
    for x in wanted[-1:]:
        for y, cell in row.cells.items():
            goal = row.cells[x].quantity
            if y not in wanted and cell.quantity.unit.like(goal.unit):
                gap = Quantity(cell.quantity.amount - goal.amount, goal.unit)
                if gap.value and cell.quantity.unit == goal.unit:
                    yield gap, gap.value > 0


def _counted(dossier: Dossier, frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    """Yield counts of what rose and fell that the column of changes does not have."""
    columns = [
        cells
        for table in printed_tables(dossier)
        for x in table.columns
        if (head := table.head(x)) and _CHANGES.search(head) and "率" not in head
        if "幅" not in head and any(found["what"][-2:] == head[n : n + 2] for n in range(len(head)))
        if len(cells := _column(table, x)) >= _LEAST
    ]
    if len(columns) != 1:
        return
    signs = [cell.quantity.value for cell in columns[0]]
    due = {
        "more": len([one for one in signs if one > 0]),
        "less": len([one for one in signs if one < 0]),
    }
    told = {key: frame.bones.amount(found[key]).quantity for key in due}
    if not all(one.unit.is_count for one in told.values()):
        return
    if any(told[key].value != n for key, n in due.items()):
        at = frame.operand(found.start(), found.end())
        said = Both(
            f"增加的 {due['more']} 个，减少的 {due['less']} 个",
            f"{due['more']} rose, {due['less']} fell",
        )
        yield Hit((at, *(cell.operand for cell in columns[0])), {"words": at.text, "due": said})


def _column(table: PrintedTable, x: int) -> list[PrintedCell]:
    return [row.cells[x] for row in table.rows if x in row.cells and not _TOTAL.match(row.label)]
