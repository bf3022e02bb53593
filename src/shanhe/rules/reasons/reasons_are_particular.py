"""各指标的原因各有针对，不雷同.

Counted indicator by indicator over the rows printed in the form: where one text serves more than
the allowed share of them, and more than one, it explains none. Two indicators alone may well have one
cause. Marks and blanks do not make texts differ.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.names import plain_name
from shanhe.measures.year_end import year_end
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.narrative import Explanation
from shanhe.rules.declare import WARN, rule

_FEW = 2


@rule(
    id="REASON-502",
    severity=WARN,
    basis=["practice#S-02", "practice#E-14"],
    zh="自评表 {total} 项指标的未完成原因中，{same} 项同为“{text}”，没有针对性",
    en="of {total} indicators explained in the form, {same} have the same reason: {text}",
)
def reasons_are_particular(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once if one reason serves most of the indicators."""
    law, day = catalogue.law, year_end(dossier)
    groups: dict[str, list[Explanation]] = {}
    for row in dossier.explanations:
        if row.reason.strip() and row.indicator_ids and row.in_form is not False:
            groups.setdefault(plain_name(row.reason), []).append(row)
    total = sum(map(_weight, groups.values()))
    most = max(groups.values(), key=_weight, default=[])
    same = _weight(most)
    if total > _FEW and same > 1 and same > total * law.number("boilerplate_share", day):
        words = {"total": total, "same": same, "text": most[0].reason.strip("。 ")}
        at = tuple(row.operand("reason") for row in most)
        yield Hit(at, words, recomputed=f"{same} ÷ {total}")


def _weight(rows: list[Explanation]) -> int:
    """Return how many indicators the rows speak of."""
    return len({name for row in rows for name in row.indicator_ids})
