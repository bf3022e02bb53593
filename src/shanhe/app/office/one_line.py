"""One line of a sheet, some of its fields named in words: for who writes without a page before them."""

from collections.abc import Mapping

from shanhe.app.office.books import seen_book
from shanhe.app.office.editing import NO_REASON
from shanhe.app.office.rights import Actor, Refused
from shanhe.app.office.sheets import change, declared, needed
from shanhe.app.office.typed import clean
from shanhe.documents.forms.workbook.declare import Sheet
from shanhe.store.lines import Change, new_row
from shanhe.store.models import Book, Line

Texts = Mapping[str, str]


def write_line(  # noqa: PLR0913 - what a form hands in
    actor: Actor,
    book_key: int,
    key: str,
    said: Texts | None,
    *,
    row: str = "",
    seen: int = 0,
    why: str = "",
) -> str:
    """Write some fields of a line, leave its others as they are, and return the key of the line.

    Args:
        actor: who writes.
        book_key: the programme.
        key: of the sheet.
        said: heading or key of a column → text, empty to take it away; ``None`` drops the line.
        row: the line; empty for a new one. A sheet of one line needs none.
        seen: the entry that the person had before them; 0 for the line as it is now.
        why: the reason; a line that is there is not changed without.

    Raises:
        Refused: the right, the line, a column or the reason is missing, or the sheet is closed.
        Wrong: what was typed cannot be read.
        Overtaken: somebody else changed the line since it was ``seen``.
    """
    book, sheet = seen_book(actor, book_key, needed(key)), declared(key)
    line = _line(book, sheet, row)
    if line is not None and not why.strip():
        raise NO_REASON
    if said is None and line is None:
        raise _no_line(sheet, row)
    texts = None if said is None else {**(line.texts if line else {}), **_fields(sheet, said)}
    wanted = Change(
        sheet=key,
        row=line.row if line else new_row(),
        texts=None if texts is None else {field: text for field, text in texts.items() if text},
        seen=seen or (line.number if line else 0),
        why=clean(why),
    )
    change(actor, book_key, [wanted])
    return wanted.row


def _line(book: Book, sheet: Sheet, row: str) -> Line | None:
    found = Line.objects.filter(book=book, sheet=sheet.key)
    if sheet.vertical and not row:
        return found.first()
    line = found.filter(row=row).first() if row else None
    if row and line is None:
        raise _no_line(sheet, row)
    return line


def _no_line(sheet: Sheet, row: str) -> Refused:
    return Refused(
        f"“{sheet.zh}”中没有编号为“{row}”的行，请先列出该表核对编号。",
        f"There is no line “{row}” on {sheet.zh}; list the sheet to see its lines.",
        404,
    )


def _fields(sheet: Sheet, said: Texts) -> dict[str, str]:
    """Return texts by key of the column, whichever of its names was given."""
    keys = {column.key for column in sheet.columns}
    found = {}
    for name, text in said.items():
        column = sheet.column(name)
        field = column.key if column else name
        if field not in keys:
            headings = "、".join(column.zh for column in sheet.columns)
            raise Refused(
                f"“{sheet.zh}”没有“{name}”这一列，应为：{headings}。",
                f"{sheet.zh} has no column “{name}”; it has: {headings}.",
                422,
            )
        found[field] = clean(text)
    return found
