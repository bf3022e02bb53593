"""The split of targets over regions, row by row, with what does not add up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shanhe.app.figures import bare_text
from shanhe.app.office.books import catalogue_of
from shanhe.catalogue.model import Dimension, Indicator
from shanhe.measures.goal_table import printed_name
from shanhe.measures.split import Kind, Split, judge
from shanhe.records.dossier import Dossier
from shanhe.records.targets import RegionalTarget, Target
from shanhe.values.outcome import Outcome
from shanhe.values.period import Period
from shanhe.values.quantity import rounded


@dataclass(frozen=True, slots=True)
class SplitRow:
    """One indicator over its regions.

    Attributes:
        parts: in the order of the regions; empty where a region has none.
        total, over: printed; empty where the parts do not add up to anything.
        kind: ``added``, ``mean`` or ``other``. outcome: as judged.
    """

    name: str
    unit: str
    whole: str
    parts: tuple[str, ...]
    total: str
    over: str
    kind: Kind
    outcome: Outcome
    reason: str

    @property
    def is_off(self) -> bool:
        """Whether it does not come to the whole."""
        return self.outcome is Outcome.FAILS


@dataclass(frozen=True, slots=True)
class SplitTable:
    """The split of one version and period over the regions; ``own``: the reader's region."""

    version: str
    period: str
    regions: tuple[str, ...]
    rows: tuple[SplitRow, ...]
    own: str

    @property
    def off(self) -> int:
        """How many indicators do not come to the whole."""
        return sum(row.is_off for row in self.rows)


def known(key: str) -> Indicator | None:
    """Return an indicator of the catalogue; ``None`` for one of the programme's own."""
    return catalogue_of().indicator(key) if catalogue_of().has_indicator(key) else None


def split_tables(dossier: Dossier, own: str) -> Iterator[SplitTable]:
    """Yield the splits of each version and period; ``own`` is the reader's region."""
    groups: dict[tuple[str, Period], list[tuple[str, tuple[RegionalTarget, ...]]]] = {}
    for version, period, indicator, parts in dossier.splits():
        groups.setdefault((version, period), []).append((indicator, parts))
    for (version, period), each in groups.items():
        named = {part.region for _, parts in each for part in parts}
        regions = tuple(dict.fromkeys([*dossier.regions, *sorted(named)]))
        rows = (
            _split_row(dossier, dossier.target(version, period, key), parts, regions)
            for key, parts in each
        )
        yield SplitTable(version, str(period), regions, tuple(rows), own)


def _split_row(
    dossier: Dossier,
    whole: Target | None,
    parts: tuple[RegionalTarget, ...],
    regions: Sequence[str],
) -> SplitRow:
    indicator = known(parts[0].indicator)
    by_region = {part.region: part for part in parts}
    missing = [name for name in dossier.regions if name not in by_region]
    judged = judge(whole, parts, indicator, missing)
    shown = whole.unit if whole is not None and whole.unit else parts[0].unit
    unit = shown.symbol if shown else ""
    return SplitRow(
        indicator.name if indicator else printed_name(parts[0]),
        unit,
        bare_text(whole) if whole is not None else "",
        tuple(_part(by_region.get(region), unit) for region in regions),
        judged.total.printed(judged.places) if judged.total else "",
        _over(judged),
        judged.kind,
        judged.outcome,
        _reason(indicator),
    )


def _over(judged: Split) -> str:
    if judged.over is None or judged.total is None:
        return ""
    return f"{rounded(judged.over, judged.places):+f}{judged.total.unit.symbol}"


def _part(part: RegionalTarget | None, unit: str) -> str:
    if part is None:
        return ""
    own = part.unit.symbol if part.unit else ""
    return bare_text(part) if own == unit or part.amount is None else f"{bare_text(part)}{own}"


def _reason(indicator: Indicator | None) -> str:
    across = indicator.adds_up(Dimension.REGION) if indicator else None
    return across.reason if across else ""
