"""The things a catalogue holds, as frozen records."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from shanhe.values.unit import Unit, find_unit, unit

Scalar = int | Decimal | str
"""A single value of a parameter, or one cell of its table; yes and no are 1 and 0."""

Row = Mapping[str, Scalar | tuple[Scalar, ...]]
"""One row of a parameter's table."""


class Direction(StrEnum):
    """Which way an indicator is good."""

    HIGHER = "higher"
    LOWER = "lower"
    EQUAL = "equal"
    QUALITATIVE = "qualitative"


class Kind(StrEnum):
    """What sort of value an indicator has."""

    QUANTITY = "quantity"
    COUNT = "count"
    MONEY = "money"
    RATIO = "ratio"
    POINTS = "points"
    YEARS = "years"
    INDEX = "index"
    CLASS = "class"


class Way(StrEnum):
    """How values combine along one dimension.

    Attributes:
        SUM: add.
        SUMD: add, each thing once (a plot, mine or village that two members name).
        RATIO: sum of numerators over sum of denominators.
        WMEAN: mean, weighted.
        MIN, MAX: the smallest, the largest.
        LAST: a state: the latest member's value.
        POOL: put the answers of all together and compute anew.
        ALL: a class; the worst one stands for all.
        NONE: does not combine.
    """

    SUM = "SUM"
    SUMD = "SUMD"
    RATIO = "RATIO"
    WMEAN = "WMEAN"
    MIN = "MIN"
    MAX = "MAX"
    LAST = "LAST"
    POOL = "POOL"
    ALL = "ALL"
    NONE = "NONE"


class Dimension(StrEnum):
    """Along what values combine."""

    REGION = "region"
    YEAR = "year"
    PEOPLE = "people"


class Purpose(StrEnum):
    """For the official form, or for what is true on the ground."""

    FORM = "form"
    GROUND = "ground"


@dataclass(frozen=True, slots=True)
class Across:
    """How one indicator adds up along one dimension, for one purpose.

    Attributes:
        weight: ``money``, or the id of the indicator that weighs; empty where nothing does.
        reason: why so, in Chinese.
    """

    dimension: Dimension
    purpose: Purpose
    way: Way
    weight: str
    reason: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """One third-level indicator (三级指标).

    Attributes:
        id: English, as in ``restore_area``; never changed.
        code: number in the indicator library, ``I-001``; variants of one row share it.
        name: the standard Chinese name; ``aliases`` are the other names seen in papers.
        level1, level2: 一级指标, 二级指标.
        unit_symbol: its unit; ``also_units`` are others that papers rightly or wrongly print and
            that mean the same, such as ``%`` for percentage points.
        low, high: the range a value cannot leave; ``None`` where open.
        evidence: what to ask for as proof, first things first; Chinese.
        formula: how it is computed; Chinese. ``numerator`` and ``denominator`` name indicators or
            operands of the glossary where it is a ratio.
        parts: ids that add up to it. within: id of the whole it may not exceed.
        protected: may not fall when targets are changed.
        status: ``commitment`` for a promise that is no achievement before it has run its time.
        confidence: marks of the source, ``S/MM``.
        printed_unit: unit of a programme's own indicator, where the table of units has none (眼).
    """

    id: str
    code: str
    name: str
    english: str
    aliases: tuple[str, ...]
    level1: str
    level2: str
    unit_symbol: str
    also_units: tuple[str, ...]
    direction: Direction
    kind: Kind
    whole_number: bool
    low: Decimal | None
    high: Decimal | None
    evidence: tuple[str, ...]
    formula: str
    numerator: str
    denominator: str
    parts: tuple[str, ...]
    within: str
    protected: bool
    status: str
    across: tuple[Across, ...]
    confidence: str
    source: str
    printed_unit: Unit | None = None

    @property
    def unit(self) -> Unit:
        """Its unit of measure."""
        return self.printed_unit or unit(self.unit_symbol)

    @property
    def is_commitment(self) -> bool:
        """Whether it is promised rather than reached."""
        return self.status == "commitment"

    def takes(self, other: Unit) -> bool:
        """Return whether a value printed in ``other`` can be a value of this indicator."""
        known = [find_unit(symbol) for symbol in (self.unit_symbol, *self.also_units)]
        known.append(self.printed_unit)
        return any(own is not None and other.like(own) for own in known)

    def adds_up(self, dimension: Dimension, purpose: Purpose = Purpose.FORM) -> Across | None:
        """Return how it combines along ``dimension``, ``None`` if that has no meaning for it."""
        for across in self.across:
            if across.dimension is dimension and across.purpose is purpose:
                return across
        return None


@dataclass(frozen=True, slots=True)
class Article:
    """What one article of an act, or one row of practice, says.

    Attributes:
        ref: ``52.3`` (article, paragraph), ``6(2)`` (article, item), or a row id, ``T-07``.
        zh, en: what it says, in our own words.
        confidence: marks of the source; ``V`` and ``V~`` were read.
    """

    ref: str
    zh: str
    en: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Act:
    """A law, regulation, measure, notice or standard; or a body of practice that rules cite.

    Attributes:
        number: document or standard number as printed, empty where it has none.
        kind: ``law``, ``regulation``, ``measure``, ``notice``, ``standard``; ``local`` or ``case``
            for what another province or an audit did; ``arithmetic``, ``practice`` or ``form``
            for what is no document.
        in_force_from, in_force_until: first and last day; ``None`` where not known or open.
        replaced_by: id of the act that took its place.
        title_is_ours: the title is our summary, so it is never put between title marks.
        confidence: marks for title, number and days.
    """

    id: str
    title: str
    title_en: str
    number: str
    kind: str
    in_force_from: date | None
    in_force_until: date | None
    replaced_by: str
    title_is_ours: bool
    confidence: str
    note: str
    articles: tuple[Article, ...]

    def article(self, ref: str) -> Article | None:
        """Return the article ``ref``, ``None`` if it is not held here."""
        return next((article for article in self.articles if article.ref == ref), None)

    def in_force(self, on: date) -> bool:
        """Return whether it is in force on a day, as far as its days are known."""
        begun = self.in_force_from is None or self.in_force_from <= on
        return begun and (self.in_force_until is None or on <= self.in_force_until)


@dataclass(frozen=True, slots=True)
class DatedValue:
    """A parameter's value from a day on.

    Attributes:
        start: first day.
        value: a number, a word, or a tuple of them; ``None`` where it is a table.
        rows: the rows of a table.
        unit_symbol: unit of the number.
        basis: the citation it rests on, ``budget_law#52.3``.
    """

    start: date
    value: Scalar | tuple[Scalar, ...] | None
    rows: tuple[Row, ...]
    unit_symbol: str
    basis: str
    note: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """A limit or a setting, with its dated values, earliest first."""

    id: str
    name: str
    english: str
    values: tuple[DatedValue, ...]

    def on(self, day: date) -> DatedValue | None:
        """Return what holds on ``day``, ``None`` before the first value."""
        return next((held for held in reversed(self.values) if held.start <= day), None)


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the field.

    Attributes:
        id: English word for use in data; empty for words that nothing refers to.
        zh, en: the official word and its English pair.
        variants: other words that mean it and are right, or nearly.
        misspelt: frequent slips of the pen; never parts of a right word.
        group: the glossary file it stands in.
    """

    id: str
    zh: str
    en: str
    variants: tuple[str, ...]
    misspelt: tuple[str, ...]
    group: str


@dataclass(frozen=True, slots=True)
class Region:
    """An administrative region.

    Attributes:
        code: six digits (GB/T 2260); with ``.0`` the body's own level (本级), which has none.
        level: ``province``, ``city``, ``county`` or ``own``.
        parent: code of the region above, empty at the top.
    """

    code: str
    name: str
    english: str
    level: str
    parent: str
    aliases: tuple[str, ...]
