"""Each target of the year beside its actual, and how far it was reached."""

from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Dimension, Indicator, Way
from shanhe.measures.completion import Completion, completion
from shanhe.measures.once import once
from shanhe.measures.stated import agree
from shanhe.records.dossier import Dossier
from shanhe.records.progress import Actual
from shanhe.records.source import Operand
from shanhe.records.targets import RegionalTarget, Target

ADJUSTED = "调整"
"""Version of targets that were adjusted within the year, by a change table."""


@dataclass(frozen=True, slots=True)
class Attainment:
    """One target of the year in force, with what was reached.

    Attributes:
        actual: the statement to calculate with; ``None`` where nothing is stated.
        indicator: ``None`` for one of the programme's own.
    """

    target: Target
    actual: Actual | None
    indicator: Indicator | None
    completion: Completion

    @property
    def operands(self) -> tuple[Operand, ...]:
        """Actual, if any, and target, with their places."""
        stated = (self.actual.operand("amount"),) if self.actual is not None else ()
        return (*stated, self.target.operand("amount"))


def known_indicator(catalogue: Catalogue, indicator: str) -> Indicator | None:
    """Return the indicator, ``None`` where the catalogue does not hold it."""
    return catalogue.indicator(indicator) if catalogue.has_indicator(indicator) else None


def accumulates(catalogue: Catalogue, indicator: str) -> bool:
    """Return whether values of an indicator add up from year to year, so that none can fall.

    Example:
        Areas and counts do; a rate, or a state such as years of after-care, does not.
    """
    known = known_indicator(catalogue, indicator)
    across = known.adds_up(Dimension.YEAR) if known is not None else None
    return across is not None and across.way in {Way.SUM, Way.SUMD}


@once
def attainments(dossier: Dossier, catalogue: Catalogue) -> tuple[Attainment, ...]:
    """Return all targets of the year in force with what was reached, in the table's order."""
    return tuple(
        _attainment(dossier, catalogue, target)
        for target in dossier.targets_of(dossier.issued, dossier.year)
    )


def attainment(dossier: Dossier, catalogue: Catalogue, indicator: str) -> Attainment | None:
    """Return what was reached of one target of the year, ``None`` where it has none."""
    target = dossier.annual_target(indicator)
    return None if target is None else _attainment(dossier, catalogue, target)


def _attainment(dossier: Dossier, catalogue: Catalogue, target: Target) -> Attainment:
    actual = dossier.actual(target.indicator)
    adjusted = adjusted_for(dossier, actual) if actual is not None else None
    target = adjusted or target
    indicator = known_indicator(catalogue, target.indicator)
    return Attainment(target, actual, indicator, completion(target, actual, indicator))


def target_for(dossier: Dossier, actual: Actual) -> Target | RegionalTarget | None:
    """Return the target in force that a statement is held against, of its region and period."""
    if not actual.region:
        issued = dossier.target(dossier.issued, actual.period, actual.indicator)
        return adjusted_for(dossier, actual) or issued
    wanted = (dossier.issued, actual.period, actual.region, actual.indicator)
    for part in dossier.regional_targets:
        if (part.version, part.period, part.region, part.indicator) == wanted:
            return part
    return None


def adjusted_for(dossier: Dossier, actual: Actual) -> Target | None:
    """Return the adjusted target of the year, where the statement quotes that one."""
    changed = dossier.target(ADJUSTED, actual.period, actual.indicator)
    if changed is None or changed.quantity is None or actual.quoted is None:
        return None
    return changed if agree(actual.quoted, changed.quantity) else None


def actuals_of_year(dossier: Dossier) -> tuple[Actual, ...]:
    """Return every statement on the year that is evaluated, in the order of the rows."""
    return tuple(actual for actual in dossier.actuals if actual.period == dossier.year)


def rates_over(dossier: Dossier, catalogue: Catalogue, **operands: str) -> Iterator[Actual]:
    """Yield the year's actual of each indicator with these operands.

    Example:
        ``rates_over(dossier, catalogue, numerator="finished_on_time")`` is 项目按时完工率.
    """
    for name in dict.fromkeys(actual.indicator for actual in actuals_of_year(dossier)):
        indicator, actual = known_indicator(catalogue, name), dossier.actual(name)
        if indicator is None or actual is None:
            continue
        if all(getattr(indicator, key) == operand for key, operand in operands.items()):
            yield actual
