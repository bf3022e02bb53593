"""Tables of problems found: how many are mended, and how much money they are of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from shanhe.measures.computed import Computed, add
from shanhe.measures.text_tables import Row, plain, text_tables
from shanhe.records.dossier import Dossier
from shanhe.records.paper import TextLine
from shanhe.values.quantity import Quantity
from shanhe.values.regex import regex
from shanhe.values.unit import find_unit

STATE = regex("(?:整改|办理|销号)?(?:状态|进展|结果|情况)|是否(?:完成)?整改")
_MONEY = regex(r"[^率]*(?:金额|资金)[（(](?P<unit>万?元)[）)]")
_PROBLEM = regex("问题|整改")
_DONE = regex("(?:已|已经)?(?:全部)?(?:整改)?(?:完成|到位|完毕)(?:整改)?|已整改|已?销号|是|已办结")
OPEN = regex(".*(?:整改中|正在|未|推进|持续|否).*")
_NUMBER = regex(r"\d+(?:\.\d+)?")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Mended:
    """The money of the problems that a table has as mended; ``cells`` are those of their sums."""

    money: Computed
    cells: tuple[TextLine, ...]


def mended_money(dossier: Dossier) -> Iterator[Mended]:
    """Yield for each table of problems what is mended, where every line has a state and a sum.

    Example:
        18.60, 6.40 and 12.50 万元 that are 已完成, and 4.50 that is 整改中, are 37.50 万元 mended.
    """
    for words, rows in text_tables(dossier):
        if _PROBLEM.search(words):
            yield from _table(rows)


def _table(rows: tuple[Row, ...]) -> Iterator[Mended]:
    for place, heads in enumerate(rows):
        names = {x: plain(cell) for x, cell in heads.items()}
        states = [x for x, name in names.items() if STATE.fullmatch(name)]
        sums = [(x, found) for x, name in names.items() if (found := _MONEY.fullmatch(name))]
        if len(states) == len(sums) == 1:
            yield from _mended(rows[place + 1 :], states[0], *sums[0])
            return


def _mended(rows: tuple[Row, ...], state: str, x: str, head: re.Match[str]) -> Iterator[Mended]:
    lines = [row for row in rows if state in row and x in row and _NUMBER.fullmatch(plain(row[x]))]
    told = [row for row in lines if re.search("[\u4e00-\u9fff]", plain(row[state]))]
    done = [row[x] for row in told if _DONE.fullmatch(plain(row[state]))]
    left = [row for row in told if OPEN.fullmatch(plain(row[state]))]
    unit = find_unit(head["unit"])
    if unit is not None and left and len(done) >= _LEAST and len(done) + len(left) == len(told):
        values = [Quantity(Decimal(plain(cell)), unit, exact=True) for cell in done]
        yield Mended(add(values, unit), tuple(done))
