"""Who changed what, when, from what to what, why, on what evidence: pages of the journal."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import islice
from time import monotonic

from django.db.models import Q, QuerySet
from django.utils import timezone

from shanhe.app.office.books import BookHead, head_of, scope_of, seen_book
from shanhe.app.office.break_words import told
from shanhe.app.office.complaints import Both
from shanhe.app.office.history_words import EntryShown, Words
from shanhe.app.office.rights import Action, Actor, Refused, may, missing_right
from shanhe.app.office.sheets import declared
from shanhe.app.office.timeline import STEPS
from shanhe.app.office.typed import clean
from shanhe.documents.forms.workbook.tables import SHEETS
from shanhe.store.journal import Act, Break, verify_book
from shanhe.store.models import Account, Book, Entry
from shanhe.store.moment import one_moment

_ANSWERS_A_CHECK = Q(action=Act.REPLY, texts__has_key="check")
_EARLIEST, _LATEST = date(1949, 10, 1), date(2999, 12, 31)
"""Days beyond these narrow nothing; at the ends of the calendar no clock of the database counts."""
_MOST = 50
_MOST_BREAKS = 100
MOST_VERIFIED = 100_000
"""Entries that are followed while somebody waits for the page."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to see of a journal.

    Attributes:
        sheet: key of a sheet; empty for all. row: of one line; needs ``sheet``.
        column: of one figure; needs ``row``.
        who: name or log-in name of a person. since, until: days, both included.
        before: number of the entry above which nothing is shown, to go on from a page; 0 for none.
    """

    sheet: str = ""
    row: str = ""
    column: str = ""
    who: str = ""
    since: date | None = None
    until: date | None = None
    before: int = 0


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """A page of the journal, the newest entry first.

    Attributes:
        older: what ``before`` has to be for the next page; 0 on the last one.
        end: hash at the end of the chain. label: of the line or figure asked for.
        sheets: key and name, to choose from.
    """

    head: BookHead
    asked: Asked
    entries: tuple[EntryShown, ...]
    older: int
    end: str
    label: str
    sheets: tuple[tuple[str, str], ...]
    may_verify: bool
    columns: tuple[tuple[str, str], ...] = field(default=())


def history_page(actor: Actor, book_key: int, asked: Asked) -> HistoryPage:
    """Return a page of a programme's journal; at most fifty entries and nine queries.

    Whoever reads the programme from below it, such as a county, sees what was done to its lines,
    but not the steps of submissions and checks, which may be other counties'.

    Raises:
        Refused: the programme or its history is not theirs to read, or there is no such sheet.
    """
    book = seen_book(actor, book_key)
    is_whole = _ask(actor, book)
    found = _narrowed(book, asked)
    if not is_whole:
        found = found.exclude(action__in=[*STEPS, Act.FILE]).exclude(_ANSWERS_A_CHECK)
    entries = list(found.order_by("-number")[: _MOST + 1])
    words = Words.of(actor, book, entries[:_MOST])
    shown = [words.entry(entry) for entry in entries[:_MOST]]
    if asked.column:
        shown = [one for one in shown if asked.column in one.columns]
    sheet = declared(asked.sheet) if asked.row else None
    return HistoryPage(
        head_of(book),
        asked,
        tuple(shown),
        entries[_MOST - 1].number if len(entries) > _MOST else 0,
        book.head,
        _label(asked, shown),
        tuple((one.key, one.zh) for one in SHEETS),
        may(actor, Action.READ_HISTORY, scope_of(book)),
        tuple((column.key, column.zh) for column in sheet.columns) if sheet else (),
    )


def _ask(actor: Actor, book: Book) -> bool:
    """Return whether somebody sees the whole journal, or refuse.

    Raises:
        Refused: the right is missing.
    """
    scope = scope_of(book)
    if may(actor, Action.READ_HISTORY, scope):
        return True
    if not may(actor, Action.READ_HISTORY, type(scope)(scope.path, scope.book, within=True)):
        raise missing_right(actor, Action.READ_HISTORY)
    return False


def _narrowed(book: Book, asked: Asked) -> QuerySet[Entry]:
    found = Entry.objects.filter(book=book)
    if asked.sheet:
        found = found.filter(sheet=declared(asked.sheet).key)
    if asked.row:
        found = found.filter(row=asked.row)
    if asked.who:
        people = Account.objects.filter(Q(name=asked.who) | Q(login=asked.who))
        found = found.filter(account__in=list(people.values_list("pk", flat=True)))
    if asked.before > 0:
        found = found.filter(number__lt=asked.before)
    return _within(book, found, asked)


def _within(book: Book, found: QuerySet[Entry], asked: Asked) -> QuerySet[Entry]:
    """Narrow by days: the numbers rise with time, so two look-ups say which entries those are."""
    if asked.since and asked.since > _EARLIEST:
        found = found.filter(number__gte=_first_since(book, asked.since))
    if asked.until and asked.until < _LATEST:
        later = max(asked.until, _EARLIEST) + timedelta(days=1)
        found = found.filter(number__lt=_first_since(book, later))
    return found


def _first_since(book: Book, day: date) -> int:
    """Return the number of the first entry from that day on; one more than the last for none."""
    start = timezone.make_aware(datetime.combine(day, time()))
    later = Entry.objects.filter(book=book, at__gte=start).order_by("at", "number")
    number = later.values_list("number", flat=True).first()
    return number if number is not None else book.revision + 1


def _label(asked: Asked, shown: Sequence[EntryShown]) -> str:
    if not asked.row:
        return ""
    sheet = declared(asked.sheet)
    column = next((c.zh for c in sheet.columns if c.key == asked.column), "")
    return " · ".join(word for word in (sheet.zh, shown[0].label if shown else "", column) if word)


def asked_of(words: dict[str, str]) -> Asked:
    """Return what somebody asks for, as typed into the fields of the page.

    Raises:
        Refused: a day is none.
    """
    before = words.get("before", "")
    return Asked(
        sheet=clean(words.get("sheet", ""), 30),
        row=clean(words.get("row", ""), 16),
        column=clean(words.get("column", ""), 30),
        who=clean(words.get("who", ""), 50),
        since=_day(words.get("since", "")),
        until=_day(words.get("until", "")),
        before=int(before) if before.isdecimal() and len(before) < 10 else 0,
    )


def _day(text: str) -> date | None:
    if not clean(text):
        return None
    try:
        return date.fromisoformat(clean(text))
    except ValueError:
        raise Refused(
            f"“{clean(text, 40)}”不是日期，请按“2025-12-31”填写。",
            f"“{clean(text, 40)}” is no day; write it as 2025-12-31.",
            422,
        ) from None


@dataclass(frozen=True, slots=True)
class Verified:
    """What came of following a chain; ``breaks`` are the first hundred, none where all holds."""

    entries: int
    end: str
    tenths: int
    breaks: tuple[Break, ...]

    @property
    def told(self) -> tuple[Both, ...]:
        """The same places in words."""
        return tuple(told(one) for one in self.breaks)


def verified(actor: Actor, book_key: int) -> Verified:
    """Follow a programme's journal from its first entry, and hold the lines against it.

    Raises:
        Refused: the right to read the whole history is missing, or it is too long to wait for.
    """
    book = seen_book(actor, book_key, Action.READ_HISTORY)
    if book.revision > MOST_VERIFIED:
        raise Refused(
            f"变更记录有 {book.revision} 条，页面上只校验 {MOST_VERIFIED} 条以内的项目，"
            "请系统管理员在服务器上运行 shanhe verify。",
            f"There are {book.revision} entries; above {MOST_VERIFIED} run shanhe verify on the server.",
            422,
        )
    start = monotonic()
    with one_moment():
        now = Book.objects.get(pk=book.pk)
        breaks = tuple(islice(verify_book(now), _MOST_BREAKS))
    return Verified(book.revision, book.head, round((monotonic() - start) * 10), breaks)
