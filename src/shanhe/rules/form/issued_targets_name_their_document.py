"""下达的绩效目标注明依据文件.

Targets in force come from a document; without it their values cannot be traced.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import NOTE, Only, rule
from shanhe.rules.words import Both, listed
from shanhe.values.outcome import Outcome


@rule(
    id="FORM-714",
    severity=NOTE,
    basis=["practice#G-01", "practice#E-40"],
    zh="{version}的{periods}绩效目标没有注明依据文件",
    en="targets of version {version} ({periods}) name no document",
    asks=Only.DATA,
)
def issued_targets_name_their_document(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once if goal tables in force name no document."""
    del catalogue
    heads = [head for head in dossier.versions if head.version == dossier.issued]
    if not heads:
        lacks = Both("目标版本", "the versions of the targets")
        yield Hit((dossier.programme.operand("name"),), {"lacks": lacks}, Outcome.UNDECIDED)
        return
    bare = [head for head in heads if not head.document.strip()]
    if bare:
        words = {"version": dossier.issued, "periods": listed(head.period for head in bare)}
        yield Hit(tuple(head.operand("document") for head in bare), words)
