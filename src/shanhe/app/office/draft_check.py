"""What is wrong with the rows of a draft, each at its row and field, before they are handed in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from shanhe.app.office.books import catalogue_of, dossier_of, lines, read_now, texts
from shanhe.app.office.rights import Refused
from shanhe.documents.forms.workbook.declare import Sheet
from shanhe.records.dossier import Dossier
from shanhe.records.problem import Problem
from shanhe.store.models import Book, Line

PLACE_FIELD = {
    "progress": "region",
    "actuals": "region",
    "subprojects": "unit",
    "payments": "payer",
}
"""The field of each sheet that names the place it is reported for."""

Found = tuple[int, str, Problem]
"""Number of the row from 0, key of the field (empty for the whole row), what is wrong."""


def unreadable(book: Book, sheet: Sheet, rows: Sequence[Mapping[str, Any]]) -> list[Found]:
    """Return what could not be read if these rows counted: in them, or between them and the rest.

    The programme is read as it would be after their acceptance, by the workbook's own reader, so a
    row that is there twice is found before the city sees it.
    """
    _, problems, numbers = read_with(book, sheet, rows)
    return list(_placed(sheet, problems, numbers))


def read_with(
    book: Book, sheet: Sheet, rows: Sequence[Mapping[str, Any]]
) -> tuple[Dossier | None, list[Problem], list[int]]:
    """Return the programme as it would be with these rows, or why it could not be read.

    Its first lines of the sheet are the rows that have texts; the last value names them, from 0.
    """
    numbers = [number for number, row in enumerate(rows) if row["texts"]]
    typed = [rows[number]["texts"] for number in numbers]
    taken = {row["row"] for row in rows}
    kept = lines(book)
    others = [line.texts for line in kept.get(sheet.key, ()) if line.row not in taken]
    whole = {**texts(kept), sheet.key: [*typed, *others]}
    return *dossier_of(book.name, whole, catalogue_of()), numbers


def _placed(sheet: Sheet, problems: Sequence[Problem], numbers: Sequence[int]) -> Iterator[Found]:
    for problem in problems:
        at = problem.where.row - 2
        if problem.where.part != sheet.zh or at < 0:
            yield -1, "", problem
        elif at < len(numbers):
            column = sheet.column(problem.where.column)
            yield numbers[at], column.key if column else "", _counted(problem, numbers)
        else:
            first = int(problem.words.get("row", 0)) - 2
            yield (numbers[first] if 0 <= first < len(numbers) else -1), "", _kept_twice(problem)


def _counted(problem: Problem, numbers: Sequence[int]) -> Problem:
    """Return a problem that names another row by its number in the draft."""
    other = int(problem.words.get("row") or 0) - 2
    if not 0 <= other < len(numbers):
        return problem
    return replace(problem, words={**problem.words, "row": str(numbers[other] + 1)})


def _kept_twice(problem: Problem) -> Problem:
    if problem.kind not in {"same_row", "equal_row"}:
        return problem
    return replace(problem, kind="row_counts_already")


def places_of(book: Book, place: str) -> frozenset[str]:
    """Return every way in which a programme writes the name of a place."""
    for line in Line.objects.filter(book=book, sheet="places"):
        words = [line.texts.get(key, "") for key in ("name", "full_name")]
        found = frozenset({*words, *line.texts.get("aliases", "").split("、")} - {""})
        if place in found:
            return found
    return frozenset({place})


def ask_whole(book: Book) -> None:
    """Refuse a change after which the programme could no longer be read as a whole.

    Raises:
        Refused: with every reason.
    """
    dossier, problems = read_now(book.pk, book.name)
    if dossier is None:
        raise Refused(
            "采纳后项目数据不完整或有重复，请退回填报单位改正："
            + "".join(problem.text("zh") for problem in problems[:5]),
            "The programme could not be read with these figures; send them back: "
            + " ".join(problem.text("en") for problem in problems[:5]),
            409,
        )
