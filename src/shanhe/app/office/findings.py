"""The findings of a programme's own data, and what people answer to them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from shanhe.app.office.books import BookHead, catalogue_of, head_of, scope_of, seen_book
from shanhe.app.office.books import standing as standing_of
from shanhe.app.office.grids import page_with
from shanhe.app.office.people import account_of
from shanhe.app.office.rights import Action, Actor, Refused, may
from shanhe.app.office.summary import carry
from shanhe.records.answer import Answer, Standing, standing
from shanhe.records.answer import Reply as Word
from shanhe.records.finding import Severity
from shanhe.store.held import stands
from shanhe.store.journal import Act, Said, append, locked
from shanhe.store.models import Book, Reply, Summary

SEVERITIES = tuple(severity.value for severity in Severity)
MOST = 100
"""Findings on one page."""
_OWN = 0  # series of the programme's own data


@dataclass(frozen=True, slots=True)
class Place:
    """Where an operand stands; ``sheet`` and ``line`` are empty where it is on no sheet.

    Attributes:
        page: of the sheet's own page, on which the line is shown.
    """

    text: str
    words: str
    sheet: str
    line: str
    page: int = 1


@dataclass(frozen=True, slots=True)
class Basis:
    """What a rule rests on, as people read it."""

    text: str
    says: str
    is_law: bool
    confidence: str


@dataclass(frozen=True, slots=True)
class Answered:
    """The last answer to a finding: who said what, and when."""

    reply: str
    reason: str
    who: str
    organisation: str
    at: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A finding on the page; ``standing`` is a word of ``records.answer.Standing``."""

    key: str
    rule: str
    severity: str
    outcome: str
    message: str
    aspect: str
    cause: str
    recomputed: str
    places: tuple[Place, ...]
    basis: tuple[Basis, ...]
    answer: Answered | None
    standing: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which findings are asked for; empty fields ask for all."""

    severity: str = ""
    standing: str = ""
    rule: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class FindingsPage:
    """The findings of one programme.

    Attributes:
        counts: severity → how many in all, whatever is asked for. open: how many wait for an answer.
        rules: id → how many, of the whole programme. problems: why nothing was computed.
    """

    head: BookHead
    wanted: Wanted
    findings: tuple[Listed, ...]
    page: int
    pages: int
    counts: Mapping[str, int]
    open: int
    rules: tuple[tuple[str, int], ...]
    problems: tuple[str, ...]
    is_current: bool
    is_computed: bool
    may_answer: bool


def findings_page(actor: Actor, book_key: int, wanted: Wanted, lang: str = "zh") -> FindingsPage:
    """Return the findings of a programme, the gravest first.

    Raises:
        Refused: it is not theirs to read.
    """
    book = seen_book(actor, book_key)
    summary = _summary(book)
    answers = _answers(book)
    all_ = [_listed(one, answers.get(one["key"]), lang) for one in summary.findings]
    all_.sort(key=lambda one: (SEVERITIES.index(one.severity), one.rule, one.key))
    asked = [one for one in all_ if _is_wanted(one, wanted)]
    pages = max(-(-len(asked) // MOST), 1)
    page = min(max(wanted.page, 1), pages)
    return FindingsPage(
        head_of(book),
        wanted,
        tuple(asked[(page - 1) * MOST : page * MOST]),
        page,
        pages,
        {level: sum(one.severity == level for one in all_) for level in SEVERITIES},
        sum(one.standing != Standing.SETTLED for one in all_),
        tuple(sorted(_by_rule(all_).items())),
        _unread(book, summary, lang),
        summary.revision == book.revision,
        summary.pk is not None,
        may(actor, Action.ANSWER, scope_of(book)),
    )


def _summary(book: Book) -> Summary:
    found = Summary.objects.filter(book=book).defer("page").first()
    return found or Summary(book=book, revision=-1)


def _unread(book: Book, summary: Summary, lang: str) -> tuple[str, ...]:
    """Return in one language why nothing was computed; what was kept of it is Chinese."""
    if not summary.problems:
        return ()
    found = standing_of(book)[1]
    return tuple(one.text("zh" if lang.startswith("zh") else "en") for one in found)


def _answers(book: Book) -> dict[str, Reply]:
    given = Reply.objects.filter(book=book, series=_OWN).select_related("account__organisation")
    return {one.finding: one for one in given}


def _by_rule(all_: Iterable[Listed]) -> dict[str, int]:
    counted: dict[str, int] = {}
    for one in all_:
        counted[one.rule] = counted.get(one.rule, 0) + 1
    return counted


def _is_wanted(one: Listed, wanted: Wanted) -> bool:
    asked = (
        (wanted.severity, one.severity),
        (wanted.standing, one.standing),
        (wanted.rule, one.rule),
    )
    return all(want in {"", has} for want, has in asked)


def _listed(data: Mapping[str, Any], reply: Reply | None, lang: str) -> Listed:
    short = "zh" if lang.startswith("zh") else "en"
    return Listed(
        data["key"],
        data["rule"],
        data["severity"],
        data["outcome"],
        data[short],
        data.get("aspect", ""),
        data.get("cause", {}).get(short, ""),
        data["recomputed"],
        tuple(_place(operand, short) for operand in data["operands"]),
        tuple(_basis(basis, short) for basis in data.get("basis", ())),
        _answered(reply) if reply else None,
        standing(_answer(reply) if reply else None, data["figures"]).value,
    )


def _place(operand: Mapping[str, Any], lang: str) -> Place:
    row = operand.get("number", 0)
    counted = (f"第{row}行" if lang == "zh" else f"line {row}") if row else ""
    words = " › ".join(word for word in (operand["part"], counted, operand["column"]) if word)
    return Place(
        operand["text"], words, operand.get("sheet", ""), operand.get("line", ""), page_with(row)
    )


def _basis(basis: str, lang: str) -> Basis:
    cited = catalogue_of().law.cite(basis, lang)
    return Basis(cited.text, cited.says, cited.is_law, cited.confidence_words)


def _answered(reply: Reply) -> Answered:
    account = reply.account
    at = reply.at.astimezone().strftime("%Y-%m-%d %H:%M")
    body = account.organisation.name if account.organisation else ""
    return Answered(reply.reply, reply.reason, account.name, body, at)


def _answer(reply: Reply) -> Answer:
    return Answer(
        key=reply.finding,
        reply=Word(reply.reply),
        who=reply.account.name,
        reason=reply.reason,
        on=reply.at.astimezone().date(),
        figures=reply.figures,
    )


def answer(actor: Actor, book_key: int, finding: str, reply: str, reason: str) -> None:
    """Answer a finding, for the figures it has now; it holds as long as they stay the same.

    Raises:
        Refused: the right, the reply or the reason of an explanation is missing, or the finding is
            no longer there.
    """
    seen_book(actor, book_key, Action.ANSWER)
    reason = reason.strip()
    _ask_sound(reply, reason)
    with transaction.atomic():
        book, account = locked(book_key), account_of(actor)
        found = _finding(book, finding)
        given = {"reply": reply, "reason": reason, "figures": found["figures"], "account": account}
        kept = Reply.objects.update_or_create(
            book=book, series=_OWN, finding=finding, defaults=given
        )[0]
        words = {"finding": finding, "reply": reply, "figures": found["figures"], **stands(kept)}
        before = book.revision
        said = Said(action=Act.REPLY, texts={**words, "message": found["zh"]}, why=reason)
        append(book, account, [said])
        carry(book, before)


def _ask_sound(reply: str, reason: str) -> None:
    if reply not in {word.value for word in Word}:
        raise Refused("答复应为“接受”“说明”或“更正”。", "Answer with 接受, 说明 or 更正.", 422)
    if reply == Word.EXPLAINED and not reason:
        raise Refused("答复“说明”的，请填写理由。", "An explanation needs its reason.", 422)


def _finding(book: Book, key: str) -> Mapping[str, Any]:
    all_: Sequence[Mapping[str, Any]] = _summary(book).findings
    found = next((one for one in all_ if one["key"] == key), None)
    if found is None:
        raise Refused(
            "该问题已不存在：数据可能已经修改，请刷新后再看。",
            "This finding is no longer there; the figures may have changed. Look again.",
            404,
        )
    return found
