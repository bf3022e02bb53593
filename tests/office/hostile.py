"""A programme, people and files with hostile words in every place where words can stand."""

from dataclasses import dataclass

from shanhe.app.office import drafting
from shanhe.app.office.books import lines
from shanhe.app.office.submissions import Reported
from shanhe.app.office.summary import refresh
from shanhe.store.journal import locked
from shanhe.store.lines import Change, put
from shanhe.store.models import Account, Book, File, Lock, Organisation

from .conftest import Office
from .test_submissions import FIGURE

MARK = "xss7041"
SUM = 70_417_041_704_170_417
"""What a template would show that is run twice; no key or digest holds it by chance."""
SCRIPT = f"<script>{MARK}()</script>"
BREAKOUT = f"\"'><img src=x onerror={MARK}()>"
JSON_END = f"</script><svg onload={MARK}()>"
HOSTILE = (
    SCRIPT,
    BREAKOUT,
    JSON_END,
    f"{{{{ 7|add:{SUM - 7} }}}}",
    "javascript:alert(1)",
    "=1+1",
    "\u202e",
)
"""Words that would do something, if any page took them for more than words."""


OTHERS = ("guyang", "other_city")
"""Whose own name stays plain, so that a hostile word on their pages came from elsewhere."""


@dataclass(frozen=True)
class Loaded:
    """Keys of the hostile programme and of what stands in it."""

    book: int
    submission: int
    lock: int
    file: int
    row: str


def load(office: Office) -> Loaded:
    """Make everything hostile, past every check of the pages: as if it stood there already."""
    from django.db import transaction  # noqa: PLC0415 - beside its only use

    Organisation.objects.filter(pk=office.bodies["包头市"]).update(name=f"包头市{SCRIPT}")
    Account.objects.exclude(login__in=["admin", *OTHERS]).update(name=f"某{SCRIPT}")
    book = Book.objects.get(pk=office.book)
    book.name = f"项目{BREAKOUT}{SCRIPT}"
    book.save()
    with transaction.atomic():
        put(locked(book.pk), Account.objects.get(login="city"), list(_changes(book)))
    refresh(book.pk)
    return _around(office, book)


def _changes(book: Book) -> "list[Change]":
    """Return a change of one line a sheet: every text in it is hostile, so that it cannot be read."""
    changes = []
    for sheet, rows in lines(book).items():
        last = rows[-1]
        texts = {
            key: f"{text}{HOSTILE[number % len(HOSTILE)]}"
            for number, (key, text) in enumerate(last.texts.items())
        }
        why = f"因{SCRIPT}"
        changes.append(Change(sheet=sheet, row=last.row, texts=texts, seen=last.number, why=why))
    return changes


def _around(office: Office, book: Book) -> Loaded:
    title = f"进展{BREAKOUT}"
    key = drafting.begin(office["tuyou"], book.pk, "progress", title)
    rows = [Reported({**FIGURE, "unit": SCRIPT, "note": BREAKOUT})]
    drafting.save(office["tuyou"], key, rows, 1)
    city = Account.objects.get(login="city")
    lock = Lock.objects.create(book=book, sheet="payments", why=f"锁{SCRIPT}", account=city)
    file = File.objects.create(
        book=book, digest="0" * 64, name=f"{SCRIPT}.pdf", kind="pdf", size=1, account=city
    )
    row = lines(book)["targets"][0].row
    return Loaded(book.pk, key, lock.pk, file.pk, row)
