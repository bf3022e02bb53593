"""What counties hand in: who may see it, where it stands, what can be done with it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from shanhe.app.office.books import scope_of, seen_book
from shanhe.app.office.rights import Action, Actor, Refused, Role, Scope, holds, may
from shanhe.app.office.sheets import Field, declared, fields_of
from shanhe.store.held import stands
from shanhe.store.journal import Act, Said
from shanhe.store.models import Book, File, Grant, Line, Submission

SHEETS = ("progress", "actuals", "subprojects", "payments")
"""What a county may report."""


class State(StrEnum):
    """Where a submission stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    PASSED = "passed"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    CONFIRMED = "confirmed"


EDITABLE = frozenset({State.DRAFT, State.RETURNED})
COUNTS = frozenset({State.ACCEPTED, State.CONFIRMED})


@dataclass(frozen=True, slots=True)
class Reported:
    """One row of a submission.

    Attributes:
        texts: field → text; none at all takes the line away.
        row: key of the line it changes, or is to become; empty for one that has no key yet.
        seen: journal entry of that line when the person began; 0 for a new one.
        evidence: digests of files.
        accepted: what counts now, to show beside it; ``None`` for a new line.
        now: journal entry of the line as it counts now; 0 where there is none.
    """

    texts: Mapping[str, str]
    row: str = ""
    seen: int = 0
    evidence: tuple[str, ...] = ()
    accepted: Mapping[str, str] | None = None
    now: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A submission in a list; ``may`` holds what this person can do with it now."""

    key: int
    book: int
    book_name: str
    organisation: str
    sheet: str
    sheet_name: str
    title: str
    state: State
    version: int
    comment: str
    who: str
    changed: str
    count: int
    may: frozenset[Action]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(Shown):
    """A submission with its rows and columns."""

    rows: tuple[Reported, ...] = field(default=())
    fields: tuple[Field, ...] = field(default=())


def submissions(actor: Actor, book_key: int, limit: int = 200) -> list[Shown]:
    """Return the submissions somebody may see: their own body's, and those handed in to them.

    A draft is seen by its own body alone; what was handed in also by the bodies above it. The
    latest come first; three queries, however many there are.
    """
    found = Submission.objects.filter(_seen(actor), book=seen_book(actor, book_key))
    return _listed(actor, [one for one in _with_names(found)[:limit] if _may_see(actor, one)])


def waiting(actor: Actor, book: Book | int | None = None, limit: int = 50) -> list[Shown]:
    """Return the submissions that wait for this person, in one programme or all, the oldest first.

    Who can do nothing with any costs no query.
    """
    states = {state for action, found in _WAITING for state in found if holds(actor, action)}
    if not states:
        return []
    found = _with_names(Submission.objects.filter(_seen(actor), state__in=states))
    found = found.filter(book=book) if book else found
    mine = _listed(actor, found.order_by("changed")[: 4 * limit])
    return [one for one in mine if one.may][:limit]


def _with_names(found: QuerySet[Submission]) -> QuerySet[Submission]:
    return found.select_related("organisation", "account", "book__organisation")


def _seen(actor: Actor) -> Q:
    """Return the condition for submissions of one's own subtree."""
    asked = Q(pk__in=())
    for right in actor.rights:
        within = Q(organisation__path__startswith=right.path)
        asked |= within & Q(book=right.book) if right.book else within
    return asked & (Q(organisation__path=actor.path) | ~Q(state=State.DRAFT))


def _may_see(actor: Actor, one: Submission) -> bool:
    scope = Scope(one.organisation.path, one.book_id)
    if not may(actor, Action.READ_SUBMISSIONS, scope):
        return False
    return State(one.state) is not State.DRAFT or actor.path == one.organisation.path


def seen_submission(actor: Actor, key: int) -> Submission:
    """Return a submission somebody may see.

    Raises:
        Refused: 404 where it is not theirs to know of.
    """
    one = _with_names(Submission.objects.filter(pk=key)).first()
    if one is None or not _may_see(actor, one):
        raise Refused("没有该填报单，或无权查看。", "There is no such submission for you.", 404)
    return one


def readable(actor: Actor, keys: Iterable[int]) -> frozenset[int]:
    """Return which of these submissions somebody may see; one query."""
    asked = set(keys)
    found = _with_names(Submission.objects.filter(pk__in=asked)) if asked else ()
    return frozenset(one.pk for one in found if _may_see(actor, one))


def submission(actor: Actor, key: int) -> Opened:
    """Return one submission with its rows, beside what counts now.

    Raises:
        Refused: it is not theirs to see.
    """
    one = seen_submission(actor, key)
    keys = [row["row"] for row in one.rows]
    kept = Line.objects.filter(book=one.book, sheet=one.sheet, row__in=keys)
    now = {line.row: line for line in kept}
    places = [one.organisation.place] if one.organisation.place else []
    return Opened(
        **_head(actor, one, reviewed([one.organisation.path])),
        rows=tuple(_reported(row, now.get(row["row"])) for row in one.rows),
        fields=fields_of(declared(one.sheet), places),
    )


REVIEWS = (
    (Action.PASS, frozenset({State.SUBMITTED})),
    (Action.ACCEPT, frozenset({State.SUBMITTED, State.PASSED})),
    (Action.CONFIRM, frozenset({State.ACCEPTED})),
)
"""Each review, and the states in which it can happen."""
_WAITING = ((Action.REPORT, EDITABLE), *REVIEWS)


def review_scope(one: Submission, action: Action) -> Scope:
    """Return where a review happens: in the county, or where the programme is run and above."""
    if action is Action.PASS:
        return Scope(one.organisation.path, one.book_id)
    return scope_of(one.book)


def reviewed(roots: Iterable[str]) -> list[tuple[str, int]]:
    """Return path and programme (0 for all) of every county review that holds today below these."""
    today = timezone.localdate()
    below = Q(pk__in=())
    for root in set(roots):
        below |= Q(organisation__path__startswith=root)
    found = Grant.objects.filter(
        below,
        Q(until=None) | Q(until__gte=today),
        role=Role.COUNTY_REVIEWER.value,
        account__is_active=True,
    )
    return [(path, key or 0) for path, key in found.values_list("organisation__path", "book")]


def has_reviewer(one: Submission, reviews: Iterable[tuple[str, int]]) -> bool:
    """Return whether somebody reviews in the county before the city does."""
    body = one.organisation.path
    return any(path.startswith(body) and key in {0, one.book_id} for path, key in reviews)


def _listed(actor: Actor, found: Iterable[Submission]) -> list[Shown]:
    kept = list(found)
    reviews = reviewed(one.book.organisation.path for one in kept) if kept else []
    return [Shown(**_head(actor, one, reviews)) for one in kept]


def _head(actor: Actor, one: Submission, reviews: Sequence[tuple[str, int]]) -> dict[str, Any]:
    return {
        "key": one.pk,
        "book": one.book_id,
        "book_name": str(one.book),
        "organisation": one.organisation.name,
        "sheet": one.sheet,
        "sheet_name": declared(one.sheet).zh,
        "title": one.title,
        "state": State(one.state),
        "version": one.version,
        "comment": one.comment,
        "who": one.account.name,
        "changed": one.changed.astimezone().strftime("%Y-%m-%d %H:%M"),
        "count": len(one.rows),
        "may": _may(actor, one, reviews),
    }


def _reported(row: Mapping[str, Any], now: Line | None) -> Reported:
    evidence = tuple(row["evidence"])
    if now is None:
        return Reported(row["texts"], row["row"], row["seen"], evidence)
    return Reported(row["texts"], row["row"], row["seen"], evidence, now.texts, now.number)


def _may(actor: Actor, one: Submission, reviews: Sequence[tuple[str, int]]) -> frozenset[Action]:
    """Return what somebody can do with a submission as it stands."""
    state, can = State(one.state), set()
    if state in EDITABLE and may(actor, Action.REPORT, Scope(one.organisation.path, one.book_id)):
        can.add(Action.REPORT)
    for action, states in REVIEWS:
        is_own = actor.account in one.editors
        if state in states and not is_own and may(actor, action, review_scope(one, action)):
            can.add(action)
    if state is State.SUBMITTED and has_reviewer(one, reviews):
        can.discard(Action.ACCEPT)
    return frozenset(can)


def said(one: Submission, action: Act, why: str = "") -> Said:
    """Return what the journal says of a step of a submission that was just taken.

    Its rows stand there once, with the step that handed them in.
    """
    standing = {key: kept for key, kept in stands(one)["stands"].items() if key != "rows"}
    words: dict[str, object] = {"submission": one.pk, "title": one.title, "stands": standing}
    if action is Act.SUBMIT:
        words |= {"rows": one.rows, "files": _files(one)}
    return Said(action=action, sheet=one.sheet, texts=words, why=why)


def _files(one: Submission) -> dict[str, dict[str, object]]:
    """Return by digest what the journal says of the evidence, so that no name is changed later."""
    return {
        file.digest: {
            "name": file.name,
            "taken_on": file.taken_on.isoformat() if file.taken_on else "",
            "taken_at": file.taken_at,
            "recorded": file.recorded,
        }
        for file in files_behind(one, digests_of(one.rows))
    }


def digests_of(rows: Iterable[Mapping[str, Any]]) -> set[str]:
    """Return the digests of the files that rows bring."""
    return {digest for row in rows for digest in row["evidence"]}


def files_behind(one: Submission, digests: Iterable[str]) -> QuerySet[File]:
    """Return these files as a submission's own body handed them in for its programme."""
    own = File.objects.filter(book=one.book_id, account__organisation=one.organisation_id)
    return own.filter(digest__in=digests)


def move(one: Submission, state: State, comment: str = "") -> None:
    """Bring a submission to another state; whoever holds an older version is told."""
    one.state, one.comment = state.value, comment
    one.version += 1
    one.save(update_fields=["state", "comment", "version", "changed"])
