"""The page of one check: its findings beside its text, answers, and what changed since the last."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from shanhe.app.office.checks import Row, row_of, seen, visible
from shanhe.app.office.people import account_of
from shanhe.app.office.rights import Action, Actor, Refused, Scope, ask, may
from shanhe.records.answer import Answer, Standing, standing
from shanhe.records.answer import Reply as Word
from shanhe.store.held import stands
from shanhe.store.journal import Act, Said, append, locked
from shanhe.store.models import Audit, Reply

WORDS = tuple(word.value for word in Word)
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Answered:
    """The last answer to a finding."""

    reply: str
    reason: str
    who: str
    at: str


@dataclass(frozen=True, slots=True)
class Card:
    """A finding; ``card`` is what ``checking.check`` kept of it, in one language."""

    card: Mapping[str, Any]
    is_new: bool
    answer: Answered | None
    standing: str


@dataclass(frozen=True, slots=True)
class Gone:
    """A finding of the version before that is not found again, with what was answered to it."""

    key: str
    message: str
    reply: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What became of the findings of the version before."""

    before: Row
    new: int
    still: int
    answered: int
    gone: tuple[Gone, ...]


@dataclass(frozen=True, slots=True)
class CheckPage:
    """A check that is done.

    Attributes:
        row: head, with ``state``: unreadable, no_figures or audited.
        compared: with the data of its programme.
        paper: the report as HTML, escaped when it was made.
        cards: findings of the severity asked for (``level``, empty for all).
        versions: all of the report that this person may see, the newest first.
    """

    row: Row
    compared: bool
    coverage: Mapping[str, int]
    counts: Mapping[str, int]
    problems: tuple[str, ...]
    paper: str
    cards: tuple[Card, ...]
    level: str
    open: int
    versions: tuple[Row, ...]
    changes: Changes | None
    is_word: bool
    may_answer: bool
    rules: str


def check_page(actor: Actor, key: int, lang: str = "zh", level: str = "") -> CheckPage | Row:
    """Return the page of a check, or its head alone while it waits to be checked.

    Raises:
        Refused: it is not theirs to see.
    """
    audit = seen(actor, key)
    if not audit.state:  # type: ignore[attr-defined]  # annotated
        return row_of(audit)
    result, own = audit.result, audit.result[lang]
    versions = tuple(visible(actor).filter(series=audit.series).order_by("-pk"))
    before = next((one for one in versions if one.pk < audit.pk and one.state), None)  # type: ignore[attr-defined]
    answers = answers_of(audit)
    known = {one["key"] for one in before.result["findings"]} if before else None
    cards = tuple(_cards(result, own, answers, known))
    numbers = result["coverage"]
    return CheckPage(
        row_of(audit),
        result["compared"],
        {**numbers, "numbers": sum(numbers.values())},
        result["counts"],
        tuple(own["problems"]),
        own["paper"],
        tuple(one for one in cards if level in {"", one.card["level"]}),
        level,
        sum(one.standing != Standing.SETTLED for one in cards),
        tuple(row_of(one) for one in versions),
        _changes(before, cards, answers, lang) if before else None,
        result["kind"] == "docx" and audit.file.kind == "zip",
        may(actor, Action.ANSWER, scope_of(audit)),
        result["rules"],
    )


def scope_of(audit: Audit) -> Scope:
    """Return where a check belongs: the body of the person who handed it in."""
    body = audit.account.organisation
    return Scope(body.path if body else "/", audit.book_id or 0)


def answers_of(audit: Audit) -> dict[str, Reply]:
    """Return the last answer to each finding of the series."""
    given = Reply.objects.filter(series=audit.series, book=audit.book_id)
    return {one.finding: one for one in given.select_related("account")}


def answer_of(reply: Reply | None) -> Answer | None:
    """Return an answer as the record that rules of answers know."""
    if reply is None:
        return None
    return Answer(
        key=reply.finding,
        reply=Word(reply.reply),
        who=reply.account.name,
        reason=reply.reason,
        on=timezone.localdate(reply.at),
        figures=reply.figures,
    )


def _cards(
    result: Mapping[str, Any],
    own: Mapping[str, Any],
    answers: Mapping[str, Reply],
    known: set[str] | None,
) -> Iterator[Card]:
    figures = {one["key"]: one["figures"] for one in result["findings"]}
    for card in own["cards"]:
        key = card["key"]
        reply = answers.get(key)
        stands = standing(answer_of(reply), figures[key])
        is_new = known is not None and key not in known
        yield Card(card, is_new, _answered(reply), stands.value)


def _answered(reply: Reply | None) -> Answered | None:
    if reply is None:
        return None
    at = reply.at.astimezone().strftime("%Y-%m-%d")
    return Answered(reply.reply, reply.reason, reply.account.name, at)


def _changes(
    before: Audit, cards: Sequence[Card], answers: Mapping[str, Reply], lang: str
) -> Changes:
    now = {one.card["key"] for one in cards}
    gone = tuple(
        Gone(card["key"], card["message"], answers[key].reply if key in answers else "")
        for card in before.result[lang]["cards"]
        if (key := card["key"]) not in now
    )
    still = [one for one in cards if not one.is_new]
    settled = sum(one.standing == Standing.SETTLED for one in still)
    return Changes(row_of(before), len(cards) - len(still), len(still), settled, gone)


def answer(  # noqa: PLR0913 - one argument a field of the form
    actor: Actor, key: int, finding: str, *, reply: str, reason: str, lang: str = "zh"
) -> Card:
    """Answer a finding, for its present figures, and return it as it stands then.

    Raises:
        Refused: the right or the reason is missing, or there is no such finding.
    """
    audit = seen(actor, key)
    ask(actor, Action.ANSWER, scope_of(audit))
    reason = reason.strip()[:_LONGEST]
    if reply not in WORDS:
        raise Refused("请选择：接受、说明或更正。", "Choose 接受, 说明 or 更正.", 422)
    if reply == Word.EXPLAINED.value and not reason:
        raise Refused("选择“说明”的，请写明理由。", "An explanation needs its reason.", 422)
    found = next((one for one in audit.result.get("findings", ()) if one["key"] == finding), None)
    if found is None:
        raise Refused("没有该问题。", "There is no such finding.", 404)
    with transaction.atomic():
        _given(actor, audit, found, reply, reason)
    card = next(one for one in audit.result[lang]["cards"] if one["key"] == finding)
    return next(_cards(audit.result, {"cards": [card]}, answers_of(audit), None))


def _given(actor: Actor, audit: Audit, found: Mapping[str, str], reply: str, reason: str) -> None:
    book = locked(audit.book_id) if audit.book_id else None
    account, finding = account_of(actor), found["key"]
    said = {"reply": reply, "reason": reason, "figures": found["figures"], "account": account}
    kept = Reply.objects.update_or_create(
        book=book, series=audit.series, finding=finding, defaults=said
    )[0]
    words = {"check": audit.pk, "series": audit.series, "finding": finding, "reply": reply}
    words |= stands(kept)
    append(book, account, [Said(action=Act.REPLY, texts=words, why=reason)])
