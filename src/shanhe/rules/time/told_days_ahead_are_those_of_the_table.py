"""文中所写提前、逾期的天数和标段与表中计划、实际日期相符.

``标段1、2、3分别提前5天、3天、9天完工`` and ``标段4逾期`` against a table that has the day until when and the day on which for each of
them. A thing said to be late must not have been done in time; of what is not yet done nothing is said.
"""

import re
from collections.abc import Iterator
from datetime import date

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.measures.text_tables import Row, plain, text_tables
from shanhe.measures.worded_amounts import folded
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.paper import TextLine
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.numerals import read_date
from shanhe.values.regex import regex

_DUE = regex("(?:合同|计划|约定|要求|规定)(?:完工|竣工|完成|交付|截止)?(?:日期?|时间|期限)")
_DONE = regex("实际(?:完工|竣工|完成|交付)?(?:日期?|时间)|(?:完工|竣工|完成|交付)(?:日期?|时间)")
_KINDS = "标段|子项目|片区|项目"
_AHEAD = regex(
    rf"(?P<kind>{_KINDS})\s*(?P<names>\d{{1,2}}(?:\s*[、和及]\s*\d{{1,2}})*)\s*(?:分别|各|均)?(?P<way>提前|逾期|延期|超期|推迟)\s*(?P<days>\d{{1,3}}\s*天(?:\s*[、和及]\s*\d{{1,3}}\s*天)*)"
)
_LATE = regex(
    rf"(?P<kind>{_KINDS})\s*(?P<names>\d{{1,2}}(?:\s*[、和及]\s*\d{{1,2}})*)\s*(?:均|都)?(?P<way>逾期|未按期|超期|延期)(?!\s*\d)"
)
_Days = dict[str, tuple[date, date, TextLine]]
"""By kind and number: the day until when, the day on which, and the cell of the latter."""


@rule(
    id="TIME-352",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#R-07"],
    zh="“{words}”与表不符：{name} 期限 {due}，实际 {done}",
    en='"{words}": {name} was due by {due} and done on {done}',
    only=Only.PAPER,
)
def told_days_ahead_are_those_of_the_table(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each thing that was not as much ahead or late as told."""
    del catalogue
    known: _Days | None = None
    for line in prose(dossier):
        if not re.search("提前|逾期|超期|延期|推迟|未按期", line.text):
            continue
        known = dict(_days(dossier)) if known is None else known
        for sentence in sentences(line) if known else ():
            text = folded(sentence.text)
            for pattern in (_AHEAD, _LATE):
                for found in pattern.finditer(text):
                    yield from _judge(sentence, found, known)


def _days(dossier: Dossier) -> Iterator[tuple[str, tuple[date, date, TextLine]]]:
    """Yield what the only table with both days has for its numbered lines."""
    tables = [table for _, rows in text_tables(dossier) if (table := dict(_table(rows)))]
    yield from tables[0].items() if len(tables) == 1 else ()


def _table(rows: tuple[Row, ...]) -> Iterator[tuple[str, tuple[date, date, TextLine]]]:
    heads = {x: plain(cell) for x, cell in rows[0].items()}
    due = [x for x, head in heads.items() if _DUE.fullmatch(head)]
    done = [x for x, head in heads.items() if _DONE.fullmatch(head) and x not in due]
    kind = [x for x, head in heads.items() if re.fullmatch(f"(?:{_KINDS})(?:编?号|序号)?", head)]
    if not (len(due) == len(done) == len(kind) == 1):
        return
    for row in rows[1:]:
        if {due[0], done[0], kind[0]} <= row.keys():
            first, last = (read_date(row[x].text.strip()) for x in (due[0], done[0]))
            name = re.fullmatch(r"\D*(\d{1,2})\D*", plain(row[kind[0]]))
            if first is not None and last is not None and name:
                head = re.match(_KINDS, heads[kind[0]])
                yield f"{head[0] if head else ''}{name[1]}", (first, last, row[done[0]])


def _judge(sentence: Sentence, found: re.Match[str], known: _Days) -> Iterator[Hit]:
    names = re.findall(r"\d+", found["names"])
    told = re.findall(r"\d+", found.groupdict().get("days") or "")
    told = told * len(names) if len(told) == 1 else told
    if told and len(told) != len(names):
        return
    for n, name in enumerate(names):
        one = known.get(f"{found['kind']}{name}")
        if one is None:
            continue
        due, done, cell = one
        ahead = (due - done).days if found["way"] == "提前" else (done - due).days
        if (ahead != int(told[n])) if told else ahead <= 0:
            at = sentence.operand(found.start(), found.end())
            words = {"words": at.text, "name": f"{found['kind']}{name}", "due": due, "done": done}
            yield Hit((at, cell.operand("text")), words)
