"""Who is told to be the only one below or above a limit: 桃红坡镇满意度最低，也是唯一低于90%的乡镇."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from shanhe.measures.frame import AMOUNT, skeleton
from shanhe.measures.printed_tables import PrintedTable, bare_label, printed_tables
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.records.dossier import Dossier
from shanhe.values.quantity import Quantity
from shanhe.values.regex import regex

_ONLY = regex(
    rf"(?:唯一|仅有的?)(?:一个)?(?:(?P<of>[\u4e00-\u9fff]{{2,10}}?))?(?P<way>低于|不足|未达到?|未超过|小于|少于|高于|超过|大于|多于|达到)(?P<mark>{AMOUNT})(?:以[上下])?的"
)
_BELOW = frozenset({"低于", "不足", "未达", "未达到", "小于", "少于"})
_AT_LEAST, _AT_MOST = "达到", "未超过"
_TOTAL = regex(".*(?:合计|总计|小计|共计|平均|全[省市州盟县区旗])")
_LEAST, _LEAST_NAME = 3, 2


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
        if not ("唯一" in line.text or "仅有" in line.text):
            continue
        for sentence in sentences(line):
            bones = skeleton(sentence.text)
            for found in _ONLY.finditer(bones.text):
                limit = bones.amount(found["mark"]).quantity
                words = re.split("。", bones.text[: found.start()])[-1] + (found["of"] or "")
                columns = [own for table in tables for own in _columns(table, words, limit)]
                told = [own for own in columns if any(label in words for label in own[1])]
                if len(told) == 1:
                    of, values = told[0]
                    due = tuple(
                        label for label, one in values.items() if _holds(found["way"], one, limit)
                    )
                    if len(due) != 1 or due[0] not in words:
                        at = bones.at
                        start, end = at[found.start()], at[found.end() - 1] + 1
                        yield OnlyOne(sentence, start, end, of, due)


def _columns(
    table: PrintedTable, words: str, limit: Quantity
) -> Iterator[tuple[str, dict[str, Fraction]]]:
    """Yield the columns whose heads the words tell, in the unit of the limit, by their lines."""
    for x in table.columns:
        head = bare_label(table.head(x))
        cells = {
            bare_label(row.label): row.cells[x].quantity
            for row in table.rows
            if x in row.cells and not _TOTAL.match(row.label)
        }
        like = all(one.unit.like(limit.unit) for one in cells.values())
        named = all(len(label) >= _LEAST_NAME for label in cells) and head in words
        if named and like and len(head) >= _LEAST_NAME and len(cells) >= _LEAST:
            yield head, {label: one.value_in(limit.unit) for label, one in cells.items()}


def _holds(way: str, value: Fraction, limit: Quantity) -> bool:
    if way in _BELOW:
        return value < limit.value
    if way == _AT_MOST:
        return value <= limit.value
    return value >= limit.value if way == _AT_LEAST else value > limit.value
