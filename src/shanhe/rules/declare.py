"""What a rule is, and how one is declared."""

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NotRequired, TypedDict, Unpack

from shanhe.catalogue.catalogue import Catalogue
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Finding, Hit, Severity

Check = Callable[[Dossier, Catalogue], Iterator[Hit]]
Review = Callable[[Dossier, Catalogue, Sequence[Finding]], Iterator[Hit]]
WARN = Severity.WARNING
NOTE = Severity.NOTE
ERROR = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as declared.

    Attributes:
        id: ``AREA-nnn``; never reused.
        severity: its proposal.
        basis: what it rests on: ``budget_law#52.3``, ``practice#G-06``, ``arithmetic``.
        zh, en: its message; ``{names}`` are filled from the hit's words.
        aspect: the management aspect (of eight) that a finding belongs to; empty for none.
        causes: causes that can be told, by key: words in zh and en.
        only: whether it is for a programme's own data, for a paper that was read, or for both.
        asks: for which of them it says that something is lacking; a paper need not carry all that
            a programme's own data has.
        name: the sentence that holds when all is well.
        about_zh, about: docstring of its module: first line Chinese, then English.
        module: where it is.
        check: for the dossier alone; ``review`` instead for one that looks at earlier findings.
    """

    id: str
    severity: Severity
    basis: tuple[str, ...]
    zh: str
    en: str
    aspect: str
    causes: Mapping[str, tuple[str, str]]
    only: "Only"
    asks: "Only"
    name: str
    about: str
    module: str
    check: Check | None = None
    review: Review | None = None

    def is_for(self, dossier: Dossier) -> bool:
        """Return whether the rule speaks of this kind of dossier."""
        return self.only.takes(dossier)

    def asks_of(self, dossier: Dossier) -> bool:
        """Return whether the rule says of this dossier what is lacking in it."""
        return self.asks.takes(dossier)

    @property
    def area(self) -> str:
        """First part of the id."""
        return self.id.partition("-")[0]

    @property
    def title(self) -> str:
        """What holds when all is well, in Chinese."""
        return self.about.partition("\n")[0].strip().rstrip(".。")


@dataclass(slots=True)
class _Book:
    rules: dict[str, Rule] = field(default_factory=dict)


_BOOK = _Book()


class Only(StrEnum):
    """What a rule is for, where it is not for both."""

    BOTH = "both"
    DATA = "data"
    PAPER = "paper"

    def takes(self, dossier: Dossier) -> bool:
        """Return whether a dossier is of this kind."""
        return self is not (Only.DATA if dossier.paper else Only.PAPER)


class Declaration(TypedDict):
    """What a rule says of itself; see ``Rule``."""

    id: str
    severity: Severity
    basis: Sequence[str]
    zh: str
    en: str
    aspect: NotRequired[str]
    causes: NotRequired[Mapping[str, tuple[str, str]]]
    only: NotRequired[Only]
    asks: NotRequired[Only]


def rule(**said: Unpack[Declaration]) -> Callable[[Check], Check]:
    """Declare a rule over the dossier.

    Raises:
        ValueError: the id is taken by another module.
    """

    def declare(check: Check) -> Check:
        _enter(said, check, check=check)
        return check

    return declare


def review(**said: Unpack[Declaration]) -> Callable[[Review], Review]:
    """Declare a rule that looks at what the other rules found.

    Raises:
        ValueError: the id is taken by another module.
    """

    def declare(look: Review) -> Review:
        _enter(said, look, look=look)
        return look

    return declare


def _enter(
    said: Declaration,
    function: Callable[..., object],
    check: Check | None = None,
    look: Review | None = None,
) -> None:
    own = Rule(
        said["id"],
        said["severity"],
        tuple(said["basis"]),
        said["zh"],
        said["en"],
        said.get("aspect", ""),
        said.get("causes", {}),
        said.get("only", Only.BOTH),
        said.get("asks", Only.BOTH),
        *_of(function),
        check,
        look,
    )
    taken = _BOOK.rules.get(own.id)
    if taken is not None and taken.module != own.module:
        raise ValueError(f"{own.id} is declared by {taken.module} and by {own.module}")
    _BOOK.rules[own.id] = own


def _of(function: Callable[..., object]) -> tuple[str, str, str]:
    module = inspect.getmodule(function)
    return (
        function.__name__,
        inspect.cleandoc(getattr(module, "__doc__", "") or ""),
        function.__module__,
    )


def declared() -> tuple[Rule, ...]:
    """Return the rules declared so far, by id; ``book.rulebook`` loads them all first."""
    return tuple(_BOOK.rules[key] for key in sorted(_BOOK.rules))
