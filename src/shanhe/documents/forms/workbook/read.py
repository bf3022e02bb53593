"""The workbook's sheets → the dossier, or every reason why not."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import lru_cache

from shanhe.catalogue.catalogue import Catalogue
from shanhe.documents.forms.workbook.again import (
    known_indicators,
    same_rows,
    shared_names,
    spellings,
)
from shanhe.documents.forms.workbook.cells import read_row
from shanhe.documents.forms.workbook.declare import Column, Kind, Sheet
from shanhe.documents.forms.workbook.head import (
    NO_HEADING,
    Handed,
    columns,
    head_problems,
    headings,
    no_heading,
    strays,
)
from shanhe.documents.forms.workbook.row import Names, Row
from shanhe.documents.forms.workbook.tables import (
    BY_NAME,
    OWN_INDICATORS,
    PLACES,
    SHEETS,
)
from shanhe.documents.forms.workbook.vertical import one_record
from shanhe.records.dossier import Dossier
from shanhe.records.ids import own_id
from shanhe.records.problem import Problem
from shanhe.records.programme import Place
from shanhe.records.source import Printed, Record, RowSource, Source
from shanhe.values.numerals import plain

__all__ = ["GUIDE", "Handed", "Reading", "dossier_of", "own_id", "read_dossier", "read_records"]

GUIDE = "填写说明"
"""The sheet of instructions; the reader passes over it."""

_TOTALS = ("合计", "总计", "小计", "共计")


@dataclass(slots=True)
class Reading:
    """What came of reading: records by sheet, all problems, and which sheets have any rows."""

    records: dict[str, list[Record]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)


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
    for sheet in SHEETS:
        problems += same_rows(sheet, reading.records.get(sheet.key, ()))
    problems += shared_names(reading.records.get(PLACES.key, ()))
    problems += known_indicators(reading.records.get(OWN_INDICATORS.key, ()), catalogue)
    return (None, problems) if problems else (dossier_of(reading), [])


def read_records(handed: Mapping[str, Handed], catalogue: Catalogue) -> Reading:
    """Return the records of the sheets that are there, and the problems inside them."""
    reading, names = Reading(), _standard_names(catalogue)
    for sheet in _IN_ORDER:
        if sheet.zh in handed:
            part = _part(sheet, handed[sheet.zh], names)
            reading.records[sheet.key] = list(part.records)
            reading.problems += part.problems
            reading.seen |= {sheet.key} if part.is_filled else set()
            names = part.names
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
    if not any(name in BY_NAME for name in handed):
        yield Problem("no_sheets", whole, {"found": "、".join(handed)})
        return
    missing = [sheet.zh for sheet in SHEETS if sheet.zh not in handed]
    for name, sheet in handed.items():
        if name not in BY_NAME and name != GUIDE and not name.startswith("_"):
            near = get_close_matches(name, missing, 1, 0.4)
            yield Problem("unknown_sheet", sheet.source(), {"suggest": "".join(near)})
    for name in missing:
        if BY_NAME[name].required:
            yield Problem("missing_sheet", whole, {"sheet": name})


@dataclass(frozen=True, slots=True)
class _Part:
    """What came of one sheet.

    Attributes:
        names: what may stand in the sheets after it.
    """

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    is_filled: bool
    names: Names


_IN_ORDER = tuple(sorted(SHEETS, key=lambda sheet: sheet not in {PLACES, OWN_INDICATORS}))
_BY_KEY = {sheet.key: sheet for sheet in SHEETS}
_MOST_REMEMBERED = 300
"""Rows of a sheet; a longer one is read again each time, so that memory stays small."""

_standard_names = lru_cache(maxsize=8)(Names)


def _part(sheet: Sheet, handed: Handed, names: Names) -> _Part:
    """Return what a sheet says; of a programme that is read after each change, all but one are known."""
    if len(handed.grid) > _MOST_REMEMBERED:
        return _read(sheet, handed, names)
    return _remembered(sheet.key, replace(handed, grid=tuple(map(tuple, handed.grid))), names)


@lru_cache(maxsize=128)
def _remembered(key: str, handed: Handed, names: Names) -> _Part:
    return _read(_BY_KEY[key], handed, names)


def _read(sheet: Sheet, handed: Handed, names: Names) -> _Part:
    needed = {column.key for column in sheet.columns if column.required}
    problems: list[Problem] = []
    rows: list[Row] = []
    records: list[Record] = []
    for source in _sources(sheet, handed, problems):
        row = Row(sheet, source, names)
        read_row(row)
        rows.append(row)
        problems += row.problems
        if not row.problems and needed <= row.values.keys() | _with_words(row):
            records.append(sheet.record(source=source, **row.values))
    is_filled = bool(rows) or any(problem.kind in NO_HEADING for problem in problems)
    return _Part(tuple(records), tuple(problems), is_filled, _more_names(names, sheet, rows))


def _with_words(row: Row) -> set[str]:
    """Return the fields that hold a word for "no number"."""
    return {f"{key.removesuffix('words')}amount" for key in row.values if key.endswith("words")}


def _more_names(names: Names, sheet: Sheet, rows: Iterable[Row]) -> Names:
    """Return also the names that a sheet registers, even in rows with problems."""
    if sheet is OWN_INDICATORS:
        own = {row.values["name"]: row for row in rows if "name" in row.values}
        worded = (own_id(name) for name, row in own.items() if row.text("direction") == "定性")
        ids = {name: own_id(name) for name in own}
        return replace(names, own={**names.own, **ids}, worded=frozenset(worded))
    if sheet is not PLACES:
        return names
    places: dict[str, str] = {}
    for row in rows:
        known = {key: row.values.get(key, "") for key in ("name", "full_name", "aliases")}
        place = Place(source=row.source, level="", kind="", **known)
        for _, word in spellings(place):
            if word and place.name:
                places.setdefault(plain(word), place.name)
    return replace(names, places=places)


def _sources(sheet: Sheet, handed: Handed, problems: list[Problem]) -> list[RowSource]:
    if not any(any(cell.strip() for cell in row) for row in handed.grid):
        return []
    wrong = no_heading(sheet, handed)
    if wrong is not None:
        problems.append(wrong)
        return []
    return list((one_record if sheet.vertical else _rows)(sheet, handed, problems))


def _rows(sheet: Sheet, handed: Handed, problems: list[Problem]) -> Iterator[RowSource]:
    problems += head_problems(sheet, handed)
    at = columns(sheet, handed)
    head = headings(handed)
    for number, cells in enumerate(handed.grid[1:], 2):
        if not any(cell.strip() for cell in cells):
            continue
        full = [*cells, *[""] * (len(head) - len(cells))]
        if _is_total(at, full):
            problems.append(Problem("total_row", handed.source(number)))
            continue
        problems += strays(handed, number, head, full)
        printed: dict[str, Printed] = {}
        for column, text in zip(at, full, strict=False):
            if column is not None:
                printed.setdefault(column.key, Printed(column.zh, number, text))
        yield RowSource(handed.file, handed.part, number, printed)


def _is_total(at: Sequence[Column | None], cells: Sequence[str]) -> bool:
    """Return whether people added a row of totals, in a sheet that has none."""
    filled = [(column, cell.strip()) for column, cell in zip(at, cells, strict=False) if column]
    if any(cell in column.choices for column, cell in filled if cell in _TOTALS):
        return False
    first = next((cell for _, cell in filled if cell), "")
    words = [cell for column, cell in filled if column.kind is not Kind.TEXT or cell == first]
    return any("".join(cell.split()) in _TOTALS for cell in words)


def texts_of(sheet: Sheet, handed: Handed) -> Iterator[dict[str, str]]:
    """Yield the texts of each row by field, without understanding them; empty cells are left out."""
    for source in _sources(sheet, handed, []):
        yield {key: cell.text.strip() for key, cell in source.cells.items() if cell.text.strip()}
