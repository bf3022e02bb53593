"""A sheet on a page: some of its lines to look at, or to type into."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db.models import Count

from shanhe.app.office.books import BookHead, head_of, scope_of, seen_book
from shanhe.app.office.editing import Marked, Typed, Unsaved, as_they_are
from shanhe.app.office.locks import closed
from shanhe.app.office.pasting import pasted
from shanhe.app.office.rights import Actor, Refused, may, missing_right
from shanhe.app.office.sheets import SheetPage, needed, sheet_page
from shanhe.documents.forms.workbook.lines import BY_KEY
from shanhe.store.models import Line

AT_ONCE = 50
"""Lines of a page; a sheet of five hundred is ten pages."""

_BLANKS = 3


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet with the lines of one page.

    Attributes:
        first: number of the first line on the page. number, count: this page, and how many.
        closed: why nobody of this organisation may write now.
        unsaved: why nothing of what was typed was kept; ``None`` where it was not tried.
        block: what was pasted and could not be read.
    """

    head: BookHead
    sheet: SheetPage
    lines: tuple[Marked, ...]
    is_vertical: bool
    closed: Refused | None
    is_editing: bool = False
    first: int = 1
    number: int = 1
    count: int = 1
    why: str = ""
    unsaved: Unsaved | None = None
    block: str = ""

    @property
    def may_edit(self) -> bool:
        """Whether this person may write into it now."""
        return self.sheet.may_change and self.closed is None

    @property
    def numbers(self) -> range:
        """The numbers of its pages."""
        return range(1, self.count + 1)


def page_with(number: int) -> int:
    """Return the number of the page that shows a line; lines are counted from 1.

    Example:
        Line 50 is on page 1, line 51 on page 2.
    """
    return max(number - 1, 0) // AT_ONCE + 1


def grid(actor: Actor, book_key: int, key: str, number: int = 1) -> Grid:
    """Return one page of a sheet to look at.

    Raises:
        Refused: it is not theirs to read, or there is no such sheet.
    """
    whole = _whole(actor, book_key, key)
    count = max(-(-len(whole.lines) // AT_ONCE), 1)
    number = min(max(number, 1), count)
    first = (number - 1) * AT_ONCE
    shown = whole.lines[first : first + AT_ONCE]
    return replace(whole, lines=shown, first=first + 1, number=number, count=count)


def editing(actor: Actor, book_key: int, key: str, number: int = 1) -> Grid:
    """Return one page of a sheet to type into, with empty lines at its end.

    Raises:
        Refused: as ``grid``; or they may not change it, or it is closed.
    """
    page = _ask_may_edit(actor, grid(actor, book_key, key, number))
    blanks = _BLANKS if not page.is_vertical else 0 if page.lines else 1
    return replace(page, lines=(*page.lines, *as_they_are([Typed({})] * blanks)))


def again(  # noqa: PLR0913 - what the form held
    actor: Actor, book_key: int, key: str, unsaved: Unsaved, *, why: str, first: int
) -> Grid:
    """Return what was typed once more, with what was wrong with it.

    Raises:
        Refused: it is not theirs to read.
    """
    whole = _whole(actor, book_key, key)
    lines = unsaved.lines
    return replace(whole, lines=lines, first=first, is_editing=True, unsaved=unsaved, why=why)


def preview(actor: Actor, book_key: int, key: str, block: str) -> Grid:
    """Return the lines of a pasted block to look over before they are kept; nothing is kept yet.

    A block that cannot be read comes back as it was, beside the reason.

    Raises:
        Refused: as ``editing``.
    """
    page = editing(actor, book_key, key)
    try:
        lines = pasted(page.sheet, block)
    except Refused as refused:
        return replace(page, block=block, unsaved=Unsaved((), refused=refused))
    return replace(page, lines=as_they_are(lines), first=1, count=1, number=1)


def _whole(actor: Actor, book_key: int, key: str) -> Grid:
    sheet = sheet_page(actor, book_key, key)
    book = seen_book(actor, book_key)
    lines = as_they_are([Typed(line.texts, line.row, line.number) for line in sheet.lines])
    shut = closed(actor, book, key)
    return Grid(head_of(book), sheet, lines, BY_KEY[key].vertical, shut)


def _ask_may_edit(actor: Actor, page: Grid) -> Grid:
    if not page.sheet.may_change:
        raise missing_right(actor, needed(page.sheet.key))
    if page.closed is not None:
        raise page.closed
    return replace(page, is_editing=True)


@dataclass(frozen=True, slots=True)
class Listed:
    """A sheet in the list of all; ``closed`` says why nobody may write into it now."""

    key: str
    name: str
    note: str
    count: int
    may_change: bool
    closed: Refused | None


def listed(actor: Actor, book_key: int) -> tuple[BookHead, Sequence[Listed]]:
    """Return the programme with all its sheets.

    Raises:
        Refused: it is not theirs to read.
    """
    book = seen_book(actor, book_key)
    scope, shut = scope_of(book), closed(actor, book, "")
    grouped = Line.objects.filter(book=book).order_by().values_list("sheet")
    counts = dict(grouped.annotate(Count("pk")))
    return head_of(book), [
        Listed(
            one.key,
            one.zh,
            one.note,
            counts.get(one.key, 0),
            may(actor, needed(one.key), scope),
            shut,
        )
        for one in BY_KEY.values()
    ]
