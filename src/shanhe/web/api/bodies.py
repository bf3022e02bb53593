"""What goes in, as the page of the interface describes it; hostile until it fits."""

from datetime import date
from typing import Annotated, Literal

from ninja import Schema
from pydantic import AfterValidator, Field

from shanhe.app.office.rights import Role


def _plain(text: str) -> str:
    text.encode()  # a half of a pair of signs is no text, and says so
    if "\0" in text:
        raise ValueError("must not contain NUL / 不能含有空字符")
    return text


Text = Annotated[str, AfterValidator(_plain), Field(max_length=32_767)]
"""Any text that can be kept; as long as a cell of a workbook at most."""
Short = Annotated[str, AfterValidator(_plain), Field(max_length=100)]
Reason = Annotated[str, AfterValidator(_plain), Field(max_length=2000)]
Row = Annotated[str, Field(pattern="^[0-9a-f]{0,16}$")]
Digest = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
Reply = Literal["接受", "说明", "更正"]
Name = Annotated[str, AfterValidator(_plain), Field(max_length=50)]


class LineChange(Schema):
    """A line to become something else: no ``row`` for a new one, no ``texts`` to remove it."""

    row: Row = ""
    texts: dict[Short, Text] | None = None
    seen: Annotated[int, Field(ge=0)] = 0
    why: Reason = ""


class Changes(Schema):
    """Lines of one sheet to change, all or none."""

    lines: list[LineChange]


class NewSubmission(Schema):
    """A draft of one sheet, empty or ``filled`` with one's own lines as they count now."""

    sheet: Short
    title: Short = ""
    filled: bool = False


class DraftRow(Schema):
    """A row of a submission; no ``row`` and ``seen`` for a new line."""

    row: Row = ""
    texts: dict[Short, Text]
    seen: Annotated[int, Field(ge=0)] = 0
    evidence: Annotated[list[Digest], Field(default_factory=list)]


class Draft(Schema):
    """The rows of a draft, and the version that the person had before them."""

    version: int
    rows: Annotated[list[DraftRow], Field(max_length=2000)]


class HandIn(Schema):
    """The version that is handed in."""

    version: int


class Comment(Schema):
    """Why something is sent back."""

    comment: Reason


class NewLock(Schema):
    """A sheet to close; all of them without a sheet."""

    sheet: Short = ""
    why: Reason


class Why(Schema):
    """A reason."""

    why: Reason


class NewPermit(Schema):
    """A later day for one organisation."""

    organisation: int
    until: date
    why: Reason


class NewPerson(Schema):
    """An account to make."""

    login: Name
    name: Name
    organisation: int


class Active(Schema):
    """Whether an account may log in."""

    active: bool


class NewGrant(Schema):
    """A role to give, in a subtree, for one programme or all, until a day or for good."""

    role: Role
    organisation: int
    book: int | None = None
    until: date | None = None


class NewBody(Schema):
    """An organisation to register."""

    name: Short
    level: Annotated[str, Field(max_length=4)]
    parent: int
    place: Short = ""


class PlaceName(Schema):
    """The name by which programmes call an organisation."""

    place: Short


class Block(Schema):
    """A pasted table."""

    block: Annotated[str, AfterValidator(_plain), Field(max_length=200_000)]
