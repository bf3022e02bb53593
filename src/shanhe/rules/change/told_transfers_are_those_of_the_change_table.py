"""文中所述县际调剂的方向、数额与调整表一致.

``从甲县调剂240万元到乙县`` against a table with a line for each place and a column of changes: what one gives is below zero there and what the other
takes above, and both are the sum told. ``目标同步调剂120公顷`` is held against the only column of changes in that unit, all of which are of one size.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import add
from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.measures.gaps_by_place import TOTAL
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.printed_tables import PrintedCell, bare_label, printed_tables
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.regex import regex

_PLACE = "[\u4e00-\u9fff]{1,6}?(?:[县市区旗镇乡盟州]|街道)"
_MOVED = "(?:调剂|调整|调出|调减|划转|调拨|统筹|转移)"
_FROM_TO = regex(
    rf"[从由将把](?P<giver>{_PLACE})(?:的)?{_MOVED}(?:出|了)?[^，。；：\ue000-\uf8ff]{{0,8}}?(?P<sum>{AMOUNT})[^，。；：\ue000-\uf8ff]{{0,8}}?(?:到|至|给|用于)(?P<taker>{_PLACE})(?=[，。；）]|使用|$)"
    rf"|[从由将把](?P<giver2>{_PLACE})(?:的)?[^，。；：\ue000-\uf8ff]{{0,8}}?(?P<sum2>{AMOUNT})[^，。；：\ue000-\uf8ff]{{0,8}}?{_MOVED}(?:到|至|给)(?P<taker2>{_PLACE})(?=[，。；）]|使用|$)"
)
_ALONG = regex(rf"(?:同步|相应|随之|一并)(?:调剂|调整|划转)(?:了)?(?P<sum>{AMOUNT})")
_CHANGE = regex("增减|变化|变动|调整|调剂|调增")
_LEAST = 2

_Column = dict[str, PrintedCell]
"""Changes by place."""


@rule(
    id="CHANGE-621",
    severity=ERROR,
    basis=["practice#R-07", "arithmetic#difference"],
    zh="文中“{words}”与调整表不符，表中为{due}",
    en='"{words}" is not what the table of changes has: {due}',
    only=Only.PAPER,
)
def told_transfers_are_those_of_the_change_table(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each transfer that the table has the other way round, or of another size."""
    del catalogue
    frames = [one for one in prose_frames(dossier) if re.search(_MOVED, one.bones.text)]
    columns = _columns(dossier) if frames else []
    sizes: dict[frozenset[str], set[Fraction]] = defaultdict(set)
    for frame in frames:
        for found in _FROM_TO.finditer(frame.bones.text):
            size = frame.bones.amount(found["sum"] or found["sum2"]).quantity
            sizes[_two(found)].add(size.value * size.unit.factor)
    for frame in frames if columns else ():
        for found in _FROM_TO.finditer(frame.bones.text):
            if len(sizes[_two(found)]) == 1:
                yield from _between(frame, found, columns)
        for found in _ALONG.finditer(frame.bones.text):
            yield from _along(frame, found, columns)


def _two(found: re.Match[str]) -> frozenset[str]:
    """Return the two places of a transfer; told with several sums there were several."""
    return frozenset({found["giver"] or found["giver2"], found["taker"] or found["taker2"]})


def _columns(dossier: Dossier) -> list[_Column]:
    """Return the columns of changes by place that leave the whole as it is."""
    made = []
    for table in printed_tables(dossier):
        rows = [(bare_label(row.label), row) for row in table.rows]
        for x in table.columns:
            column = {
                label: row.cells[x]
                for label, row in rows
                if x in row.cells and not TOTAL.fullmatch(label)
            }
            if _CHANGE.search(table.head(x)) and _is_moved(column):
                made.append(column)
    return made


def _is_moved(column: _Column) -> bool:
    """Return whether what some places give is what others take."""
    changes = [one.quantity for one in column.values()]
    like = changes and all(one.unit == changes[0].unit for one in changes)
    gives = any(one.amount < 0 for one in changes) and any(one.amount > 0 for one in changes)
    return bool(like) and gives and not add(changes).value


def _of_unit(columns: list[_Column], told: PrintedAmount) -> list[_Column]:
    return [
        column
        for column in columns
        if all(one.quantity.unit.like(told.quantity.unit) for one in column.values())
    ]


def _between(frame: Frame, found: re.Match[str], columns: list[_Column]) -> Iterator[Hit]:
    told = frame.bones.amount(found["sum"] or found["sum2"])
    giver, taker = found["giver"] or found["giver2"], found["taker"] or found["taker2"]
    own = [one for one in _of_unit(columns, told) if {giver, taker} <= one.keys()]
    if len(own) != 1 or told.vague:
        return
    given, taken = own[0][giver], own[0][taker]
    size = told.quantity.value_in(given.quantity.unit)
    moved = [one for one in own[0].values() if one.quantity.amount]
    due = (-given.quantity.value, taken.quantity.value)
    if len(moved) == _LEAST and due != (size, size):
        at = frame.operand(found.start(), found.end())
        cells = f"{giver} {given.operand.text.strip()}、{taker} {taken.operand.text.strip()}"
        yield Hit((at, given.operand, taken.operand), {"words": at.text, "due": cells})


def _along(frame: Frame, found: re.Match[str], columns: list[_Column]) -> Iterator[Hit]:
    told = frame.bones.amount(found["sum"])
    own = _of_unit(columns, told)
    if len(own) != 1 or told.vague:
        return
    moved = {place: one for place, one in own[0].items() if one.quantity.amount}
    sizes = {abs(one.quantity.value) for one in moved.values()}
    unit = next(iter(moved.values())).quantity.unit
    if len(sizes) == 1 and told.quantity.value_in(unit) not in sizes:
        at = frame.operand(found.start(), found.end())
        cells = "、".join(f"{place} {one.operand.text.strip()}" for place, one in moved.items())
        operands = (one.operand for one in moved.values())
        yield Hit((at, *operands), {"words": at.text, "due": cells})
