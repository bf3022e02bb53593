"""What everybody may read: published self-evaluations, without personal data."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from shanhe.app.office.edition_papers import LIST, PAGES, digest_of, listed
from shanhe.app.office.editions import ask_whole, fetched
from shanhe.app.office.rights import Refused
from shanhe.store.models import Edition

_MOST = 30


@dataclass(frozen=True, slots=True)
class Line:
    """A published self-evaluation in a list."""

    key: int
    name: str
    year: int
    organisation: str
    number: int
    published: str
    why: str


@dataclass(frozen=True, slots=True)
class PublicList:
    """The latest published self-evaluation of each programme, the newest first."""

    lines: tuple[Line, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class PublicPage:
    """One published self-evaluation.

    Attributes:
        report, form: pieces of a page, made and escaped by us.
        papers: names of the files that can be fetched.
        digest: sha256 of ``listing``, which names every paper of the edition with its digest.
        decimals: of degrees that coordinates keep.
        later: the edition that took its place; ``None`` where it is the latest.
        earlier: those it took the place of.
    """

    line: Line
    report: str
    form: str
    papers: tuple[str, ...]
    digest: str
    listing: str
    decimals: int
    later: Line | None
    earlier: tuple[Line, ...]


def public_list(page: int = 1) -> PublicList:
    """Return one page of the public list; an edition that was superseded is not on it."""
    later = _published().filter(book=OuterRef("book"), number__gt=OuterRef("number"))
    found = _published().filter(~Exists(later)).order_by("-published_at", "-pk")
    pages = max(-(-found.count() // _MOST), 1)
    page = min(max(page, 1), pages)
    shown = found[(page - 1) * _MOST : page * _MOST]
    return PublicList(tuple(_line(one) for one in shown), page, pages)


def _published() -> QuerySet[Edition]:
    return Edition.objects.exclude(published_at=None)


def _line(one: Edition) -> Line:
    day = one.published_at.astimezone().date().isoformat() if one.published_at else ""
    public = one.public
    return Line(
        one.pk,
        public["name"],
        public["year"],
        public["organisation"],
        one.number,
        day,
        public["why"],
    )


def _edition(key: int) -> Edition:
    found = _published().filter(pk=key).first()
    if found is None:
        raise Refused("没有该公开内容。", "There is nothing published here.", 404)
    return found


def public_page(key: int) -> PublicPage:
    """Return a published self-evaluation, superseded or not.

    Raises:
        Refused: 404 where nothing is published, 500 where a paper is no longer what was frozen.
    """
    one = _edition(key)
    ask_whole(one)
    others = list(_published().filter(book=one.book_id).exclude(pk=key).order_by("-number"))
    report, form = (fetched(name, one.papers[name]).decode() for name in PAGES)
    return PublicPage(
        _line(one),
        report,
        form,
        tuple(_offered(one)),
        digest_of(one.papers),
        listed(one.papers),
        one.public["decimals"],
        next(_after(others, one.number), None),
        tuple(_line(other) for other in others if other.number < one.number),
    )


def _offered(one: Edition) -> Iterator[str]:
    yield from one.public["papers"]
    yield LIST


def _after(others: Sequence[Edition], number: int) -> Iterator[Line]:
    yield from (_line(other) for other in others if other.number > number)


def public_paper(key: int, name: str) -> bytes:
    """Return a paper of a published edition, or the list of all its papers.

    Raises:
        Refused: 404 where there is none of that name for the public.
    """
    one = _edition(key)
    if name == LIST:
        return listed(one.papers).encode()
    if name not in one.public["papers"]:
        raise Refused("没有该文件。", "There is no such paper.", 404)
    return fetched(name, one.papers[name])
