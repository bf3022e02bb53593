"""Rows that come as a block: pasted from a spreadsheet, or in a workbook; merged into a draft."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from django.db import transaction

from shanhe.app.office.books import catalogue_of, handed, lines, texts
from shanhe.app.office.draft_check import PLACE_FIELD, places_of
from shanhe.app.office.drafting import keep, own_draft, own_lines
from shanhe.app.office.rights import Actor, Refused
from shanhe.app.office.sheets import declared
from shanhe.app.office.submissions import seen_submission
from shanhe.app.office.typed import clean
from shanhe.app.programme import NotOpened, refusal
from shanhe.documents.formats.grid import Unreadable
from shanhe.documents.forms.workbook.declare import Column, Sheet
from shanhe.documents.forms.workbook.head import Handed
from shanhe.documents.forms.workbook.lines import Line
from shanhe.documents.forms.workbook.read import read_records, texts_of
from shanhe.records.problem import Problem
from shanhe.store.lines import new_row
from shanhe.store.models import Book, Submission

_AROUND = ("places", "own_indicators")


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a block: the draft's version, rows taken in, rows of others left out."""

    version: int
    rows: int
    others: int = 0


def paste(actor: Actor, key: int, block: str, version: int) -> Taken:
    """Take rows of tab-divided text into a draft; columns stand as on the sheet, or under headings.

    A row that is in the draft already, or counts already, is changed; others are new.

    Raises:
        Refused: there is nothing in it, it has more columns than the sheet, or as ``drafting.save``.
    """
    rows = _divided(block)
    with transaction.atomic():
        one = own_draft(actor, key, version)
        sheet = declared(one.sheet)
        found = _under_headings(sheet, rows)
        if not found:
            raise Refused("粘贴的内容中没有数据行。", "There is no row in what was pasted.", 422)
        field = PLACE_FIELD[one.sheet]
        typed = [{field: one.organisation.place, **row} for row in found]
        return Taken(keep(actor, one, _merged(one, sheet, typed)), len(typed))


def _divided(block: str) -> list[list[str]]:
    """Return cells of a pasted block; a cell with line breaks stands in quotes, as Excel copies it."""
    reader = csv.reader(StringIO(block.replace("\r\n", "\n")), delimiter="\t", strict=False)
    try:
        rows = [[clean(cell) for cell in row] for row in reader]
    except csv.Error:
        raise Refused("粘贴的内容无法识别。", "What was pasted cannot be read.", 422) from None
    return [row for row in rows if any(row)]


def _under_headings(sheet: Sheet, rows: Sequence[Sequence[str]]) -> list[dict[str, str]]:
    heads: list[Column | None] = list(sheet.columns)
    if rows and sum(sheet.column(cell) is not None for cell in rows[0] if cell) >= 2:
        heads, rows = _headings(sheet, rows[0]), rows[1:]
    for number, row in enumerate(rows, 1):
        if any(row[len(heads) :]):
            raise Refused(
                f"粘贴内容第 {number} 行有 {len(row)} 列，本表为 {len(heads)} 列，请从“{sheet.columns[0].zh}”列起复制。",
                f"Row {number} has {len(row)} columns; the sheet has {len(heads)}.",
                422,
            )
    return [
        {column.key: cell for column, cell in zip(heads, row, strict=False) if column and cell}
        for row in rows
    ]


def _headings(sheet: Sheet, cells: Sequence[str]) -> list[Column | None]:
    found = [sheet.column(cell) if cell else None for cell in cells]
    unknown = [cell for cell, column in zip(cells, found, strict=True) if cell and column is None]
    if unknown:
        expected = "、".join(column.zh for column in sheet.columns)
        raise Refused(
            f"表头中有不认识的列：{'、'.join(unknown)}。应为：{expected}。",
            f"Unknown columns: {', '.join(unknown)}; expected: {expected}.",
            422,
        )
    return found


def upload(actor: Actor, key: int, name: str, data: bytes, version: int) -> Taken:
    """Take the rows of one's own place from a workbook into a draft, all or none.

    Raises:
        NotOpened: the workbook, or a row of one's own place in it, cannot be read; each problem
            stands with its sheet, row and column.
        Refused: the sheet is not in it or has no row of one's own, or as ``drafting.save``.
    """
    draft = seen_submission(actor, key)
    sheet = declared(draft.sheet)
    grid = _sheet_of(sheet, name, data)
    own, others = _own_rows(draft, sheet, grid)
    problems = _problems(draft.book, sheet, own)
    if problems:
        raise NotOpened(tuple(problems))
    found = [_named(draft, row) for row in texts_of(sheet, own)]
    if not found:
        raise Refused(
            f"工作表“{sheet.zh}”中没有{draft.organisation.place}的数据行（其他地区 {others} 行）。",
            f"The sheet has no row of {draft.organisation.place}; {others} of others.",
            422,
        )
    with transaction.atomic():
        one = own_draft(actor, key, version)
        return Taken(keep(actor, one, _merged(one, sheet, found)), len(found), others)


def _sheet_of(sheet: Sheet, name: str, data: bytes) -> Handed:
    from shanhe.documents.formats.xlsx.read import read_grids  # noqa: PLC0415 - only where needed

    try:
        grids = {title.strip(): grid for title, grid in read_grids(data).items()}
    except Unreadable as error:
        raise NotOpened((refusal(Path(name), error),)) from None
    if sheet.zh not in grids:
        raise Refused(
            f"工作簿中没有工作表“{sheet.zh}”，其中有：{'、'.join(grids)}。",
            f"The workbook has no sheet “{sheet.zh}”; it has: {', '.join(grids)}.",
            422,
        )
    return Handed(name, sheet.zh, grids[sheet.zh])


def _own_rows(draft: Submission, sheet: Sheet, whole: Handed) -> tuple[Handed, int]:
    """Return the sheet with the rows of other places made blank, so that rows keep their numbers."""
    head = [sheet.column(cell) for cell in whole.grid[0]] if whole.grid else []
    field = PLACE_FIELD[sheet.key]
    at = next((n for n, column in enumerate(head) if column and column.key == field), None)
    if at is None:
        return whole, 0
    names = places_of(draft.book, draft.organisation.place)
    rows, others = [whole.grid[0]], 0
    for row in whole.grid[1:]:
        is_own = at < len(row) and row[at].strip() in names
        others += not is_own and any(cell.strip() for cell in row)
        rows.append(row if is_own else ())
    return Handed(whole.file, whole.part, rows), others


def _problems(book: Book, sheet: Sheet, own: Handed) -> list[Problem]:
    kept = lines(book)
    around = handed(book.name, texts({key: kept.get(key, []) for key in _AROUND}))
    known = {declared(key).zh: around[declared(key).zh] for key in _AROUND}
    reading = read_records({**known, sheet.zh: own}, catalogue_of())
    return [problem for problem in reading.problems if problem.where.part == sheet.zh]


def _named(draft: Submission, row: Line) -> dict[str, str]:
    """Return a row with its place as the programme calls it."""
    return {**row, PLACE_FIELD[draft.sheet]: draft.organisation.place}


_BLANK: Mapping[str, Any] = {"texts": {}, "seen": 0, "evidence": []}


def _merged(one: Submission, sheet: Sheet, typed: Sequence[Line]) -> list[Mapping[str, Any]]:
    """Return the rows of a draft with these; a row that is known is changed in its place.

    What is the same as what counts already is left out.
    """
    rows = {row["row"]: row for row in one.rows}
    counting = {row["row"]: row for row in own_lines(one.book, one.sheet, one.organisation.place)}
    known = {
        _identity(sheet, row["texts"]): key
        for key, row in (counting | rows).items()
        if row["texts"]
    }
    for row in typed:
        key = known.setdefault(_identity(sheet, row), new_row())
        before = rows.get(key) or counting.get(key) or _BLANK
        if key in rows or before["texts"] != row:
            rows[key] = {**before, "row": key, "texts": dict(row)}
    return list(rows.values())


def _identity(sheet: Sheet, row: Line) -> tuple[str, ...]:
    keys = sheet.keys or tuple(column.key for column in sheet.columns)
    return tuple(row.get(key, "") for key in keys)
