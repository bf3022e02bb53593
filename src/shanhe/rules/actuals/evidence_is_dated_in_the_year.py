"""佐证材料的日期在评价年度之内.

Evidence from before the year speaks of other works, evidence from after it of a later state. A
survey or image taken shortly after the year may still serve, which is why this is a warning.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.attainment import actuals_of_year
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import Both, indicator_name, listed


@rule(
    id="ACTUAL-423",
    severity=WARN,
    basis=["practice#A-02", "practice#E-41"],
    zh="{count} 项指标的佐证日期不在{year}之内：{pairs}",
    en="evidence of {count} indicators is not dated in {year}: {pairs}",
    only=Only.DATA,
)
def evidence_is_dated_in_the_year(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once, with every actual whose evidence is of another year."""
    outside = [
        actual
        for actual in actuals_of_year(dossier)
        if actual.evidence_on is not None and actual.evidence_on.year != dossier.programme.year
    ]
    if outside:
        pairs = [
            Both(f"{name.zh}（{actual.evidence_on}）", f"{name.en} ({actual.evidence_on})")
            for actual in outside
            for name in [indicator_name(catalogue, actual.indicator)]
        ]
        words = {"count": len(outside), "year": dossier.year, "pairs": listed(pairs)}
        yield Hit(tuple(actual.operand("evidence_on") for actual in outside), words)
