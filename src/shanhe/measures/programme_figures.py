"""Printed figures by their coordinates, to hold a paper against the programme's own data."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from shanhe.measures.computed import money
from shanhe.records.dossier import Dossier
from shanhe.records.source import Fact, Operand, Record
from shanhe.values.quantity import Quantity
from shanhe.values.unit import find_unit

_FIELDS = {
    "versions": ("total", "central", "local", "social"),
    "targets": ("amount",),
    "regional_targets": ("amount",),
    "annual_funds": ("budget", "executed"),
    "actuals": ("amount",),
    "adjustments": ("old", "new", "delta"),
}
_MONEY = {"versions", "annual_funds"}
_FLOWS = {"passed_on", "taken_back", "reallocated"}
_CENTRAL = {"", "中央"}


def figures_of(dossier: Dossier) -> Iterator[tuple[Fact, Quantity, Operand]]:
    """Yield each figure that a paper and a programme's data can both state."""
    for attribute, keys in _FIELDS.items():
        records: tuple[Record, ...] = getattr(dossier, attribute)
        for record in records:
            for key in keys:
                operand = record.operand(key, "万元" if attribute in _MONEY else "")
                quantity = _quantity(record, key, operand)
                if operand.fact is not None and quantity is not None:
                    yield operand.fact, quantity, operand


def flows_of(dossier: Dossier) -> Iterator[tuple[Fact, Quantity, Operand]]:
    """Yield each sum of central money that went to a body, in 万元, by what happened and to whom.

    A paper's tables of money say so as well; of several sources a table names, only the central one.
    """
    for one in dossier.transfers:
        operand = one.operand("amount", "万元")
        if one.amount is not None and operand.fact is not None and one.origin in _CENTRAL:
            yield operand.fact, money(one.amount), operand
    for fact in dossier.facts:
        moved = fact.concept == "funds" and fact.aspect in _FLOWS and fact.region
        if moved and fact.amount is not None and fact.version in _CENTRAL:
            operand = fact.operand("amount")
            yield Fact("funds", fact.aspect, fact.region), money(fact.amount), operand


def by_coordinates(dossier: Dossier) -> Mapping[Fact, tuple[Quantity, Operand]]:
    """Return each figure by what it means; the first statement of it stands."""
    found: dict[Fact, tuple[Quantity, Operand]] = {}
    for fact, quantity, operand in figures_of(dossier):
        found.setdefault(fact, (quantity, operand))
    return found


def _quantity(record: Record, key: str, operand: Operand) -> Quantity | None:
    amount = getattr(record, key)
    unit = find_unit(operand.unit) if operand.unit else getattr(record, "unit", None)
    if not isinstance(amount, Decimal) or unit is None:
        return None
    return Quantity(amount, unit)
