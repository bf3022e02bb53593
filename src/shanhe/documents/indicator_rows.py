"""Rows of indicators under their headings: level cells carried down, names and units told apart."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from shanhe.catalogue.names import plain_name
from shanhe.documents.cell_values import (
    ABSENT,
    CellValue,
    bare_name,
    heading_unit,
    label_end,
    named_unit,
    read_cell,
)
from shanhe.documents.found import Found
from shanhe.documents.grid import Bit, Line, at
from shanhe.documents.heads import Block, Head
from shanhe.documents.naming import PaperNames
from shanhe.documents.script import Script
from shanhe.records.ids import own_id
from shanhe.records.programme import OwnIndicator
from shanhe.records.source import Printed, RowSource, Source
from shanhe.values.unit import Unit

ALIKE = 0.7
"""How alike a name must be to one of an indicator's names to stand for it."""
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One row of a block.

    Attributes:
        name: as printed, without number and unit; unit: that of the name.
        level1, level2: as printed here or carried down; ``None`` where there is no such column.
        cells: heading to cell.
    """

    name: str
    unit: Unit | None
    name_cell: Bit
    level1: Bit | None
    level2: Bit | None
    cells: Mapping[Head, Bit]

    def text(self, head: Head | None) -> str:
        """Return the text under a heading, empty where there is none."""
        bit = self.cells.get(head) if head else None
        return bit.cell.text.strip() if bit else ""

    def value(self, head: Head | None, block: Block, caption: Unit | None) -> CellValue | None:
        """Return what stands under a heading; ``None`` where there is no such cell.

        Its unit is that in the cell, else that of the row's unit column, of the name, of the
        heading, of the caption.
        """
        bit = self.cells.get(head) if head else None
        if head is None or bit is None:
            return None
        column = self.text(block.of("unit"))
        stated = named_unit(column) if column not in ABSENT else None
        return read_cell(bit.cell.text, stated or self.unit or heading_unit(head.text) or caption)


def rows_of(lines: Sequence[Line], block: Block) -> Iterator[IndicatorRow]:
    """Yield the rows that name an indicator; rows left blank as in the empty form are passed over."""
    name_head = block.of("name")
    levels: dict[str, Bit | None] = {"level1": None, "level2": None}
    for line in lines[block.begin : block.end]:
        cells = _under(line, block)
        name = cells.get(name_head) if name_head else None
        for key in levels:
            _carry(levels, key, cells.get(head) if (head := block.of(key)) else None, name)
        values = [cells.get(h) for h in block.heads if h.role in {"target", "value", "actual"}]
        if name is None or not name.fresh or any(bit is name for bit in values):
            continue
        words, unit = bare_name(name.cell.text)
        if words and words not in ABSENT:
            yield IndicatorRow(words, unit, name, levels["level1"], levels["level2"], cells)


def _under(line: Line, block: Block) -> dict[Head, Bit]:
    """Return heading to cell; where the merges are lost, a shorter line ends with the headings."""
    lost = block.width - len(line) if block.width else 0
    if not 0 <= lost <= 2:
        return {}
    found = ((head, at(line, head.x - lost)) for head in block.heads)
    return {head: bit for head, bit in found if bit is not None}


def _carry(levels: dict[str, Bit | None], key: str, bit: Bit | None, name: Bit | None) -> None:
    """Keep the last printed level cell; a new first level ends the second level before it."""
    last = levels[key]
    if bit is not None and bit is name:
        levels[key] = None
    elif bit is not None and bit.word:
        if key == "level1" and last is not None and last.word != bit.word:
            levels["level2"] = None
        levels[key] = bit


@dataclass(slots=True)
class Ids:
    """Names of one table → ids; a name that nobody knows becomes an indicator of the programme."""

    names: PaperNames
    found: Found
    _known: dict[str, str] = field(default_factory=dict)

    def of(self, row: IndicatorRow, source: RowSource) -> str:
        """Return the id, and add the programme's own indicator where there is no other."""
        if row.name not in self._known:
            self._known[row.name] = self._standard(row.name) or self._own(row, source)
        return self._known[row.name]

    def _standard(self, name: str) -> str:
        named = self.names.indicator(name) if len(name) <= _LONGEST else None
        if named is None:
            return ""
        if named.how == "name":
            return named.indicator
        held = self.names.catalogue.indicator(named.indicator)
        own = plain_name(name)
        near = (plain_name(word) for word in (held.name, *held.aliases))
        alike = max(SequenceMatcher(None, own, word).ratio() for word in near)
        return named.indicator if alike >= ALIKE else ""

    def _own(self, row: IndicatorRow, source: RowSource) -> str:
        level1, level2 = (bit.word if bit else "" for bit in (row.level1, row.level2))
        unit = row.unit.symbol if row.unit else ""
        self.found.add(
            "own_indicators",
            OwnIndicator(source=source, name=row.name, level1=level1, level2=level2, unit=unit),
        )
        return own_id(row.name)


@dataclass(slots=True)
class Places:
    """Collects the places of one record's fields."""

    script: Script
    cells: dict[str, Printed] = field(default_factory=dict)
    at: dict[str, Source] = field(default_factory=dict)
    first: Bit | None = None

    def note(self, key: str, bit: Bit | None, column: str, start: int = 0, end: int = -1) -> None:
        """Note where field ``key`` stands, as the characters from ``start`` to ``end``."""
        if bit is None:
            return
        self.first = self.first or bit
        text = bit.cell.text
        piece = text[start : len(text) if end < 0 else end]
        self.cells[key] = Printed(column, bit.cell.spot.row, text)
        self.at[key] = self.script.source(bit.cell.spot, piece, start, column)

    def value(self, prefix: str, bit: Bit | None, column: str, value: CellValue) -> None:
        """Note the places of ``amount``, ``sign`` and ``unit`` of a value."""
        self.note(f"{prefix}amount", bit, column, value.start, value.end)
        self.note(f"{prefix}words", bit, column)
        if value.sign:
            self.note(f"{prefix}sign", bit, column, *value.sign_at)
        if value.own_unit:
            self.note(f"{prefix}unit", bit, column, value.start, value.end)

    def source(self) -> RowSource:
        """Return the places as a record keeps them."""
        spot = self.first.cell.spot if self.first else None
        part, row = (spot.part, spot.row) if spot else ("", 0)
        return RowSource(self.script.file, part, row, self.cells, self.at)


def named_places(script: Script, row: IndicatorRow, block: Block) -> Places:
    """Return the places of name and levels of a row."""
    places = Places(script)
    heads = {key: head.text for key in ("level1", "level2", "name") if (head := block.of(key))}
    start = label_end(row.name_cell.cell.text)
    places.note("indicator", row.name_cell, heads.get("name", ""), start)
    places.note("name", row.name_cell, heads.get("name", ""), start)
    places.note("level1", row.level1, heads.get("level1", ""))
    places.note("level2", row.level2, heads.get("level2", ""))
    return places


def understood(found: Found, bit: Bit | None, value: CellValue) -> None:
    """Note that a value's number is understood."""
    if bit is not None and value.amount is not None:
        start = min(value.sign_at[0], value.start) if value.sign else value.start
        found.understood(bit.cell.spot, start, max(value.end, value.sign_at[1]))


def headed(found: Found, lines: Sequence[Line], block: Block) -> None:
    """Note that the numbers in headings (2025年度指标值) are no values."""
    for bit in (bit for line in lines[block.top : block.begin] for bit in line if bit.fresh):
        if bit.cell.text:
            found.understood(bit.cell.spot, 0, len(bit.cell.text))


def labelled(found: Found, row: IndicatorRow) -> None:
    """Note that the number of ``指标1：`` only counts the rows."""
    end = label_end(row.name_cell.cell.text)
    if end:
        found.understood(row.name_cell.cell.spot, 0, end)
