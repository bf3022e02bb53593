"""文中的平均数等于表中该列各行的平均.

``五市平均得分95.12分`` against the column of points: (98.2 + 96.5 + 95.3 + 89.1 + 96.5) ÷ 5. It stands if any column with a like
unit makes it, and is questioned where one column has that heading and comes near, or has the same digits. Rates are left out: their mean may be
weighted.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import Computed, add
from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.measures.printed_tables import PrintedCell, PrintedTable, printed_tables
from shanhe.measures.slips import is_turned
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import result
from shanhe.values.interval import Interval
from shanhe.values.outcome import judge_equal
from shanhe.values.quantity import Quantity, rounded
from shanhe.values.regex import regex

_MEAN = regex(
    f"(?:平均(?P<after>[\u4e00-\u9fff]{{2,8}}?)|(?P<before>[\u4e00-\u9fff]{{2,8}}?)平均)(?:值|分)?(?:为|达到?|是|约)?(?P<mark>{AMOUNT})"
)
_EACH = regex(f"平均每个?(?:子?项目|工程|标段|乡镇|县|市)(?P<mark>{AMOUNT})")
"""The mean of a column that the sentence names before it: 单个项目总投资最大的是…，平均每个项目1035.00万元."""
_TOTAL = regex(
    "(?:全[省市州盟县区旗域]|各[市县区地])?(?:合计|总计|共计|小计|累计|总数|计)[:：]?|全[省市州县区]"
)
_WORDS = regex("得分|评分|分数|总分|综合分")
_POINTS = regex("得分|评分|总分|分数|合计")
_BRACKETS = regex("[（(][^（）()]*[）)]")
_NEAR = Fraction(1, 10)
_LEAST = 3


@rule(
    id="SAME-947",
    severity=ERROR,
    basis=["arithmetic#ratio", "practice#R-07"],
    zh="“{words}”与表中“{head}”列不符：{steps} = {due}",
    en="{words}: the column {head} of the table makes {steps} = {due}",
    only=Only.PAPER,
)
def told_means_are_those_of_the_column(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each mean that the column it names does not have."""
    del catalogue
    tables = printed_tables(dossier)
    for frame in prose_frames(dossier) if tables else ():
        for found in _MEAN.finditer("" if "加权" in frame.bones.text else frame.bones.text):
            one = frame.bones.amount(found["mark"])
            if not (one.vague or one.is_percent):
                word = found["after"] or found["before"]
                yield from _judge(frame, found, word, tables)
        for found in _EACH.finditer(frame.bones.text):
            yield from _judge(frame, found, frame.bones.text[: found.start()], tables)


def _judge(
    frame: Frame, found: re.Match[str], word: str, tables: Sequence[PrintedTable]
) -> Iterator[Hit]:
    one = frame.bones.amount(found["mark"])
    every = [made for table in tables for made in _means(table, one.quantity)]
    if any(judge_equal(one.quantity, due.interval, due.value).is_kept for _, due, _ in every):
        return
    named = [each for each in every if _names(word, each[0])]
    if len(named) != 1:
        return
    head, due, cells = named[0]
    turned = is_turned(rounded(due.value, one.quantity.places), one.quantity.amount)
    if turned or abs(due.value - one.quantity.value) <= _NEAR * abs(due.value):
        at = frame.operand(found.start(), found.end())
        words = {
            "words": at.text,
            "head": head,
            "steps": due.steps,
            "due": result(due, one.quantity.places).strip(),
        }
        yield Hit((at, *(cell.operand for cell in cells)), words, recomputed=due.equation)


def _names(word: str, head: str) -> bool:
    """Return whether the words beside 平均 name a column; points of any name are those of the total."""
    if _WORDS.search(word):
        return _POINTS.search(head) is not None
    bare = re.sub("天数$|数$", "", head)
    return len(bare) > 1 and bare in word


def _means(
    table: PrintedTable, stated: Quantity
) -> Iterator[tuple[str, Computed, list[PrintedCell]]]:
    """Yield the mean of each column over the lines that are no totals, in the unit that is stated."""
    rows = [row for row in table.rows if not _TOTAL.fullmatch(row.label)]
    for x in table.columns:
        cells = [row.cells[x] for row in rows if x in row.cells]
        bare = [cell for cell in cells if cell.quantity.unit.symbol in {"", stated.unit.symbol}]
        if len(cells) >= _LEAST and len(bare) == len(cells) == len(rows):
            total = add([cell.quantity for cell in cells])
            count = Interval.exactly(len(cells))
            steps = f"({total.steps}) ÷ {len(cells)}"
            due = Computed(total.value / len(cells), total.interval / count, stated.unit, steps)
            yield _BRACKETS.sub("", table.head(x)), due, cells
