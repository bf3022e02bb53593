"""总体目标和完成情况中的数字与指标值、完成值一致.

A number in the goal or the result belongs to an indicator where its clause names one and the unit
fits. A number in the goal should be a target of the year, the adjusted one where the form quotes that, one in the result an actual or a target.
Clauses that name no indicator of the year are passed over, and so are numbers of a paper that are
facts of their own, which SAME-901 looks at.
"""

from collections.abc import Iterator, Mapping

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.names import plain_name
from shanhe.measures.attainment import adjusted_for, known_indicator
from shanhe.measures.mentioned import Mention, mentions
from shanhe.measures.told import is_told
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.source import Operand
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, indicator_name, listed
from shanhe.values.quantity import Quantity

_TOLD = {
    "goal": Both("总体目标", "overall goal"),
    "result": Both("全年实际完成情况", "overall result"),
}


@rule(
    id="FORM-705",
    severity=ERROR,
    basis=["form#goal", "practice#E-59", "arithmetic#same"],
    zh="{told}中{indicator}写为 {stated}，与填报的 {known} 不一致",
    en="the {told} gives {stated} for {indicator}, where {known} is stated",
)
def words_repeat_the_numbers(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each number in goal or result that its indicator does not have."""
    overview = dossier.overview
    if overview is None:
        return
    for key, told in _TOLD.items():
        for mention in mentions(getattr(overview, key)):
            indicator = _indicator(dossier, catalogue, mention)
            if not indicator or is_told(dossier, indicator, mention.quantity.amount):
                continue
            known = list(_known(dossier, indicator, with_actuals=key == "result"))
            words = {"told": told, "indicator": indicator_name(catalogue, indicator)}
            yield from _judge(overview.operand(key), words, mention.quantity, known)


def _judge(
    text: Operand,
    words: Mapping[str, object],
    stated: Quantity,
    known: list[tuple[Quantity, Operand]],
) -> Iterator[Hit]:
    fitting = [(value, at) for value, at in known if value.unit.like(stated.unit)]
    if fitting and all(value.value_in(stated.unit) != stated.value for value, _ in fitting):
        shown = listed(dict.fromkeys(str(value) for value, _ in fitting))
        at = (text, *(operand for _, operand in fitting))
        yield Hit(at, {**words, "stated": str(stated), "known": shown})


def _indicator(dossier: Dossier, catalogue: Catalogue, mention: Mention) -> str:
    """Return the indicator of the year with the longest name in the clause."""
    clause = plain_name(mention.clause)
    found = [
        (len(word), target.indicator)
        for target in dossier.targets_of(dossier.issued, dossier.year)
        for word in map(plain_name, _names(catalogue, target.indicator, target.name))
        if word and word in clause
    ]
    return max(found, default=(0, ""))[1]


def _names(catalogue: Catalogue, indicator: str, printed: str) -> tuple[str, ...]:
    known = known_indicator(catalogue, indicator)
    return (printed, known.name, *known.aliases) if known is not None else (printed,)


def _known(
    dossier: Dossier, indicator: str, *, with_actuals: bool
) -> Iterator[tuple[Quantity, Operand]]:
    target = dossier.annual_target(indicator)
    stated = dossier.stated_actuals(indicator)
    changed = next(filter(None, (adjusted_for(dossier, one) for one in stated)), None)
    for one in (changed or target, *(stated if with_actuals else ())):
        if one is not None and one.quantity is not None:
            yield one.quantity, one.operand("amount")
