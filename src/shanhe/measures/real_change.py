"""Which indicators really changed between two versions, whatever a change table says."""

from collections.abc import Iterator

from shanhe.measures.change import Change, changes
from shanhe.measures.goal_table import GoalTable
from shanhe.measures.once import once_each
from shanhe.measures.stated import agree
from shanhe.records.dossier import Dossier
from shanhe.records.targets import Target
from shanhe.values.period import TERM


@once_each
def real_changes(dossier: Dossier, old_version: str, new_version: str) -> Iterator[Change]:
    """Yield each indicator of the term that is new, dropped, or has another value.

    The same number at another precision is no change. An indicator that the new version does not
    list is dropped only if that version is a whole goal table; a list of changes drops nothing.
    """
    head = dossier.version(new_version, TERM)
    is_whole = GoalTable(new_version, TERM, head, ()).is_whole
    for change in changes(dossier, old_version, new_version):
        if change.new is None or change.old is None:
            if change.new is not None or is_whole:
                yield change
        elif _differ(change.old, change.new):
            yield change


def _differ(old: Target, new: Target) -> bool:
    before, after = old.quantity, new.quantity
    if before is not None and after is not None:
        return not agree(before, after)
    return (old.amount, old.words) != (new.amount, new.words)
