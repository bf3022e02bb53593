"""What counties hand in: who may see it, where it stands, what can be done with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q

from shanhe.app.office.books import scope_of, seen_book
from shanhe.app.office.rights import Action, Actor, Refused, Scope, may
from shanhe.app.office.sheets import Field, declared, fields_of
from shanhe.store.journal import Act, Said
from shanhe.store.models import Line, Submission

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
        row: key of the line it changes; empty for a new one.
        seen: journal entry of that line when the person began; 0 for a new one.
        evidence: digests of files.
        accepted: what counts now, to show beside it; ``None`` for a new line.
    """

    texts: Mapping[str, str]
    row: str = ""
    seen: int = 0
    evidence: tuple[str, ...] = ()
    accepted: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A submission on a page; ``may`` holds what this person can do with it now."""

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
    rows: tuple[Reported, ...]
    fields: tuple[Field, ...]
    may: frozenset[Action]


def submissions(actor: Actor, book_key: int) -> list[Shown]:
    """Return the submissions somebody may see: their own body's, and those handed in to them.

    A draft is seen by its own body alone; what was handed in also by the bodies above it.
    """
    book = seen_book(actor, book_key)
    found = Submission.objects.filter(_seen(actor), book=book)
    found = found.select_related("organisation", "account", "book__organisation")
    return [_shown(actor, one) for one in found if _may_see(actor, one)]


def waiting(actor: Actor, limit: int = 50) -> list[Shown]:
    """Return the submissions that wait for this person, in all programmes, the oldest first."""
    found = Submission.objects.filter(_seen(actor)).exclude(state__in=["confirmed", "accepted"])
    found = found.select_related("organisation", "account", "book__organisation")
    mine = (_shown(actor, one) for one in found.order_by("changed")[: 4 * limit])
    return [one for one in mine if one.may & _STEPS][:limit]


_STEPS = frozenset({Action.PASS, Action.ACCEPT, Action.REPORT})


def _seen(actor: Actor) -> Q:
    """Return the condition for submissions of one's own subtree."""
    asked = Q(pk__in=())
    for right in actor.rights:
        within = Q(organisation__path__startswith=right.path)
        asked |= within & Q(book=right.book) if right.book else within
    return asked


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
    found = Submission.objects.select_related("organisation", "account", "book__organisation")
    one = found.filter(pk=key).first()
    if one is None or not _may_see(actor, one):
        raise Refused("没有该填报单，或无权查看。", "There is no such submission for you.", 404)
    return one


def submission(actor: Actor, key: int) -> Shown:
    """Return one submission with its rows, beside what counts now.

    Raises:
        Refused: it is not theirs to see.
    """
    return _shown(actor, seen_submission(actor, key))


REVIEWS = (
    (Action.PASS, frozenset({State.SUBMITTED})),
    (Action.ACCEPT, frozenset({State.SUBMITTED, State.PASSED})),
    (Action.CONFIRM, frozenset({State.ACCEPTED})),
)
"""Each review, and the states in which it can happen."""


def review_scope(one: Submission, action: Action) -> Scope:
    """Return where a review happens: in the county, or where the programme is run and above."""
    if action is Action.PASS:
        return Scope(one.organisation.path, one.book_id)
    return scope_of(one.book)


def _shown(actor: Actor, one: Submission) -> Shown:
    sheet = declared(one.sheet)
    keys = [row["row"] for row in one.rows if row["row"]]
    kept = Line.objects.filter(book=one.book, row__in=keys) if keys else ()
    now = {line.row: line.texts for line in kept}
    return Shown(
        one.pk,
        one.book_id,
        str(one.book),
        one.organisation.name,
        one.sheet,
        sheet.zh,
        one.title,
        State(one.state),
        one.version,
        one.comment,
        one.account.name,
        one.changed.astimezone().strftime("%Y-%m-%d %H:%M"),
        tuple(_reported(row, now) for row in one.rows),
        fields_of(sheet, [one.organisation.place] if one.organisation.place else []),
        _may(actor, one),
    )


def _reported(row: Mapping[str, object], now: Mapping[str, Mapping[str, str]]) -> Reported:
    key = str(row["row"])
    return Reported(row["texts"], key, row["seen"], tuple(row["evidence"]), now.get(key))  # type: ignore[arg-type]  # as ``_kept`` wrote it


def _may(actor: Actor, one: Submission) -> frozenset[Action]:
    """Return what somebody can do with a submission as it stands."""
    state, can = State(one.state), set()
    if state in EDITABLE and may(actor, Action.REPORT, Scope(one.organisation.path, one.book_id)):
        can.add(Action.REPORT)
    for action, states in REVIEWS:
        is_own = actor.account in one.editors
        if state in states and not is_own and may(actor, action, review_scope(one, action)):
            can.add(action)
    return frozenset(can)


def said(one: Submission, action: Act, why: str = "") -> Said:
    """Return what the journal says of a step of a submission."""
    words = {"submission": one.pk, "title": one.title, "rows": one.rows}
    texts = words if action is Act.SUBMIT else {"submission": one.pk, "title": one.title}
    return Said(action=action, sheet=one.sheet, texts=texts, why=why)


def move(one: Submission, state: State, comment: str = "") -> None:
    """Bring a submission to another state; whoever holds an older version is told."""
    one.state, one.comment = state.value, comment
    one.version += 1
    one.save(update_fields=["state", "comment", "version", "changed"])
