"""How far the highest and the lowest are told to be apart: 最高的是甲镇，最低的是乙镇，相差6.00个百分点."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.measures.computed import Computed, subtract
from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.printed_tables import bare_label, printed_tables
from shanhe.measures.stated import judge_stated
from shanhe.records.dossier import Dossier
from shanhe.records.source import Operand
from shanhe.values.quantity import Quantity
from shanhe.values.regex import regex
from shanhe.values.unit import unit

_NAME = "[\u4e00-\u9fff]{2,10}?"
_VALUE = rf"(?:[（(，]?(?:[^，。；\ue000-\uf8ff]{{0,8}}[为达])?{AMOUNT}[）)]?)?"
_APART = regex(
    rf"(?P<of>[\u4e00-\u9fff]{{2,8}}?)最[高多大]的?[是为](?P<high>{_NAME}){_VALUE}[，；]"
    rf"(?:其?[\u4e00-\u9fff]{{2,8}}?)?最[低少小]的?[是为](?P<low>{_NAME}){_VALUE}[，；]"
    rf"(?:两[者镇县地]|二者|高低|前者比后者|最高与最低)?(?:之间)?(?:相差|差距为?|高出?)(?P<gap>{AMOUNT})"
)
_IN_ORDER = regex(
    rf"(?P<of>[\u4e00-\u9fff]{{2,10}}?)(?:按|排名)?[从由](?:高到低|大到小|多到少)(?:排列|排序)?[，,]?(?:依次|分别)?[为是](?P<high>{_NAME})(?:、{_NAME})*[、和及](?P<low>{_NAME})[，；]"
    rf"(?:首位[与和]末位|首末两?位|首尾|最高[与和]最低|第一位?[与和]最后一?位?|前后|排名?首位[与和]末位的?)(?:之间)?(?:相差|差距为?)(?P<gap>{AMOUNT})"
)
"""执行率由高到低依次为甲县、乙县、丙县，首位与末位相差9.30个百分点."""
_POINT, _PERCENT = unit("百分点"), unit("%")


@dataclass(frozen=True, slots=True)
class Apart:
    """A difference as told, and that of the two lines of the table."""

    frame: Frame
    start: int
    end: int
    gap: PrintedAmount
    made: Computed
    at: tuple[Operand, Operand]


def extremes_apart(dossier: Dossier) -> Iterator[Apart]:
    """Yield the differences between two named lines that no column of the name told makes.

    Example:
        执行率 97.50% for 固村镇 and 91.50% for 黄石镇: ``最高的是固村镇，最低的是黄石镇，相差8.00个百分点`` is 6.00.
    """
    for frame in prose_frames(dossier):
        apart = "相差" in frame.bones.text or "差距" in frame.bones.text
        for found in _all(frame.bones.text) if apart else ():
            gap = frame.bones.amount(found["gap"])
            made = [*_made(dossier, found)] if not gap.vague else []
            fit = [each for each in made if each[0].unit.like(_told(gap).unit)]
            if fit and not any(judge_stated(_told(gap), one).is_kept for one, _ in fit):
                yield Apart(frame, found.start(), found.end(), gap, *fit[0])


def _all(text: str) -> Iterator[re.Match[str]]:
    yield from _APART.finditer(text)
    yield from _IN_ORDER.finditer(text)


def _told(gap: PrintedAmount) -> Quantity:
    own = gap.quantity
    return Quantity(own.amount, _PERCENT) if own.unit == _POINT else own


def _made(
    dossier: Dossier, found: re.Match[str]
) -> Iterator[tuple[Computed, tuple[Operand, Operand]]]:
    for table in printed_tables(dossier):
        lines = {bare_label(row.label): row for row in table.rows}
        high, low = lines.get(found["high"]), lines.get(found["low"])
        if high is None or low is None:
            continue
        for x in high.cells.keys() & low.cells.keys():
            if found["of"].endswith(bare_label(table.head(x))):
                one, other = high.cells[x], low.cells[x]
                yield subtract(one.quantity, other.quantity), (one.operand, other.operand)
