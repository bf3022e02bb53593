"""What each place should do and did, as tables have it, beside a gap that is told to be all of one place.

``未完工的2个均在石台县``, ``比目标少0.62公里，全部在黄石镇``, ``超出目标1.32公顷，均在青阳县``, ``完成101.59%，虎洞镇多架设2公里``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from shanhe.measures.computed import add
from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.printed_tables import PrintedCell, PrintedTable, bare_label, printed_tables
from shanhe.records.dossier import Dossier
from shanhe.values.regex import regex

_SOURCE = "(?:中央|省级|自治区|[市盟州]级|[县旗区]级|市县|地方|社会|自筹)(?:财政)?(?:补助|配套)?(?:资金|资本)"
_PLACE = f"(?:{_SOURCE}|[\u4e00-\u9fff]{{1,7}}?(?:[县市区旗镇乡]|街道|标段))"
_TOLD = regex(
    rf"(?P<gap>{AMOUNT})[^，。；：、\ue000-\uf8ff]{{0,6}}[，,]?(?:均|全部|都|全)(?:发生|集中|分布)?(?:在|位于|属于?|为|是)(?P<place>{_PLACE})(?=[，。；）)的]|境内|$)"
    rf"|(?:多出|超出|超额完成|超过|少完成|未完成|未完工|短缺|缺少|差|少)的(?P<gap2>{AMOUNT})[^，。；：、\ue000-\uf8ff]{{0,6}}(?:发生|集中|分布)?(?:在|位于|属于?)(?P<place2>{_PLACE})(?=[，。；）)的]|境内|$)"
    rf"|(?:^|(?<=[，。；：（(])|(?<=其中))(?P<place3>{_PLACE})(?:多|超|少|欠|未)[\u4e00-\u9fff]{{0,4}}(?P<gap3>{AMOUNT})(?=[，。；）)]|$)"
)
"""..., or after its place: 网围栏128公里，虎洞镇多架设2公里."""
_OTHER_BASE = regex(
    "上一?年|去年|同期|年初|[治修]理?前|20\\d\\d年|(?<!同)[比较](?!年度|目标|计划|任务|[重例])"
)
"""Something else than the goal, which what follows may be compared with as well."""
_SHORT, _OVER = regex("未|少|差|缺|欠|短|剩余"), regex("超|多")
_IS_PLACE = regex(_PLACE)
TOTAL = regex("全[省市州盟县区旗]|.*(?:合计|总计|小计|共计)")
"""What a line of all places is called."""
_WANTED = regex("目标|计划|任务|应|安排|下达|预算")
_DONE = regex("(?<!未)(?<!应)(?:完成|实际|到位|支出|完工|竣工|支付)")
_NO_VALUE = regex("率|比例|占比|进度|单价|均")
_LEAST, _LEAST_NAME = 2, 4

Pair = tuple[PrintedCell, PrintedCell]
"""What a place should do and what it did."""


@dataclass(frozen=True, slots=True)
class GapOfPlace:
    """A gap told to be all of one place; ``due`` is the only place that the cells give it to.

    Attributes:
        start, end: places of the skeleton.
    """

    frame: Frame
    start: int
    end: int
    place: str
    due: str
    cells: Pair


def gaps_of_other_places(dossier: Dossier) -> Iterator[GapOfPlace]:
    """Yield each gap that the tables give to another place alone.

    The gap must be that of all places together, and the sentence must print what they all should do, or did.

    Example:
        ``完工60个，未完工的2个均在东至县`` where the targets 21, 16, 10, 15 and the results 21, 16, 8, 15 leave 2 to 石台县.
    """
    columns: list[dict[str, Pair]] = []
    for frame in prose_frames(dossier):
        for found in _TOLD.finditer(frame.bones.text):
            columns = columns or list(_columns(printed_tables(dossier)))
            yield from _judge(frame, found, columns)


def _judge(
    frame: Frame, found: re.Match[str], columns: list[dict[str, Pair]]
) -> Iterator[GapOfPlace]:
    mark = found["gap"] or found["gap2"] or found["gap3"]
    place = found["place"] or found["place2"] or found["place3"]
    before = re.split("[。；]", frame.bones.text[: found.start()])[-1]
    if found["place3"] and _OTHER_BASE.search(before):
        return
    gap, lead = frame.bones.amount(mark), frame.bones.lead(mark)
    short, over = _SHORT.search(lead), _OVER.search(lead)
    if gap.vague or bool(short) is bool(over):
        return
    printed = [one.quantity for one in frame.bones.amounts if one.is_like(gap)]
    values = {one.value_in(gap.quantity.unit) for one in printed if one is not gap.quantity}
    given = [
        (due, column)
        for column in columns
        if (due := _only(column, gap, values, 1 if short else -1))
    ]
    if given and all(due != place and place in column for due, column in given):
        due, column = given[0]
        yield GapOfPlace(frame, *found.span(), place, due, column[due])


def _only(column: dict[str, Pair], gap: PrintedAmount, values: set[Fraction], way: int) -> str:
    """Return the only place with a gap, if it is the one told and the sentence prints one of the totals."""
    like = [each for each in column.values() if all(_is_of(cell, gap) for cell in each)]
    if len(like) < len(column):
        return ""
    totals = {add([each[n].quantity for each in like]).value for n in (0, 1)}
    factor = _factor(like[0][0], gap)
    apart = {
        place: (wanted.quantity.value - done.quantity.value) * factor * way
        for place, (wanted, done) in column.items()
    }
    own = [place for place, one in apart.items() if one]
    exact = len(own) == 1 and apart[own[0]] == gap.quantity.value
    return own[0] if exact and {one * factor for one in totals} & values else ""


def _is_of(cell: PrintedCell, gap: PrintedAmount) -> bool:
    unit = cell.quantity.unit
    return not unit.symbol or unit.like(gap.quantity.unit)


def _factor(cell: PrintedCell, gap: PrintedAmount) -> Fraction:
    """Return what turns a cell into the unit of the gap; a cell without unit is in it already."""
    unit = cell.quantity.unit
    return unit.factor_to(gap.quantity.unit) if unit.symbol else Fraction(1)


def _columns(tables: tuple[PrintedTable, ...]) -> Iterator[dict[str, Pair]]:
    """Yield what all places should do and did: in two tables, in two columns, or in a line with two columns for each."""
    for table in tables:
        yield from _of_columns(table)
        yield from _of_lines(table)
    for one, other in combinations(tables, 2):
        yield from _of_tables(one, other)
        yield from _of_tables(one, other.turned)
        yield from _of_tables(one.turned, other)


def _of_columns(table: PrintedTable) -> Iterator[dict[str, Pair]]:
    heads = {x: bare_label(table.head(x)) for x in table.columns}
    plain = [x for x in table.columns if not _NO_VALUE.search(heads[x])]
    for x in plain:
        for y in plain:
            if x != y and _WANTED.search(heads[x]) and _DONE.search(heads[y]):
                yield from _paired(_cells(table, x), _cells(table, y))


def _of_lines(table: PrintedTable) -> Iterator[dict[str, Pair]]:
    over = {x: bare_label(table.group(x)[-1]) for x in table.columns if table.group(x)}
    for row in table.rows:
        wanted = {over[x]: row.cells[x] for x in over if _is_below(table, x, _WANTED, row.cells)}
        done = {over[x]: row.cells[x] for x in over if _is_below(table, x, _DONE, row.cells)}
        places = {one for one in wanted if _IS_PLACE.fullmatch(one)}
        yield from _paired(
            {one: wanted[one] for one in places}, {k: v for k, v in done.items() if k in places}
        )


def _is_below(
    table: PrintedTable, x: int, words: re.Pattern[str], cells: dict[int, PrintedCell]
) -> bool:
    head = table.head(x)
    return x in cells and words.search(head) is not None and not _NO_VALUE.search(head)


def _of_tables(one: PrintedTable, other: PrintedTable) -> Iterator[dict[str, Pair]]:
    """Yield the columns of one name in a table of targets and a later one of results."""
    for x in one.columns:
        for y in other.columns:
            head = bare_label(one.head(x))
            if _is_one_thing(head, bare_label(other.head(y))) and not _NO_VALUE.search(head):
                yield from _paired(_cells(one, x), _cells(other, y))


def _is_one_thing(one: str, other: str) -> bool:
    """Return whether two headings name one thing, which one of them may tell with what is done: 截排水沟长度 and 修建截排水沟长度."""
    shorter, longer = sorted((one, other), key=len)
    return bool(one) and (
        one == other or (len(shorter) >= _LEAST_NAME and longer.endswith(shorter))
    )


def _cells(table: PrintedTable, x: int) -> dict[str, PrintedCell]:
    """Return the cells of a column by the places that its lines are of."""
    rows = [(bare_label(row.label), row) for row in table.rows if x in row.cells]
    return {
        label: row.cells[x]
        for label, row in rows
        if _IS_PLACE.fullmatch(label) and not TOTAL.fullmatch(label)
    }


def _paired(
    wanted: dict[str, PrintedCell], done: dict[str, PrintedCell]
) -> Iterator[dict[str, Pair]]:
    if len(wanted) >= _LEAST and wanted.keys() == done.keys():
        units = {cell.quantity.unit for each in (wanted, done) for cell in each.values()}
        if len(units) == 1:
            yield {place: (wanted[place], done[place]) for place in wanted}
