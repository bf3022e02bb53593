"""A finding is a proof: rule, operands with their places, recomputation, outcome."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from shanhe.records.source import Operand
from shanhe.values.outcome import Outcome


class Severity(StrEnum):
    """How much it matters: cannot be right, needs an explanation, worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found, before it has words.

    Attributes:
        at: the operands; both sides of a contradiction.
        words: what fills the rule's message.
        outcome: ``FAILS``, or ``UNDECIDED`` with what is lacking in ``words``.
        recomputed: the recomputation, as text: ``62.37 + 348.78 + 1514.01 = 1925.16``.
        cause: key of a cause that can be told, empty where none can.
    """

    at: tuple[Operand, ...]
    words: Mapping[str, object] = field(default_factory=dict)
    outcome: Outcome = Outcome.FAILS
    recomputed: str = ""
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One inconsistency with its proof.

    Attributes:
        rule: id of the rule.
        severity: as the rule proposes.
        outcome: ``fails`` or ``cannot_be_judged``.
        message: in words, with the numbers; ``messages`` has each language.
        basis: what the rule rests on.
        aspect: the management aspect it belongs to, empty for none.
        operands, recomputed, cause: the proof.
    """

    rule: str
    severity: Severity
    outcome: Outcome
    messages: Mapping[str, str]
    basis: tuple[str, ...]
    operands: tuple[Operand, ...]
    recomputed: str = ""
    causes: Mapping[str, str] = field(default_factory=dict)
    aspect: str = ""

    @property
    def concepts(self) -> frozenset[str]:
        """What the operands speak of."""
        return frozenset(operand.fact.concept for operand in self.operands if operand.fact)

    def message(self, lang: str = "zh") -> str:
        """Return the message in one language."""
        return self.messages[lang]
