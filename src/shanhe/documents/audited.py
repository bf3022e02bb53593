"""What came of auditing one document that somebody wrote: a record that papers print."""

from dataclasses import dataclass
from enum import StrEnum

from shanhe.documents.found import Span
from shanhe.documents.script import Script
from shanhe.records.answer import Answer, Standing
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Finding
from shanhe.records.problem import Problem


class State(StrEnum):
    """How far an audit came.

    Attributes:
        UNREADABLE: the file could not be opened; ``problems`` says why.
        NO_FIGURES: it was read, but no performance figure in it is understood: nothing was audited,
            and the absence of findings says nothing.
        AUDITED: its figures were held against the rules.
    """

    UNREADABLE = "unreadable"
    NO_FIGURES = "no_figures"
    AUDITED = "audited"


class Fate(StrEnum):
    """What became of a number.

    Attributes:
        CHECKED: held against another statement of the document, or part of a finding that fails.
        ALONE: understood, but nothing in the document can be held against it.
        NOT_UNDERSTOOD: nobody knows what it means.
    """

    CHECKED = "checked"
    ALONE = "alone"
    NOT_UNDERSTOOD = "not_understood"


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One number of the document.

    Attributes:
        span: its characters; ``None`` where they cannot be told.
        relations: keys of the relations it takes part in. reason: why it is not understood.
    """

    text: str
    fate: Fate
    span: Span | None
    relations: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many numbers were checked, stand alone, or are not understood.

    Numbers of headings and captions, days, and numbers of documents are no performance figures
    and are not counted.
    """

    checked: int = 0
    alone: int = 0
    not_understood: int = 0

    @property
    def numbers(self) -> int:
        """All of them."""
        return self.checked + self.alone + self.not_understood


@dataclass(frozen=True, slots=True)
class Told:
    """A finding as it is told.

    Attributes:
        key: the same in the next version of the document, whatever else changes there.
        spans: characters of each operand; ``None`` where they cannot be told.
        figures: the printed figures it rests on, in one line.
    """

    key: str
    finding: Finding
    spans: tuple[Span | None, ...]
    figures: str
    answer: Answer | None = None
    standing: Standing = Standing.OPEN


@dataclass(frozen=True, slots=True)
class Audited:
    """One document, audited.

    Attributes:
        name: of the file, with the folders below the one that was asked for.
        sha256: of its bytes. kind: ``docx``, ``txt`` …; empty where it could not be read.
        script, dossier: ``None`` where it could not be read.
        told: findings with their places and answers, by rule.
        ledger: every performance figure, in reading order.
        problems: why it could not be read, what the reader left out of it, or which rule failed.
        others: where it holds forms of several projects, those after the first.
    """

    name: str
    sha256: str
    kind: str = ""
    script: Script | None = None
    dossier: Dossier | None = None
    told: tuple[Told, ...] = ()
    ledger: tuple[LedgerLine, ...] = ()
    problems: tuple[Problem, ...] = ()
    others: tuple[Dossier, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings alone."""
        return tuple(told.finding for told in self.told)

    @property
    def coverage(self) -> Coverage:
        """The ledger, counted."""
        fates = [line.fate for line in self.ledger]
        return Coverage(*map(fates.count, (Fate.CHECKED, Fate.ALONE, Fate.NOT_UNDERSTOOD)))

    @property
    def state(self) -> State:
        """How far the audit came."""
        if self.dossier is None:
            return State.UNREADABLE
        counted = self.coverage
        return State.AUDITED if counted.checked + counted.alone else State.NO_FIGURES

    def count(self, severity: str, *, open_only: bool = False) -> int:
        """Return how many findings have a severity; ``open_only`` leaves out settled ones."""
        return sum(
            told.finding.severity.value == severity
            and not (open_only and told.standing is Standing.SETTLED)
            for told in self.told
        )
