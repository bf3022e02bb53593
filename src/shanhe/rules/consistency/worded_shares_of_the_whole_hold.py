"""以“一半”“六成”等文字表示的占比与表中比重、金额相符.

``中央财政资金占总投资的一半`` is held against a table with a line of that name: its share where a column is one of shares, else its total over that of the
table. 成 and 一半 are round words, so that five points to either side are no contradiction.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import percent
from shanhe.measures.printed_tables import PrintedTable, bare_label, printed_tables
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.source import Operand
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.interval import decimal_text
from shanhe.values.quantity import rounded
from shanhe.values.regex import regex
from shanhe.values.whole_number import count_of

_TOLD = regex(
    r"(?:^|(?<=[，。；、：]))(?P<part>[\u4e00-\u9fff]{3,12}?)(?:正好|恰好|刚好|约|超过)?占(?:到|了)?(?P<whole>[\u4e00-\u9fff]{2,8}?)的?(?P<words>一半|半数|[一二三四五六七八九]成半?|[二三四五六]分之[一二三四五])(?=[，。；、）]|$)"
)
_SHARE = regex("占.{0,8}(?:比重|比例|份额|%)?|占比|比重|所占比例")
_TOTAL = regex("合计|总计|小计|总额")
_ROOM = Fraction(5)
_TENTH, _HALF, _WHOLE = 10, 5, 100


@rule(
    id="SAME-970",
    severity=ERROR,
    basis=["arithmetic#ratio", "practice#R-07"],
    zh="“{words}”与表中数字不符：按表为 {due}%",
    en='"{words}": by the table it is {due}%',
    only=Only.PAPER,
)
def worded_shares_of_the_whole_hold(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each share in words that every table with the part has otherwise."""
    del catalogue
    for line in prose(dossier):
        if "占" not in line.text:
            continue
        for sentence in sentences(line):
            for found in _TOLD.finditer(sentence.text):
                yield from _judge(dossier, sentence, found)


def _judge(dossier: Dossier, sentence: Sentence, found: re.Match[str]) -> Iterator[Hit]:
    stated = _value(found["words"])
    shares = [one for table in printed_tables(dossier) for one in _shares(table, found["part"])]
    if shares and all(abs(value - stated) > _ROOM for value, _ in shares):
        value, at = shares[0]
        words = {"words": found[0], "due": decimal_text(Fraction(rounded(value, 2)))}
        yield Hit((sentence.operand(found.start(), found.end()), *at), words)


def _value(words: str) -> Fraction:
    if "半数" in words or words == "一半":
        return Fraction(_WHOLE, 2)
    if "分之" in words:
        bottom, top = words.split("分之")
        return Fraction(count_of(top) * _WHOLE, count_of(bottom))
    return Fraction(count_of(words[0]) * _TENTH + (_HALF if words.endswith("半") else 0))


def _shares(table: PrintedTable, part: str) -> Iterator[tuple[Fraction, tuple[Operand, ...]]]:
    """Yield what share a line has: as printed, and as its total over that of the table."""
    rows = [row for row in table.rows if bare_label(row.label) == part]
    wholes = [row for row in table.rows if _TOTAL.fullmatch(bare_label(row.label))]
    if len(rows) != 1 or len(wholes) != 1:
        return
    for x, cell in rows[0].cells.items():
        head = bare_label(table.head(x))
        if _SHARE.fullmatch(head) and cell.quantity.unit.symbol == "%":
            yield cell.quantity.value, (cell.operand,)
        whole = wholes[0].cells.get(x)
        summed = _TOTAL.fullmatch(head) and whole is not None and whole.quantity.value
        if summed and whole is not None and whole.quantity.unit.like(cell.quantity.unit):
            yield percent(cell.quantity, whole.quantity).value, (cell.operand, whole.operand)
