"""What one line of a table sets for the whole term, and for a year or a part of it.

Columns such as 三年总任务 and 2024年计划, 整体指标值 and 年度指标值, 实施期目标 and 中期目标. What does not accumulate, such as rates,
costs and years of care, is left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shanhe.measures.once import once_each
from shanhe.measures.printed_amount import printed_amounts
from shanhe.measures.printed_tables import PrintedTable, printed_tables
from shanhe.measures.text_tables import Row, plain, text_tables
from shanhe.records.dossier import Dossier
from shanhe.records.paper import TextLine
from shanhe.records.source import Operand
from shanhe.values.quantity import Quantity
from shanhe.values.regex import regex
from shanhe.values.unit import Unit

_TERM = regex(
    "(?:整体|总体|实施期|全周期|[三五四两]年|规划期?|中长期)(?:绩效|总)*(?:指标|目标|任务|计划)[值数量]?|实施期|总(?:任务|目标)[值数量]?"
)
_YEAR = regex(
    r"(?:20\d\d年?度?|年度|本年度?|当年|全年|中期|阶段性?)(?:绩效)?(?:指标|目标|任务|计划|预期)[值数量]?"
)
_STATE = regex(
    "率|比例|占比|度|单价|成本|标准|年限|期限|时间|浓度|均|系数|指数|强度|模数|数字化|等级|类"
)
"""Names of what does not add up from year to year."""
_STATES = frozenset({"%", "百分点", "年", "天", "月", "分", "级"})
_BRACKETS = regex(r"[（(][^（）()]*[）)]")


@dataclass(frozen=True, slots=True)
class TermAndYear:
    """A line's number for the term and for a part of it, each with its place."""

    name: str
    term: Quantity
    term_at: Operand
    year: Quantity
    year_at: Operand


@once_each
def terms_and_years(dossier: Dossier) -> Iterator[TermAndYear]:
    """Yield each pair of a line, of numbers alone and of numbers among words."""
    for table in printed_tables(dossier):
        yield from _of_numbers(table)
    for _, rows in text_tables(dossier):
        yield from _of_words(rows)


def _of_numbers(table: PrintedTable) -> Iterator[TermAndYear]:
    heads = {x: _BRACKETS.sub("", "".join(table.heads.get(x, ()))) for x in table.columns}
    terms, years = _columns(heads)
    for row in table.rows:
        if _STATE.search(_BRACKETS.sub("", row.label)) or len(terms) != 1:
            continue
        for x in years:
            if {terms[0], x} <= row.cells.keys():
                term, year = row.cells[terms[0]], row.cells[x]
                if _adds_up(term.quantity.unit) and term.quantity.unit is year.quantity.unit:
                    yield TermAndYear(
                        row.label, term.quantity, term.operand, year.quantity, year.operand
                    )


def _of_words(rows: Sequence[Row]) -> Iterator[TermAndYear]:
    for place, head in enumerate(rows):
        terms, years = _columns({x: plain(cell) for x, cell in head.items()})
        if len(terms) == 1 and years:
            for row in rows[place + 1 :]:
                for x in years:
                    if {terms[0], x} <= row.keys():
                        yield from _pairs(row[terms[0]], row[x])
            return


def _pairs(term: TextLine, year: TextLine) -> Iterator[TermAndYear]:
    """Yield the numbers of two cells that name the same things in the same order."""
    named = [_named(cell.text) for cell in (term, year)]
    if [name for name, _ in named[0]] != [name for name, _ in named[1]]:
        return
    for (name, whole), (_, part) in zip(*named, strict=True):
        fit = whole.unit is part.unit and bool(whole.unit.symbol) and _adds_up(whole.unit)
        if name and fit and not _STATE.search(name):
            yield TermAndYear(name, whole, term.operand("text"), part, year.operand("text"))


def _named(text: str) -> list[tuple[str, Quantity]]:
    """Return the numbers of a cell, each with the words right before it."""
    found, last = [], 0
    for one in printed_amounts(text):
        found.append((text[last : one.start].strip("，、；。,; "), one.quantity))
        last = one.end
    return found


def _columns(heads: dict[int, str] | dict[str, str]) -> tuple[list, list]:  # type: ignore[type-arg]  # columns are numbers or their digits
    terms = [x for x, head in heads.items() if _TERM.fullmatch(head)]
    return terms, [x for x, head in heads.items() if _YEAR.fullmatch(head)]


def _adds_up(unit: Unit) -> bool:
    return unit.symbol not in _STATES and len(unit.dimensions) == 1
