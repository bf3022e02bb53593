"""Who is told to be the only one below or above a limit: 桃红坡镇满意度最低，也是唯一低于90%的乡镇; 满意度低于90%的只有桃红坡镇."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.measures.frame import AMOUNT, Skeleton, skeleton
from shanhe.measures.limit_columns import LimitColumn, columns_told, holds
from shanhe.measures.printed_tables import PrintedTable, printed_tables
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.records.dossier import Dossier
from shanhe.values.regex import regex

_WAY = "(?P<way>低于|不足|未达到?|未超过|小于|少于|高于|超过|大于|多于|达到)"
_LIMIT = rf"{_WAY}(?P<mark>{AMOUNT})(?:以[上下])?"
_ONLY = regex(rf"(?:唯一|仅有的?)(?:一个)?(?:(?P<of>[\u4e00-\u9fff]{{2,10}}?))?{_LIMIT}的")
_NAMES = r"(?P<names>[\u4e00-\u9fff]{2,16}(?:、[\u4e00-\u9fff]{2,16}){0,5})"
_WHO = regex(
    rf"{_LIMIT}的[\u4e00-\u9fff]{{0,6}}?(?:只有|仅有|仅为|仅)(?!{AMOUNT}){_NAMES}(?=[，。；])"
)
"""Named after the limit: 浓度低于0.050毫克/升的只有青山湖断面."""
_OPEN = regex("等$|等[，。；]|[^\u4e00-\u9fff]")
_LEAST = 3


@dataclass(frozen=True, slots=True)
class OnlyOne:
    """A name told to be the only one, by ``of``; ``due`` are all of whom it is true."""

    sentence: Sentence
    start: int
    end: int
    of: str
    due: tuple[str, ...]


def told_only_ones(dossier: Dossier) -> Iterator[OnlyOne]:
    """Yield those that the only column of that name does not bear out: more are below the limit, none is, or another.

    Example:
        ``桃红坡镇最低，也是唯一高于90%的乡镇`` where four of five lines of 满意度 are above 90 %: those four.
    """
    tables = [table for table in printed_tables(dossier) if len(table.rows) >= _LEAST]
    for line in prose(dossier) if tables else ():
        if not re.search("唯一|仅|只有", line.text):
            continue
        for sentence in sentences(line):
            bones = skeleton(sentence.text)
            for found in (*_ONLY.finditer(bones.text), *_WHO.finditer(bones.text)):
                told = _refuted(tables, bones, found)
                if told is not None:
                    at = bones.at
                    start, end = at[found.start()], at[found.end() - 1] + 1
                    yield OnlyOne(sentence, start, end, *told)


def _refuted(
    tables: list[PrintedTable], bones: Skeleton, found: re.Match[str]
) -> tuple[str, tuple[str, ...]] | None:
    """Return by what somebody is told to be the only one, and who is, if those are others."""
    limit = bones.amount(found["mark"]).quantity
    named = found.groupdict().get("names")
    words = re.split("。", bones.text[: found.start()])[-1] + (found.groupdict().get("of") or "")
    if named:
        words = re.split("[，；]", words)[-1]
    columns = [own for table in tables for own in columns_told(table, words, limit)]
    told = [own for own in columns if any(label in (named or words) for label in own.values)]
    if len(told) != 1 or bones.amount(found["mark"]).vague:
        return None
    column = told[0]
    due = tuple(label for label, one in column.values.items() if holds(found["way"], one, limit))
    fits = _are(named, column, due) if named else len(due) == 1 and due[0] in words
    return None if fits else (column.head, due)


def _are(named: str, column: LimitColumn, due: tuple[str, ...]) -> bool:
    """Return whether the names told are those due, or are not all lines of the column."""
    told = [
        next((label for label in column.values if name.startswith(label)), "")
        for name in re.split("[、和及与]", named)
    ]
    return not all(told) or set(told) == set(due)
