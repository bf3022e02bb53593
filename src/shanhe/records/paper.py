"""What a finished paper says beside the records it shares with a workbook."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from shanhe.records.source import Fact, Record, period_key, quantity_of
from shanhe.values.period import Period
from shanhe.values.quantity import Quantity, Sign
from shanhe.values.unit import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedFact(Record):
    """One printed number with its meaning; the same fact may be printed at many places.

    Attributes:
        concept: an indicator's id, or a word for money: ``funds``, ``investment``,
            ``investment_central``, ``investment_local``.
        aspect: target, actual, completion, baseline, change, share, budget, executed, rate,
            passed_on, taken_back, reallocated, part, total.
        region, period, version: empty where they do not apply.
        in_form: whether the form says it; else the report's own text or tables.
    """

    concept: str
    aspect: str
    region: str = ""
    period: Period | None = None
    version: str = ""
    sign: Sign = Sign.NONE
    amount: Decimal | None = None
    unit: Unit | None = None
    in_form: bool = False

    @property
    def quantity(self) -> Quantity | None:
        """The number as one quantity."""
        return quantity_of(self.amount, self.unit, sign=self.sign)

    def fact(self, key: str) -> Fact:
        """Return the coordinates."""
        del key
        return Fact(self.concept, self.aspect, self.region, period_key(self.period), self.version)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingLine(Record):
    """A heading with its printed number.

    Attributes:
        level: 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）.
        number: as printed, without marks: ``三``, ``2``. order: the same as a whole number.
        title: without the number.
    """

    level: int
    number: str
    order: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionLine(Record):
    """A caption with its printed number; ``kind`` is 表 or 图."""

    kind: str
    number: str
    title: str
    table: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Record):
    """A document that the paper names.

    Attributes:
        title: between title marks, empty where only a number is given.
        number: as printed: ``财资环〔2025〕64号``.
        day: the day stated for it, where one is.
    """

    title: str = ""
    number: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine(Record):
    """A paragraph or cell as it stands, for rules about wording."""

    text: str
    section: str = ""


class NumberState(StrEnum):
    """What became of a printed number (the coverage ledger)."""

    UNDERSTOOD = "understood"
    NUMBERING = "numbering"
    DAY = "day"
    REFERENCE = "reference"
    NOT_UNDERSTOOD = "not_understood"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedNumber(Record):
    """One number of the paper, and whether anybody knows what it means."""

    text: str
    state: NumberState
    reason: str = ""
