"""Cells of a table with what a relation makes of them, and which of them break it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shanhe.measures.computed import Computed
from shanhe.measures.printed_tables import PrintedRow
from shanhe.records.source import Operand
from shanhe.values.outcome import judge_equal
from shanhe.values.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Tried:
    """A cell with what a relation makes of it; ``due`` is ``None`` where it says nothing."""

    row: PrintedRow
    column: int
    stated: Quantity
    due: Computed
    at: tuple[Operand, ...]
    telling: bool

    @property
    def holds(self) -> bool:
        """Whether the cell is what is due."""
        return judge_equal(self.stated, self.due.interval, self.due.value).is_kept


def exceptions(tried: Sequence[Tried], least: int) -> Iterator[Tried]:
    """Yield what breaks a relation that enough of the others keep."""
    kept = sum(one.holds for one in tried if one.telling)
    broken = [one for one in tried if not one.holds]
    whole = kept and len(tried) - len(broken) > least
    if (kept >= least or whole) and len(tried) - len(broken) >= len(broken):
        yield from broken
