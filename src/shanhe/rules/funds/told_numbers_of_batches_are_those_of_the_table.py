"""正文所述某批资金的文号与下达表中该批的文号一致.

``第一批由财政部于2024年11月8日以…（财资环〔2024〕137号）下达`` against the table with a column, or a line, for that batch: a number of the same
office and year is questioned where it is told with the day that the table has for the other one, or has the digits of that in another order. A
number that the table has for any batch is left alone.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.batch_columns import batch_tables
from shanhe.measures.batch_lines import BATCH, BatchLine
from shanhe.measures.document_number import plain_number
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.measures.told_days import told_days
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.values.regex import regex

_NUMBER = regex(
    r"(?P<word>[\u4e00-\u9fff]{2,10})[〔\[【（(](?P<year>20\d\d)[〕\]】）)](?P<serial>\d{1,4})号"
)
_AHEAD = regex("[^，。；]*(?:以|按|据|由|的)")
"""Words right before a number that are none of it."""

_Known = dict[BatchLine, re.Match[str]]


@rule(
    id="FUND-236",
    severity=WARN,
    basis=["practice#R-03", "practice#E-35"],
    zh="文中{batch}的文号为 {told}，下达表中为 {number}",
    en="the number of {batch} is told as {told}, the table has {number}",
    only=Only.PAPER,
)
def told_numbers_of_batches_are_those_of_the_table(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each told number of a batch that is not the one of the table."""
    del catalogue
    lines = [one for table in batch_tables(dossier) for batch in table.batches for one in batch]
    known = {
        one: found
        for one in lines
        if one.number and (found := _NUMBER.fullmatch(plain_number(one.number.text)))
    }
    for line in prose(dossier) if known else ():
        for sentence in sentences(line) if "号" in line.text and "批" in line.text else ():
            yield from _of_sentence(sentence, known, dossier.programme.year)


def _of_sentence(sentence: Sentence, known: _Known, year: int) -> Iterator[Hit]:
    numbers = {one[0] for one in known.values()}
    for part in re.finditer("[^；;]+", sentence.own_words):
        batches = set(BATCH.findall(part[0]))
        for found in _NUMBER.finditer(part[0]) if len(batches) == 1 else ():
            own = [line for line in known if line.batch.startswith(tuple(batches))]
            own = [line for line in own if _is_other(part[0], found, line, known[line], year)]
            if own and not any(plain_number(found[0]).endswith(one) for one in numbers):
                first = found.end("word") - len(known[own[0]]["word"])
                told = sentence.operand(part.start() + first, part.start() + found.end())
                words = {"batch": own[0].batch, "told": told.text, "number": known[own[0]][0]}
                cell = own[0].number
                yield Hit((told, *([cell.operand("text")] if cell else [])), words)


def _is_other(
    text: str, found: re.Match[str], line: BatchLine, number: re.Match[str], year: int
) -> bool:
    """Return whether a number is of the office and year of the table's, and told with its day or in its digits."""
    ahead = found["word"][: -len(number["word"])]
    of_office = found["word"].endswith(number["word"]) and (not ahead or _AHEAD.fullmatch(ahead))
    if not of_office or found["year"] != number["year"]:
        return False
    between = max((one.end() for one in _NUMBER.finditer(text, 0, found.start())), default=0)
    days = [one.day for one in told_days(text[: found.end("word")], year) if one.start >= between]
    turned = sorted(found["serial"]) == sorted(number["serial"])
    return turned or (bool(days) and days[-1] == line.day)
