"""A goal table → its head (money, goal in words) and its targets, in one or several versions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shanhe.documents.cell_values import CellValue, sign_of
from shanhe.documents.forms.goal_table.head import is_head, read_head
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
from shanhe.documents.labels import read_words
from shanhe.documents.naming import PaperNames
from shanhe.documents.script import Script, ScriptTable
from shanhe.documents.table_context import Context, context_of, is_title, period_in, version_in
from shanhe.records.targets import Target
from shanhe.values.period import TERM, Period
from shanhe.values.regex import regex

_YEAR = regex(r"20\d\d年度?")
_TITLE = regex(r"(?:绩效)?目标(?:申报)?表")


@dataclass(frozen=True, slots=True)
class _Reading:
    block: Block
    context: Context
    ids: Ids
    script: Script
    found: Found


def recognises(table: ScriptTable, above: Sequence[str]) -> int:
    """Return how surely this is a goal table: targets by indicator, and no actuals."""
    titled = any(_TITLE.search(squeezed(line)) for line in above[-3:] if is_title(line))
    lines = lines_of(table)
    blocks = blocks_of(lines)
    for block in blocks:
        if block.has("actual", "delta", "score"):
            return 0
        if block.has("target", "value"):
            return 80 if titled else 50
    return 40 if titled and not blocks and is_head(lines) else 0


def read(table: ScriptTable, above: Sequence[str], names: PaperNames, script: Script) -> Found:
    """Return versions and targets, the programme's words, and what was understood.

    A column whose heading names a version or period of its own is read as that. Years beside the goal of the term are of its version.
    """
    found = Found()
    lines = lines_of(table)
    context = context_of(above)
    blocks = blocks_of(lines)
    top = lines[: blocks[0].top] if blocks else lines
    read_words(top, found)
    read_head(top, context, script, found)
    ids = Ids(names, found)
    for block in blocks:
        headed(found, lines, block)
        reading = _Reading(block, _context_in(block, context), ids, script, found)
        for row in rows_of(lines, block):
            _read_row(reading, row)
    return found


def _context_in(block: Block, context: Context) -> Context:
    """Return the context with the version of the only column of the term, which years stand beside."""
    heads = block.all_of("target", "value")
    terms = {version_in(head.text) for head in heads if period_in(head.text) == TERM} - {""}
    years = any(_YEAR.fullmatch(squeezed(head.text)) for head in heads)
    return replace(context, version=terms.pop()) if years and len(terms) == 1 else context


def _read_row(reading: _Reading, row: IndicatorRow) -> None:
    labelled(reading.found, row)
    for head in reading.block.all_of("target", "value"):
        value = row.value(head, reading.block, reading.context.unit)
        if value is not None and not (value.is_absent and value.words):
            understood(reading.found, row.cells[head], value)
            reading.found.add("targets", _target(reading, row, head, value))


def column_of(head: Head, context: Context) -> tuple[str, Period]:
    """Return version and period of a column: its own, else those of the table."""
    version = version_in(head.text) or context.version
    own = period_in(head.text)
    if own is None and "年度" in head.text and context.year is not None:
        return version, context.year
    return version, own or context.period


def _target(reading: _Reading, row: IndicatorRow, head: Head, value: CellValue) -> Target:
    version, period = column_of(head, reading.context)
    places = named_places(reading.script, row, reading.block)
    places.value("", row.cells[head], head.text, value)
    stated = reading.block.of("sign")
    if not value.sign and stated:
        places.note("sign", row.cells.get(stated), stated.text)
    source = places.source()
    return Target(
        source=source,
        version=version,
        period=period,
        indicator=reading.ids.of(row, source),
        name=row.name,
        level1=row.level1.word if row.level1 else "",
        level2=row.level2.word if row.level2 else "",
        sign=value.sign or sign_of(row.text(stated)),
        amount=value.amount,
        words=value.words,
        unit=value.unit if value.amount is not None else None,
    )
