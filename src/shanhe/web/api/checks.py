"""Reports that somebody wrote: handed in, checked in their turn, answered, taken home."""

from typing import Annotated, Any

from django.http import HttpResponse
from ninja import File, Form, Router, Schema
from ninja.files import UploadedFile
from pydantic import Field

from shanhe.app.office import check_page, check_papers
from shanhe.app.office import checks as cases
from shanhe.web.api import bodies, shapes
from shanhe.web.api.asked import Lang, Page, Whole
from shanhe.web.asking import Request
from shanhe.web.handing import attachment

router = Router(tags=["核查 Checks"])
_ONE = "checks/{int:key}"


class CheckRow(Schema):
    """A check in a list; ``state`` is waiting, unreadable, no_figures or audited."""

    key: int
    name: str
    book: str
    who: str
    organisation: str
    at: str
    state: str
    errors: int
    warnings: int
    notes: int

    @staticmethod
    def resolve_state(row: Any) -> str:
        """Return the state as a word, also while it waits."""
        return row.state or "waiting"


class Checks(Schema):
    """A page of the checks that one may see, the newest first."""

    rows: list[CheckRow]
    page: int
    pages: int


class CheckAnswered(Schema):
    """The last answer to a finding."""

    reply: str
    reason: str
    who: str
    at: str


class Card(Schema):
    """A finding: ``card`` is what is shown of it, ``card.key`` names it in an answer."""

    card: dict[str, Any]
    is_new: bool
    answer: CheckAnswered | None
    standing: str


class Gone(Schema):
    """A finding of the version before that is not found again."""

    key: str
    message: str
    reply: str


class CheckChanges(Schema):
    """What became of the findings of the version before."""

    before: CheckRow
    new: int
    still: int
    answered: int
    gone: list[Gone]


class Check(Schema):
    """A check; while ``row.state`` is waiting, nothing else is filled in."""

    row: CheckRow
    compared: bool = False
    coverage: Annotated[dict[str, int], Field(default_factory=dict)]
    counts: Annotated[dict[str, int], Field(default_factory=dict)]
    problems: Annotated[list[str], Field(default_factory=list)]
    cards: Annotated[list[Card], Field(default_factory=list)]
    open: int = 0
    versions: Annotated[list[CheckRow], Field(default_factory=list)]
    changes: CheckChanges | None = None
    is_word: bool = False
    may_answer: bool = False
    rules: str = ""


class Answer(Schema):
    """An answer to a finding of a report; an explanation needs its reason."""

    finding: bodies.Short
    reply: bodies.Reply
    reason: bodies.Reason = ""


class ReportAbout(Schema):
    """The programme a report is compared with, or the check whose next version it is; 0 for none."""

    book: Whole = 0
    earlier: Whole = 0


@router.get("checks", response=Checks, summary="核查记录")
def checks(request: Request, page: Page = 1) -> Any:
    """Return a page of the checks that one may see."""
    return cases.checks_page(request.actor, page)


@router.post("checks", response={202: shapes.Made}, summary="核查报告")
def check(request: Request, report: File[UploadedFile], about: Form[ReportAbout]) -> Any:
    """Hand in a report, for a programme or as the next version of an ``earlier`` check.

    It is checked in its turn, within seconds as a rule: ask for its key until its state is not
    ``waiting``.
    """
    key = cases.hand_in(request.actor, report.name or "", report.read(), **about.model_dump())
    return {"key": key}


@router.get(_ONE, response=Check, summary="核查结果")
def check_one(
    request: Request,
    key: int,
    lang: Lang = "zh",
    level: Annotated[str, Field(pattern="^(error|warning|note|)$")] = "",
) -> Any:
    """Return a check with its findings, or that it waits."""
    page = check_page.check_page(request.actor, key, lang, level)
    return {"row": page} if isinstance(page, cases.Row) else page


@router.post(f"{_ONE}/answers", response=Card, summary="答复核查问题")
def check_answer(request: Request, key: int, said: Answer, lang: Lang = "zh") -> Any:
    """Answer a finding, for its present figures, and return it as it stands then."""
    words = {"reply": said.reply, "reason": said.reason}
    return check_page.answer(request.actor, key, said.finding, **words, lang=lang)


@router.get(f"{_ONE}/papers/{{what}}", summary="下载核查材料")
def check_paper(request: Request, key: int, what: str, lang: Lang = "zh") -> HttpResponse:
    """Return the report as handed in, with comments (docx), its findings (json) or answers (csv)."""
    return attachment(*check_papers.check_paper(request.actor, key, what, lang))
