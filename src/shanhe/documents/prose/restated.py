"""Targets of regions that a sentence tells again beside a table of the split."""

from shanhe.documents.found import Found
from shanhe.records.paper import PrintedFact
from shanhe.records.targets import RegionalTarget, Target

Key = tuple[object, ...]


def restate(found: Found) -> None:
    """Make facts of the regional targets that stand in a table as well, in place.

    The split is counted once, as its table has it; that the sentence says the same is then a matter
    of one fact printed twice.

    Example:
        ``灵宝市：修复面积126.40公顷`` above a table with the row 126.40 is no second part of the whole.
    """
    records = found.records.get("regional_targets", [])
    parts = [one for one in records if isinstance(one, RegionalTarget)]
    tabled = {_key(one) for one in parts if _in_table(one)}
    again = [one for one in parts if not _in_table(one) and _key(one) in tabled]
    if not again:
        return
    found.records["regional_targets"] = [one for one in parts if one not in again]
    found.add("facts", *map(fact_of, again))


def _in_table(one: RegionalTarget) -> bool:
    return bool(one.source.cell("amount").table)


def _key(one: RegionalTarget) -> Key:
    return (one.version, one.period, one.region, one.indicator)


def fact_of(one: Target | RegionalTarget) -> PrintedFact:
    """Return a target as a fact that is printed once more."""
    return PrintedFact(
        source=one.source,
        concept=one.indicator,
        aspect="target",
        region=one.region if isinstance(one, RegionalTarget) else "",
        period=one.period,
        version=one.version,
        sign=one.sign,
        amount=one.amount,
        unit=one.unit,
    )
