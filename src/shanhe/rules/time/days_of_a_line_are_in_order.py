"""表中同一行的开工、签订日期不晚于完工日期，问题发现日期不晚于整改期限和完成日期.

Any table is read whose headings name a day of beginning, or of signing, and one of ending, or of finding and of mending.
"""

import re
from collections.abc import Iterator
from datetime import date

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.mending_days import DONE, DUE
from shanhe.measures.text_tables import Row, plain, tables_with, title_of
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.numerals import read_date
from shanhe.values.regex import regex

_BEGIN = regex("(?:实际|计划|合同)?(?:开工|开始|起始|启动|施工开始)(?:日期|时间|日)?")
_END = regex("(?:实际|计划|合同)?(?:完工|竣工|结束|终止|竣工验收|完工验收)(?:日期|时间|日)?")
_FOUND = regex(
    "(?:问题)?(?:发现|检查|反馈|抽查|审计|通报|交办|移交|督查|巡查|督办)(?:问题)?(?:日期|时间|日)"
)
_CHECKED = regex("检查|抽查|审计|督查|巡查|督办")
_SIGNED = regex("(?:施工)?(?:合同)?(?:签订|签约|签署|订立)(?:日期|时间|日)")
_FINISHED = regex("(?:实际)?(?:完工|竣工|交付|完工验收|竣工验收)(?:日期|时间|日)")
_ORDERS = ((_BEGIN, _END), (_SIGNED, _FINISHED), (_FOUND, DUE), (_FOUND, DONE))


@rule(
    id="TIME-315",
    severity=ERROR,
    basis=["practice#R-02"],
    zh="“{row}”{first}为 {begun}，晚于{second} {ended}",
    en="{row}: {first} is {begun}, after {second}, {ended}",
    only=Only.PAPER,
)
def days_of_a_line_are_in_order(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each line of a table that ends before it begins."""
    del catalogue
    for rows in tables_with(
        dossier, "签订", "签约", "订立", "开工", "开始", "起始", "启动", "整改", "销号", "办结"
    ):
        yield from _table(rows)


def _table(rows: tuple[Row, ...]) -> Iterator[Hit]:
    heads: dict[str, str] = {}
    for row in rows:
        words = {x: plain(cell) for x, cell in row.items()}
        if any(first.fullmatch(word) for first, _ in _ORDERS for word in words.values()):
            heads = words
            continue
        for first, last in _ORDERS:
            begins = [x for x, head in heads.items() if x in row and first.fullmatch(head)]
            ends = [x for x, head in heads.items() if x in row and last.fullmatch(head)]
            if len(begins) == len(ends) == 1 and _is_of_one(heads[begins[0]], heads[ends[0]]):
                yield from _row(row, heads, (begins[0], ends[0]))


def _is_of_one(first: str, last: str) -> bool:
    """Return whether both days are of one thing: what was checked may have been done long before."""
    return _CHECKED.match(first) is None or re.search("整改|销号|办结", last) is not None


def _row(row: Row, heads: dict[str, str], columns: tuple[str, str]) -> Iterator[Hit]:
    cells = [row[x] for x in columns]
    begun, ended = (_date(cell.text) for cell in cells)
    if begun is not None and ended is not None and begun > ended:
        label = title_of(row)
        words = {"row": label, "first": heads[columns[0]], "second": heads[columns[1]]}
        at = tuple(cell.operand("text") for cell in cells)
        yield Hit(at, {**words, "begun": begun, "ended": ended})


def _date(text: str) -> date | None:
    return read_date(text.strip())
