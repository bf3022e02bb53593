"""How numbers, days and names are put into a rule's message, in each language."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import Computed
from shanhe.records.progress import Progress
from shanhe.values.interval import decimal_text
from shanhe.values.period import Period
from shanhe.values.quantity import Quantity, rounded


@dataclass(frozen=True, slots=True)
class Both:
    """A word that differs by language."""

    zh: str
    en: str


def said(value: object, lang: str) -> str:
    """Return ``value`` as it stands in a message; nothing is rounded."""
    if isinstance(value, Both):
        return value.zh if lang == "zh" else value.en
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Fraction):
        return decimal_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Period) and lang == "en":
        return "whole term" if value.is_term else str(value.year)
    return str(value)


def indicator_name(catalogue: Catalogue, indicator: str, printed: str = "") -> Both:
    """Return the name of an indicator; ``printed`` is used for one outside the catalogue."""
    if not catalogue.has_indicator(indicator):
        return Both(printed or indicator, printed or indicator)
    found = catalogue.indicator(indicator)
    return Both(found.name, found.english)


def whose(row: Progress) -> Both:
    """Return whose value a row is, to be set before other words; empty for the whole programme."""
    where = row.subproject or row.region
    return Both(where, f"{where} " if where else "")


def listed(words: Iterable[object]) -> Both:
    """Return several words as one list."""
    known = list(words)
    return Both(
        "、".join(said(word, "zh") for word in known), ", ".join(said(word, "en") for word in known)
    )


def amount(quantity: Quantity) -> str:
    """Return a quantity with a blank before its unit, without its sign: ``1922.26 公顷``."""
    blank = "" if quantity.unit.symbol == "%" else " "
    return f"{quantity.number}{blank}{quantity.unit.symbol}"


def result(computed: Computed, places: int) -> str:
    """Return a computed number with its unit, rounded half up: ``1925.16 公顷``."""
    blank = "" if computed.unit.symbol == "%" else " "
    return f"{rounded(computed.value, places):f}{blank}{computed.unit.symbol}"


def difference(computed: Computed, stated: Quantity, places: int) -> str:
    """Return by how much a computed number is above what is stated: ``+2.90 公顷``."""
    over = computed.value - stated.value_in(computed.unit)
    blank = "" if computed.unit.symbol == "%" else " "
    return f"{rounded(over, places):+f}{blank}{computed.unit.symbol}"


def places_of(quantities: Iterable[Quantity | None]) -> int:
    """Return the most decimals that any of the quantities was printed with."""
    return max((quantity.places for quantity in quantities if quantity is not None), default=0)
