"""The self-evaluation: the fields of the form with their origin, its words, drafts of its papers."""

from typing import Any

from django.http import HttpResponse
from ninja import Router, Schema

from shanhe.app.office import drafts, writing
from shanhe.app.office import evaluation as cases
from shanhe.web.asking import Request
from shanhe.web.handing import attachment

router = Router(tags=["绩效自评 Evaluation"])
_EVALUATION = "programmes/{int:book}/evaluation"


class Origin(Schema):
    """The line that a figure was read from, and the entry that made it what it is.

    ``number`` is that of the line on its sheet, from 1; 0 for the only one.
    """

    sheet: str
    row: str
    sheet_name: str
    number: int
    who: str
    organisation: str
    at: str
    why: str


class FormCell(Schema):
    """A cell of the form; ``origin`` is null where it is computed, or stands on no sheet yet."""

    text: str
    is_gap: bool
    origin: Origin | None


class FormRow(Schema):
    """A row of a block; ``key`` names what a new line of it would be about."""

    name: str
    cells: list[FormCell]
    group: str
    key: str


class Evaluation(Schema):
    """The form as it stands; its blocks are empty where ``problems`` say why."""

    problems: list[str]
    as_of: str
    head_rows: list[FormRow]
    money: list[FormRow]
    management: list[FormRow]
    overall: list[FormRow]
    indicators: list[FormRow]
    gaps: int
    errors: int
    warnings: int
    waiting: int
    is_frozen: bool
    changed: int
    correcting: str
    actions: list[str]

    @staticmethod
    def resolve_actions(page: Any) -> list[str]:
        """Return what the person may do, in order."""
        return sorted(page.actions)


class Written(Schema):
    """A line of words, its columns by name, with who wrote it."""

    row: str
    texts: list[tuple[str, str]]
    origin: Origin


class Words(Schema):
    """A sheet of words; its lines are changed like those of any sheet."""

    sheet: str
    name: str
    note: str
    lines: list[Written]
    may_write: bool


@router.get(_EVALUATION, response=Evaluation, summary="绩效自评表各栏")
def evaluation(request: Request, book: int) -> Any:
    """Return every cell of the form with where it comes from."""
    return cases.evaluation_page(request.actor, book)


@router.get(f"{_EVALUATION}/words/{{sheet}}", response=Words, summary="自评内容")
def words(request: Request, book: int, sheet: str) -> Any:
    """Return overview, explanations or management with who wrote what.

    To write, change the lines of the sheet of that name.
    """
    return writing.words_page(request.actor, book, sheet)


@router.get(f"{_EVALUATION}/drafts", response=list[str], summary="草稿名称")
def draft_names(request: Request, book: int) -> Any:
    """Return the names of the papers that can be had as drafts."""
    return drafts.draft_names(request.actor, book)


@router.get(f"{_EVALUATION}/drafts/{{name}}", summary="下载草稿")
def draft(request: Request, book: int, name: str) -> HttpResponse:
    """Return report or form as it would be now."""
    return attachment(*drafts.draft(request.actor, book, name))
