"""The workbook's sheets → the dossier, or every reason why not."""

import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from shanhe.catalogue.catalogue import Catalogue
from shanhe.documents.formats.grid import Grid
from shanhe.documents.forms.workbook.cells import Names, Row, read_row
from shanhe.documents.forms.workbook.declare import Column, Sheet
from shanhe.documents.forms.workbook.tables import (
    BY_NAME,
    OWN_INDICATORS,
    PLACES,
    SHEETS,
)
from shanhe.records.dossier import Dossier
from shanhe.records.problem import Problem
from shanhe.records.programme import OwnIndicator, Place
from shanhe.records.source import Printed, Record, RowSource, Source
from shanhe.values.numerals import plain

GUIDE = "填写说明"
"""The sheet of instructions; the reader passes over it."""


@dataclass(frozen=True, slots=True)
class Handed:
    """One sheet as it was handed in.

    Attributes:
        file: name of the file it is in; a folder of CSV files has one file a sheet.
        part: name of the sheet inside the file, empty for a CSV file.
    """

    file: str
    part: str
    grid: Grid

    def source(self, row: int = 0, column: str = "", text: str = "") -> Source:
        """Return a place in it."""
        return Source(self.file, self.part, row, column, text)


@dataclass(slots=True)
class Reading:
    """What came of reading: records by sheet, all problems, and which sheets have any rows."""

    records: dict[str, list[Record]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)


def own_id(name: str) -> str:
    """Return the id of a programme's own indicator: stable, ASCII."""
    return f"own_{zlib.crc32(name.encode()):08x}"


def read_dossier(
    handed: Mapping[str, Handed], catalogue: Catalogue, whole: Source
) -> tuple[Dossier | None, list[Problem]]:
    """Return the dossier and no problems, or no dossier and every problem.

    Args:
        handed: sheet name to sheet.
        catalogue: for the names of indicators.
        whole: the file or folder as a whole, for what is missing in it.
    """
    reading = read_records(handed, catalogue)
    problems = [*_unknown_and_missing(handed, whole), *reading.problems]
    problems += [
        Problem("no_rows", handed[sheet.zh].source())
        for sheet in SHEETS
        if sheet.required and sheet.zh in handed and sheet.key not in reading.seen
    ]
    return (None, problems) if problems else (dossier_of(reading), [])


def read_records(handed: Mapping[str, Handed], catalogue: Catalogue) -> Reading:
    """Return the records of the sheets that are there, and the problems inside them."""
    reading = Reading()
    names = Names(catalogue)
    for sheet in sorted(SHEETS, key=lambda sheet: sheet not in {PLACES, OWN_INDICATORS}):
        if sheet.zh in handed:
            records = list(_records(sheet, handed[sheet.zh], names, reading))
            reading.records[sheet.key] = records
            names = _more_names(names, records)
    return reading


def dossier_of(reading: Reading) -> Dossier:
    """Return the dossier that holds these records."""
    single = {sheet.key: reading.records.get(sheet.key, []) for sheet in SHEETS if sheet.vertical}
    many = {
        sheet.key: tuple(reading.records.get(sheet.key, ()))
        for sheet in SHEETS
        if not sheet.vertical
    }
    overview = single["overview"][0] if single["overview"] else None
    return Dossier(single["programme"][0], overview, **many)  # type: ignore[arg-type]  # the tables declare the types


def _unknown_and_missing(handed: Mapping[str, Handed], whole: Source) -> Iterator[Problem]:
    known = [sheet.zh for sheet in SHEETS]
    if not any(name in handed for name in known):
        yield Problem("no_sheets", whole)
        return
    for name, sheet in handed.items():
        if name not in BY_NAME and name != GUIDE and not name.startswith("_"):
            near = get_close_matches(name, known, 1, 0.4)
            yield Problem("unknown_sheet", sheet.source(), {"suggest": "".join(near)})
    for one in SHEETS:
        if one.required and one.zh not in handed:
            yield Problem("missing_sheet", whole, {"sheet": one.zh})


def _more_names(names: Names, records: Iterable[Record]) -> Names:
    own = {r.name: own_id(r.name) for r in records if isinstance(r, OwnIndicator)}
    places: dict[str, str] = {}
    for place in records:
        if isinstance(place, Place):
            spellings = place.aliases.replace(",", "、").replace("，", "、").split("、")
            for word in (place.name, place.full_name, *spellings):
                if word.strip():
                    places.setdefault(plain(word), place.name)
    return replace(names, own={**names.own, **own}, places={**names.places, **places})


def _records(sheet: Sheet, handed: Handed, names: Names, reading: Reading) -> Iterator[Record]:
    read = _vertical if sheet.vertical else _rows
    for source in list(read(sheet, handed, reading.problems)):
        reading.seen.add(sheet.key)
        row = Row(sheet, source, names)
        read_row(row)
        reading.problems += row.problems
        if not row.problems:
            yield sheet.record(source=source, **row.values)


def _rows(sheet: Sheet, handed: Handed, problems: list[Problem]) -> Iterator[RowSource]:
    head = [cell.strip() for cell in handed.grid[0]] if handed.grid else []
    columns = _columns(sheet, handed, head, problems)
    for number, cells in enumerate(handed.grid[1:], 2):
        if any(cell.strip() for cell in cells):
            problems += _strays(handed, number, cells[len(head) :])
            printed = {
                column.key: Printed(column.zh, number, text)
                for column, text in zip(columns, cells, strict=False)
                if column is not None
            }
            yield RowSource(handed.file, handed.part, number, printed)


def _strays(handed: Handed, number: int, cells: Iterable[str]) -> Iterator[Problem]:
    for text in cells:
        if text.strip():
            yield Problem("stray_value", handed.source(number, "", text))


def _columns(
    sheet: Sheet, handed: Handed, head: list[str], problems: list[Problem]
) -> list[Column | None]:
    """Return the declared column of each heading; note what is unknown, twice, or missing."""
    known = [column.zh for column in sheet.columns]
    for place, heading in enumerate(head):
        where = handed.source(1, heading, heading)
        if heading in head[:place] and heading:
            problems.append(Problem("twice", where))
        elif heading and heading not in known and not heading.startswith("_"):
            near = get_close_matches(heading, known, 1, 0.4)
            problems.append(Problem("unknown_column", where, {"suggest": "".join(near)}))
    problems += [
        Problem("missing_column", handed.source(1), {"column": column.zh})
        for column in sheet.columns
        if column.required and column.zh not in head
    ]
    return [sheet.column(heading) for heading in head]


def _vertical(sheet: Sheet, handed: Handed, problems: list[Problem]) -> Iterator[RowSource]:
    printed: dict[str, Printed] = {}
    known = [column.zh for column in sheet.columns]
    for number, cells in enumerate(handed.grid[1:], 2):
        name, text = (*(cell.strip() for cell in cells[:2]), "", "")[:2]
        column = sheet.column(name)
        where = handed.source(number, name, name)
        if column is None:
            if name and not name.startswith("_"):
                near = get_close_matches(name, known, 1, 0.4)
                problems.append(Problem("unknown_field", where, {"suggest": "".join(near)}))
        elif column.key in printed:
            problems.append(Problem("twice", where))
        else:
            printed[column.key] = Printed(column.zh, number, text)
    if any(cell.text for cell in printed.values()):
        yield RowSource(handed.file, handed.part, 0, printed)
