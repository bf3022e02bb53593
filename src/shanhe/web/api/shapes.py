"""What comes out, as the page of the interface describes it.

These are a contract with other programs and change with a new version alone, while the classes that
pages are made of may change any day.
"""

from collections.abc import Iterable
from typing import Annotated, Any

from ninja import Schema
from pydantic import Field


class Both(Schema):
    """One thing in Chinese and in English."""

    zh: str
    en: str


def named(pairs: Iterable[tuple[int, str]]) -> list[dict[str, Any]]:
    """Return pairs of key and name with names for their parts."""
    return [{"key": key, "name": name} for key, name in pairs]


class Problem(Schema):
    """One thing that is wrong: where, what was found, what is expected, how to mend it."""

    place: Both
    found: Both
    expected: Both
    remedy: Both
    row: int | None = None
    field: str = ""


class Complaint(Schema):
    """Why something was not done."""

    zh: str
    en: str
    problems: Annotated[list[Problem], Field(default_factory=list)]


class Error(Schema):
    """The body of every answer from 400 on."""

    error: Complaint


class Made(Schema):
    """The key of what was made."""

    key: int


class Named(Schema):
    """Something to choose, by its key."""

    key: int
    name: str


class Revision(Schema):
    """The revision of a programme after a change."""

    revision: int


class Version(Schema):
    """The version of a submission after it was saved."""

    version: int


class OneTime(Schema):
    """A one-time password; it is shown this once."""

    password: str


class NewAccount(Schema):
    """An account just made, with its one-time password."""

    login: str
    name: str
    organisation: str
    role: str
    password: str


class Programme(Schema):
    """A programme in a list."""

    key: int
    name: str
    year: int
    organisation: str
    revision: int


class ProgrammePage(Schema):
    """A programme at a glance; counts are those of the last computed revision.

    ``completion`` and ``executed`` are in hundredths of a percent.
    """

    head: Programme
    is_current: bool
    problems: list[str]
    met: int
    indicators: int
    errors: int
    warnings: int
    completion: int | None
    executed: int | None
    data: dict[str, Any]
    actions: list[str]

    @staticmethod
    def resolve_actions(page: Any) -> list[str]:
        """Return what the person may do with it, in order."""
        return sorted(page.actions)


class SheetName(Schema):
    """A sheet in a list."""

    key: str
    name: str
    note: str


class Column(Schema):
    """A column of a sheet."""

    key: str
    name: str
    note: str
    required: bool
    is_number: bool
    is_day: bool
    choices: list[str]


class Line(Schema):
    """A line as it counts now; send ``number`` back as ``seen`` to change it."""

    row: str
    number: int
    texts: dict[str, str]


class Sheet(Schema):
    """A sheet of a programme."""

    book: int
    key: str
    name: str
    note: str
    revision: int
    may_change: bool
    fields: list[Column]
    lines: list[Line]


class Row(Schema):
    """A row of a submission; ``accepted`` is what counts now."""

    row: str
    texts: dict[str, str]
    seen: int
    evidence: list[str]
    accepted: dict[str, str] | None


class Submission(Schema):
    """A submission in a list; ``may`` is what the person can do with it now."""

    key: int
    book: int
    book_name: str
    organisation: str
    sheet: str
    sheet_name: str
    title: str
    state: str
    version: int
    comment: str
    who: str
    changed: str
    count: int
    may: list[str]

    @staticmethod
    def resolve_state(one: Any) -> str:
        """Return the state as a word."""
        return str(one.state.value)

    @staticmethod
    def resolve_may(one: Any) -> list[str]:
        """Return the actions by name, in order."""
        return sorted(action.name for action in one.may)


class OpenedSubmission(Submission):
    """A submission with its rows."""

    rows: list[Row]


class Lock(Schema):
    """A closed sheet with its exceptions: organisation, last day, reason."""

    key: int
    sheet: str
    why: str
    who: str
    at: str
    permits: list[tuple[str, str, str]]


class Person(Schema):
    """An account; ``roles`` are pairs of the key of the grant and its words."""

    key: int
    login: str
    name: str
    organisation: str
    is_active: bool
    must_change: bool
    roles: list[tuple[int, str]]


class OpenedPerson(Schema):
    """An account with what can be granted: roles with what each may do, programmes to limit it to."""

    person: Person
    roles: list[tuple[str, str]]
    books: list[Named]

    @staticmethod
    def resolve_books(page: Any) -> list[dict[str, Any]]:
        """Return the programmes with names for their parts."""
        return named(page.books)


class Body(Schema):
    """An organisation; ``depth`` counts from 0 at the root."""

    key: int
    name: str
    level: str
    place: str
    depth: int
