"""A self-evaluation is frozen, signed by somebody else, published; corrected by a new one alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from shanhe.app.office.books import scope_of, seen_book
from shanhe.app.office.edition_papers import digest_of
from shanhe.app.office.people import account_of
from shanhe.app.office.rights import Action, Actor, Refused, may
from shanhe.app.office.summary import carry
from shanhe.store import files
from shanhe.store.journal import Act, Said, append, locked
from shanhe.store.models import Account, Book, Edition, Entry


@dataclass(frozen=True, slots=True)
class Step:
    """Who did something, and when; empty where nobody has yet."""

    who: str = ""
    organisation: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """An edition on the programme's page.

    Attributes:
        state: ``frozen``, ``signed``, ``published``, ``superseded`` or ``withdrawn``.
        papers: name and digest. is_open: its figures are being corrected.
        may: names of the actions that this person can do with it now.
        secrets: marks of secrecy in its papers, for which it cannot be published.
    """

    key: int
    number: int
    state: str
    digest: str
    why: str
    frozen: Step
    signed: Step
    published: Step
    papers: tuple[tuple[str, str], ...]
    is_open: bool
    secrets: tuple[str, ...]
    may: frozenset[str]


def editions(actor: Actor, book: Book) -> list[Shown]:
    """Return the editions of a programme that somebody may read, the newest first."""
    found = Edition.objects.filter(book=book).select_related(
        "lock",
        "frozen_by__organisation",
        "signed_by__organisation",
        "published_by__organisation",
    )
    return [_shown(actor, book, one, later) for one, later in _with_later(list(found))]


def editions_of(actor: Actor, book_key: int) -> list[Shown]:
    """Return the editions of a programme by its key, the newest first.

    Raises:
        Refused: it is not theirs to read.
    """
    return editions(actor, seen_book(actor, book_key))


def _with_later(newest_first: Sequence[Edition]) -> list[tuple[Edition, bool]]:
    """Return each edition with whether a later one was published."""
    paired, later = [], False
    for one in newest_first:
        paired.append((one, later))
        later = later or one.published_at is not None
    return paired


def _shown(actor: Actor, book: Book, one: Edition, later: bool) -> Shown:
    return Shown(
        one.pk,
        one.number,
        _state(one, is_superseded=later),
        one.digest,
        one.why,
        _step(one.frozen_by, one.frozen_at),
        _step(one.signed_by, one.signed_at),
        _step(one.published_by, one.published_at),
        tuple(sorted(one.papers.items())),
        _is_open(one),
        tuple(one.public.get("secrets", ())),
        frozenset(
            action.name
            for action in possible(one)
            if may(actor, action, scope_of(book)) and not _is_own(actor, action, one)
        ),
    )


def _is_own(actor: Actor, action: Action, one: Edition) -> bool:
    """Return whether somebody would sign what they froze, which is refused in any case."""
    return action is Action.SIGN and one.frozen_by_id == actor.account


def _step(account: Account | None, at: object) -> Step:
    if account is None or not hasattr(at, "astimezone"):
        return Step()
    body = account.organisation.name if account.organisation else ""
    return Step(account.name, body, at.astimezone().strftime("%Y-%m-%d %H:%M"))


def _is_open(one: Edition) -> bool:
    return one.lock is not None and one.lock.opened is not None


def _state(one: Edition, *, is_superseded: bool) -> str:
    if one.published_at is not None:
        return "superseded" if is_superseded else "published"
    if _is_open(one):
        return "withdrawn"
    return "signed" if one.signed_at is not None else "frozen"


def possible(one: Edition) -> list[Action]:
    """Return what can be done with an edition as it stands, whoever asks."""
    if _is_open(one):
        return []
    if one.signed_at is None:
        return [Action.SIGN, Action.FREEZE]
    return [Action.FREEZE] if one.published_at else [Action.PUBLISH, Action.FREEZE]


def entry_words(edition: Edition) -> dict[str, object]:
    """Return what the journal says of an edition at each of its steps."""
    return {"edition": edition.number, "digest": edition.digest, "revision": edition.revision}


def write(book: Book, account: Account, said: Sequence[Said]) -> None:
    """Write steps of an edition into the journal; they change no figure."""
    before = book.revision
    append(book, account, said)
    carry(book, before)


def locked_edition(actor: Actor, key: int, action: Action) -> tuple[Edition, Book, Account]:
    """Return an edition, its programme, locked until the transaction ends, and who asks.

    Raises:
        Refused: there is none, or the right is missing.
    """
    found = Edition.objects.filter(pk=key).first()
    if found is None:
        raise Refused("没有该定稿。", "There is no such edition.", 404)
    seen_book(actor, found.book_id, action)
    book = locked(found.book_id)
    edition = Edition.objects.select_related("lock").get(pk=key)
    return edition, book, account_of(actor)


def ask_possible(edition: Edition, action: Action) -> None:
    """Let pass, or refuse because the edition has moved on or is no longer what was frozen.

    Raises:
        Refused: 409 or 500.
    """
    if action not in possible(edition):
        raise Refused(
            "定稿的状态已经变化，当前不能办理，请刷新后再看。",
            "The state of this edition has changed; this cannot be done now. Look again.",
            409,
        )
    if action is not Action.FREEZE:
        ask_whole(edition)


def ask_whole(edition: Edition) -> None:
    """Let pass, or refuse because papers are no longer those that the journal says were frozen.

    Raises:
        Refused: 500, with the paper.
    """
    frozen = Entry.objects.filter(
        book=edition.book_id, action=Act.FREEZE, texts__edition=edition.number
    ).first()
    said = frozen.texts["digest"] if frozen and frozen.texts else ""
    if not edition.digest == digest_of(edition.papers) == said:
        raise _changed("文件清单")
    for name, digest in edition.papers.items():
        fetched(name, digest)


def fetched(name: str, digest: str) -> bytes:
    """Return the bytes of a paper.

    Raises:
        Refused: 500, it is gone or no longer what was frozen.
    """
    try:
        return files.fetch(digest)
    except OSError:
        raise _changed(name) from None


def _changed(name: str) -> Refused:
    return Refused(
        f"“{name}”与定稿时不一致，已停止提供。请系统管理员运行校验并从备份恢复。",
        f"“{name}” is no longer what was frozen; it is not handed out. Restore it from a backup.",
        500,
    )


def paper(actor: Actor, key: int, name: str) -> bytes:
    """Return a paper of an edition, for whoever may read the programme.

    Raises:
        Refused: 404 where it is not theirs to know of, or there is no such paper.
    """
    edition = Edition.objects.filter(pk=key).first()
    if edition is None:
        raise Refused("没有该定稿。", "There is no such edition.", 404)
    seen_book(actor, edition.book_id)
    if name not in edition.papers:
        raise Refused("没有该文件。", "There is no such paper.", 404)
    return fetched(name, edition.papers[name])
