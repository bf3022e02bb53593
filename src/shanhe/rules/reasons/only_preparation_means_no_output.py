"""称只完成前期工作的，不应有工程量完成值.

A reason that speaks of preparation alone (审批, 设计, 招标) and an output above zero cannot both be
the whole truth: the reason leaves out what was built, or the output is not this year's.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.progress import Actual
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import amount, indicator_name
from shanhe.values.regex import regex

_ONLY = regex(
    r"(?:仅|只)(?:完成|开展|进行)了?[^，；。]{0,8}(?:前期|审批|准备|设计|招标)[^，；。]{0,8}(?:工作|手续|阶段)"
)


@rule(
    id="REASON-511",
    severity=WARN,
    basis=["practice#S-04", "practice#E-62"],
    zh="原因说明称“{claim}”，而{indicator}填报完成 {done}，说法不一致",
    en="a reason says “{claim}”, yet {indicator} is stated as {done}",
)
def only_preparation_means_no_output(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each reason that denies the outputs stated elsewhere."""
    built = _built(dossier, catalogue)
    if built is None or built.quantity is None:
        return
    for told in dossier.explanations:
        claim = _ONLY.search(told.reason)
        if claim:
            words = {
                "claim": claim[0],
                "indicator": indicator_name(catalogue, built.indicator),
                "done": amount(built.quantity),
            }
            yield Hit((told.operand("reason"), built.operand("amount")), words)


def _built(dossier: Dossier, catalogue: Catalogue) -> Actual | None:
    """Return the first output above zero of the year."""
    for actual in dossier.actuals:
        known = catalogue.has_indicator(actual.indicator)
        output = known and catalogue.indicator(actual.indicator).level2 == "数量指标"
        if output and not actual.region and actual.amount is not None and actual.amount > 0:
            return actual
    return None
