"""Cells known by the names of their columns: 合同价 − 审定价 = 核减额; 全市 目标 is that of all counties beside it, 目标 by 目标.

What is learnt from the numbers of a table alone is in ``table_relations``; two lines are too few for that, and columns in turn
(目标, 完成, 目标, 完成) stand apart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shanhe.measures.computed import Computed, add, subtract
from shanhe.measures.printed_tables import PrintedCell, PrintedRow, PrintedTable
from shanhe.measures.table_relations import BrokenCell
from shanhe.values.numerals import plain
from shanhe.values.outcome import judge_equal
from shanhe.values.regex import regex

_ROLES = tuple(
    tuple(regex(words) for words in roles)
    for roles in (
        (
            "送审(?:金额|造价|价|额|数)?",
            "(?:结算)?审定(?:金额|造价|价|额|数)?",
            "(?:审计)?核减(?:金额|额|数)?|审减额",
        ),
        (
            "合同(?:金额|总?价|额)|中标(?:金额|价|额)",
            "(?:结算)?审定(?:金额|造价|价|额|数)?",
            "核减(?:金额|额|数)?|审减额",
        ),
        (
            "(?:招标|最高)*(?:控制价|限价)",
            "中标(?:金额|价|额)|合同(?:金额|价|额)",
            "降价额|下浮额|节约(?:金额|额|资金)|降低额",
        ),
    )
)
"""Of each: the whole, what remains of it, and the difference."""
_WHOLE = regex("全[省市州盟县区旗]|(?:合计|总计|共计|小计)")
_NOT_ADDED = regex("率|比例|占比|比重|进度|均|单价|成本|标准|年限|得分|分值|浓度|最|户|受益|覆盖")
_BRACKETS = regex(r"[（(\[][^（）()\[\]]*[）)\]]")
_LEAST_PARTS, _LEAST_KEPT = 2, 2


@dataclass(frozen=True, slots=True)
class _Made:
    row: PrintedRow
    column: int
    due: Computed
    cells: tuple[PrintedCell, ...]

    @property
    def holds(self) -> bool:
        return judge_equal(self.cells[0].quantity, self.due.interval, self.due.value).is_kept


def named_columns(table: PrintedTable) -> Iterator[BrokenCell]:
    """Yield the cells that are not what the names of their columns make of others, where at least one line bears the names out.

    Example:
        762.90 − 758.20 = 4.70 in a line, and 722.26 − 781.40 with 3.86 printed in the next: that 3.86.
    """
    heads = {plain(_BRACKETS.sub("", table.head(x))): x for x in table.columns}
    for roles in _ROLES:
        found = [[x for head, x in heads.items() if role.fullmatch(head)] for role in roles]
        if all(len(own) == 1 for own in found):
            made = list(_differences(table, *(own[0] for own in found)))
            yield from _broken(table, made, least=1)
            if made:
                return


def grouped_totals(table: PrintedTable) -> Iterator[BrokenCell]:
    """Yield the cells of a group of totals that are not the sums of the columns of that name in the other groups.

    Example:
        甲县 目标 60, 乙县 目标 140, 丙县 目标 110 and 全市 目标 300: they are 310.
    """
    groups: dict[str, dict[str, int]] = {}
    for x in table.columns:
        if len(table.group(x)) == 1:
            groups.setdefault(table.group(x)[0], {})[table.head(x)] = x
    wholes = [name for name in groups if _WHOLE.fullmatch(name)]
    parts = [own for name, own in groups.items() if name not in wholes]
    if len(wholes) != 1 or len(parts) < _LEAST_PARTS:
        return
    for head, x in groups[wholes[0]].items():
        if not _NOT_ADDED.search(head) and all(head in own for own in parts):
            made = list(_sums(table, x, [own[head] for own in parts]))
            yield from _broken(table, made, least=_LEAST_KEPT)


def _differences(table: PrintedTable, whole: int, rest: int, less: int) -> Iterator[_Made]:
    for row in table.rows:
        if {whole, rest, less} <= row.cells.keys():
            cells = tuple(row.cells[x] for x in (less, whole, rest))
            first, second, third = (one.quantity for one in cells)
            if first.unit.like(second.unit) and second.unit.like(third.unit):
                yield _Made(row, less, subtract(second, third), cells)


def _sums(table: PrintedTable, x: int, parts: Sequence[int]) -> Iterator[_Made]:
    for row in table.rows:
        if x in row.cells and all(y in row.cells for y in parts):
            cells = [row.cells[y] for y in parts]
            unit = row.cells[x].quantity.unit
            like = unit.symbol != "%" and all(one.quantity.unit.like(unit) for one in cells)
            if like and not _NOT_ADDED.search(row.label):
                due = add([one.quantity for one in cells], unit)
                yield _Made(row, x, due, (row.cells[x], *cells))


def _broken(table: PrintedTable, made: Sequence[_Made], least: int) -> Iterator[BrokenCell]:
    kept = [one for one in made if one.holds]
    if len(kept) >= max(least, len(made) - len(kept)):
        for one in made:
            if not one.holds:
                at = tuple(cell.operand for cell in one.cells)
                stated = one.cells[0].quantity
                yield BrokenCell(one.row.label, table.head(one.column), stated, one.due, at)
