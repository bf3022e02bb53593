"""A split of targets → regional targets; regions stand in the columns or in the rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from shanhe.documents.cell_values import CellValue, bare_name, heading_unit, read_cell
from shanhe.documents.found import Found
from shanhe.documents.grid import Bit, Line, lines_of, squeezed
from shanhe.documents.heads import Block, blocks_of
from shanhe.documents.indicator_rows import (
    Ids,
    IndicatorRow,
    Places,
    headed,
    labelled,
    named_places,
    rows_of,
    understood,
)
from shanhe.documents.naming import PaperNames
from shanhe.documents.place_rows import PlaceTable, named_place, place_name, place_table
from shanhe.documents.script import Script, ScriptTable
from shanhe.documents.table_context import Context, caption_of, context_of
from shanhe.records.paper import PrintedFact
from shanhe.records.targets import RegionalTarget
from shanhe.values.regex import regex

_TITLE = regex(r"分解")
_OF_TARGETS = regex(r"分解|目标|任务|计划|下达|安排")
_OF_RESULTS = regex(r"(?<![应需拟])完成|进展|(?:实施|执行)情况|验收|满意|调查|问卷")
_COUNTED = regex(r".*(?:面积|数量|个数|人数|率|增量|长度|处数|总量|总额控制数|控制数)")
_MONEY = regex(r"资金|金额|预算|投资|万元|占比|比例|执行|支出|支付|拨付|报账|到位|合同|结算")
_REACHED = regex(
    r"(?:本年|全年|年度|当年|截至.*)?(?:实际|累计|已|新增)*(?:完成|完工|建成|实现|达到)(?!年限|时限|期限|率).*|(?:实际|累计|已).*|.*完成(?:情况|数|值|量)"
    r"|(?!.*(?:按期|按时|及时|如期)).*(?:完成|完工|达标|实现)率"
)
"""Headings of what was reached, and of how much of the task that is."""


@dataclass(frozen=True, slots=True)
class _Reading:
    context: Context
    names: PaperNames
    ids: Ids
    script: Script
    found: Found


def recognises(table: ScriptTable, above: Sequence[str]) -> int:
    """Return how surely this splits targets over regions; a table of results does not."""
    titled = 20 * any(_TITLE.search(squeezed(line)) for line in above[-3:])
    lines = lines_of(table)
    caption = caption_of(above)
    title = squeezed(caption.title) if caption else ""
    if _OF_RESULTS.search(title) and not _OF_TARGETS.search(title):
        return 0
    if any(_split(block) for block in blocks_of(lines)):
        return 70 + titled
    known = place_table(lines)
    columns = [text for text in known.texts.values() if _is_target(text)] if known else []
    return 55 + titled if columns else 0


def read(table: ScriptTable, above: Sequence[str], names: PaperNames, script: Script) -> Found:
    """Return regional targets; columns and rows of totals become printed facts.

    Columns of what was reached, and of its share of the task, are no targets.
    """
    found = Found()
    lines = lines_of(table)
    reading = _Reading(context_of(above), names, Ids(names, found), script, found)
    blocks = [block for block in blocks_of(lines) if _split(block)]
    for block in blocks:
        _read_columns(lines, block, reading)
    known = None if blocks else place_table(lines)
    if known is not None:
        _read_rows(known, reading)
    return found


def _split(block: Block) -> bool:
    """Return whether the columns of a block are regions, and they hold no actuals, of which there would be rates."""
    regions = block.all_of("region")
    beside = {head.text.split(" ")[0] for head in block.all_of("other")}
    if block.has("rate") and beside.isdisjoint(head.text for head in regions):
        return False
    return len(regions) > 1 or (len(regions) == 1 and block.has("total"))


def _is_target(heading: str) -> bool:
    word = squeezed(heading)
    if any(_REACHED.fullmatch(squeezed(bare_name(one)[0])) for one in heading.split()):
        return False
    name, unit = bare_name(heading.rpartition(" ")[2] or heading)
    counted = bool(_COUNTED.fullmatch(squeezed(name))) or unit is not None
    return counted and not _MONEY.search(word)


def _read_columns(lines: Sequence[Line], block: Block, reading: _Reading) -> None:
    headed(reading.found, lines, block)
    for row in rows_of(lines, block):
        labelled(reading.found, row)
        for head in block.all_of("region", "total"):
            value = row.value(head, block, reading.context.unit)
            if value is None or value.is_absent:
                continue
            places = named_places(reading.script, row, block)
            region = named_place(head.text, reading.names) if head.role == "region" else ""
            _add(reading, row, row.cells[head], value, (head.text, region), places)


def _read_rows(table: PlaceTable, reading: _Reading) -> None:
    for name, cells in table.rows:
        for x, text in table.texts.items():
            bit = cells.get(x)
            if bit is None or not _is_target(text):
                continue
            words, unit = bare_name(text.rpartition(" ")[2] or text)
            value = read_cell(bit.cell.text, unit or heading_unit(text) or reading.context.unit)
            if value.is_absent:
                continue
            row = IndicatorRow(words, unit, bit, None, None, {})
            places = Places(reading.script)
            places.note("region", name, "")
            region = place_name(name, reading.names)
            column = text if region else f"{text} {name.word}"
            _add(reading, row, bit, value, (column, region), places)


def _add(  # noqa: PLR0913, PLR0917 - the parts of one cell's meaning
    reading: _Reading,
    row: IndicatorRow,
    bit: Bit,
    value: CellValue,
    column: tuple[str, str],
    places: Places,
) -> None:
    """Add the part of one region, or the printed total where the region is empty."""
    text, region = column
    places.value("", bit, text, value)
    understood(reading.found, bit, value)
    source = places.source()
    indicator = reading.ids.of(row, source)
    context = reading.context
    unit = value.unit if value.amount is not None else None
    if region:
        part = RegionalTarget(
            source=source,
            version=context.version,
            period=context.period,
            region=region,
            indicator=indicator,
            sign=value.sign,
            amount=value.amount,
            words=value.words,
            unit=unit,
        )
        reading.found.add("regional_targets", part)
    elif value.amount is not None:
        total = PrintedFact(
            source=source,
            concept=indicator,
            aspect="target" if "目标" in text else "total",
            period=context.period,
            version=context.version,
            sign=value.sign,
            amount=value.amount,
            unit=unit,
        )
        reading.found.add("facts", total)
