"""Which indicators really changed between two versions, whatever a change table says."""

from collections.abc import Iterator

from shanhe.measures.change import Change, changes
from shanhe.measures.goal_table import GoalTable
from shanhe.measures.once import once_each
from shanhe.measures.stated import agree
from shanhe.records.dossier import Dossier
from shanhe.records.targets import Adjustment, Target
from shanhe.values.period import TERM


@once_each
def real_changes(dossier: Dossier, old_version: str, new_version: str) -> Iterator[Change]:
    """Yield each indicator of the term that is new, dropped, or has another value.

    The same number at another precision is no change. An indicator that the new version does not
    list is dropped only if that version is a whole goal table; a list of changes drops nothing. Nor is
    an indicator new of which only a list of changes could tell the old value.
    """
    head = dossier.version(new_version, TERM)
    is_whole = GoalTable(new_version, TERM, head, ()).is_whole
    only_changes = _holds_only_changes(dossier, old_version)
    for change in changes(dossier, old_version, new_version):
        if change.new is None:
            if is_whole:
                yield change
        elif change.old is None:
            if not only_changes:
                yield change
        elif _differ(change.old, change.new):
            yield change


def _holds_only_changes(dossier: Dossier, version: str) -> bool:
    """Return whether all that is known of the old version, or the issued one, stands in the change table."""
    listed = {_place(row, "old") for row in dossier.adjustments}
    names = dict.fromkeys((version, dossier.issued))
    rows = [target for name in names for target in dossier.targets_of(name, TERM)]
    return bool(rows) and all(_place(target, "amount") in listed for target in rows)


def _place(record: Target | Adjustment, key: str) -> tuple[str, int, int, str]:
    where = record.operand(key).where
    return where.part, where.table, where.row, where.column


def _differ(old: Target, new: Target) -> bool:
    before, after = old.quantity, new.quantity
    if before is not None and after is not None:
        return not agree(before, after)
    return (old.amount, old.words) != (new.amount, new.words)
