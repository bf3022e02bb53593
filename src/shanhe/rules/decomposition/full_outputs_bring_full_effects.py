"""年度完成全部产出任务的区域，年度效益目标与产出相称.

A region that is to finish all of its outputs within the year, but only part of an effect, has an
annual effect target that was not derived from its own work. Effects may lag behind works (plants
have to grow), so this asks for an explanation and is no error. An effect without a target for the
year is not judged.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Direction, Indicator
from shanhe.measures.computed import percent
from shanhe.measures.goal_table import accumulates, share_of
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import RegionalTarget
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import Both, amount, indicator_name, listed, result


@dataclass(frozen=True, slots=True)
class _Pair:
    """A region's target of one indicator for a year, and for the term."""

    indicator: Indicator
    year: RegionalTarget
    term: RegionalTarget

    @property
    def is_all(self) -> bool:
        share = share_of(self.year.quantity, self.term.quantity)
        return share is not None and share >= 1

    @property
    def is_partial_effect(self) -> bool:
        share = share_of(self.year.quantity, self.term.quantity)
        effect = self.indicator.level1 == "效益指标"
        good = self.indicator.direction is Direction.HIGHER
        return effect and good and share is not None and share < 1


@rule(
    id="TARGET-107",
    severity=WARN,
    basis=["practice#G-17", "practice#I-R4"],
    zh="{region}{period}安排完成实施期全部产出任务（{outputs}），但{effect}年度目标仅为 {year}，是其实施期目标 {term} 的 {share}，产出与效益不相称",
    en="{region}, {period}: all outputs of the term are due ({outputs}), but of {effect} only {year}, {share} of the {term} for the term",
)
def full_outputs_bring_full_effects(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each effect that lags behind a region's complete outputs."""
    years = [part for part in dossier.regional_targets if not part.period.is_term]
    for version, period, region in dict.fromkeys((y.version, y.period, y.region) for y in years):
        own = [y for y in years if (y.version, y.period, y.region) == (version, period, region)]
        pairs = [pair for year in own for pair in _pairs(dossier, catalogue, year)]
        outputs = [pair for pair in pairs if _is_output(pair.indicator)]
        if outputs and all(pair.is_all for pair in outputs):
            for pair in pairs:
                if pair.is_partial_effect:
                    yield from _hit(catalogue, pair, outputs)


def _is_output(indicator: Indicator) -> bool:
    good = indicator.level1 == "产出指标" and indicator.direction is Direction.HIGHER
    return good and accumulates(indicator)


def _pairs(dossier: Dossier, catalogue: Catalogue, year: RegionalTarget) -> Iterator[_Pair]:
    if catalogue.has_indicator(year.indicator):
        for term in dossier.regional_targets:
            same = (term.version, term.region, term.indicator)
            if term.period.is_term and same == (year.version, year.region, year.indicator):
                yield _Pair(catalogue.indicator(year.indicator), year, term)


def _hit(catalogue: Catalogue, effect: _Pair, outputs: list[_Pair]) -> Iterator[Hit]:
    year, term = effect.year.quantity, effect.term.quantity
    if year is None or term is None:
        return
    share = percent(year, term)
    named = [(indicator_name(catalogue, p.indicator.id), p.year.quantity) for p in outputs]
    words = {
        "region": effect.year.region,
        "period": effect.year.period,
        "outputs": listed(
            Both(f"{name.zh} {amount(done)}", f"{name.en} {amount(done)}")
            for name, done in named
            if done is not None
        ),
        "effect": indicator_name(catalogue, effect.indicator.id),
        "year": amount(year),
        "term": amount(term),
        "share": result(share, 2),
    }
    at = [
        record.operand("amount") for pair in (effect, *outputs) for record in (pair.year, pair.term)
    ]
    yield Hit(tuple(at), words, recomputed=share.equation)
