"""资金表各行之和等于合计.

Forms name their rows as they please (基本支出, 财政拨款, 省级资金, 上年结转), and some rows are parts
of others. Which rows make the total is told by the table itself: those that do so in the other
columns have to in each. FUND-216 judges central, local and other money by their names.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.annual_money import WHOLE, fund_rows
from shanhe.measures.computed import add, money
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.source import Operand
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both
from shanhe.values.interval import decimal_text

_COLUMNS = {
    "initial_budget": Both("年初预算数", "initial budget"),
    "budget": Both("全年预算数", "budget"),
    "executed": Both("全年执行数", "execution"),
}
_MOST_ROWS = 8


@dataclass(slots=True)
class _Table:
    """The sums of one table: column to row to amount and place."""

    sums: dict[str, dict[str, tuple[Decimal, Operand]]] = field(default_factory=dict)

    def column(self, key: str) -> Mapping[str, tuple[Decimal, Operand]]:
        return self.sums.get(key, {})


@rule(
    id="FUND-233",
    severity=ERROR,
    basis=["practice#X-04", "form#money", "arithmetic#sum"],
    zh="{column}合计填 {whole} 万元，{rows}相加为 {total} 万元，相差 {gap} 万元",
    en="{column}: the total is {whole}, {rows} add up to {total} (万元), {gap} apart",
    only=Only.PAPER,
    aspect="执行准确性",
)
def rows_of_the_money_block_add_up(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each column whose rows do not make its total, though they do in another column."""
    del catalogue
    for table in _tables(dossier).values():
        names = _parts(table)
        for key, said in _COLUMNS.items():
            own = table.column(key)
            if names and WHOLE in own and all(name in own for name in names):
                yield from _judge(said, own, names)


def _tables(dossier: Dossier) -> dict[int, _Table]:
    found: dict[int, _Table] = {}
    for row in fund_rows(dossier):
        for key in ("budget", "executed"):
            amount = getattr(row, key)
            if amount is not None:
                _add(found, key, row.origin, amount, row.operand(key, "万元"))
    for fact in dossier.facts:
        if fact.concept == "funds" and fact.aspect == "initial_budget" and fact.amount is not None:
            _add(found, fact.aspect, fact.version, fact.amount, fact.operand("amount"))
    return found


def _add(found: dict[int, _Table], key: str, name: str, amount: Decimal, at: Operand) -> None:
    column = found.setdefault(at.where.table, _Table()).sums.setdefault(key, {})
    column.setdefault(name, (amount, at))


def _parts(table: _Table) -> tuple[str, ...]:
    """Return the rows that make the total: all of them in one column, or the most in two."""
    names = [
        name
        for name in dict.fromkeys(n for own in table.sums.values() for n in own)
        if name != WHOLE
    ]
    if not 1 < len(names) <= _MOST_ROWS or ({"中央", "地方"} <= {*names} and not _initial(table)):
        return ()
    for size in range(len(names), 1, -1):
        for some in combinations(names, size):
            held = sum(_holds(table.column(key), some) for key in _COLUMNS)
            if held > (size < len(names)):
                return some
    return ()


def _initial(table: _Table) -> bool:
    return bool(table.column("initial_budget"))


def _holds(column: Mapping[str, tuple[Decimal, Operand]], names: Sequence[str]) -> bool:
    if WHOLE not in column or not all(name in column for name in names):
        return False
    total = sum((column[name][0] for name in names), Decimal(0))
    return total == column[WHOLE][0] != 0


def _judge(
    said: Both, column: Mapping[str, tuple[Decimal, Operand]], names: Sequence[str]
) -> Iterator[Hit]:
    stated, at = column[WHOLE]
    total = add([money(column[name][0]) for name in names])
    if total.value == money(stated).value:
        return
    words = {
        "column": said,
        "whole": stated,
        "rows": Both("、".join(names), ", ".join(names)),
        "total": total.value,
        "gap": decimal_text(abs(total.value - money(stated).value)),
    }
    yield Hit((at, *(column[name][1] for name in names)), words, recomputed=total.equation)
