"""超过、低于某数的个数与表中该列相符.

``合同价超过5000万元的有2个``, ``支付率低于95%的标段有3个`` and ``有2个乡镇满意度低于90%`` against all lines of the column of that name. Where
several tables have it, nothing is said if any of them bears the number out; 其中 and numbers of one place alone are left alone.
"""

import re
from collections.abc import Iterator, Sequence

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.measures.limit_columns import columns_told, holds
from shanhe.measures.printed_amount import counts
from shanhe.measures.printed_tables import PrintedTable, printed_tables
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.regex import regex

_W = r"[^，。；：、\ue000-\uf8ff]"
_LIMIT = rf"(?P<way>低于|不足|未达到?|未超过|不超过|不低于|小于|少于|高于|超过|大于|多于|达到)(?P<mark>{AMOUNT})(?:以[上下])?"
_N = rf"(?P<n>{AMOUNT})"
_TOLD = (
    regex(
        rf"(?:^|(?<=[，。；：]))(?P<of>{_W}{{2,16}}?){_LIMIT}的{_W}{{0,6}}?(?:共?有|共|为){_N}(?=[，。；（]|$)"
    ),
    regex(rf"(?:^|(?<=[，。；：]))(?P<of>{_W}{{2,16}}?){_LIMIT}的{_W}{{2,6}}{_N}(?=[，。；（]|$)"),
    regex(
        rf"(?:^|(?<=[，。；：]))(?:共?有){_N}{_W}{{0,6}}?的?(?P<of>[\u4e00-\u9fff]{{2,8}}){_LIMIT}(?=[，。；（]|$)"
    ),
)
_OPEN = regex("其中|除|以外|上年|上一年|去年|年初|分别|均|[省市县区旗镇乡]本级")


@rule(
    id="SAME-972",
    severity=ERROR,
    basis=["arithmetic#count", "practice#R-07"],
    zh="“{words}”与表中“{head}”列不符，表中为 {due} 个",
    en='"{words}": the column {head} of the table has {due}',
    only=Only.PAPER,
)
def told_counts_over_a_limit_are_those_of_the_column(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each number of lines above or below a limit that no column of that name has."""
    del catalogue
    tables = list(printed_tables(dossier))
    for frame in prose_frames(dossier) if tables else ():
        for pattern in _TOLD:
            for found in pattern.finditer(frame.bones.text):
                yield from _judge(tables, frame, found)


def _judge(tables: Sequence[PrintedTable], frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    limit, told = frame.bones.amount(found["mark"]), frame.bones.amount(found["n"])
    clause = re.split("[。；]", found.string[: found.start()])[-1] + found[0]
    if limit.vague or told.vague or not counts(told.quantity.unit) or _OPEN.search(clause):
        return
    due = {
        column.head: len(
            [v for v in column.values.values() if holds(found["way"], v, limit.quantity)]
        )
        for table in tables
        for column in columns_told(table, found["of"], limit.quantity)
    }
    if due and told.quantity.value not in due.values() and len(set(due.values())) == 1:
        at = frame.operand(found.start(), found.end())
        head = next(iter(due))
        yield Hit((at,), {"words": at.text, "head": head, "due": due[head]})
