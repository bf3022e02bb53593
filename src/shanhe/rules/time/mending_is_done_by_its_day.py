"""整改完成日期不晚于整改期限.

A table of problems that has both days in a line. Where the line, or a text of the paper, says that it was late, nothing is said; what the
problem itself was (补助发放滞后) is no such word.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.mending_days import DONE, DUE
from shanhe.measures.text_tables import Row, plain, tables_with, title_of
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.values.numerals import read_date
from shanhe.values.regex import regex

_MENDED = regex("整改|销号|办结")
_LATE = regex("逾期|超期|延期|延长|推迟|滞后|延后")


@rule(
    id="TIME-341",
    severity=WARN,
    basis=["practice#R-06"],
    zh="“{row}”{done_head}为 {done}，晚于{due_head} {due}，表中未注明逾期",
    en="{row} was mended on {done}, after {due}, and is not said to be late",
    only=Only.PAPER,
)
def mending_is_done_by_its_day(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each problem that was mended after its day."""
    del catalogue
    if any(_LATE.search(line.text) and "整改" in line.text for line in dossier.texts):
        return
    for rows in tables_with(dossier, "整改", "销号", "办结"):
        yield from _table(rows)


def _table(rows: tuple[Row, ...]) -> Iterator[Hit]:
    heads: dict[str, str] = {}
    problems: list[str] = []
    for row in rows:
        words = {x: plain(cell) for x, cell in row.items()}
        dues = [x for x, word in words.items() if DUE.fullmatch(word)]
        dones = [x for x, word in words.items() if DONE.fullmatch(word)]
        named = {x: words[x] for x in (*dues, *dones)}
        if len(dues) == len(dones) == 1 and _MENDED.search("".join(named.values())):
            heads, problems = named, [x for x, word in words.items() if "问题" in word]
        elif heads.keys() <= row.keys() and heads:
            yield from _row(row, heads, problems)


def _row(row: Row, heads: dict[str, str], problems: list[str]) -> Iterator[Hit]:
    (first, due_head), (last, done_head) = heads.items()
    due, done = (read_date(row[x].text.strip()) for x in (first, last))
    late = any(_LATE.search(cell.text) for x, cell in row.items() if x not in problems)
    if due is not None and done is not None and done > due and not late:
        words = {"row": title_of(row), "due_head": due_head, "due": due}
        words |= {"done_head": done_head, "done": done}
        yield Hit((row[last].operand("text"), row[first].operand("text")), words)
