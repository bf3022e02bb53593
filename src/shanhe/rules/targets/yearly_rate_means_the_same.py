"""比率类指标的年度目标与实施期目标口径一致.

A rate whose parts are targets themselves (reclaimed area over restored area) can be read in two
ways for a year: of the year's own denominator, then it is near the term's rate; or of the whole
denominator, then it grows with the year's share of it. A target below both readings fits neither.
Rates that only grow from year to year, such as a reduction that is reached in the end, are left
out: the catalogue says of them that the last year counts.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Dimension, Direction, Indicator, Way
from shanhe.measures.computed import Computed, percent
from shanhe.measures.goal_table import share_of
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import Target
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import Both, amount, indicator_name, result
from shanhe.values.outcome import Outcome, judge_bound
from shanhe.values.period import TERM
from shanhe.values.quantity import Sign


@rule(
    id="TARGET-108",
    severity=WARN,
    basis=["practice#G-13", "practice#G-18"],
    zh="{indicator}：{period}目标 {year}，实施期目标 {term}；按当年{denominator}计算应接近 {term}，按占全部{denominator}的份额折算约为 {share}，年度目标与两种口径均不相符，请明确分子、分母",
    en="{indicator}: {year} for {period}, {term} for the term; of the year's {denominator} it would be near {term}, as a share of the whole {denominator} about {share}; the target fits neither",
)
def yearly_rate_means_the_same(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each yearly rate that is too low for either definition."""
    for year in dossier.targets:
        if year.period.is_term or not catalogue.has_indicator(year.indicator):
            continue
        indicator = catalogue.indicator(year.indicator)
        term = dossier.target(year.version, TERM, year.indicator)
        if term is not None and _is_a_state(indicator, catalogue):
            yield from _judge(dossier, catalogue, year, term)


def _is_a_state(indicator: Indicator, catalogue: Catalogue) -> bool:
    over = indicator.adds_up(Dimension.YEAR)
    is_ratio = over is not None and over.way is Way.RATIO
    good = indicator.direction is Direction.HIGHER
    return is_ratio and good and catalogue.has_indicator(indicator.denominator)


def _judge(dossier: Dossier, catalogue: Catalogue, year: Target, term: Target) -> Iterator[Hit]:
    low, high = year.quantity, term.quantity
    share = share_of(low, high)
    if low is None or high is None or share is None or share >= 1:
        return
    below = catalogue.indicator(year.indicator).denominator
    name = indicator_name(catalogue, below)
    base = [dossier.target(year.version, p, below) for p in (year.period, term.period)]
    known = [target for target in base if target is not None]
    at = tuple(target.operand("amount") for target in (year, term, *known))
    fair = _in_proportion(term, base)
    if fair is None:
        lacks = Both(f"{name.zh}的年度目标和实施期目标", f"{name.en} for the year and the term")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
    elif judge_bound(fair.interval, fair.value, low, Sign.AT_MOST) is Outcome.FAILS:
        words = {
            "indicator": indicator_name(catalogue, year.indicator),
            "period": year.period,
            "year": amount(low),
            "term": amount(high),
            "denominator": name,
            "share": result(fair, 2),
        }
        yield Hit(at, words, recomputed=fair.equation)


def _in_proportion(term: Target, base: list[Target | None]) -> Computed | None:
    """Return the term's rate times the year's share of the denominator."""
    part, whole = (target.quantity if target else None for target in base)
    rate = term.quantity
    if rate is None or part is None or whole is None or share_of(part, whole) is None:
        return None
    share = percent(part, whole)
    value = share.value * rate.value / 100
    interval = (share.interval * rate.interval).times(rate.unit.factor)
    return Computed(value, interval, rate.unit, f"{share.steps} × {rate.number}%")
