"""文中所述后续任务等于表中总任务减累计完成.

``后续还需治理1076.68公顷`` against the line 综合治理面积: 3500.00 − 2423.32. It stands if any two numbers of a line of any table
differ by it, and is questioned where one line comes near.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import Computed, subtract
from shanhe.measures.frame import AMOUNT, Frame, frames
from shanhe.measures.printed_tables import PrintedCell, PrintedTable, printed_tables
from shanhe.measures.sentences import in_table
from shanhe.measures.stated import judge_stated
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import result
from shanhe.values.quantity import Quantity

_LEFT = re.compile(
    f"(?:还需|尚需|仍需|还剩|尚余|剩余|待)(?:完成|治理|修复|建设|实施|投入)?[^，。；、\ue000-\uf8ff]{{0,8}}(?P<mark>{AMOUNT})"
)
_TERM = re.compile(
    "(?:实施期|整体|总体|[三五]年|规划期?|全周期)?总?(?:任务|目标|投资|指标)[值数量]?|实施期|总量"
)
_DONE = re.compile("(?:截至[^，。]*)?累计(?!占)[^占率]*")
_NEAR = Fraction(1, 10)


@rule(
    id="SAME-949",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#R-07"],
    zh="“{words}”与表中“{label}”行不符：{steps} = {due}",
    en="{words}: the line {label} of the table makes {steps} = {due}",
    only=Only.PAPER,
)
def what_is_left_is_term_less_done(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each rest of the term that the line it comes near does not leave."""
    del catalogue
    rests = [one for table in printed_tables(dossier) for one in _rests(table)]
    for frame in frames(dossier) if rests else ():
        for found in _LEFT.finditer(frame.bones.text):
            told = frame.bones.amount(found["mark"])
            if not (told.vague or told.is_percent or in_table(frame.sentence.line)):
                yield from _judge(dossier, frame, found, told.quantity, rests)


Rest = tuple[str, Computed, PrintedCell, PrintedCell]


def _judge(
    dossier: Dossier, frame: Frame, found: re.Match[str], told: Quantity, rests: list[Rest]
) -> Iterator[Hit]:
    like = [one for one in rests if one[1].unit.like(told.unit)]
    near = [one for one in like if _is_near(told, one[1])]
    own = frame.bones.amounts
    here = (subtract(a.quantity, b.quantity) for a, b in permutations(own, 2) if a.is_like(b))
    if len(near) != 1 or any(judge_stated(told, each).is_kept for each in here):
        return
    if any(judge_stated(told, each).is_kept for each in _differences(dossier, told)):
        return
    label, due, term, done = near[0]
    at = frame.operand(found.start(), found.end())
    words = {
        "words": at.text,
        "label": label,
        "steps": due.steps,
        "due": result(due, max(told.places, 0)),
    }
    yield Hit((at, term.operand, done.operand), words, recomputed=due.equation)


def _rests(table: PrintedTable) -> Iterator[Rest]:
    """Yield what each line has left: the term's task less what was done in all."""
    terms = [x for x in table.columns if _TERM.fullmatch(table.head(x))]
    dones = [x for x in table.columns if _DONE.fullmatch(table.head(x))]
    for row in table.rows if len(terms) == len(dones) == 1 else ():
        term, done = row.cells.get(terms[0]), row.cells.get(dones[0])
        if term and done and term.quantity.unit.like(done.quantity.unit):
            yield row.label, subtract(term.quantity, done.quantity), term, done


def _differences(dossier: Dossier, told: Quantity) -> Iterator[Computed]:
    for table in printed_tables(dossier):
        for row in table.rows:
            cells = [
                one.quantity for one in row.cells.values() if one.quantity.unit.like(told.unit)
            ]
            yield from (subtract(one, other) for one, other in permutations(cells, 2))


def _is_near(told: Quantity, due: Computed) -> bool:
    value = due.value * due.unit.factor_to(told.unit)
    return abs(value - told.value) <= _NEAR * abs(value)
