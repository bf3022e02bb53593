"""停工的子项目写明停工原因.

Whether the reason agrees with what the report says elsewhere is for people to compare.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import listed


@rule(
    id="TIME-306",
    severity=WARN,
    basis=["practice#R-06"],
    zh="{count} 个子项目停工，没有写明原因：{names}",
    en="{count} subprojects stand still without a reason: {names}",
)
def halted_subprojects_have_a_reason(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield the halted subprojects without a reason, once."""
    del catalogue
    silent = [
        subproject
        for subproject in dossier.subprojects
        if subproject.state == "停工" and not subproject.halt_reason
    ]
    if silent:
        at = tuple(one.operand(key) for one in silent for key in ("state", "halt_reason"))
        words = {
            "count": sum(one.count for one in silent),
            "names": listed(one.name for one in silent),
        }
        yield Hit(at, words)
