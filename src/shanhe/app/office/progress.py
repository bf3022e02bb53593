"""The page on which counties report, and on which others see who has reported what."""

from dataclasses import dataclass

from shanhe.app.office.books import BookHead, head_of, scope_of, seen_book
from shanhe.app.office.locks import LockShown, locks
from shanhe.app.office.rights import Action, Actor, Scope, may
from shanhe.app.office.sheets import declared
from shanhe.app.office.submissions import SHEETS, Shown, submissions


@dataclass(frozen=True, slots=True)
class ProgressPage:
    """The submissions of one programme: those that wait for this person, and the others.

    Attributes:
        sheets: key, name and note of what can be reported.
        closed: locks that hold now.
    """

    head: BookHead
    mine: tuple[Shown, ...]
    others: tuple[Shown, ...]
    sheets: tuple[tuple[str, str, str], ...]
    closed: tuple[LockShown, ...]
    may_report: bool
    may_lock: bool


def progress_page(actor: Actor, book_key: int) -> ProgressPage:
    """Return what the page of reporting shows; the latest two hundred submissions.

    Raises:
        Refused: the programme is not theirs to read.
    """
    book = seen_book(actor, book_key)
    found = submissions(actor, book_key)
    return ProgressPage(
        head_of(book),
        tuple(one for one in found if one.may),
        tuple(one for one in found if not one.may),
        tuple((key, declared(key).zh, declared(key).note) for key in SHEETS),
        tuple(locks(actor, book_key)),
        may(actor, Action.REPORT, Scope(actor.path, book.pk)),
        may(actor, Action.LOCK, scope_of(book)),
    )
