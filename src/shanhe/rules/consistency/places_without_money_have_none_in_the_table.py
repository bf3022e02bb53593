"""写明没有安排某类资金的地区，表中该类资金为零.

``甲县、丙区没有安排社会资本`` is held against a table with a line, or a column, of that name and the places: what they have there is zero, or blank.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.printed_tables import PrintedTable, bare_label, printed_tables
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.source import Operand
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.regex import regex

_PLACE = "[\u4e00-\u9fff]{1,6}?[县市区旗镇乡州盟]"
_NONE = regex(
    rf"(?:^|(?<=[，。；、]))(?:其中)?(?P<names>{_PLACE}(?:[、和及与]{_PLACE})*)(?:[两三四五]?[地县市区])?(?:均|都)?(?:没有|未|无)(?:安排|投入|配套|筹集|分配)?(?:使用)?(?P<what>[\u4e00-\u9fff]{{3,12}}?)(?:投入|安排)?(?=[，。；）]|$)"
)
_LEAST = 2


@rule(
    id="SAME-969",
    severity=ERROR,
    basis=["practice#R-07", "arithmetic#same"],
    zh="文中称{name}没有安排{what}，表中为 {amount}",
    en="{name} is said to have no {what}, the table has {amount}",
    only=Only.PAPER,
)
def places_without_money_have_none_in_the_table(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each place said to have none of a kind of money that has some in the table."""
    del catalogue
    for line in prose(dossier):
        if not re.search("没有|未|无", line.text):
            continue
        for sentence in sentences(line):
            for found in _NONE.finditer(sentence.text):
                yield from _judge(dossier, sentence, found)


def _judge(dossier: Dossier, sentence: Sentence, found: re.Match[str]) -> Iterator[Hit]:
    names = re.split("[、和及与]", found["names"])
    for table in printed_tables(dossier):
        for each in (table, table.turned):
            cells = _cells(each, found["what"])
            if len(cells) < _LEAST or not all(name in cells for name in names):
                continue
            for name in names:
                if cells[name].value:
                    at = sentence.operand(found.start(), found.end())
                    words = {"name": name, "what": found["what"], "amount": cells[name].text}
                    yield Hit((at, cells[name]), words)
            return


def _cells(table: PrintedTable, what: str) -> dict[str, Operand]:
    """Return the numbers of the only line of that name, by the headings of their columns."""
    rows = [row for row in table.rows if bare_label(row.label) == what]
    if len(rows) != 1:
        return {}
    return {bare_label(table.head(x)): cell.operand for x, cell in rows[0].cells.items()}
