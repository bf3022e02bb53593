"""Where a figure comes from: its sheet and line, and who entered it when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from shanhe.app.office.found import Kept, line_of, number_of
from shanhe.app.office.grids import page_with
from shanhe.records.source import Record, Source
from shanhe.store.models import Book, Entry, Line


@dataclass(frozen=True, slots=True)
class Origin:
    """The line that a figure was read from.

    Attributes:
        sheet, row: keys of the sheet and of the line. sheet_name: its name, ``指标目标``.
        number: of the line on it, from 1; 0 for the only one.
        page: of the sheet's own page, on which the line is shown.
        who, organisation, at, why: of the journal entry that made the line what it is; a figure
            that a county handed in names its submission in ``why``.
    """

    sheet: str
    row: str
    sheet_name: str
    number: int
    page: int
    who: str = ""
    organisation: str = ""
    at: str = ""
    why: str = ""


class Origins:
    """Finds origins of one programme's records; asks the journal once."""

    def __init__(self, book: Book, kept: Kept) -> None:
        self._kept = kept
        numbers = {line.number for rows in kept.values() for line in rows}
        self._entries = _entries(book, numbers)

    def of(self, record: Record | None, key: str) -> Origin | None:
        """Return where field ``key`` of a record comes from; ``None`` where it is on no sheet."""
        return self.at(record.source.cell(key)) if record else None

    def at(self, where: Source) -> Origin | None:
        """Return the origin of a place."""
        line = line_of(where, self._kept)
        if line is None:
            return None
        return self._origin(line, where.part, number_of(where))

    def line(self, line: Line, name: str, number: int) -> Origin:
        """Return the origin of a whole line: of which sheet, and which line from 1; 0 for the only one."""
        return self._origin(line, name, number)

    def _origin(self, line: Line, name: str, number: int) -> Origin:
        entry = self._entries.get(line.number)
        page = page_with(number)
        if entry is None:
            return Origin(line.sheet, line.row, name, number, page)
        at = entry.at.astimezone().strftime("%Y-%m-%d %H:%M")
        body = entry.organisation
        return Origin(line.sheet, line.row, name, number, page, entry.who, body, at, entry.why)


_MOST = 500  # numbers in one question to the database


def _entries(book: Book, numbers: Iterable[int]) -> Mapping[int, Entry]:
    wanted: Sequence[int] = sorted(numbers)
    if not wanted:
        return {}
    if len(wanted) > _MOST:
        known = Entry.objects.filter(book=book, number__range=(wanted[0], wanted[-1]))
    else:
        known = Entry.objects.filter(book=book, number__in=wanted)
    return {one.number: one for one in known.defer("texts", "evidence")}
