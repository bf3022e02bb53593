"""A table of planned investment by source and year → the programme's investment, as printed facts."""

import re
from collections.abc import Iterator, Mapping, Sequence

from shanhe.documents.cell_values import in_ten_thousand, read_cell
from shanhe.documents.found import Found
from shanhe.documents.grid import Bit, Line, at, lines_of, squeezed
from shanhe.documents.indicator_rows import Places, understood
from shanhe.documents.labels import money_unit
from shanhe.documents.naming import PaperNames
from shanhe.documents.script import Script, ScriptTable
from shanhe.documents.table_context import context_of
from shanhe.records.paper import PrintedFact
from shanhe.values.period import TERM
from shanhe.values.regex import regex
from shanhe.values.unit import unit

CONCEPTS: Mapping[str, str] = {
    "investment": r"合计|总计|总投资|投资总额",
    "investment_central": r"中央(?:财政)?(?:奖补|补助|专项)?(?:资金|投资)?",
    "investment_local": r"地方(?:财政)?(?:配套|筹措)?(?:资金|投资)?",
    "investment_social": r"社会(?:资本|资金|投资)",
}
"""Labels of rows or columns → what the sum is; levels of local money are none of them."""

_CONCEPTS = tuple((key, regex(pattern)) for key, pattern in CONCEPTS.items())
_YEAR = regex(r"20\d\d年?度?")
_TITLE = regex(r"投资(?:计划|安排|构成|估算|概算|来源|情况)?表?|资金(?:筹措|来源|安排)")
_SPENT = regex("完成|执行|支出|支付|到位|拨付|调整|变更")
_LEAST_YEARS = 2


def recognises(table: ScriptTable, above: Sequence[str]) -> int:
    """Return how surely this is planned investment by source and year, with a total of both."""
    titles = [squeezed(line) for line in above[-2:]]
    titled = any(_TITLE.search(line) and not _SPENT.search(line) for line in titles)
    return 45 if titled and any(_sums(lines_of(table))) else 0


def read(table: ScriptTable, above: Sequence[str], names: PaperNames, script: Script) -> Found:
    """Return the sums of the whole term.

    Example:
        ``合计 | 7316.00 | 9920.00 | 7564.00 | 24800.00`` under three years and 合计 is the investment, 24800.
    """
    del names
    found = Found()
    context = context_of(above)
    caption = f"（{context.unit.symbol}）" if context.unit else ""
    for concept, bit, words in _sums(lines_of(table)):
        value = read_cell(bit.cell.text, money_unit(words, caption))
        amount = in_ten_thousand(value)
        if amount is None:
            continue
        places = Places(script)
        places.value("", bit, words, value)
        understood(found, bit, value)
        fact = PrintedFact(
            source=places.source(),
            concept=concept,
            aspect="target",
            period=TERM,
            amount=amount,
            unit=unit("万元"),
        )
        found.add("facts", fact)
    return found


def _sums(lines: Sequence[Line]) -> Iterator[tuple[str, Bit, str]]:
    """Yield each sum of the term with its cell and heading; years stand in the columns or in the rows."""
    top = next(iter(lines), ())
    years = [bit for bit in top if _YEAR.fullmatch(bit.word)]
    total = next((bit for bit in top if _concept(bit) == "investment"), None)
    if len(years) >= _LEAST_YEARS and total is not None:
        for line in lines[1:]:
            cell = at(line, total.x)
            if cell is not None and line and (concept := _concept(line[0])):
                yield concept, cell, total.word
        return
    below = [line[0] for line in lines[1:] if line and _YEAR.fullmatch(line[0].word)]
    last = next((line for line in lines[1:] if line and _concept(line[0]) == "investment"), None)
    if len(below) >= _LEAST_YEARS and last is not None:
        for head in top[1:]:
            cell = at(last, head.x)
            if cell is not None and (concept := _concept(head)):
                yield concept, cell, head.word


def _concept(bit: Bit) -> str:
    word = re.sub(r"^其中[:：]?|[(（].*[)）]$", "", bit.word)
    return next((key for key, pattern in _CONCEPTS if word and pattern.fullmatch(word)), "")
