"""Restored areas by accepted plots, against figures of the same indicator that were accepted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from shanhe.app.office.books import catalogue_of
from shanhe.store.models import Book, Line
from shanhe.values.numerals import read_date
from shanhe.values.outcome import Outcome
from shanhe.values.quantity import Quantity, rounded
from shanhe.values.unit import find_unit, unit

_RESTORED = "restore_area"
_HECTARES, _METRES = unit("公顷"), unit("平方米")
ALL = "*"


STATED, _MONITORED = "自评填报的全年实际完成值", "进展监测"
"""What the plots are compared with; the second is the name of its sheet."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One figure beside the plots.

    Attributes:
        region: empty for the whole programme. what: which figure, in words.
        figure: as printed; empty where there is none. plots: 公顷 of accepted plots, as printed.
        difference: figure − plots in 公顷, signed; empty where it cannot be told.
        outcome: whether the plots lie in what the printed figure stands for.
    """

    region: str
    what: str
    figure: str
    plots: str
    difference: str
    outcome: str


def compared(book: Book, restored: Mapping[str, str]) -> Iterator[Compared]:
    """Yield the year's actual beside all accepted plots, then each county's newest progress.

    A figure that is missing is no zero: it cannot be compared.
    """
    yield _one("", STATED, _actual(book), restored.get(ALL))
    progress = _progress(book)
    for region in dict.fromkeys([*progress, *(one for one in restored if one not in {"", ALL})]):
        when, held = progress.get(region, ("", None))
        what = f"{_MONITORED} {when}" if when else _MONITORED
        yield _one(region, what, held, restored.get(region))


def _one(region: str, what: str, held: Quantity | None, metres: str | None) -> Compared:
    area = Fraction(Decimal(metres or "0")) * _METRES.factor_to(_HECTARES)
    shown = f"{rounded(area, 4):,f}"
    if held is None or not held.unit.like(_HECTARES):
        return Compared(region, what, str(held or ""), shown, "", Outcome.UNDECIDED.value)
    off = rounded(held.value_in(_HECTARES) - area, 4)
    agrees = area in held.interval_in(_HECTARES)
    outcome = Outcome.HOLDS if agrees else Outcome.FAILS
    return Compared(region, what, str(held), shown, f"{off:+,f}", outcome.value)


def _rows(book: Book, sheet: str) -> Iterator[Mapping[str, str]]:
    for line in Line.objects.filter(book=book, sheet=sheet).order_by("position"):
        known = catalogue_of().indicator_named(line.texts.get("indicator", ""))
        if known is not None and known.id == _RESTORED:
            yield line.texts


def _actual(book: Book) -> Quantity | None:
    own = [
        texts
        for texts in _rows(book, "actuals")
        if texts.get("period") == str(book.year) and not texts.get("region")
    ]
    own.sort(key=lambda texts: texts.get("place") != "自评表")
    return _quantity(own[0]) if own else None


def _progress(book: Book) -> dict[str, tuple[str, Quantity | None]]:
    """Return region → day and figure of its newest progress; rows of single works are left out."""
    found: dict[str, tuple[str, Quantity | None]] = {}
    for texts in _rows(book, "progress"):
        day, region = read_date(texts.get("when", "")), texts.get("region", "")
        is_part = not region or texts.get("subproject")
        if day and not is_part and day.isoformat() >= found.get(region, ("", None))[0]:
            found[region] = day.isoformat(), _quantity(texts)
    return found


def _quantity(texts: Mapping[str, str]) -> Quantity | None:
    held = find_unit(texts.get("unit", ""))
    try:
        return Quantity(Decimal(texts.get("amount", "").replace(",", "")), held) if held else None
    except InvalidOperation:
        return None
