"""受保护的指标在各版本之间不减少.

Which indicators are protected (area, mines, hazards) the catalogue says. Each version is held
against the last one before it that lists the indicator for the same period.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import subtract
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import Target
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, amount, indicator_name, places_of
from shanhe.values.outcome import Outcome
from shanhe.values.quantity import rounded


@rule(
    id="CHANGE-610",
    severity=ERROR,
    basis=["practice#C-04"],
    zh="{indicator}为不得减少的指标：{new}的{period}目标 {after}，比{old}的目标 {before} 减少 {fall}",
    en="{indicator} may not fall: {after} in {new}, {period}, {fall} less than the {before} of {old}",
)
def protected_targets_do_not_fall(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each protected target that is lower than in the version before."""
    before: dict[tuple[str, str], Target] = {}
    for new in dossier.targets:
        if catalogue.has_indicator(new.indicator) and catalogue.indicator(new.indicator).protected:
            old = before.get((new.indicator, new.period.key))
            if old is not None and old.version != new.version:
                yield from _judge(catalogue, old, new)
            before[new.indicator, new.period.key] = new


def _judge(catalogue: Catalogue, old: Target, new: Target) -> Iterator[Hit]:
    at = (old.operand("amount"), new.operand("amount"))
    name = indicator_name(catalogue, new.indicator)
    before, after = old.quantity, new.quantity
    if before is None or after is None:
        zh = f"{name.zh}在{old.version}或{new.version}的目标表中的数值、单位"
        lacks = Both(zh, f"a value or unit of {name.en} in {old.version} or {new.version}")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
    elif before.unit.like(after.unit):
        delta = subtract(after, before)
        if delta.value < 0 and not after.interval.meets(before.interval_in(after.unit)):
            words = {
                "indicator": name,
                "new": new.version,
                "period": new.period,
                "after": amount(after),
                "old": old.version,
                "before": amount(before),
                "fall": f"{rounded(-delta.value, places_of([before, after])):f} {after.unit.symbol}",
            }
            yield Hit(at, words, recomputed=delta.equation)
