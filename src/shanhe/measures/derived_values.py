"""What names have by two numbers of each, where no column tells it: 节约率 by 控制价 and 合同价, 提高幅度 by what was and is, days early by two dates."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from shanhe.measures.days_early import DayLine
from shanhe.measures.frame import AMOUNT, Skeleton
from shanhe.measures.printed_tables import PrintedTable, bare_label
from shanhe.measures.ranked_values import LEAST_LINES, Lines, Values
from shanhe.measures.superlative_words import Told
from shanhe.values.regex import regex

_SAVED = regex("(?:资金)?(?:节[约省支]|下浮|降价|压减)(?:资金|金额|[率额])?")
_RATED, _COUNTED = regex("率|幅"), regex("额|资金|金额")
_LIMIT = regex("(?:招标|投标|最高)*(?:控制价|限价|标底)(?:金额)?")
_PRICE = regex("(?:中标|合同|成交)(?:价|金额|额|总价)")
_GROWN = regex(
    "[\u4e00-\u9fff]{0,8}?(?:(?P<up>提高|提升|上升|增[加长])|下降|降低|减少)的?(?:幅度|[率额值量])?|[\u4e00-\u9fff]{0,8}?(?:(?P<up2>[增升涨])|[降减])幅"
)
_FROM_TO = regex(
    rf"(?P<name>[\u4e00-\u9fff]{{2,14}})(?:从|由)(?P<old>{AMOUNT})(?P<way>提高|提升|上升|增加|增长|回升|下降|降低|减少|降)(?:到|至|为)(?P<new>{AMOUNT})"
)
_MEASURE = regex("^.*[率度值量](?=[\u4e00-\u9fff]{2})|^.*面积(?=[\u4e00-\u9fff]{2})")
"""Before the first name, what all are told of: 植被盖度毛井镇由…."""
_MEASURED = regex("(?<=[县市区旗镇乡村段])[\u4e00-\u9fff]{2,8}$")
"""After each name, what is told of it: 甲县亩均产量由…."""
_RISES = frozenset({"提高", "提升", "上升", "增加", "增长", "回升"})
_EARLY, _LATE = regex("提前"), regex("推迟|延后|滞后|逾期|延期|超期|晚")


def of_derived(
    tables: Sequence[tuple[PrintedTable, Lines]],
    before: Sequence[Skeleton],
    days: Mapping[str, DayLine],
    told: Told,
) -> Iterator[Values]:
    """Yield what the names have by what they are told to be first by.

    Example:
        ``节约率最高的是第六标段`` where 控制价 and 合同价 are 125 and 122 of it: 2.4 %.
    """
    of = told[1]
    if _SAVED.fullmatch(of):
        for table, lines in tables:
            yield from _saved(table, lines, of)
    grown = _GROWN.fullmatch(of)
    if grown:
        for bones in before:
            yield from _grown(bones, up=bool(grown["up"] or grown["up2"]))
    if _EARLY.search(of) or _LATE.search(of):
        way = 1 if _EARLY.search(of) else -1
        apart = {name: (due - done).days * way for name, (due, done, _) in days.items()}
        yield {name: Fraction(own) for name, own in apart.items() if own > 0}


def _saved(table: PrintedTable, lines: Lines, of: str) -> Iterator[Values]:
    """Yield what prices are below their limits, and how much of them that is, where a table has one of each."""
    heads = {x: bare_label(table.head(x)) for x in table.columns}
    limits = [x for x, head in heads.items() if _LIMIT.fullmatch(head)]
    prices = [x for x, head in heads.items() if _PRICE.fullmatch(head)]
    if len(limits) != 1 or len(prices) != 1:
        return
    pairs = {
        row.first: (row.cells[limits[0]].quantity, row.cells[prices[0]].quantity)
        for _, row in lines
        if limits[0] in row.cells and prices[0] in row.cells
    }
    if len(pairs) == len(lines) and all(a.unit == b.unit and a.value for a, b in pairs.values()):
        if not _RATED.search(of):
            yield {name: a.value - b.value for name, (a, b) in pairs.items()}
        if not _COUNTED.search(of):
            yield {name: (a.value - b.value) / a.value for name, (a, b) in pairs.items()}


def _grown(bones: Skeleton, *, up: bool) -> Iterator[Values]:
    """Yield by how much each rose or fell, in itself and of what it was, where a sentence goes through them."""
    told = {
        _MEASURED.sub("", _MEASURE.sub("", found["name"])): (
            bones.amount(found["old"]),
            bones.amount(found["new"]),
        )
        for found in _FROM_TO.finditer(bones.text)
        if (found["way"] in _RISES) is up
    }
    first = next((old for old, _ in told.values()), None)
    if first is None or len(told) < LEAST_LINES:
        return
    if all(one.is_like(first) and one.quantity.value for pair in told.values() for one in pair):
        unit = first.quantity.unit
        pairs = {
            name: (old.quantity.value_in(unit), new.quantity.value_in(unit))
            for name, (old, new) in told.items()
        }
        yield {name: abs(new - old) for name, (old, new) in pairs.items()}
        yield {name: abs(new - old) / old for name, (old, new) in pairs.items()}
