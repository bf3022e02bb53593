"""Values told in turn in another order, or of another name, than tables and sentences have them.

``四县执行率分别为96%、97%、93%`` where 支出 over 计划 of the table makes 96, 93 and 97; ``失分依次为1.13分、0.52分`` where weights less points do.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from shanhe.measures.computed import Computed, percent, subtract
from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.measures.known_values import Known, known_values
from shanhe.measures.printed_amount import in_a_sum
from shanhe.measures.slips import telling_digits
from shanhe.measures.stated import judge_stated
from shanhe.records.dossier import Dossier
from shanhe.values.interval import Interval
from shanhe.values.quantity import Quantity

_LEAST_DIGITS = 6
"""Digits of all values from which no other numbers make them by chance."""
_MOST = 8
_TIME = "上一?年|去年|同期|往年|历年|[明次]年|(?<!\\d)20\\d\\d年"
Due = tuple[Computed, ...]


@dataclass(frozen=True, slots=True)
class ZippedOrder:
    """Values told in turn, and what each name has instead; ``start`` and ``end`` are places of the skeleton."""

    frame: Frame
    start: int
    end: int
    names: tuple[str, ...]
    due: tuple[str, ...]


def zipped_orders(dossier: Dossier) -> Iterator[ZippedOrder]:
    """Yield the lists whose values are those of their names but in another order, or all but one, which is that of another line.

    Nothing is said where some numbers of the names make them as they are told.
    """
    for one in known_values(dossier):
        if one.frame is None or not one.span[1] or not 2 <= len(one.values) <= _MOST:
            continue
        names, told = tuple(one.values), tuple(one.values.values())
        if _is_of_other_time(dossier, one.frame, one.span):
            continue
        if (
            len({each.value for each in told}) < len(told)
            or sum(telling_digits(each.amount) for each in told) < _LEAST_DIGITS
        ):
            continue
        series = [*_in_columns(dossier, names, told), *_in_words(dossier, one, names, told)]
        if any(_fit(told, due) for due in series):
            continue
        turned = next((due for due in series if _fits_turned(told, due)), None)
        if turned is not None:
            due = tuple(_shown(each, told) for each in turned)
            yield ZippedOrder(one.frame, *one.span, names, due)
        else:
            yield from _misnamed(dossier, one)


def _is_of_other_time(dossier: Dossier, frame: Frame, span: tuple[int, int]) -> bool:
    text = frame.bones.text
    start = max(text.rfind(stop, 0, span[0]) for stop in "。；") + 1
    said = re.findall(_TIME, text[start : span[1]])
    return any(one != f"{dossier.programme.year}年" for one in said)


def _fit(told: Sequence[Quantity], due: Due) -> bool:
    return all(judge_stated(one, each).is_kept for one, each in zip(told, due, strict=True))


def _fits_turned(told: Sequence[Quantity], due: Due) -> bool:
    """Return whether values are those due when both are put in order."""
    own = sorted(told, key=lambda one: one.value)
    return _fit(own, tuple(sorted(due, key=lambda one: one.value)))


def _shown(due: Computed, told: Sequence[Quantity]) -> str:
    """Return the value told that is the one due."""
    return next(str(one) for one in told if judge_stated(one, due).is_kept)


def _in_columns(dossier: Dossier, names: Sequence[str], told: Sequence[Quantity]) -> Iterator[Due]:
    """Yield what columns have of the names, and what two of one table make."""
    tables: dict[tuple[int, ...], list[list[Quantity]]] = {}
    for known in known_values(dossier):
        if known.frame is None and all(name in known.values for name in names):
            own = [known.values[name] for name in names]
            tables.setdefault(known.table, []).append(own)
            yield from _alone(own, told)
    for columns in tables.values():
        for one, other in permutations(columns, 2):
            yield from _made(one, other, told)


def _alone(own: Sequence[Quantity], told: Sequence[Quantity]) -> Iterator[Due]:
    if own[0].unit.like(told[0].unit):
        yield tuple(Computed(one.value, one.interval, one.unit, f"{one.number}") for one in own)


def _made(
    one: Sequence[Quantity], other: Sequence[Quantity], told: Sequence[Quantity]
) -> Iterator[Due]:
    """Yield what each of one list is of that of another, or less it."""
    if not one[0].unit.like(other[0].unit):
        return
    pairs = list(zip(one, other, strict=True))
    if told[0].unit.symbol == "%":
        if all(whole.interval.low > 0 for _, whole in pairs):
            yield tuple(percent(part, whole) for part, whole in pairs)
    elif one[0].unit.like(told[0].unit):
        yield tuple(subtract(more, less) for more, less in pairs)


def _in_words(
    dossier: Dossier, own: Known, names: Sequence[str], told: Sequence[Quantity]
) -> Iterator[Due]:
    """Yield what sentences tell of each of the names once, and what two of them make."""
    lists = [*_told_of(dossier, own, names)]
    for one in lists:
        yield from _alone(one, told)
    for one, other in combinations(lists, 2):
        yield from _made(one, other, told)
        yield from _made(other, one, told)


def _told_of(dossier: Dossier, own: Known, names: Sequence[str]) -> Iterator[list[Quantity]]:
    """Yield the like amounts of a sentence that stand right after the names, one after each."""
    after = [
        re.compile(
            rf"(?:(?<![\u4e00-\u9fff])|(?<=[按由对和及在]))(?:其中)?{re.escape(name)}[^，。；：、\ue000-\uf8ff]{{0,8}}(?P<mark>{AMOUNT})"
        )
        for name in names
    ]
    for frame in prose_frames(dossier):
        if frame is own.frame or not all(name in frame.bones.text for name in names):
            continue
        found = [[*one.finditer(frame.bones.text)] for one in after]
        if all(len(one) == 1 for one in found):
            values = [frame.bones.amount(one[0]["mark"]) for one in found]
            if all(one.is_like(values[0]) for one in values):
                yield [in_a_sum(one.quantity) for one in values]


def _misnamed(dossier: Dossier, one: Known) -> Iterator[ZippedOrder]:
    """Yield a list all of whose values but one are those of their names in a column, and that one is of another line alone."""
    names, told = tuple(one.values), tuple(one.values.values())
    for known in known_values(dossier):
        like = known.frame is None and all(name in known.values for name in names)
        if not like or one.frame is None or not known.values[names[0]].unit.like(told[0].unit):
            continue
        wrong = [name for name in names if not _is(one.values[name], known.values[name])]
        if len(wrong) != 1 or len(names) - len(wrong) < 2:
            continue
        value = one.values[wrong[0]]
        others = [name for name, each in known.values.items() if _is(value, each)]
        if len(others) == 1 and others[0] not in names:
            due = tuple(others[0] if name == wrong[0] else name for name in names)
            yield ZippedOrder(one.frame, *one.span, names, due)
            return


def _is(one: Quantity, other: Quantity) -> bool:
    due = Computed(other.value, Interval.exactly(other.value), other.unit, "")
    return judge_stated(one, due).is_kept
