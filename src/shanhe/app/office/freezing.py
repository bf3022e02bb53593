"""Freeze a self-evaluation: its papers are made, its figures closed; begin its correction."""

from django.db import transaction
from django.utils import timezone

from shanhe.app.office.books import seen_book
from shanhe.app.office.edition_papers import Made, digest_of, edition_papers, public_names
from shanhe.app.office.editions import ask_possible, entry_words, locked_edition, write
from shanhe.app.office.frozen import ask_unfrozen
from shanhe.app.office.people import account_of
from shanhe.app.office.rights import Action, Actor, Refused
from shanhe.app.office.summary import evaluated
from shanhe.store import files
from shanhe.store.held import stands
from shanhe.store.journal import Act, Said, locked
from shanhe.store.models import Account, Book, Edition, Entry, Lock


def freeze(actor: Actor, book_key: int, why: str = "") -> int:
    """Make an edition of the figures as they stand, close them, and return its key.

    The papers are written and kept first, the row last: a process that is killed in between
    leaves files that nobody names, and no edition.

    Raises:
        Refused: no right, it is frozen already, the programme cannot be read as a whole, a later
            edition has no reason, or somebody changed the figures in between.
    """
    book = seen_book(actor, book_key, Action.FREEZE)
    ask_unfrozen(book)
    why = why.strip() or correction_reason(book)
    _ask_reason(book, why)
    made = _made(book)
    papers = {name: files.keep(data) for name, data in made.files.items()}
    with transaction.atomic():
        now, account = locked(book_key), account_of(actor)
        ask_unfrozen(now)
        if now.head != book.head:
            raise Refused(
                "定稿过程中数据又有变动，没有定稿，请核对后重新办理。",
                "The figures changed in between; nothing was frozen. Look again.",
                409,
            )
        edition = _kept(now, account, papers, made, why)
        said = Said(action=Act.FREEZE, texts=entry_words(edition), why=why)
        write(now, account, [said, _locking(edition)])
    return edition.pk


def _locking(edition: Edition) -> Said:
    assert edition.lock is not None  # noqa: S101 - it was just made
    words = {"edition": edition.number, **stands(edition.lock)}
    return Said(action=Act.LOCK, texts=words, why=_closing(edition))


def _made(book: Book) -> Made:
    return edition_papers(book, evaluated(book))


def correction_reason(book: Book) -> str:
    """Return the reason of the correction that is under way, empty where none is."""
    last = Edition.objects.filter(book=book).first()
    if last is None:
        return ""
    opened = Entry.objects.filter(book=book, action=Act.UNLOCK, texts__edition=last.number)
    entry = opened.order_by("-number").first()
    return entry.why if entry else ""


def _ask_reason(book: Book, why: str) -> None:
    if not why and Edition.objects.filter(book=book).exists():
        raise Refused("更正版须写明更正理由。", "Say what the later edition corrects.", 422)


def _kept(book: Book, account: Account, papers: dict[str, str], made: Made, why: str) -> Edition:
    last = Edition.objects.filter(book=book).first()
    number = last.number + 1 if last else 1
    say = made.redaction.text
    public = {
        "name": say(book.name),
        "year": book.year,
        "organisation": book.organisation.name,
        "why": say(why),
        "decimals": made.redaction.decimals,
        "papers": public_names(papers),
        "secrets": list(made.secrets),
    }
    edition = Edition(
        book=book,
        number=number,
        revision=book.revision,
        digest=digest_of(papers),
        papers=papers,
        public=public,
        why=why,
        frozen_by=account,
    )
    edition.lock = Lock.objects.create(book=book, why=_closing(edition), account=account)
    edition.save()
    return edition


def _closing(edition: Edition) -> str:
    return f"绩效自评第{edition.number}版已定稿"


def correct(actor: Actor, key: int, why: str) -> None:
    """Open the figures of an edition again, so that a later one corrects it.

    What is published stays public until the later one is.

    Raises:
        Refused: no right or no reason, or a correction is under way already.
    """
    if not why.strip():
        raise Refused("请填写更正理由。", "Say why it is corrected.", 422)
    with transaction.atomic():
        edition, book, account = locked_edition(actor, key, Action.FREEZE)
        ask_possible(edition, Action.FREEZE)
        lock = Lock.objects.get(editions=edition)
        lock.opened = timezone.now()
        lock.save(update_fields=["opened"])
        words = {"edition": edition.number, **stands(lock)}
        write(book, account, [Said(action=Act.UNLOCK, texts=words, why=why.strip())])
