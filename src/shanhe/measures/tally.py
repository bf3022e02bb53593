"""Subprojects counted: how many were due to start or finish in the year, and how many did."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from shanhe.measures.computed import Computed, percent
from shanhe.records.dossier import Dossier
from shanhe.records.progress import Subproject
from shanhe.values.quantity import Quantity
from shanhe.values.unit import unit


@dataclass(frozen=True, slots=True)
class Tally:
    """How many subprojects were due, and how many of them kept the day.

    Attributes:
        total: all subprojects.
        due: those due in the year; all of them where no row says when it is due.
        done: those of ``due`` that were done, and on time where the days are known.
        dated: whether some row says when it is due.
    """

    total: int
    due: int
    done: int
    dated: bool

    @property
    def rate(self) -> Computed | None:
        """Done over due in percent; ``None`` where nothing was due."""
        return percent(counted(self.done), counted(self.due)) if self.due else None


def counted(number: int) -> Quantity:
    """Return a number of things that were counted."""
    return Quantity(Decimal(number), unit("个"), exact=True)


def starts(dossier: Dossier) -> Tally | None:
    """Return the tally of starts; ``None`` where no subproject is listed."""
    rows = [(row, row.due_start, row.started, row.has_started) for row in dossier.subprojects]
    return _tally(rows, dossier.programme.year)


def finishes(dossier: Dossier) -> Tally | None:
    """Return the tally of completions; ``None`` where no subproject is listed."""
    rows = [(row, row.due_finish, row.finished, row.is_finished) for row in dossier.subprojects]
    return _tally(rows, dossier.programme.year)


def _tally(
    rows: list[tuple[Subproject, date | None, date | None, bool]], year: int
) -> Tally | None:
    if not rows:
        return None
    dated = any(due is not None for _, due, _, _ in rows)
    due_rows = [row for row in rows if not dated or (row[1] is not None and row[1].year == year)]
    return Tally(
        sum(row.count for row, _, _, _ in rows),
        sum(row.count for row, _, _, _ in due_rows),
        sum(row.count for row, due, day, done in due_rows if _kept(due, day, done, year)),
        dated,
    )


def _kept(due: date | None, day: date | None, done: bool, year: int) -> bool:
    if day is None:
        return done
    return day <= due if due is not None else day.year <= year
