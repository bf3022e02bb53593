"""The report and the form as they would be now: pages to look at, files to take along."""

from collections.abc import Callable
from functools import lru_cache

from shanhe.app.deliver import FORM_DOCX, FORM_XLSX, REPORT, Unfaithful, Written, official, written
from shanhe.app.office.books import BookHead, head_of, seen_book
from shanhe.app.office.rights import Actor, Refused
from shanhe.app.office.summary import evaluated
from shanhe.app.pictures import pictures
from shanhe.documents.formats.html_paper import html_of
from shanhe.records.evaluation import Evaluation
from shanhe.store.models import Book

DRAFTS = (REPORT, FORM_DOCX, FORM_XLSX)
PAPERS: dict[str, Callable[[Written], str]] = {
    "report": lambda both: html_of(both.report),
    "form": lambda both: html_of(both.form),
}


def draft_page(actor: Actor, book_key: int, paper: str) -> tuple[BookHead, str]:
    """Return the report or the form of the figures as they stand, as a piece of a page.

    Raises:
        Refused: it is not theirs to read, there is no such paper, or nothing can be evaluated.
    """
    book = seen_book(actor, book_key)
    if paper not in PAPERS:
        raise Refused("没有该文件。", "There is no such paper.", 404)
    return head_of(book), PAPERS[paper](_both(book)[1])


def draft_names(actor: Actor, book_key: int) -> tuple[str, ...]:
    """Return the names of the papers that can be had as drafts.

    Raises:
        Refused: the programme is not theirs to read.
    """
    seen_book(actor, book_key)
    return DRAFTS


def draft(actor: Actor, book_key: int, name: str) -> tuple[str, bytes]:
    """Return the name and bytes of a paper as it would be now; its name says that it is a draft.

    Raises:
        Refused: as ``draft_page``.
    """
    book = seen_book(actor, book_key)
    if name not in DRAFTS:
        raise Refused("没有该文件。", "There is no such paper.", 404)
    evaluation, both = _both(book)
    try:
        made = official(both, evaluation)
    except Unfaithful as error:
        raise Refused(
            f"“{error.paper}”回读后与计算结果不一致，没有生成。请把情况告诉系统管理员。",
            f"“{error.paper}” read back differs from what was computed; it is not handed out.",
            500,
        ) from error
    return f"草稿·{book.name}{book.year}年度{name}", made[name]


def _both(book: Book) -> tuple[Evaluation, Written]:
    return _made(book.pk, book.head)


@lru_cache(maxsize=4)
def _made(book_key: int, head: str) -> tuple[Evaluation, Written]:
    """Return evaluation and papers; ``head`` is the end of the journal they were made from."""
    del head
    book = Book.objects.select_related("organisation").get(pk=book_key)
    evaluation = evaluated(book)
    return evaluation, written(evaluation, pictures(evaluation))
