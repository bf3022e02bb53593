"""Closed sheets, and dated exceptions for one organisation."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from shanhe.app.office.books import BookHead, head_of, scope_of, seen_book
from shanhe.app.office.frozen import ask_no_edition, ask_unfrozen
from shanhe.app.office.people import account_of
from shanhe.app.office.rights import Action, Actor, Refused, may
from shanhe.app.office.typed import clean
from shanhe.documents.forms.workbook.lines import BY_KEY
from shanhe.store.held import stands
from shanhe.store.journal import Act, Said, append, locked
from shanhe.store.models import Book, Lock, Organisation, Permit


@dataclass(frozen=True, slots=True)
class LockShown:
    """A lock on a page, with its exceptions: organisation, last day, reason."""

    key: int
    sheet: str
    sheet_name: str
    why: str
    who: str
    at: str
    permits: tuple[tuple[str, str, str], ...]


def ask_open(actor: Actor, book: Book, sheet: str) -> None:
    """Let pass, or refuse because the sheet is closed for this organisation today.

    Raises:
        Refused: 423, with who closed it and why.
    """
    closed = Lock.objects.filter(Q(sheet="") | Q(sheet=sheet), book=book, opened=None)
    today = timezone.localdate()
    for lock in closed.select_related("account").prefetch_related("permits__organisation"):
        permits = (p for p in lock.permits.all() if p.until >= today)
        if not any(actor.path.startswith(permit.organisation.path) for permit in permits):
            ask_unfrozen(book)  # an extension would not open it then, and says so
            raise _closed(lock)


def _closed(lock: Lock) -> Refused:
    who, day, what = lock.account.name, timezone.localdate(lock.at), lock.sheet
    zh = f"“{BY_KEY[what].zh}”" if what else "全部数据"
    return Refused(
        f"{zh}已由{who}于{day.year}年{day.month}月{day.day}日锁定（{lock.why}）。"
        "确需修改的，请联系市级项目办办理延期或解除锁定。",
        f"{f'“{BY_KEY[what].zh}” was' if what else 'All figures were'} closed by {who} "
        f"on {day.isoformat()} ({lock.why}); the city office can open it again, or grant a later day.",
        423,
    )


def closed(actor: Actor, book: Book, sheet: str) -> Refused | None:
    """Return why a sheet is closed for this organisation today; ``None`` where it is open."""
    try:
        ask_open(actor, book, sheet)
    except Refused as refused:
        return refused
    return None


def locks(actor: Actor, book_key: int) -> list[LockShown]:
    """Return what is closed in a programme."""
    book = seen_book(actor, book_key)
    found = Lock.objects.filter(book=book, opened=None).select_related("account")
    return [
        LockShown(
            lock.pk,
            lock.sheet,
            BY_KEY[lock.sheet].zh if lock.sheet else "",
            lock.why,
            lock.account.name,
            lock.at.astimezone().strftime("%Y-%m-%d %H:%M"),
            tuple((p.organisation.name, p.until.isoformat(), p.why) for p in lock.permits.all()),
        )
        for lock in found.prefetch_related("permits__organisation")
    ]


@dataclass(frozen=True, slots=True)
class LocksPage:
    """What is closed in a programme, and what a person who may close chooses from.

    Attributes:
        sheets: key and name. bodies: key and name, of the organisation that runs it and below.
    """

    head: BookHead
    locks: tuple[LockShown, ...]
    sheets: tuple[tuple[str, str], ...]
    bodies: tuple[tuple[int, str], ...]
    may_lock: bool


def locks_page(actor: Actor, book_key: int) -> LocksPage:
    """Return the page of locks.

    Raises:
        Refused: the programme is not theirs to read.
    """
    book = seen_book(actor, book_key)
    below = Organisation.objects.filter(path__startswith=book.organisation.path).order_by("path")
    may_lock = may(actor, Action.LOCK, scope_of(book))
    return LocksPage(
        head_of(book),
        tuple(locks(actor, book_key)),
        tuple((sheet.key, sheet.zh) for sheet in BY_KEY.values()),
        tuple(below.values_list("pk", "name")) if may_lock else (),
        may_lock,
    )


def close(actor: Actor, book_key: int, sheet: str, why: str) -> int:
    """Close a sheet (all of them where ``sheet`` is empty) and return the key of the lock.

    Raises:
        Refused: the right or the reason is missing.
    """
    seen_book(actor, book_key, Action.LOCK)
    why = _reason(why)
    if sheet and sheet not in BY_KEY:
        raise Refused("没有该表。", "There is no such sheet.", 404)
    with transaction.atomic():
        book, account = locked(book_key), account_of(actor)
        lock = Lock.objects.create(book=book, sheet=sheet, why=why, account=account)
        append(book, account, [Said(action=Act.LOCK, sheet=sheet, texts=stands(lock), why=why)])
    return lock.pk


def reopen(actor: Actor, book_key: int, lock_key: int, why: str) -> None:
    """Open a sheet again.

    Raises:
        Refused: the right or the reason is missing, there is no such lock, or it is that of a
            frozen self-evaluation.
    """
    seen_book(actor, book_key, Action.LOCK)
    why = _reason(why)
    with transaction.atomic():
        book = locked(book_key)
        lock = _lock(book, lock_key)
        lock.opened = timezone.now()
        lock.save(update_fields=["opened"])
        said = Said(action=Act.UNLOCK, sheet=lock.sheet, texts=stands(lock), why=why)
        append(book, account_of(actor), [said])


def permit(  # noqa: PLR0913 - one argument a field of the exception
    actor: Actor, book_key: int, lock_key: int, *, organisation: int, until: date, why: str
) -> None:
    """Let one organisation write until a day although the sheet is closed.

    Raises:
        Refused: the right or the reason is missing, the day is past, or something is not there.
    """
    whole = seen_book(actor, book_key, Action.LOCK)
    why = _reason(why)
    if until < timezone.localdate():
        raise Refused("延期日期不能早于今天。", "The day lies in the past.", 422)
    body = Organisation.objects.filter(pk=organisation).first()
    if body is None or not body.path.startswith(whole.organisation.path):
        raise Refused("没有该机构。", "There is no such organisation.", 404)
    with transaction.atomic():
        book, account = locked(book_key), account_of(actor)
        lock = _lock(book, lock_key)
        words = {"lock": lock, "organisation": body, "until": until, "why": why}
        given = Permit.objects.create(**words, account=account)
        words = {"organisation": body.name, "until": until.isoformat(), **stands(given)}
        append(book, account, [Said(action=Act.PERMIT, sheet=lock.sheet, texts=words, why=why)])


def _lock(book: Book, key: int) -> Lock:
    found = Lock.objects.filter(book=book, pk=key, opened=None).first()
    if found is None:
        raise Refused("没有该锁定记录。", "There is no such lock.", 404)
    ask_no_edition(found)
    return found


def _reason(why: str) -> str:
    if not clean(why):
        raise Refused("请填写理由。", "Give a reason.", 422)
    return clean(why)
