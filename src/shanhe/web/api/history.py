"""What was changed, by whom, when and why; and whether the record of it holds."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from ninja import Query, Router, Schema

from shanhe.app.office import evidence, verifying
from shanhe.app.office import history as cases
from shanhe.app.office.break_words import told
from shanhe.web.api.asked import Whole, Word
from shanhe.web.asking import Request
from shanhe.web.handing import sent

router = Router(tags=["变更记录 History"])
_BOOK = "programmes/{int:book}"


class HistoryAsked(Schema):
    """What is asked for; ``before`` is the number that the last page gave as ``older``."""

    sheet: Word = ""
    row: Word = ""
    column: Word = ""
    who: Word = ""
    since: date | None = None
    until: date | None = None
    before: Whole = 0


class ChangedField(Schema):
    """A field that an entry changed."""

    key: str
    name: str
    old: str
    new: str


class Entry(Schema):
    """One entry; ``files`` are digest and name of evidence that one may see, ``hidden`` the others.

    ``title`` is of the submission or the finding, ``edition`` and ``digest`` are of the papers.
    """

    number: int
    at: str
    who: str
    organisation: str
    zh: str
    en: str
    sheet: str
    row: str
    label: str
    fields: list[ChangedField]
    why: str
    title: str
    submission: int
    files: list[tuple[str, str]]
    hidden: int
    hash: str
    previous: str
    reply: str
    edition: int
    digest: str


class History(Schema):
    """A page of the journal, the newest first; ``older`` is 0 on the last one, ``end`` its hash."""

    entries: list[Entry]
    older: int
    end: str
    label: str


class Break(Schema):
    """A place where what is kept does not hold; ``book`` is 0 for the office's own journal.

    ``zh`` and ``en`` say the place, what is wrong, what the journal says and what is there.
    """

    book: int
    number: int
    kind: str
    detail: str
    zh: str
    en: str

    @staticmethod
    def resolve_zh(one: Any) -> str:
        """Return the place in Chinese."""
        return told(one).zh

    @staticmethod
    def resolve_en(one: Any) -> str:
        """Return the place in English."""
        return told(one).en


class Verified(Schema):
    """What came of following a chain: the first hundred breaks, none where all holds."""

    entries: int
    end: str
    breaks: list[Break]


def _page(request: Request, book: int, words: dict[str, Any]) -> Any:
    return cases.history_page(request.actor, book, cases.Asked(**words))


@router.get(f"{_BOOK}/history", response=History, summary="变更记录")
def history(request: Request, book: int, asked: Query[HistoryAsked]) -> Any:
    """Return fifty entries of a programme's journal, narrowed as asked, the newest first."""
    return _page(request, book, asked.model_dump())


@router.get(f"{_BOOK}/history/{{sheet}}/{{row}}", response=History, summary="一行数据的变更记录")
def history_of(request: Request, book: int, sheet: str, row: str, before: Whole = 0) -> Any:
    """Return what was done to one line."""
    return _page(request, book, {"sheet": sheet, "row": row, "before": before})


@router.get(f"{_BOOK}/entries/{{int:number}}/files/{{digest}}", summary="变更记录所附文件")
def entry_file(request: Request, book: int, number: int, digest: str) -> HttpResponse:
    """Return a file that an entry names."""
    return sent(evidence.of_entry(request.actor, book, number, digest))


@router.post(f"{_BOOK}/verify", response=Verified, summary="校验项目的变更记录")
def verify(request: Request, book: int) -> Any:
    """Follow the chain of a programme and hold its figures against it."""
    return cases.verified(request.actor, book)


@router.post("verify", response=Verified, summary="校验全系统")
def verify_office(request: Request) -> Any:
    """Verify every journal, edition and file; for administrators, not for keys."""
    return verifying.verified(request.actor)
