"""Places that are told to be the only ones to have something, beside a table in which others have none of it: 沙障只安排在甲镇、乙镇2个乡镇."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.measures.frame import are_akin
from shanhe.measures.printed_tables import PrintedCell, PrintedTable, bare_label, printed_tables
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.records.dossier import Dossier
from shanhe.values.regex import regex

_PLACE = "[\u4e00-\u9fff]{1,6}?(?:街道|[县市区旗镇乡])"
_ONLY = regex(
    rf"(?:^|(?<=[，。；]))(?P<what>[\u4e00-\u9fff]{{3,12}}?)(?:全部|仅|只)(?:安排|布置|布设|实施|分布|集中|涉及|落实|建设|下达)?(?:在|于|到)(?P<names>{_PLACE}(?:[、和及与]{_PLACE})*)(?=\d|[两二三四五六七八九十]个|[，。；）]|等?\d)"
)
TOTAL = regex("全[省市州盟县区旗]|.*(?:合计|总计|小计|共计|平均)")
"""What a line of all places, or of their mean, is called."""
_ROLE = regex(
    "(?:目标|任务|计划|完成|实际|安排|分配|下达|建设)(?:数|量|值|面积|长度|数量|情况)?$|面积$|长度$|数量$"
)
_LEAST = 3


@dataclass(frozen=True, slots=True)
class NamedOnly:
    """A place named that has none, with the one that has some and is not named."""

    sentence: Sentence
    start: int
    end: int
    named: str
    has_none: PrintedCell
    left_out: str
    has_some: PrintedCell


def named_only(dossier: Dossier) -> Iterator[NamedOnly]:
    """Yield each place told among the only ones, whose cell is zero where another has some that is not told.

    Example:
        ``草方格沙障只安排在毛井镇、甜水镇、车道镇3个乡镇`` where 车道镇 has 0 and 小南沟乡 1200 of 沙障完成.
    """
    for line in prose(dossier):
        for sentence in sentences(line) if re.search("只|仅|全部", line.text) else ():
            for found in _ONLY.finditer(sentence.own_words):
                yield from _judge(dossier, sentence, found)


def _judge(dossier: Dossier, sentence: Sentence, found: re.Match[str]) -> Iterator[NamedOnly]:
    names = set(re.split("[、和及与]", found["names"]))
    columns = [
        own
        for table in printed_tables(dossier)
        for own in _columns(table, found["what"])
        if names <= own.keys()
    ]
    for own in columns if len(columns) == 1 else ():
        none = [name for name in own if name in names and not own[name].quantity.value]
        some = [name for name in own if name not in names and own[name].quantity.value]
        if len(none) == len(some) == 1:
            pair = (none[0], own[none[0]], some[0], own[some[0]])
            yield NamedOnly(sentence, found.start(), found.end(), *pair)


def _columns(table: PrintedTable, what: str) -> Iterator[dict[str, PrintedCell]]:
    """Yield the cells by place of the columns of that name in which some place has none."""
    rows = [(bare_label(row.label), row) for row in table.rows]
    rows = [(label, row) for label, row in rows if label and not TOTAL.fullmatch(label)]
    for x in table.columns if len(rows) >= _LEAST else ():
        core = _ROLE.sub("", bare_label("".join(table.heads.get(x, ()))))
        cells = {label: row.cells[x] for label, row in rows if x in row.cells}
        named = len(core) > 1 and (core in what or are_akin(core, what))
        if (
            named
            and len(cells) == len(rows)
            and any(not one.quantity.value for one in cells.values())
        ):
            yield cells
