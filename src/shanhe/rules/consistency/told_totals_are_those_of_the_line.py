"""文中所述某项各年（各期、各地）合计与表中该行合计相符.

``社会资本由某公司投入，三年共2480.00万元`` against the line 社会资本 and its column 合计. The sentence must name one line of the table
only; a number that stands anywhere in that line is taken as told of it.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.frame import AMOUNT, Frame, frames
from shanhe.measures.printed_tables import PrintedCell, PrintedRow, printed_tables
from shanhe.measures.stated import agree
from shanhe.measures.totals_of_lines import total_columns
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount

_TOLD = re.compile(
    "(?:[两二三四五六七八九十各]|\\d|20\\d\\d[—–~-]20\\d\\d)个?(?:年度?|季度|月|期|县区?|市|地|镇|标段|片区)(?:间|内)?(?:共计?|合计|总计|累计)"
    f"[^，。；：、\ue000-\uf8ff]{{0,6}}(?P<mark>{AMOUNT})"
)
_LEAST = 3
_ROOM = Fraction(3)


@rule(
    id="SAME-946",
    severity=ERROR,
    basis=["practice#R-07", "arithmetic#same"],
    zh="“{words}”与表中“{label}”行合计 {cell} 不符",
    en="{words}: the total of the line {label} in the table is {cell}",
    only=Only.PAPER,
)
def told_totals_are_those_of_the_line(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each total of a line that the text tells otherwise."""
    del catalogue
    lines = list(_lines(dossier))
    for frame in frames(dossier) if lines else ():
        for found in _TOLD.finditer(frame.bones.text):
            yield from _judge(frame, found, lines)


def _lines(dossier: Dossier) -> Iterator[tuple[PrintedRow, PrintedCell]]:
    """Yield each named line that has a total, with that."""
    for table in printed_tables(dossier):
        columns = total_columns(table)
        for row in table.rows if len(columns) == 1 else ():
            if len(row.label) >= _LEAST and columns[0] in row.cells:
                yield row, row.cells[columns[0]]


def _judge(
    frame: Frame, found: re.Match[str], lines: list[tuple[PrintedRow, PrintedCell]]
) -> Iterator[Hit]:
    text = frame.bones.text
    start = max(text.rfind(mark, 0, found.start()) for mark in "。；") + 1
    named = [(row, cell) for row, cell in lines if row.label in text[start : found.start()]]
    told = frame.bones.amount(found["mark"]).quantity
    if len(named) != 1 or frame.bones.amount(found["mark"]).vague:
        return
    row, whole = named[0]
    any_of_it = any(agree(told, cell.quantity) for cell in row.cells.values())
    if agree(told, whole.quantity) is not False or any_of_it:
        return
    if is_near(told.value_in(whole.quantity.unit), whole.quantity.value, _ROOM):
        at = frame.operand(found.start(), found.end())
        words = {"words": at.text, "label": row.label, "cell": amount(whole.quantity)}
        yield Hit((at, whole.operand), words)
