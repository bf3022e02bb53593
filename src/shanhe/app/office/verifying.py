"""Whether what is kept is still what was kept: the journal, editions, and the bytes of files."""

from collections.abc import Iterator
from itertools import islice
from time import monotonic

from shanhe.app.office.edition_papers import digest_of
from shanhe.app.office.history import MOST_VERIFIED, Verified
from shanhe.app.office.people import root
from shanhe.app.office.rights import Action, Actor, Refused, ask
from shanhe.store import files
from shanhe.store.journal import Act, Break, verify
from shanhe.store.models import Edition, Entry, File, Office
from shanhe.store.moment import one_moment

_MOST_BREAKS = 100


def broken() -> Iterator[Break]:
    """Yield every place where anything that is kept does not hold; nothing where all does.

    Besides the kinds of ``store.journal.Break``: ``edition`` (its papers are not those that the
    journal says were frozen), ``step`` (signed, published or opened without an entry that says so),
    ``lock`` (its figures were never closed), and ``file`` (bytes are gone or changed); for an
    edition ``number`` is its own.
    """
    yield from verify()
    yield from _editions()
    yield from _files()


def _editions() -> Iterator[Break]:
    for one in Edition.objects.select_related("lock").order_by("book", "number").iterator():
        said = _said(one)
        if not one.digest == digest_of(one.papers) == said.get(Act.FREEZE):
            yield Break(one.book_id, one.number, "edition", one.digest[:12])
        if one.lock is None or one.lock.book_id != one.book_id:
            yield Break(one.book_id, one.number, "lock")
        yield from (Break(one.book_id, one.number, "step", act) for act in _unsaid(one, said))


def _said(edition: Edition) -> dict[str, str]:
    """Return by act the digest that the journal says an edition had then; empty for its opening."""
    acts = [Act.FREEZE, Act.SIGN, Act.PUBLISH, Act.UNLOCK]
    found = Entry.objects.filter(
        book=edition.book_id, action__in=acts, texts__edition=edition.number
    )
    return {entry.action: str((entry.texts or {}).get("digest", "")) for entry in found}


def _unsaid(edition: Edition, said: dict[str, str]) -> Iterator[str]:
    """Yield each step of which edition and journal say different things."""
    is_open = edition.lock is not None and edition.lock.opened is not None
    steps = (
        (Act.SIGN, edition.signed_at is not None, edition.digest),
        (Act.PUBLISH, edition.published_at is not None, edition.digest),
        (Act.UNLOCK, is_open, ""),
    )
    for act, is_done, digest in steps:
        if said.get(act) != (digest if is_done else None):
            yield act.value


def _files() -> Iterator[Break]:
    """Yield every file that a row or an entry names and whose bytes are not there as they were."""
    for digest, (book, name) in sorted(_named().items()):
        try:
            files.fetch(digest)
        except (OSError, ValueError):
            yield Break(book, 0, "file", f"{name} {digest[:12]}".strip())


def _named() -> dict[str, tuple[int, str]]:
    """Return by digest the programme (0 for none) and the name of every file."""
    found: dict[str, tuple[int, str]] = {}
    evident = Entry.objects.exclude(evidence=[]).values_list("book", "evidence")
    for book, evidence in evident.iterator():
        found |= dict.fromkeys(evidence, (book or 0, ""))
    for book, digest, name in File.objects.values_list("book", "digest", "name").iterator():
        found[digest] = book or 0, name
    for book, papers in Edition.objects.values_list("book", "papers").iterator():
        found |= {digest: (book, name) for name, digest in papers.items()}
    return found


def verified(actor: Actor) -> Verified:
    """Verify the whole office while somebody waits; ``end`` is the hash of its own journal.

    Raises:
        Refused: the right is missing, or there is too much to wait for.
    """
    ask(actor, Action.BACKUP, root())
    count = Entry.objects.count()
    if count > MOST_VERIFIED:
        raise Refused(
            f"变更记录共 {count} 条，超过 {MOST_VERIFIED} 条，请在服务器上运行 shanhe verify。",
            f"There are {count} entries, more than {MOST_VERIFIED}; run shanhe verify on the server.",
            422,
        )
    start = monotonic()
    with one_moment():
        breaks = tuple(islice(broken(), _MOST_BREAKS))
    own = Office.objects.filter(pk=1).first()
    tenths = round((monotonic() - start) * 10)
    return Verified(count, own.head if own else "", tenths, breaks)
