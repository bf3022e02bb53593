"""Targets in their versions, their split over regions, and how they were changed."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from shanhe.records.source import Fact, Record, period_key, quantity_of
from shanhe.values.period import Period
from shanhe.values.quantity import Quantity, Sign
from shanhe.values.unit import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetVersion(Record):
    """One version of the goal table, for the term or for a year (目标版本).

    Attributes:
        version: its name: 下达, 实施方案, 工程设计, 调整.
        total, central, local, social: investment in 万元; ``None`` where not stated.
        goal: the overall goal (总体目标), in words.
        document, issued, status: where it stands; 已下达, 已备案, 待批复.
    """

    version: str
    period: Period
    status: str = ""
    document: str = ""
    issued: date | None = None
    total: Decimal | None = None
    central: Decimal | None = None
    local: Decimal | None = None
    social: Decimal | None = None
    goal: str = ""

    def fact(self, key: str) -> Fact:
        """Return the coordinates of a sum of money."""
        concept = {"total": "investment"}.get(key, f"investment_{key}")
        return Fact(concept, "target", period=self.period.key, version=self.version)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Record):
    """One row of a goal table (指标目标).

    Attributes:
        indicator: id in the catalogue.
        name: as printed in that table.
        amount, unit, sign: the target value; ``amount`` is ``None`` for one in words.
        words: a target in words (qualitative).
        in_goal: whether it is also named in the overall goal.
    """

    version: str
    period: Period
    indicator: str
    name: str = ""
    level1: str = ""
    level2: str = ""
    sign: Sign = Sign.NONE
    amount: Decimal | None = None
    words: str = ""
    unit: Unit | None = None
    in_goal: bool | None = None
    note: str = ""

    @property
    def quantity(self) -> Quantity | None:
        """The target as one quantity; ``None`` without number or unit."""
        return quantity_of(self.amount, self.unit, sign=self.sign)

    def fact(self, key: str) -> Fact:
        """Return the coordinates of the target."""
        del key
        return Fact(self.indicator, "target", "", self.period.key, self.version)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionalTarget(Record):
    """The share of one region in one target (目标分解)."""

    version: str
    period: Period
    region: str
    indicator: str
    sign: Sign = Sign.NONE
    amount: Decimal | None = None
    words: str = ""
    unit: Unit | None = None

    @property
    def quantity(self) -> Quantity | None:
        """The regional target; parts of a split are exact, nobody measured them."""
        return quantity_of(self.amount, self.unit, sign=self.sign, exact=True)

    def fact(self, key: str) -> Fact:
        """Return the coordinates of the regional target."""
        del key
        return Fact(self.indicator, "target", self.region, self.period.key, self.version)


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment(Record):
    """One row of the change table as filed (指标调整).

    Attributes:
        old, new, delta: numbers as filed; ``None`` where the cell holds no number.
        old_words, new_words, delta_words: the text where it holds none, such as ``新增指标``.
    """

    indicator: str
    name: str = ""
    period: Period | None = None
    old_version: str = ""
    new_version: str = ""
    old: Decimal | None = None
    old_words: str = ""
    new: Decimal | None = None
    new_words: str = ""
    delta: Decimal | None = None
    delta_words: str = ""
    unit: Unit | None = None

    def fact(self, key: str) -> Fact:
        """Return the coordinates of old value, new value or change."""
        version = {"old": self.old_version, "new": self.new_version}.get(key, "")
        aspect = "change" if key == "delta" else "target"
        return Fact(self.indicator, aspect, "", period_key(self.period), version)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeNote(Record):
    """One stated reason for a change, with its size (调整说明).

    Attributes:
        item: what changes, such as 坑塘水面面积.
        indicators: ids of the indicators it speaks of, comma-separated; may be empty.
        role: 分项 (a part) or 合计 (a total of the parts) or 声明 (a statement without a number).
        amount, unit: increase (positive) or decrease (negative).
        parcels, share: plots concerned and their share of all plots, in %.
    """

    item: str
    role: str = ""
    indicators: str = ""
    amount: Decimal | None = None
    words: str = ""
    unit: Unit | None = None
    parcels: int | None = None
    share: Decimal | None = None
    reason: str = ""
    basis: str = ""

    @property
    def indicator_ids(self) -> tuple[str, ...]:
        """The indicators it speaks of."""
        return tuple(word for word in self.indicators.split(",") if word)

    @property
    def quantity(self) -> Quantity | None:
        """The change as one quantity."""
        return quantity_of(self.amount, self.unit)
