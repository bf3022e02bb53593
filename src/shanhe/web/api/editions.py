"""Editions of a self-evaluation: frozen, signed, published, corrected by people, not by keys."""

from typing import Any

from django.http import HttpResponse
from ninja import Router, Schema

from shanhe.app.office import editions as cases
from shanhe.app.office import freezing, public, signing
from shanhe.web.api import bodies, shapes
from shanhe.web.api.asked import Page
from shanhe.web.asking import Request
from shanhe.web.handing import attachment

router = Router(tags=["定稿与公开 Editions"])
_ONE = "editions/{int:edition}"


class Step(Schema):
    """Who did something, and when; empty where nobody has yet."""

    who: str
    organisation: str
    at: str


class Edition(Schema):
    """An edition; ``state`` is frozen, signed, published, superseded or withdrawn.

    ``papers`` are name and digest; ``may`` is what the person can do with it now.
    """

    key: int
    number: int
    state: str
    digest: str
    why: str
    frozen: Step
    signed: Step
    published: Step
    papers: list[tuple[str, str]]
    is_open: bool
    secrets: list[str]
    may: list[str]

    @staticmethod
    def resolve_may(one: Any) -> list[str]:
        """Return the actions by name, in order."""
        return sorted(one.may)


class NewEdition(Schema):
    """What is frozen; from the second edition on with what it corrects."""

    why: bodies.Reason = ""


class Published(Schema):
    """A published self-evaluation in a list."""

    key: int
    name: str
    year: int
    organisation: str
    number: int
    published: str
    why: str


class PublicList(Schema):
    """The latest published self-evaluation of each programme, thirty a page."""

    lines: list[Published]
    page: int
    pages: int


class PublicEdition(Schema):
    """One published self-evaluation; ``digest`` is the sha256 of ``listing``."""

    line: Published
    papers: list[str]
    digest: str
    listing: str
    decimals: int
    later: Published | None
    earlier: list[Published]


@router.get("programmes/{int:book}/editions", response=list[Edition], summary="定稿")
def editions(request: Request, book: int) -> Any:
    """Return the editions of a programme, the newest first."""
    return cases.editions_of(request.actor, book)


@router.post("programmes/{int:book}/editions", response={201: shapes.Made}, summary="自评定稿")
def freeze(request: Request, book: int, new: NewEdition) -> Any:
    """Make an edition of the figures as they stand, and close them."""
    return {"key": freezing.freeze(request.actor, book, new.why)}


@router.post(f"{_ONE}/sign", response={204: None}, summary="自评签发")
def sign(request: Request, edition: int) -> None:
    """Sign an edition, for whoever neither froze it nor wrote its words."""
    signing.sign(request.actor, edition)


@router.post(f"{_ONE}/publish", response={204: None}, summary="对外公开")
def publish(request: Request, edition: int) -> None:
    """Show a signed edition to everybody."""
    signing.publish(request.actor, edition)


@router.post(f"{_ONE}/correct", response={204: None}, summary="开始更正")
def correct(request: Request, edition: int, said: bodies.Why) -> None:
    """Open the figures again, so that a later edition corrects this one."""
    freezing.correct(request.actor, edition, said.why)


@router.get(f"{_ONE}/papers/{{name}}", summary="下载定稿文件")
def edition_paper(request: Request, edition: int, name: str) -> HttpResponse:
    """Return a paper of an edition, for whoever may read the programme."""
    return attachment(name, cases.paper(request.actor, edition, name))


@router.get("public", auth=None, response=PublicList, summary="已公开的自评")
def public_list(request: Request, page: Page = 1) -> Any:
    """Return what is published; anybody may ask."""
    del request
    return public.public_list(page)


@router.get("public/{int:edition}", auth=None, response=PublicEdition, summary="一份公开的自评")
def public_edition(request: Request, edition: int) -> Any:
    """Return one published self-evaluation; anybody may ask."""
    del request
    return public.public_page(edition)


@router.get("public/{int:edition}/papers/{name}", auth=None, summary="下载公开文件")
def public_file(request: Request, edition: int, name: str) -> HttpResponse:
    """Return a published paper; anybody may ask."""
    del request
    return attachment(name, public.public_paper(edition, name))
