"""A change table → adjustments, and the old and new values as targets of their versions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shanhe.documents.cell_values import ABSENT, CellValue, read_cell
from shanhe.documents.found import Found
from shanhe.documents.grid import lines_of, squeezed
from shanhe.documents.heads import Block, Head, blocks_of
from shanhe.documents.indicator_rows import (
    Ids,
    IndicatorRow,
    headed,
    labelled,
    named_places,
    rows_of,
    understood,
)
from shanhe.documents.naming import PaperNames
from shanhe.documents.script import Script, ScriptTable
from shanhe.documents.table_context import Context, context_of, version_in
from shanhe.records.paper import PrintedFact
from shanhe.records.source import RowSource
from shanhe.records.targets import Adjustment, Target
from shanhe.values.regex import regex
from shanhe.values.unit import unit

_TITLE = regex(r"(?:变动|调整|变更|变化)(?:情况|对照|对比)?表")
_SPOKEN = regex(
    r"\s*(?:(?P<more>增加|新增|提高|上升|调增|增长|扩大|增|↑)|(?P<less>减少|下降|降低|调减|缩小|减|↓))了?"
)
_DIGIT = regex(r"\d")
_OLD, _NEW = "下达", "调整"


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of old and new value, with their versions, and of the change."""

    old: Head
    new: Head
    old_version: str
    new_version: str
    delta: Head | None


@dataclass(frozen=True, slots=True)
class _Reading:
    block: Block
    columns: _Columns
    context: Context
    ids: Ids
    script: Script
    found: Found


_BESIDE = regex(r"(?:变动|变化|增减|调整)?(?:变幅|幅度)(?:[（(]%[）)])?")


def recognises(table: ScriptTable, above: Sequence[str]) -> int:
    """Return how surely this is a change table: an old and a new value, mostly with the change."""
    titled = any(_TITLE.search(squeezed(line)) for line in above[-3:])
    for block in blocks_of(lines_of(table)):
        columns = _columns(block)
        if columns is not None and not block.has("actual", "score"):
            sure = columns.delta is not None or titled
            return 90 if sure else 0
    return 0


def read(table: ScriptTable, above: Sequence[str], names: PaperNames, script: Script) -> Found:
    """Return adjustments and targets.

    A mark that there was no value (``-``) is kept in words and makes no target, and neither does a
    number that is not read (``约5公顷``, ``22.21%※``).
    """
    found = Found()
    lines = lines_of(table)
    ids = Ids(names, found)
    for block in blocks_of(lines):
        columns = _columns(block)
        if columns is not None:
            headed(found, lines, block)
            reading = _Reading(block, columns, context_of(above), ids, script, found)
            for row in rows_of(lines, block):
                _read_row(reading, row)
    return found


def _columns(block: Block) -> _Columns | None:
    values = block.all_of("target", "value")
    if len(values) != 2:
        return None
    old, new = values
    versions = [version_in(old.text), version_in(new.text)]
    if versions == ["调整", "下达"]:
        old, new = new, old
        versions.reverse()
    if versions[0] == versions[1] and "前" in old.text and "后" in new.text:
        versions[1] = _NEW
    if versions[0] == versions[1]:
        return None
    return _Columns(old, new, versions[0] or _OLD, versions[1] or _NEW, block.of("delta"))


def _read_row(reading: _Reading, row: IndicatorRow) -> None:
    columns, fallback = reading.columns, reading.context.unit
    old = row.value(columns.old, reading.block, fallback)
    new = row.value(columns.new, reading.block, fallback)
    if old is None or new is None or (old.is_absent and new.is_absent):
        return
    labelled(reading.found, row)
    delta = _delta(row, columns.delta, row.value(columns.delta, reading.block, fallback))
    adjustment = _adjustment(reading, row, old, new, delta)
    reading.found.add("adjustments", adjustment)
    for head, value, version in (
        (columns.old, old, columns.old_version),
        (columns.new, new, columns.new_version),
    ):
        understood(reading.found, row.cells[head], value)
        if not value.is_absent and (value.amount is not None or not _DIGIT.search(value.words)):
            target = _target(reading, row, head, value, version)
            reading.found.add("targets", target)
    if columns.delta and delta is not None:
        understood(reading.found, row.cells.get(columns.delta), delta)
    _add_rate(reading, row, adjustment)


def _add_rate(reading: _Reading, row: IndicatorRow, adjustment: Adjustment) -> None:
    """Add the change in percent, where a column of its own holds it: 变动率, or 变幅 beside 增减."""
    beside = (head for head in reading.block.heads if _BESIDE.fullmatch(head.text.strip()))
    head = reading.block.of("delta_rate") or next(beside, None)
    if head is reading.columns.delta or (head is not None and head not in row.cells):
        return
    value = read_cell(row.text(head), unit("%"))
    if head is None or value.amount is None or value.unit is not unit("%"):
        return
    places = named_places(reading.script, row, reading.block)
    places.value("", row.cells[head], head.text, value)
    understood(reading.found, row.cells[head], value)
    fact = PrintedFact(
        source=places.source(),
        concept=adjustment.indicator,
        aspect="change_rate",
        period=adjustment.period,
        version=adjustment.new_version,
        amount=value.amount,
        unit=value.unit,
    )
    reading.found.add("facts", fact)


def _delta(row: IndicatorRow, head: Head | None, value: CellValue | None) -> CellValue | None:
    """Return a change; one in words has the sign of its word: ``减少5公顷`` is -5 公顷."""
    if value is None or value.amount is not None:
        return value
    text = row.cells[head].cell.text if head else ""
    spoken = _SPOKEN.match(text)
    said = read_cell(text[spoken.end() :], row.unit) if spoken else CellValue()
    if spoken is None or said.amount is None or said.sign:
        return value
    amount = -said.amount if spoken["less"] else said.amount
    skipped = spoken.end()
    return replace(said, amount=amount, start=said.start + skipped, end=said.end + skipped)


def _adjustment(
    reading: _Reading, row: IndicatorRow, old: CellValue, new: CellValue, delta: CellValue | None
) -> Adjustment:
    columns = reading.columns
    source = _places(reading, row, {"old": (columns.old, old), "new": (columns.new, new)}, delta)
    own = old.unit or new.unit if old.amount is not None else new.unit
    change = delta or CellValue()
    return Adjustment(
        source=source,
        indicator=reading.ids.of(row, source),
        name=row.name,
        period=reading.context.period,
        old_version=columns.old_version,
        new_version=columns.new_version,
        old=old.amount,
        old_words=_words(old),
        new=new.amount,
        new_words=_words(new),
        delta=change.amount,
        delta_words=_words(change),
        unit=own,
    )


def _words(value: CellValue) -> str:
    return "" if value.amount is not None else value.words


def _places(
    reading: _Reading,
    row: IndicatorRow,
    values: dict[str, tuple[Head, CellValue]],
    delta: CellValue | None,
) -> RowSource:
    places = named_places(reading.script, row, reading.block)
    if reading.columns.delta and delta is not None:
        values["delta"] = (reading.columns.delta, delta)
    for key, (head, value) in values.items():
        bit = row.cells.get(head)
        start = value.start if value.amount is not None else 0
        places.note(key, bit, head.text, start, value.end if value.amount is not None else -1)
        places.note(f"{key}_words", bit, head.text)
    return places.source()


def _target(
    reading: _Reading, row: IndicatorRow, head: Head, value: CellValue, version: str
) -> Target:
    places = named_places(reading.script, row, reading.block)
    places.value("", row.cells[head], head.text, value)
    source = places.source()
    return Target(
        source=source,
        version=version,
        period=reading.context.period,
        indicator=reading.ids.of(row, source),
        name=row.name,
        level1=row.level1.word if row.level1 else "",
        level2=row.level2.word if row.level2 else "",
        sign=value.sign,
        amount=value.amount,
        words=value.words if value.words not in ABSENT else "",
        unit=value.unit if value.amount is not None else None,
    )
