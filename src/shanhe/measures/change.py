"""The change table and the goal table after the change, computed from two versions."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from shanhe.measures.computed import Computed, percent, subtract
from shanhe.measures.goal_table import place_of
from shanhe.measures.once import once, once_each
from shanhe.measures.stated import agree
from shanhe.records.dossier import Dossier
from shanhe.records.targets import Target
from shanhe.values.interval import Interval
from shanhe.values.period import TERM
from shanhe.values.quantity import Quantity
from shanhe.values.unit import UnlikeUnits, unit


@dataclass(frozen=True)
class Change:
    """One indicator in two versions.

    Attributes:
        old, new: targets; ``None`` where the version does not have the indicator.
        fallback: the old value is the issued one, since the old version does not list it.
        delta: new − old; ``None`` where one of them is missing or their units differ.
    """

    indicator: str
    old: Target | None
    new: Target | None
    fallback: bool
    delta: Computed | None

    @property
    def is_new(self) -> bool:
        """Whether no earlier version has it."""
        return self.old is None and self.new is not None

    @property
    def has_changed(self) -> bool:
        """Whether the value differs, or one side is missing."""
        return self.delta is None or self.delta.value != 0

    @cached_property
    def rate(self) -> Computed | None:
        """Change in percent of the old value; ``None`` where that is no number."""
        old = self.old.quantity if self.old else None
        if self.delta is None or old is None or old.value == 0:
            return None
        new = self.new.quantity if self.new else None
        whole = percent(new or old, old)
        less = Interval.exactly(100)
        steps = f"({self.delta.steps}) ÷ {old.number} × 100%"
        return Computed(whole.value - 100, whole.interval - less, whole.unit, steps)


@once_each
def changes(dossier: Dossier, old_version: str, new_version: str) -> Iterator[Change]:
    """Yield every indicator of the new version, then those that it drops.

    Where the old version does not list an indicator, the issued value stands in and is marked.
    """
    seen: set[str] = set()
    for new in dossier.targets_of(new_version, TERM):
        seen.add(new.indicator)
        old = dossier.target(old_version, TERM, new.indicator)
        issued = dossier.term_target(new.indicator)
        yield _change(
            new.indicator, old or issued, new, fallback=old is None and issued is not None
        )
    for old in dossier.targets_of(old_version, TERM):
        if old.indicator not in seen:
            yield _change(old.indicator, old, None, fallback=False)


def _change(indicator: str, old: Target | None, new: Target | None, *, fallback: bool) -> Change:
    before, after = old.quantity if old else None, new.quantity if new else None
    delta = None
    if before is not None and after is not None:
        try:
            delta = _in_points(subtract(after, before))
        except UnlikeUnits:
            delta = None
    return Change(indicator, old, new, fallback, delta)


def _in_points(delta: Computed) -> Computed:
    """Return a difference of percentages as percentage points, which are another unit."""
    return replace(delta, unit=unit("百分点")) if delta.unit.symbol == "%" else delta


def compared_versions(dossier: Dossier) -> tuple[str, str] | None:
    """Return the versions that a change table compares: the last two that differ in origin.

    The stated change table names them; else the newest version is held against the issued one.
    ``None`` where there is only one version.
    """
    if dossier.adjustments:
        first = dossier.adjustments[0]
        return first.old_version, first.new_version
    names = dict.fromkeys(target.version for target in dossier.targets)
    others = [name for name in names if name != dossier.issued]
    return (dossier.issued, others[-1]) if others else None


@once
def issued_after_change(dossier: Dossier) -> bool:
    """Return whether the goal table that a change starts from holds what it comes to: it was printed as changed since.

    More of the rows that change have their new value there than their old one, and no other goal table has the new values.

    Example:
        A goal table with 1680公顷 and a change table of the same paper with 1660 before and 1680 after.
    """
    old, new = 0, 0
    for row in dossier.adjustments:
        period = row.period or TERM
        target = dossier.target(row.old_version, period, row.indicator)
        changed = dossier.target(row.new_version, period, row.indicator)
        if changed is not None and place_of(changed.operand("amount")) != place_of(
            row.operand("new")
        ):
            return False
        held = target.quantity if target is not None else None
        if held is None or row.old is None or row.new is None or row.old == row.new:
            continue
        own = row.unit or held.unit
        old += agree(Quantity(row.old, own), held) is True
        new += agree(Quantity(row.new, own), held) is True
    return new > old
