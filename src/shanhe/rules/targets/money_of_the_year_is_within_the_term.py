"""年度资金不超过实施期资金.

For the investment as a whole and for each source, within one version. Several years are added.
"""

from collections.abc import Iterator
from decimal import Decimal

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import add, money
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import TargetVersion
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, amount, difference, places_of, result

KEYS = {
    "total": Both("投资总额", "investment"),
    "central": Both("中央财政资金", "central money"),
    "local": Both("地方资金", "local money"),
    "social": Both("社会资本", "private money"),
}


@rule(
    id="TARGET-122",
    severity=ERROR,
    basis=["arithmetic#part_of_whole"],
    zh="{version}的绩效目标中{kind}：年度安排 {years}，超过实施期 {term}，超出 {over}",
    en="version {version}, {kind}: {years} for the years, more than {term} for the term, by {over}",
)
def money_of_the_year_is_within_the_term(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each source of money whose years come to more than the term."""
    del catalogue
    for term in dossier.versions:
        if term.period.is_term:
            years = [v for v in dossier.versions if v.version == term.version and v is not term]
            for key in KEYS:
                yield from _judge(term, [v for v in years if not v.period.is_term], key)


def _judge(term: TargetVersion, years: list[TargetVersion], key: str) -> Iterator[Hit]:
    whole: Decimal | None = getattr(term, key)
    stated = [year for year in years if getattr(year, key) is not None]
    if whole is None or not stated:
        return
    parts = [money(getattr(year, key)) for year in stated]
    total, limit = add(parts), money(whole)
    if total.value > limit.value:
        places = places_of([limit, *parts])
        words = {
            "version": term.version,
            "kind": KEYS[key],
            "years": result(total, places),
            "term": amount(limit),
            "over": difference(total, limit, places),
        }
        at = tuple(head.operand(key, "万元") for head in (term, *stated))
        yield Hit(at, words, recomputed=total.equation)
