"""问题台账的整改状态与完成日期相符.

In a table that has both a day until when and a day on which: 整改中 has no day on which it was completed, 已整改 has one. Where no
line has a day of completion the column is not kept, and nothing is said of those without one.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.mending_days import DONE, DUE
from shanhe.measures.text_tables import Row, plain, tables_with, title_of
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import Both
from shanhe.values.numerals import read_date
from shanhe.values.regex import regex

_STATE = regex("(?:当前|目前)?(?:整改|办理|销号)?(?:状态|进展|结果)|是否(?:完成)?整改")
_OPEN = regex("(?:正在|持续)?整改中?|未(?:完成)?整改|尚未[^，。]*|推进中|正在[^，。]*|未销号|否")
_MENDED = regex("已(?:完成)?整改(?:完成|到位|完毕)?|(?:已)?(?:整改)?完成(?:整改)?|已销号|已办结|是")
_NONE = frozenset({"", "-", "—", "–", "/", "——", "无"})


@rule(
    id="TIME-351",
    severity=WARN,
    basis=["practice#R-06"],
    zh="“{row}”的状态写为“{state}”，{head}{day}",
    en='{row}: the state is "{state}", {head}: {day}',
    only=Only.PAPER,
)
def mended_problems_have_their_day(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each line whose state and day of completion do not go together."""
    del catalogue
    for rows in tables_with(dossier, "整改", "销号", "办结"):
        for place, row in enumerate(rows):
            words = {x: plain(cell) for x, cell in row.items()}
            found = [_only(words, pattern) for pattern in (DUE, DONE, _STATE)]
            if all(found):
                yield from _table(rows[place + 1 :], found[1], found[2], words[found[1]])
                break


def _only(words: dict[str, str], pattern: re.Pattern[str]) -> str:
    found = [x for x, word in words.items() if pattern.fullmatch(word)]
    return found[0] if len(found) == 1 else ""


def _table(rows: tuple[Row, ...], done: str, state: str, head: str) -> Iterator[Hit]:
    lines = [row for row in rows if done in row and state in row]
    kept = any(read_date(row[done].text.strip()) for row in lines)
    for row in lines:
        day, told = read_date(row[done].text.strip()), plain(row[state])
        missing = kept and _MENDED.fullmatch(told) and plain(row[done]) in _NONE
        if (day is not None and _OPEN.fullmatch(told)) or missing:
            words = {"row": title_of(row), "state": told, "head": head}
            said = Both(f"却为 {day}", str(day)) if day else Both("没有填写", "none")
            at = (row[state].operand("text"), row[done].operand("text"))
            yield Hit(at, {**words, "day": said})
