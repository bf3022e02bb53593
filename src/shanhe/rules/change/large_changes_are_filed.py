"""目标变幅按分级报批，变幅最大的和新增、取消的指标报部备案.

No national table of bands was found, so the bands are a setting. Only what falls in the topmost
band is listed, with the number of changes in each band below it; the finding is no fault, but says
which route a change has to take.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.change import Change, compared_versions
from shanhe.measures.goal_table import printed_name
from shanhe.measures.real_change import real_changes
from shanhe.measures.year_end import year_end
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import NOTE, rule
from shanhe.rules.words import Both, indicator_name, listed
from shanhe.values.quantity import rounded


@dataclass(frozen=True, slots=True)
class _Bands:
    """Upper ends of the bands in percent, lowest first, and the route above the last."""

    limits: tuple[Fraction, ...]
    top: str


@rule(
    id="CHANGE-612",
    severity=NOTE,
    basis=["practice#C-05"],
    zh="{new}的目标较{old}的目标变幅超过 {limit}% 的指标 {large} 项、新增或取消的 {other} 项，按分级应{route}：{indicators}（其余变动：{bands}）",
    en="{new} against {old}: {large} indicators change by more than {limit} % and {other} are new or dropped, which takes the route {route}: {indicators} (other changes: {bands})",
)
def large_changes_are_filed(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once the changes that are large enough for the highest route."""
    versions = compared_versions(dossier)
    if versions is None:
        return
    bands = _bands(catalogue, year_end(dossier))
    found = list(real_changes(dossier, *versions))
    large = [one for one in found if _size(one) > bands.limits[-1]]
    other = [one for one in found if one.old is None or one.new is None]
    if large or other:
        words = {"old": versions[0], "new": versions[1], "limit": bands.limits[-1]}
        words |= {"large": len(large), "other": len(other), "route": bands.top}
        words |= {"indicators": listed(_said(catalogue, one) for one in (*large, *other))}
        words |= {"bands": _counted(found, bands.limits)}
        sides = [side for one in (*large, *other) for side in (one.old, one.new) if side]
        steps = "；".join(one.rate.equation for one in large if one.rate)
        yield Hit(tuple(side.operand("amount") for side in sides), words, recomputed=steps)


def _bands(catalogue: Catalogue, on: date) -> _Bands:
    rows = catalogue.law.table("deviation_bands", on)
    limits = [row["up_to"] for row in rows if "up_to" in row]
    numbers = sorted(Fraction(limit) for limit in limits if isinstance(limit, int | Decimal))
    top = next((str(row["route"]) for row in rows if "above" in row), "")
    return _Bands(tuple(numbers), top)


def _size(change: Change) -> Fraction:
    """Return the change in percent without its sign; 0 where it is none."""
    return abs(change.rate.value) if change.rate else Fraction(0)


def _counted(found: list[Change], limits: tuple[Fraction, ...]) -> Both:
    """Return how many changes there are in each band below the topmost."""
    sizes = [_size(one) for one in found if one.rate]
    ends = list(zip((Fraction(0), *limits), limits, strict=False))
    counts = [(low, high, sum(1 for size in sizes if low < size <= high)) for low, high in ends]
    return listed(
        Both(f"{low}%～{high}% 的 {count} 项", f"{count} of {low} to {high} %")
        for low, high, count in counts
    )


def _said(catalogue: Catalogue, change: Change) -> Both:
    row = change.new or change.old
    name = indicator_name(catalogue, change.indicator, printed_name(row) if row else "")
    if change.old is None:
        return Both(f"{name.zh}（新增）", f"{name.en} (new)")
    if change.new is None or change.rate is None:
        return Both(f"{name.zh}（取消）", f"{name.en} (dropped)")
    rate = f"{rounded(change.rate.value, 2):+f}"
    return Both(f"{name.zh} {rate}%", f"{name.en} {rate} %")
