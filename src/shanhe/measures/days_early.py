"""Days early or late told of things in turn, and what two columns of days make of them: 一标段、二标段分别提前7天、3天完工."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.measures.once import once
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.text_tables import Row, plain, tables_with, title_of
from shanhe.records.dossier import Dossier
from shanhe.records.source import Operand
from shanhe.values.numerals import read_date
from shanhe.values.regex import regex

_AND = "[、和及与]"
_NAME = r"[^，。；：、和及与\ue000-\uf8ff]{2,10}?"
_WAY = "提前|推迟|延后|滞后|逾期|延期|超期|晚|早"
_THAN = "(?:[比较](?:计划|合同|约定|要求)(?:约定|规定|要求)?的?(?:[完竣]?工)?(?:工期|日期|时间|期限|日)?)"
_END = "(?:[完竣]工|完成|建成|验收|$|(?=[，。；]))"
_DONE_SO = "(?:实际)?(?:[完竣]工|完成)(?:日期|时间)?"
_TOLD = regex(
    rf"(?:^|(?<=[，。；：]))(?P<names>{_NAME}(?:{_AND}{_NAME})*)(?:工程)?(?:{_DONE_SO})?(?:分别|各自)?{_THAN}?(?:分别|各自)?"
    rf"(?P<way>{_WAY})了?(?P<days>{AMOUNT}(?:{_AND}{AMOUNT})*){_END}"
)
_AFTER = regex(
    rf"(?:^|(?<=[，。；：]))(?P<names>{_NAME})(?:工程)?(?:实际)?(?:[于在]|(?=\d))[^，。；：、\ue000-\uf8ff]{{4,16}}(?:[完竣]工|完成|建成)(?:并[^，。；]{{2,6}})?[，,]{_THAN}(?P<way>{_WAY})了?(?P<days>{AMOUNT}){_END}"
)
"""三标段于2025年10月18日完工，比合同晚18天."""
_RANGE = regex(
    rf"(?P<rest>其余|其他)?(?:的)?(?P<many>{AMOUNT})(?:标段|施工合同|合同|子项目|工程|项目)?(?:均|都|全部|分别)?(?:{_THAN})?(?P<way>{_WAY})了?(?P<low>{AMOUNT})(?:至|到|[-—~～])(?P<high>{AMOUNT}){_END}"
)
_OF_END = regex("[完竣]工|完成|建成|验收|合同")
_OTHER_STEP = regex("开工|进场|招标|下达|拨付|支付")
"""Steps that days may be early or late for as well."""
_DUE = regex("(?:应|计划|合同|约定|要求|预定)(?:的)?(?:[完竣交]工|完成|建成)(?:日期|时间|日)?")
_DONE = regex("(?:实际)(?:[完竣交]工|完成|建成)(?:日期|时间|日)?")
_EARLY = frozenset({"提前", "早"})
_DAYS = frozenset({"天", "日", "个日历天", "日历天"})


@dataclass(frozen=True, slots=True)
class DaysEarly:
    """Days told of a thing, and the two days of its line: due before done, or after."""

    frame: Frame
    start: int
    end: int
    name: str
    told: PrintedAmount
    due: date
    done: date
    at: tuple[Operand, Operand]


DayLine = tuple[date, date, tuple[Operand, Operand]]


def days_early(dossier: Dossier) -> Iterator[DaysEarly]:
    """Yield the days that are not those between the two days of the thing's line.

    Example:
        应完工 11月15日 and 实际完工 11月12日 of 二标段: 提前5天 is 提前3天.
    """
    lines = day_lines(dossier)
    for frame in prose_frames(dossier) if lines else ():
        text = frame.bones.text
        for found in (*_TOLD.finditer(text), *_AFTER.finditer(text)):
            if not _OF_END.search(found[0]) and _OTHER_STEP.search(text):
                continue
            names = re.split(_AND, found["names"])
            days = [frame.bones.amount(mark) for mark in re.findall(AMOUNT, found["days"])]
            if len(names) != len(days) or any(
                one.quantity.unit.symbol not in _DAYS for one in days
            ):
                continue
            for name, told in zip(names, days, strict=True):
                if name in lines and not _is_told(found["way"], told, lines[name]):
                    due, done, at = lines[name]
                    yield DaysEarly(frame, found.start(), found.end(), name, told, due, done, at)


@dataclass(frozen=True, slots=True)
class RangeEarly:
    """The least and the most days told of several things, and those of their lines, in the way told."""

    frame: Frame
    start: int
    end: int
    way: str
    low: int
    high: int
    at: tuple[Operand, ...]


def ranges_early(dossier: Dossier) -> Iterator[RangeEarly]:
    """Yield the ranges that the days of all lines, or of all but those the sentence names, do not make.

    Example:
        ``第三标段晚46天完工，其余5个标段提前2天至7天完工`` where one of the five ended after the day due.
    """
    lines = day_lines(dossier)
    for frame in prose_frames(dossier) if lines else ():
        bones = frame.bones
        for found in _RANGE.finditer(bones.text):
            named = {name for name in lines if name in bones.text[: found.start()]}
            own = [one for name, one in lines.items() if not (found["rest"] and name in named)]
            many, low, high = (bones.amount(found[key]) for key in ("many", "low", "high"))
            days = {low.quantity.unit.symbol, high.quantity.unit.symbol} - {""}
            counted = many.quantity.value == len(own) > 1 and bool(named) is bool(found["rest"])
            if not counted or not days <= _DAYS or low.vague or high.vague:
                continue
            way = 1 if found["way"] in _EARLY else -1
            apart = [(due - done).days * way for due, done, _ in own]
            if low.quantity.value != min(apart) or high.quantity.value != max(apart):
                at = tuple(cell for _, _, pair in own for cell in pair)
                told = found["way"]
                yield RangeEarly(frame, *found.span(), told, min(apart), max(apart), at)


def _is_told(way: str, told: PrintedAmount, line: DayLine) -> bool:
    due, done, _ = line
    days = (due - done).days if way in _EARLY else (done - due).days
    return told.vague or told.quantity.value == days


@once
def day_lines(dossier: Dossier) -> dict[str, DayLine]:
    """Return the day due and the day of ending by the name of the line; names told twice are none."""
    found: dict[str, list[DayLine]] = {}
    for rows in tables_with(dossier, "实际完工", "实际竣工", "实际完成", "实际交工", "实际建成"):
        for name, line in _of_table(rows):
            found.setdefault(name, []).append(line)
    return {name: lines[0] for name, lines in found.items() if len(lines) == 1}


def _of_table(rows: tuple[Row, ...]) -> Iterator[tuple[str, DayLine]]:
    due = done = ""
    for row in rows:
        words = {x: plain(cell) for x, cell in row.items()}
        dues = [x for x, word in words.items() if _DUE.fullmatch(word)]
        dones = [x for x, word in words.items() if _DONE.fullmatch(word)]
        if len(dues) == len(dones) == 1:
            due, done = dues[0], dones[0]
        elif due in row and done in row:
            days = read_date(words[due]), read_date(words[done])
            if days[0] is not None and days[1] is not None:
                at = (row[due].operand("text"), row[done].operand("text"))
                yield "".join(title_of(row).split()), (days[0], days[1], at)
