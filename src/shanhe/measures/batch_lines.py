"""What each office, or place, passed on of a batch; and tables that have a line for every day, number and place, a column for each batch."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from shanhe.measures.text_tables import Row, plain
from shanhe.records.paper import TextLine
from shanhe.values.numerals import read_date, read_number
from shanhe.values.regex import regex

BATCH = regex("第[一二三四五六]批(?:资金|次)?|(?:提前|正式|预|首次|再次|追加)下达(?:资金|部分)?")
_OFFICE = "(?P<office>财政部|中央|[\u4e00-\u9fff]{0,8}财政[厅局]|省级?|自治区|市级?|[县区旗]级?)"
_VERB = "(?:财政)?(?:资金|预算|文件)?(?:下达|转下达|转发|印发|发文|分解|成文)?(?:文件)?(?:的)?"
_DAY = regex(f"{_OFFICE}{_VERB}(?:日期|时间)")
_NUMBER = regex(f"{_OFFICE}{_VERB}(?:文号|文件号|字号|发文号)")
_PLACE = regex("(?P<place>[\u4e00-\u9fff]{1,9}[县区市旗])(?:[（(](?:万元|亿元|元)[）)])?")
_WHOLE = regex(
    "(?:下达|分配|分解)?(?:金额|资金)?(?:合计|总计|小计)(?:金额)?(?:[（(](?:万元|亿元|元)[）)])?"
)
_LEVELS = (
    ("部", regex("财政部|中央")),
    ("省", regex(".*厅|省级?|自治区")),
    ("县", regex(".*[县区旗](?:财政局)?|[县区旗]级?")),
    ("市", regex(".*")),
)
_LEAST = 2


@dataclass(frozen=True, slots=True)
class BatchLine:
    """What one office, or place, passed on of one batch; cells that the line lacks are ``None``."""

    batch: str
    level: str
    body: str
    number: TextLine | None
    day: date | None
    day_cell: TextLine | None
    amount: Decimal | None
    amount_cell: TextLine | None


def turned_batches(rows: Sequence[Row]) -> tuple[tuple[BatchLine, ...], ...]:
    """Return the batches of a table with a column for each; all that the offices passed on is the line of totals.

    Example:
        ``事项 | 第一批 | 第二批`` over 财政部下达日期, 财政部文号, 省级下达日期, …, 甲县（万元）, 乙县（万元）, 合计（万元）.
    """
    head, *below = rows
    batches = {x: plain(cell) for x, cell in head.items() if BATCH.fullmatch(plain(cell))}
    if len(batches) < _LEAST:
        return ()
    made = tuple(tuple(_lines(below, x, batch)) for x, batch in batches.items())
    bodies = {tuple(one.body for one in lines) for lines in made}
    return made if len(bodies) == 1 and any(one.day for one in made[0]) else ()


def _lines(rows: Sequence[Row], x: str, batch: str) -> Iterator[BatchLine]:
    offices: dict[str, BatchLine] = {}
    places: list[BatchLine] = []
    whole: TextLine | None = None
    for row in rows:
        label, cell = plain(next(iter(row.values()))), row.get(x)
        day, number = _DAY.fullmatch(label), _NUMBER.fullmatch(label)
        office_of = day or number
        place = _PLACE.fullmatch(label)
        if cell is None:
            continue
        if office_of:
            office = office_of["office"]
            level = next(one for one, words in _LEVELS if words.fullmatch(office))
            own = offices.get(office, _empty(batch, level, office))
            told = read_date(plain(cell))
            own = replace(own, day=told, day_cell=cell) if day else replace(own, number=cell)
            offices[office] = own
        elif place and _amount(cell) is not None:
            line = _empty(batch, "县", place["place"])
            places.append(replace(line, amount=_amount(cell), amount_cell=cell))
        elif _WHOLE.fullmatch(label):
            whole = cell
    given = None if whole is None else _amount(whole)
    for one in offices.values():
        yield replace(one, amount=given, amount_cell=whole)
    if all(one.level != "县" for one in offices.values()):
        yield from places


def _empty(batch: str, level: str, body: str) -> BatchLine:
    return BatchLine(batch, level, body, None, None, None, None, None)


def _amount(cell: TextLine) -> Decimal | None:
    return read_number(re.sub("万元$", "", plain(cell)))
