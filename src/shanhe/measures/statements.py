"""Everything that the self-evaluation says in sentences, with its places."""

from collections.abc import Iterator

from shanhe.records.dossier import Dossier
from shanhe.records.source import Operand, Record

_EXPLANATION = ("heading", "reason", "measure")
_MANAGEMENT = ("situation", "form_situation", "problem")
_OVERVIEW = ("goal", "result", "progress", "change_summary", "result_use", "remarks")


def statements(dossier: Dossier) -> Iterator[Operand]:
    """Yield every text that is not blank: reasons, measures, management, summary."""
    groups: list[tuple[Record, tuple[str, ...]]] = []
    groups += [(one, _EXPLANATION) for one in dossier.explanations]
    groups += [(one, _MANAGEMENT) for one in dossier.management]
    groups += [(dossier.overview, _OVERVIEW)] if dossier.overview else []
    for record, keys in groups:
        for key in keys:
            if getattr(record, key):
                yield record.operand(key)
