"""表中同一行的开工日期不晚于完工日期.

Any table is read whose headings name a day of beginning and one of ending.
"""

import re
from collections.abc import Iterator
from datetime import date

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.text_tables import Row, plain, tables_with
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.numerals import read_date

_BEGIN = re.compile("(?:实际|计划|合同)?(?:开工|开始|起始|启动|施工开始)(?:日期|时间|日)?")
_END = re.compile("(?:实际|计划|合同)?(?:完工|竣工|结束|终止|竣工验收|完工验收)(?:日期|时间|日)?")
_WORDS = re.compile("[\u4e00-\u9fff]")


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
    for rows in tables_with(dossier, "开工", "开始", "起始", "启动"):
        yield from _table(rows)


def _table(rows: tuple[Row, ...]) -> Iterator[Hit]:
    heads: dict[str, str] = {}
    for row in rows:
        words = {x: plain(cell) for x, cell in row.items()}
        if any(_BEGIN.fullmatch(word) for word in words.values()):
            heads = words
            continue
        begins = [x for x, head in heads.items() if x in row and _BEGIN.fullmatch(head)]
        ends = [x for x, head in heads.items() if x in row and _END.fullmatch(head)]
        if len(begins) == 1 and len(ends) == 1:
            yield from _row(row, heads, (begins[0], ends[0]))


def _row(row: Row, heads: dict[str, str], columns: tuple[str, str]) -> Iterator[Hit]:
    cells = [row[x] for x in columns]
    begun, ended = (_date(cell.text) for cell in cells)
    if begun is not None and ended is not None and begun > ended:
        label = _label(row)
        words = {"row": label, "first": heads[columns[0]], "second": heads[columns[1]]}
        at = tuple(cell.operand("text") for cell in cells)
        yield Hit(at, {**words, "begun": begun, "ended": ended})


def _label(row: Row) -> str:
    """Return the first cell with words, for a line may begin with its number."""
    texts = [cell.text for cell in row.values()]
    words = (text for text in texts if _WORDS.search(text) and _date(text) is None)
    return next(words, texts[0])


def _date(text: str) -> date | None:
    return read_date(text.strip())
