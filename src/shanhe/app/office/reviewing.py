"""What was handed in: passed on, accepted, confirmed, or sent back."""

from django.db import transaction

from shanhe.app.office.draft_check import ask_whole
from shanhe.app.office.frozen import ask_unfrozen
from shanhe.app.office.people import account_of
from shanhe.app.office.rights import Action, Actor, Refused, ask, may
from shanhe.app.office.submissions import (
    COUNTS,
    REVIEWS,
    State,
    has_reviewer,
    move,
    review_scope,
    reviewed,
    said,
    seen_submission,
)
from shanhe.app.office.typed import clean
from shanhe.store.journal import Act, append, locked
from shanhe.store.lines import Change, new_row, put
from shanhe.store.models import Account, Book, Line, Submission


def pass_on(actor: Actor, key: int) -> None:
    """Pass a submission on from the county to the city.

    Raises:
        Refused: the right is missing, it is not waiting for this, or they entered it themselves.
    """
    _step(actor, key, Action.PASS, {State.SUBMITTED}, State.PASSED)


def accept(actor: Actor, key: int) -> None:
    """Accept a submission for the city: from now on its figures count.

    Raises:
        Refused: as ``pass_on``; also while a reviewer of the county has not passed it on, once the
            self-evaluation is frozen, or where the programme could no longer be read with it.
        Overtaken: a line it changes was changed since the county saw it.
    """
    _step(actor, key, Action.ACCEPT, {State.SUBMITTED, State.PASSED}, State.ACCEPTED)


def confirm(actor: Actor, key: int) -> None:
    """Confirm for the province what the city accepted.

    Raises:
        Refused: as ``pass_on``.
    """
    _step(actor, key, Action.CONFIRM, {State.ACCEPTED}, State.CONFIRMED)


def send_back(actor: Actor, key: int, comment: str) -> None:
    """Send a submission back with a comment; the county corrects it and submits again.

    What the city accepted still counts until a corrected one is accepted.

    Raises:
        Refused: no right at this step, or no comment.
    """
    comment = clean(comment)
    if not comment:
        raise Refused("退回时请写明意见。", "Say why it is sent back.", 422)
    with transaction.atomic():
        one = seen_submission(actor, key)
        book = locked(one.book_id)
        one = seen_submission(actor, key)
        _ask_return(actor, one)
        if State(one.state) in COUNTS:
            one.rows = _as_accepted(book, one)
        one.save(update_fields=["rows"])
        move(one, State.RETURNED, comment)
        append(book, account_of(actor), [said(one, Act.RETURN, comment)])


def _as_accepted(book: Book, one: Submission) -> list[dict[str, object]]:
    """Return its rows with the entries that now stand, so that a correction knows what it corrects."""
    rows = [row["row"] for row in one.rows]
    now = dict(Line.objects.filter(book=book, row__in=rows).values_list("row", "number"))
    return [{**row, "seen": now.get(row["row"], 0)} for row in one.rows]


def _ask_return(actor: Actor, one: Submission) -> None:
    """Let pass whoever reviews a submission as it stands; the last of these rights is asked for."""
    reviews = [action for action, states in REVIEWS if State(one.state) in states]
    if not reviews:
        raise Refused("当前状态下不能退回该填报单。", "It cannot be sent back now.", 409)
    if not any(may(actor, action, review_scope(one, action)) for action in reviews):
        ask(actor, reviews[-1], review_scope(one, reviews[-1]))


def _step(actor: Actor, key: int, action: Action, before: set[State], after: State) -> None:
    with transaction.atomic():
        one = seen_submission(actor, key)
        ask(actor, action, review_scope(one, action))
        book = locked(one.book_id)
        one = seen_submission(actor, key)
        _ask_step(actor, one, before)
        if after is State.ACCEPTED:
            _ask_county_reviewed(one)
            ask_unfrozen(book)
            _count(book, one, account_of(actor))
        move(one, after)
        append(book, account_of(actor), [said(one, _ACTS[after])])


_ACTS = {State.PASSED: Act.PASS, State.ACCEPTED: Act.ACCEPT, State.CONFIRMED: Act.CONFIRM}


def _ask_step(actor: Actor, one: Submission, before: set[State]) -> None:
    if State(one.state) not in before:
        raise Refused(
            "填报单的状态已经变化，请刷新后再办理。", "Its state has changed; look again.", 409
        )
    if actor.account in one.editors:
        raise Refused(
            "不能审核自己填报的数据，请由他人审核。",
            "Nobody approves what they entered themselves.",
            403,
        )


def _ask_county_reviewed(one: Submission) -> None:
    if State(one.state) is State.SUBMITTED and has_reviewer(one, reviewed([one.organisation.path])):
        raise Refused(
            f"{one.organisation.name}设有县级审核人，请待其审核后再办理。",
            "The county has a reviewer, who has to pass it on first.",
            409,
        )


def _count(book: Book, one: Submission, account: Account) -> None:
    """Bring the figures into the programme's lines."""
    changes, rows = [], []
    for row in one.rows:
        key = row["row"] or new_row()
        rows.append({**row, "row": key})
        changes.append(
            Change(
                sheet=one.sheet,
                row=key,
                texts=row["texts"] or None,
                seen=row["seen"],
                why=f"采纳{one.organisation.name}填报单“{one.title}”",
                evidence=row["evidence"],
            )
        )
    put(book, account, changes)
    ask_whole(book)
    one.rows = rows
    one.save(update_fields=["rows"])
