"""What machines ask in their own terms: names of sheets, lines changed by plain fields."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shanhe.app.office.rights import Actor, Refused
from shanhe.app.office.sheets import change, declared
from shanhe.documents.forms.workbook.tables import SHEETS
from shanhe.store.lines import Change

MOST_LINES = 2000
"""In one request."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A line that is to become something else; the fields are those of ``store.lines.Change``."""

    row: str
    texts: Mapping[str, str] | None
    seen: int
    why: str


@dataclass(frozen=True, slots=True)
class SheetName:
    """A sheet in a list."""

    key: str
    name: str
    note: str


def sheet_names() -> list[SheetName]:
    """Return every sheet that a programme has."""
    return [SheetName(sheet.key, sheet.zh, sheet.note) for sheet in SHEETS]


def change_lines(actor: Actor, book: int, sheet: str, wanted: Sequence[Wanted]) -> int:
    """Change lines of one sheet, all or none, and return the programme's new revision.

    Raises:
        Refused: the right is missing, the sheet is locked, or a field is unknown.
        Wrong: what was typed cannot be read.
        Overtaken: somebody else changed a line in between.
    """
    known = frozenset(column.key for column in declared(sheet).columns)
    if not 0 < len(wanted) <= MOST_LINES:
        raise Refused(
            f"一次须修改1至{MOST_LINES}行。", f"Change 1 to {MOST_LINES} lines at a time.", 422
        )
    for one in wanted:
        _ask_sound(one, known)
    changes = [
        Change(sheet=sheet, row=one.row, texts=_tidy(one.texts), seen=one.seen, why=one.why)
        for one in wanted
    ]
    return change(actor, book, changes)


def _tidy(texts: Mapping[str, str] | None) -> dict[str, str] | None:
    """Leave out empty fields and blanks around texts, as a workbook is read."""
    if texts is None:
        return None
    return {key: text.strip() for key, text in texts.items() if text.strip()}


def _ask_sound(one: Wanted, known: frozenset[str]) -> None:
    strange = sorted((one.texts or {}).keys() - known)
    if strange:
        raise Refused(
            f"没有这些字段：{'、'.join(strange)}。可用的字段：{'、'.join(sorted(known))}。",
            f"Unknown fields: {', '.join(strange)}; known are {', '.join(sorted(known))}.",
            422,
        )
    if bool(one.row) != (one.seen > 0) or (one.texts is None and not one.row):
        raise Refused(
            "修改或删除一行，须给出 row 和 seen；新增一行，两者都不给。",
            "Give row and seen to change or remove a line, neither for a new one.",
            422,
        )
