"""Who is told to be on one side of the whole, or of a limit: 低于全市总执行率的是甲区、乙县; 满意度低于90%的有甲镇和乙镇."""

import re
from collections.abc import Iterator, Mapping

from shanhe.measures.frame import AMOUNT, Skeleton, skeleton
from shanhe.measures.limit_columns import TOTAL, holds
from shanhe.measures.named_lines import NamedLines
from shanhe.measures.printed_tables import PrintedTable, bare_label, printed_tables
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.records.dossier import Dossier
from shanhe.values.quantity import Quantity
from shanhe.values.regex import regex

_WAY = "(?P<way>低于|不足|未达到?|小于|少于|高于|超过|大于|多于)"
_NAMES = r"(?P<names>[\u4e00-\u9fff]{2,8}(?:[、和及与][\u4e00-\u9fff]{2,8})*)(?=[，。；（]|$)"
_ARE = rf"的?(?:单位|地区|县|乡镇)?(?:有|是|为|包括)(?:{AMOUNT}[^，。；：]{{0,6}}[：，])?"
_OF_WHOLE = regex(
    rf"(?:^|(?<=[，。；]))(?:其中)?{_WAY}全[省市州盟县区旗](?P<of>[\u4e00-\u9fff]{{2,10}}?)?(?:平均水平|平均值?|均值|水平)?{_ARE}{_NAMES}"
)
_OF_LIMIT = regex(
    rf"(?:^|(?<=[，。；]))(?:其中)?(?P<of>[\u4e00-\u9fff]{{2,10}}?){_WAY}(?P<mark>{AMOUNT}){_ARE}{_NAMES}"
)
_LEAST, _LEAST_NAME = 3, 2


def told_sides(dossier: Dossier) -> Iterator[NamedLines]:
    """Yield the names that no column of what is told bears out, though all are lines of one.

    Example:
        ``低于全市执行率的是渑池县、卢氏县`` where the table has 93.60 % for 全市, 94.47 % for 渑池县, 92.18 % for 陕州区 and 88.24 % for 卢氏县: the last two.
    """
    tables = [table for table in printed_tables(dossier) if len(table.rows) >= _LEAST]
    for line in prose(dossier) if tables else ():
        if not re.search("[低高]于|不足|未达|[小少大多]于|超过", line.text):
            continue
        for sentence in sentences(line):
            bones = skeleton(sentence.text)
            for pattern in (_OF_WHOLE, _OF_LIMIT):
                for found in pattern.finditer(bones.text):
                    yield from _judge(tables, sentence, bones, found)


def _judge(
    tables: list[PrintedTable], sentence: Sentence, bones: Skeleton, found: re.Match[str]
) -> Iterator[NamedLines]:
    names = tuple(re.split("[、和及与]", found["names"]))
    limit = bones.amount(found["mark"]).quantity if "mark" in found.groupdict() else None
    of = found["of"] or _subject(bones.text[: found.start()])
    sides = [
        due
        for table in tables
        for values in _columns(table, of)
        if (due := _side(values, names, found["way"], limit)) is not None
    ]
    if sides and not any(set(due) == set(names) for due in sides):
        at = bones.at
        start, end = at[found.start()], at[found.end() - 1] + 1
        yield NamedLines(sentence, start, end, of, names, sides[0])


def _subject(before: str) -> str:
    """Return what the clause before tells of, where the names are of the mean alone: 执行率…，低于全市平均水平的是….

    Example:
        ``执行率`` of ``执行率由高到低依次为甲县、乙县，``.
    """
    part = re.split("[。；]", before)[-1]
    found = re.match("[\u4e00-\u9fff]{2,8}?(?:率|满意度|面积)", part)
    return found[0] if found else ""


def _columns(table: PrintedTable, of: str) -> Iterator[dict[str, Quantity]]:
    for x in table.columns:
        head = bare_label(table.head(x))
        if len(head) >= _LEAST_NAME and (of.endswith(head) or head.endswith(of)) and of:
            yield {
                bare_label(row.label): row.cells[x].quantity for row in table.rows if x in row.cells
            }


def _side(
    values: Mapping[str, Quantity], names: tuple[str, ...], way: str, limit: Quantity | None
) -> tuple[str, ...] | None:
    """Return who is on the side told, ``None`` where the column has not all names, or no whole."""
    own = {label: one for label, one in values.items() if label and not TOTAL.match(label)}
    whole = [one for label, one in values.items() if label and TOTAL.match(label)]
    if limit is None and len(whole) == 1:
        limit = whole[0]
    if limit is None or len(own) < _LEAST or not all(name in own for name in names):
        return None
    if not all(one.unit.like(limit.unit) for one in own.values()):
        return None
    worth = {label: one.value_in(limit.unit) for label, one in own.items()}
    return tuple(label for label, one in worth.items() if holds(way, one, limit))
