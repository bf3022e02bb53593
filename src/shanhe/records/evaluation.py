"""What came of evaluating a dossier: numbers, each with how it was computed, and findings.

These are records too: documents print them and do not calculate.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from shanhe.records.dossier import Dossier
from shanhe.records.finding import Finding
from shanhe.records.funds import AnnualFund, FundDocument
from shanhe.records.progress import Actual
from shanhe.records.targets import Target
from shanhe.values.outcome import Outcome
from shanhe.values.period import Period


@dataclass(frozen=True, slots=True)
class Derived:
    """A computed number.

    Attributes:
        value: exact. text: as printed, half up, without its unit. unit: symbol.
        equation: the computation in figures.
    """

    value: Fraction
    text: str
    unit: str
    equation: str

    def __str__(self) -> str:
        return f"{self.text}{self.unit}"


@dataclass(frozen=True, slots=True)
class IndicatorResult:
    """One indicator of the year.

    Attributes:
        name: as the year's goal table prints it. standard: the catalogue's name.
        level1, level2: by the catalogue, whatever the goal table prints.
        percent: completion; ``None`` where it cannot be computed, and ``why`` says why.
        met: whether the target was reached; ``None`` where that cannot be told.
        doubts: ids of the rules that contradict an actual which would reach the target; it then
            counts as not told.
    """

    indicator: str
    name: str
    standard: str
    level1: str
    level2: str
    target: Target
    actual: Actual | None
    percent: Derived | None
    met: bool | None
    why: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FundRow:
    """One money row; ``rate`` is ``None`` where there is no such number (0/0, blank)."""

    fund: AnnualFund
    rate: Derived | None


@dataclass(frozen=True, slots=True)
class UnitCost:
    """Investment over area of one version and period, beside the stated cap."""

    version: str
    period: Period
    computed: Derived
    stated: Target | None
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class RegionalSum:
    """The regions' sum, kept apart from the stated total, and compared with it."""

    version: str
    period: Period
    indicator: str
    name: str
    stated: Target | None
    computed: Derived
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class RegionalMean:
    """A rate over regions: the form's way (by money) and the ground's (by area), side by side."""

    version: str
    period: Period
    indicator: str
    name: str
    stated: Target | None
    form: Derived | None
    ground: Derived | None


@dataclass(frozen=True, slots=True)
class Held:
    """Central money at one using unit, in 万元; ``balance`` is what it holds unspent."""

    unit: str
    given: Decimal
    taken_back: Decimal
    reallocated: Decimal
    paid: Decimal
    balance: Decimal


@dataclass(frozen=True, slots=True)
class Step:
    """A document of the money's way down; days since the one above, and since the first."""

    document: FundDocument
    days: int | None
    total_days: int | None


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One indicator before and after; ``fallback``: the old value is the issued one."""

    indicator: str
    name: str
    level1: str
    level2: str
    unit: str
    old: Target | None
    new: Target | None
    fallback: bool
    delta: Derived | None
    rate: Derived | None

    @property
    def has_changed(self) -> bool:
        """Whether the value differs, or one side is missing."""
        if self.delta is not None:
            return self.delta.value != 0
        if self.old is None or self.new is None or self.old.amount is not None:
            return True
        return self.old.words != self.new.words


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """Weight and points of one row of the score."""

    group: str
    indicator: str
    name: str
    weight: Fraction
    points: Fraction
    note: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """The optional score: rows, total of 100, grade."""

    rows: tuple[ScoreRow, ...]
    total: Derived
    grade: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One programme in one year, evaluated.

    Attributes:
        as_of: day of the evaluation's data; ``None`` where nobody stated one.
        compared: old and new version of the change table; ``None`` where nothing changed.
        figures: id to printed text of every number that a paper may print.
        digest, rules, catalogue, version: what it was made from, and with.
    """

    dossier: Dossier
    as_of: date | None
    indicators: tuple[IndicatorResult, ...]
    funds: tuple[FundRow, ...]
    unit_costs: tuple[UnitCost, ...]
    sums: tuple[RegionalSum, ...]
    means: tuple[RegionalMean, ...]
    held: tuple[Held, ...]
    steps: tuple[Step, ...]
    compared: tuple[str, str] | None
    changes: tuple[ChangeRow, ...]
    score: Score | None
    findings: tuple[Finding, ...]
    crashes: tuple[tuple[str, str], ...]
    judged: int
    digest: str
    rules: str
    catalogue: str
    version: str
    figures: Mapping[str, str] = field(default_factory=dict)

    def count(self, severity: str) -> int:
        """Return how many findings have that severity."""
        return sum(finding.severity.value == severity for finding in self.findings)
