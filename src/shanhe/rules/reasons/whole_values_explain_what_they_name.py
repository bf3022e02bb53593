"""以“年度目标按全项目设定”为由的，未完成指标的年度目标应等于实施期目标.

The reason holds only for indicators whose target of the year equals that of the term. Where none of
those that were missed is of this kind, it explains nothing.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.completion import completion
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import Target
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import indicator_name, listed
from shanhe.values.regex import regex

_WHOLE = regex(
    r"年度[^，；。]{0,12}(?:目标|指标)[^，；。]{0,8}(?:按|设定为|为)(?:了)?(?:全项目|整个项目|整体|全周期|项目总体)[^，；。]{0,10}"
)


@rule(
    id="REASON-512",
    severity=WARN,
    basis=["practice#S-02", "practice#R-06"],
    zh="原因说明称“{claim}”，但未完成的 {count} 项指标年度目标均小于实施期目标，该原因不能解释未完成：{indicators}",
    en="a reason says “{claim}”, but each of the {count} targets missed is below that of the term: {indicators}",
)
def whole_values_explain_what_they_name(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each such reason where no missed target is a whole-project value."""
    missed = list(_missed(dossier, catalogue))
    pairs = [(year, dossier.term_target(year.indicator)) for year in missed]
    both = [(year, term) for year, term in pairs if term is not None]
    if not both or any(year.quantity == term.quantity for year, term in both):
        return
    for told in dossier.explanations:
        claim = _WHOLE.search(told.reason)
        if claim:
            names = listed(indicator_name(catalogue, year.indicator) for year, _ in both)
            at = [operand.operand("amount") for pair in both for operand in pair]
            words = {"claim": claim[0], "count": len(both), "indicators": names}
            yield Hit((told.operand("reason"), *at), words)


def _missed(dossier: Dossier, catalogue: Catalogue) -> Iterator[Target]:
    for target in dossier.targets_of(dossier.issued, dossier.year):
        known = catalogue.has_indicator(target.indicator)
        indicator = catalogue.indicator(target.indicator) if known else None
        done = completion(target, dossier.actual(target.indicator), indicator)
        if done.met is False:
            yield target
