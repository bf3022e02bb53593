"""文中各年签订、开工、完工的个数与表中日期相符.

``2023年签订合同4份，2024年3份`` against the days in the table of contracts, which must have a day in every line; ``2024年完工5个`` against the days
of completion, where a dash is not finished yet. A table of fewer lines than are told in all is another one.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.contract_tables import Contract, contract_tables
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.regex import regex

_TOLD = regex(
    r"(?P<year>20\d\d)年(?:度|内|新|共|分别)*(?P<did>签订|新签|签约|订立|开工|完工|竣工)(?:施工)?(?:建设)?(?:合同|子项目|标段|项目|工程)?(?:共|合计)?(?P<n>\d{1,3})[份个项](?:(?:子?项目|标段|工程))?(?!应|月)"
)
_NEXT = regex(r"[^，。；、年]{0,16}[，、；和](?P<year>20\d\d)年(?:共|度)?(?P<n>\d{1,3})[份个项]")
"""The same told of another year: ，2024年3份12300.00万元."""
_KEYS = {"开工": "begun", "完工": "ended", "竣工": "ended"}
_OPEN = regex("其中[^，；。]{0,12}(?:局|县|区|市|镇)|计划|应|预计|拟|除|部分")
_SHARE = 2


@rule(
    id="SAME-988",
    severity=ERROR,
    basis=["arithmetic#count", "practice#R-07"],
    zh="“{words}”与表中日期不符，表中{year}年为 {due} 个",
    en='"{words}": by the days of the table there are {due} in {year}',
    only=Only.PAPER,
)
def told_counts_of_a_year_are_those_of_the_days(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each number of contracts or works of a year that the days of no table have."""
    del catalogue
    for line in prose(dossier):
        for sentence in sentences(line) if re.search("签|订立|[开完竣]工", line.text) else ():
            yield from _of_sentence(dossier, sentence)


def _of_sentence(dossier: Dossier, sentence: Sentence) -> Iterator[Hit]:
    text = sentence.own_words
    for first in _TOLD.finditer(text):
        told: list[re.Match[str]] = [first]
        while (more := _NEXT.match(text, told[-1].end())) is not None:
            told.append(more)
        clause = re.split("[。；]", text[: first.start()])[-1] + first[0]
        key = _KEYS.get(first["did"], "signed")
        columns = [one for lines in contract_tables(dossier) if (one := _years(lines, key))]
        for found in told if len(columns) == 1 and not _OPEN.search(clause) else ():
            due = columns[0].count(int(found["year"]))
            if due != int(found["n"]) and int(found["n"]) <= _SHARE * len(columns[0]):
                at = sentence.operand(found.start("year"), found.end())
                yield Hit((at,), {"words": at.text, "year": found["year"], "due": due})


def _years(lines: tuple[Contract, ...], key: str) -> list[int]:
    """Return the years of a column of days, 0 for a dash; nothing where a day cannot be read, or none was signed."""
    if not all(key in one.cells for one in lines):
        return []
    days = [(one.day(key), one.text(key)) for one in lines]
    unread = any(day is None and (text or key == "signed") for day, text in days)
    return [] if unread else [day.year if day else 0 for day, _ in days]
