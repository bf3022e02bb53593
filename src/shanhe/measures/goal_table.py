"""Goal tables: the targets of one version for one period, with the head of the table."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Dimension, Indicator, Way
from shanhe.measures.computed import money
from shanhe.measures.once import once
from shanhe.records.dossier import Dossier
from shanhe.records.source import Operand
from shanhe.records.targets import Adjustment, RegionalTarget, Target, TargetVersion
from shanhe.values.period import Period
from shanhe.values.quantity import Quantity, Sign

TablePlace = tuple[str, str, int]
"""File, part and number of a table."""


@dataclass(frozen=True, slots=True)
class GoalTable:
    """One goal table as it stands.

    Attributes:
        head: version's money and goal in words; ``None`` where only rows are handed in.
        rows: its targets, in order.
    """

    version: str
    period: Period
    head: TargetVersion | None
    rows: tuple[Target, ...]

    def target(self, indicator: str) -> Target | None:
        """Return the first row of an indicator."""
        return next((row for row in self.rows if row.indicator == indicator), None)

    def quantity(self, indicator: str) -> Quantity | None:
        """Return the target of an indicator as a quantity; ``None`` without number or unit."""
        row = self.target(indicator)
        return row.quantity if row else None

    @property
    def investment(self) -> Quantity | None:
        """The investment in the head, in 万元."""
        return money(self.head.total) if self.head and self.head.total is not None else None

    @property
    def is_whole(self) -> bool:
        """Whether it is a goal table with its head, not columns copied from a change table."""
        return self.head is not None and bool(self.head.goal or self.head.total is not None)


def goal_tables(dossier: Dossier) -> Iterator[GoalTable]:
    """Yield every goal table, in the order in which the papers hand them in."""
    keys = [(head.version, head.period) for head in dossier.versions]
    keys += [(target.version, target.period) for target in dossier.targets]
    for version, period in dict.fromkeys(keys):
        rows = dossier.targets_of(version, period)
        yield GoalTable(version, period, dossier.version(version, period), rows)


@once
def bare_change_tables(dossier: Dossier) -> frozenset[TablePlace]:
    """Return the change tables that print no sign at all, and so say nothing of those of the targets.

    Example:
        ``谷坊数量 | 座 | 56 | 64 | +8`` beside a form with ≥64座.
    """
    tables = {place_of(row.operand("new")) for row in dossier.adjustments}
    signed = {
        place_of(row.operand("amount")) for row in dossier.targets if row.sign is not Sign.NONE
    }
    return frozenset(tables - signed)


@once
def bare_result_tables(dossier: Dossier) -> frozenset[TablePlace]:
    """Return the tables of a report's own text whose targets are bare numbers throughout, as columns of numbers are.

    Example:
        ``新增耕地面积（亩） | 1,260 | 1,260 | 100.00%`` under 目标, 完成 and 完成率.
    """
    quoted = [one for one in dossier.actuals if one.quoted_amount is not None and not one.in_form]
    rows = Counter(place_of(one.operand("quoted_amount")) for one in quoted)
    signed = {
        place_of(one.operand("quoted_amount")) for one in quoted if one.quoted_sign is not Sign.NONE
    }
    return frozenset(place for place, n in rows.items() if place[2] and n > 1) - signed


def place_of(one: Operand) -> TablePlace:
    """Return the table that a number stands in."""
    return one.where.file, one.where.part, one.where.table


def known_rows(table: GoalTable, catalogue: Catalogue) -> Iterator[tuple[Target, Indicator]]:
    """Yield the rows whose indicator is in the catalogue, with it."""
    for row in table.rows:
        if catalogue.has_indicator(row.indicator):
            yield row, catalogue.indicator(row.indicator)


def printed_name(record: Target | RegionalTarget | Adjustment) -> str:
    """Return the name that a row prints, for indicators outside the catalogue."""
    own = "" if isinstance(record, RegionalTarget) else record.name
    return own or record.source.cell("indicator").text or record.indicator


def accumulates(indicator: Indicator) -> bool:
    """Return whether the values of years add up to that of the term.

    Example:
        Areas and counts do; a rate, or a state such as years of after-care, does not.
    """
    over = indicator.adds_up(Dimension.YEAR)
    return over is not None and over.way in {Way.SUM, Way.SUMD}


def share_of(part: Quantity | None, whole: Quantity | None) -> Fraction | None:
    """Return what fraction of ``whole`` a ``part`` is; ``None`` where that is no number."""
    if part is None or whole is None or not part.unit.like(whole.unit) or whole.value == 0:
        return None
    return part.value_in(whole.unit) / whole.value
