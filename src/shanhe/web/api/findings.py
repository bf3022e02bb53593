"""Findings of a programme's own data, and answers to them."""

from typing import Any

from ninja import Query, Router, Schema

from shanhe.app.office import findings as cases
from shanhe.web.api import bodies
from shanhe.web.api.asked import Lang, Page, Word
from shanhe.web.asking import Request

router = Router(tags=["问题 Findings"])
_FINDINGS = "programmes/{int:book}/findings"


class FindingsAsked(Schema):
    """Which findings are asked for; empty for all."""

    severity: Word = ""
    standing: Word = ""
    rule: Word = ""
    page: Page = 1


class FindingPlace(Schema):
    """Where an operand stands; ``sheet`` and ``line`` are keys, empty where it is on no sheet."""

    text: str
    words: str
    sheet: str
    line: str


class Basis(Schema):
    """What a rule rests on."""

    text: str
    says: str
    is_law: bool
    confidence: str


class FindingAnswered(Schema):
    """The last answer."""

    reply: str
    reason: str
    who: str
    organisation: str
    at: str


class Finding(Schema):
    """A finding; ``standing`` is open, settled, stale or still_there."""

    key: str
    rule: str
    severity: str
    outcome: str
    message: str
    aspect: str
    cause: str
    recomputed: str
    places: list[FindingPlace]
    basis: list[Basis]
    answer: FindingAnswered | None
    standing: str


class Findings(Schema):
    """A page of findings, the gravest first; counts are those of the whole programme."""

    findings: list[Finding]
    page: int
    pages: int
    counts: dict[str, int]
    open: int
    rules: list[tuple[str, int]]
    problems: list[str]
    is_current: bool
    is_computed: bool
    may_answer: bool


class Reply(Schema):
    """An answer; an explanation needs its reason."""

    reply: bodies.Reply
    reason: bodies.Reason = ""


@router.get(_FINDINGS, response=Findings, summary="项目数据的问题")
def findings(request: Request, book: int, asked: Query[FindingsAsked], lang: Lang = "zh") -> Any:
    """Return a hundred findings of a programme, as last computed."""
    wanted = cases.Wanted(**asked.model_dump())
    return cases.findings_page(request.actor, book, wanted, lang)


@router.post(f"{_FINDINGS}/{{finding}}", response={204: None}, summary="答复问题")
def answer(request: Request, book: int, finding: str, said: Reply) -> None:
    """Answer a finding; the answer holds as long as its figures stay the same."""
    cases.answer(request.actor, book, finding, said.reply, said.reason)
