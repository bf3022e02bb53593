"""Targets that a second table tells again: they are counted once."""

from collections.abc import Mapping, Sequence

from shanhe.documents.found import Found
from shanhe.documents.prose.restated import fact_of
from shanhe.records.source import Record
from shanhe.records.targets import RegionalTarget, Target

Row = Target | RegionalTarget
Key = tuple[str, str, str, str]
_KINDS = ("targets", "regional_targets")
_LEAST = 3
"""Rows that two tables must share for one to be a repetition; fewer are rows entered twice."""


def tell_once(found: Found) -> None:
    """Keep the targets of one version and period in the first table that has them, in place.

    What a later table that mostly agrees tells is a fact printed twice. One that mostly differs is of
    something that nobody named, another year or what was reached, and is left out.

    Example:
        A split of 35 cells and what became of it, under the same heads, are not 35 targets entered
        twice.
    """
    for kind in _KINDS:
        rows = [one for one in found.records.get(kind, ()) if isinstance(one, Row)]
        first: dict[Key, Row] = {}
        for table in dict.fromkeys(_table(one) for one in rows):
            own = [one for one in rows if _table(one) == table]
            again = [one for one in own if _key(one) in first]
            if table and len(again) >= _LEAST:
                _leave_out(found, kind, own, {_key(one): first[_key(one)] for one in again})
            for one in own:
                first.setdefault(_key(one), one)


def _leave_out(found: Found, kind: str, own: Sequence[Row], first: Mapping[Key, Row]) -> None:
    """Leave out what a table repeats, and all of it with its totals where it mostly differs."""
    again = [one for one in own if _key(one) in first]
    same = sum(_value(one) == _value(first[_key(one)]) for one in again)
    if same * 2 > len(again):
        _drop(found, kind, again)
        found.add("facts", *(fact_of(one) for one in again if one.amount is not None))
        return
    _drop(found, kind, own)
    table = _table(own[0])
    _drop(found, "facts", [one for one in found.records.get("facts", ()) if _table(one) == table])


def _drop(found: Found, kind: str, left: Sequence[Record]) -> None:
    kept = {id(one) for one in left}
    found.records[kind] = [one for one in found.records.get(kind, ()) if id(one) not in kept]


def _table(one: Record) -> int:
    return one.source.cell("amount").table


def _key(one: Row) -> Key:
    region = one.region if isinstance(one, RegionalTarget) else ""
    return (one.version, one.period.key, region, one.indicator)


def _value(one: Row) -> tuple[object, ...]:
    return (one.amount, one.words if one.amount is None else "")
