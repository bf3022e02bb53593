"""文字所述资金下达日期与下达文件的日期一致.

``省财政厅5月14日下达`` is held against the day of the body's document. A body with several days, or a sentence that
tells of another batch or names a document of its own, is left alone. A level that is told by its name alone, ``省级于5月14日、市级于
6月5日下达``, is held against all documents of that level; an office with a line in a table of batches side by side against its days there.
"""

import re
from collections.abc import Iterator
from datetime import date

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.batch_columns import batch_tables
from shanhe.measures.chain import money_documents
from shanhe.measures.sentences import Sentence, sentences
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.funds import Transfer
from shanhe.rules.declare import WARN, Only, rule
from shanhe.values.numerals import read_date
from shanhe.values.regex import regex

_ISSUED = regex(
    r"(?:^|[，。；、：])(?:由)?(?P<body>[\u4e00-\u9fff]{2,12}?(?:财政[部厅局]))(?:已?于)?(?P<day>20\d\d年\d{1,2}月\d{1,2}日)(?:将资金)?(?:下达|分解下达|转下达|分配下达|印发)"
)
_LEVEL_ON = regex(
    r"(?<![\u4e00-\u9fff])(?P<level>省|自治区|市|盟|县)级(?:财政(?:部门)?)?(?:已?于|在)?(?P<day>20\d\d年\d{1,2}月\d{1,2}日)(?=(?:、[^，。；、]{2,24}日)*(?:分别|依次|均|将资金)*(?:分解|转|分配)?下达)"
)
_BY_OFFICE = regex(
    r"(?P<body>(?:财政部|[\u4e00-\u9fff]{2,12}?财政[厅局]))(?:已?于|在)?(?P<day>20\d\d年\d{1,2}月\d{1,2}日)(?:将[^，。；]{0,12})?(?:全部|及时|足额)?(?:完成)?(?:资金|预算|指标)?(?:的)?(?:分解|转?下达|分配)"
)
_BATCH = regex("第[一二三四五六]批")
_NOT_OF_TABLE = regex("追加|另|补充|预下达|调整|《|号")
_LEVELS = {"自治区": "省", "盟": "市"}
_OTHER = regex("第[一二三四]批|追加|提前|另|补充|《|号|预下达|调整")
_NEAR = 62
"""Days within which a told day may be meant for that of the document."""


@rule(
    id="FUND-242",
    severity=WARN,
    basis=["practice#E-35"],
    zh="文中称{body}于 {told} 下达资金，而其下达文件的日期为 {day}",
    en="{body} is said to have issued the money on {told}; its document is dated {day}",
    only=Only.PAPER,
)
def told_days_of_issue_are_those_of_the_documents(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each told day of issue that is not that of the body's only document."""
    del catalogue
    for line in dossier.texts:
        for sentence in sentences(line) if "财政" in line.text else ():
            for found in _ISSUED.finditer(sentence.text):
                yield from _judge(dossier, sentence, found)
            for found in _BY_OFFICE.finditer(sentence.text) if batch_tables(dossier) else ():
                yield from _of_office(dossier, sentence, found)
        for sentence in sentences(line) if "级" in line.text and "下达" in line.text else ():
            for found in _LEVEL_ON.finditer(sentence.text):
                yield from _of_level(dossier, sentence, found)


def _of_office(dossier: Dossier, sentence: Sentence, found: re.Match[str]) -> Iterator[Hit]:
    """Yield a day on which an office issued none of the batches meant, though one was about that time."""
    told = read_date(found["day"])
    body = found["body"]
    batches = set(_BATCH.findall(sentence.text))
    lines = [one for table in batch_tables(dossier) for batch in table.batches for one in batch]
    given = [
        (one.day, one.day_cell)
        for one in lines
        if one.day is not None and one.day_cell is not None and body.endswith(one.body)
        if not batches or any(one.batch.startswith(batch) for batch in batches)
    ]
    if told is None or not given or _NOT_OF_TABLE.search(sentence.text):
        return
    day, cell = min(given, key=lambda each: abs((each[0] - told).days))
    if told != day and abs((told - day).days) <= _NEAR:
        words = {"body": body, "told": told, "day": day}
        yield Hit((sentence.operand(found.start(), found.end()), cell.operand("text")), words)


def _of_level(dossier: Dossier, sentence: Sentence, found: re.Match[str]) -> Iterator[Hit]:
    """Yield a day on which no document of the level was issued, though one was about that time."""
    told = read_date(found["day"])
    level = _LEVELS.get(found["level"], found["level"])
    issued = [(one, one.issued) for one in money_documents(dossier, level) if one.issued]
    if told is None or not issued or _OTHER.search(sentence.text):
        return
    nearest, day = min(issued, key=lambda one: abs((one[1] - told).days))
    if told != day and abs((told - day).days) <= _NEAR:
        words = {"body": f"{found['level']}级", "told": told, "day": day}
        at = (sentence.operand(found.start("level"), found.end()), nearest.operand("issued"))
        yield Hit(at, words)


def _judge(dossier: Dossier, sentence: Sentence, found: re.Match[str]) -> Iterator[Hit]:
    told = read_date(found["day"])
    given = [one for one in dossier.transfers if one.when and one.giver.endswith(found["body"])]
    days: dict[date, Transfer] = {one.when: one for one in given if one.when}
    if told is None or len(days) != 1 or _OTHER.search(sentence.text):
        return
    day, transfer = next(iter(days.items()))
    if told != day and abs((told - day).days) <= _NEAR:
        words = {"body": found["body"], "told": told, "day": day}
        at = (sentence.operand(found.start("body"), found.end()), transfer.operand("when"))
        yield Hit(at, words)
