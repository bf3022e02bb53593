"""What was done: subprojects, milestones, progress over time, the year's actuals."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from shanhe.records.source import Fact, Record, quantity_of
from shanhe.values.period import Period
from shanhe.values.quantity import Quantity, Sign
from shanhe.values.unit import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Subproject(Record):
    """A subproject, or several alike in one row (子项目).

    Attributes:
        count: how many subprojects the row stands for.
        state: 未招标, 已招标, 在建, 停工, 完工, 已验收.
        due_start, started, due_finish, finished: days.
        inspected, accepted: works inspected, and found qualified.
        halt_reason: why it stands still.
    """

    name: str
    unit: str = ""
    count: int = 1
    state: str = ""
    due_start: date | None = None
    started: date | None = None
    due_finish: date | None = None
    finished: date | None = None
    inspected: int | None = None
    accepted: int | None = None
    halt_reason: str = ""
    note: str = ""

    @property
    def has_started(self) -> bool:
        """Whether works began, even if they stopped again."""
        return self.started is not None or self.state in {"在建", "停工", "完工", "已验收"}

    @property
    def is_finished(self) -> bool:
        """Whether it was completed."""
        return self.finished is not None or self.state in {"完工", "已验收"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Record):
    """A step with its deadline, or a step that just happened (进度节点).

    Attributes:
        due: last day allowed; ``None`` where no deadline is set.
        done: day on which it was done; ``None`` where it is not.
        basis: the document that sets the deadline.
        order: position in the sequence of steps, where the order matters.
    """

    event: str
    due: date | None = None
    done: date | None = None
    basis: str = ""
    responsible: str = ""
    result: str = ""
    order: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress(Record):
    """A cumulative value on a day, from monitoring (进展监测)."""

    when: date
    indicator: str
    region: str = ""
    subproject: str = ""
    amount: Decimal | None = None
    words: str = ""
    unit: Unit | None = None
    evidence: str = ""

    @property
    def quantity(self) -> Quantity | None:
        """The value as one quantity."""
        return quantity_of(self.amount, self.unit)

    def fact(self, key: str) -> Fact:
        """Return the coordinates of the value."""
        del key
        return Fact(self.indicator, "progress", self.region, self.when.isoformat())


@dataclass(frozen=True, slots=True, kw_only=True)
class Actual(Record):
    """What the self-evaluation states as the year's actual of one indicator (自评填报).

    Attributes:
        place: 报告正文 or 自评表: the same indicator is stated in both.
        region: empty for the whole programme.
        quoted_sign, quoted_amount, quoted_unit: the target as quoted there.
        sign, amount, words, unit: the actual as filled in; a sign before it is kept, and judged.
        completion: stated completion, %.
        numerator, denominator: base of a rate, in the unit of the thing counted.
        evidence, evidence_on: what proves it, and its day.
        status: 实测, 测算, 承诺 …
    """

    indicator: str
    period: Period
    place: str
    region: str = ""
    quoted_sign: Sign = Sign.NONE
    quoted_amount: Decimal | None = None
    quoted_words: str = ""
    quoted_unit: Unit | None = None
    sign: Sign = Sign.NONE
    amount: Decimal | None = None
    words: str = ""
    unit: Unit | None = None
    completion: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    evidence: str = ""
    evidence_on: date | None = None
    status: str = ""
    statement: str = ""

    @property
    def quantity(self) -> Quantity | None:
        """The actual as one quantity; ``None`` without number or unit."""
        return quantity_of(self.amount, self.unit, sign=self.sign)

    @property
    def quoted(self) -> Quantity | None:
        """The target as quoted beside it."""
        return quantity_of(self.quoted_amount, self.quoted_unit, sign=self.quoted_sign)

    @property
    def in_form(self) -> bool:
        """Whether this row is what the form says."""
        return self.place == "自评表"

    def fact(self, key: str) -> Fact:
        """Return the coordinates of the actual, its completion or the quoted target."""
        aspect = {"quoted_amount": "target", "completion": "completion"}.get(key, "actual")
        return Fact(self.indicator, aspect, self.region, self.period.key, self.place)
