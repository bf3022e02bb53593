"""The page of plots: map, list, sums by county and state, and what is wrong in place."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db.models import Count, QuerySet, Sum

from shanhe.app.office.books import BookHead, catalogue_of, head_of, scope_of, seen_book
from shanhe.app.office.locks import closed
from shanhe.app.office.plot_actuals import Compared, compared
from shanhe.app.office.rights import Action, Actor, Refused, may
from shanhe.documents.formats.csv import grid_bytes, no_formula
from shanhe.records.plot import STATES
from shanhe.store.models import Book, Layer, Plot
from shanhe.values.quantity import rounded
from shanhe.values.unit import unit

PER_PAGE = 100
_SHOWN = 30
_SQUARE_METRES, _HECTARES, _MU = unit("平方米"), unit("公顷"), unit("亩")


@dataclass(frozen=True, slots=True)
class Area:
    """An area in three units, as printed: square metres, 公顷, 亩."""

    metres: str
    hectares: str
    mu: str


@dataclass(frozen=True, slots=True)
class Row:
    """A plot in the list; ``problems`` says how many were found on it."""

    key: int
    code: str
    region: str
    state: str
    area: Area
    stated: str
    problems: int


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the list.

    Attributes:
        region, state: what it is narrowed to; empty for all.
        marked: key of the plot that was asked for, 0 for none.
    """

    book: int
    rows: tuple[Row, ...]
    count: int
    area: Area
    page: int
    pages: int
    region: str
    state: str
    marked: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """Problems of one kind: those shown, and how many there are."""

    severity: str
    lines: tuple[tuple[str, str, str], ...]
    count: int


@dataclass(frozen=True, slots=True)
class LayerShown:
    """The layer that counts."""

    key: int
    name: str
    crs: str
    count: int
    at: str
    who: str


@dataclass(frozen=True, slots=True)
class PlotsPage:
    """The plots of a programme.

    Attributes:
        closed: why nobody of this organisation may upload now, for whoever else may.
        layer: ``None`` where none was uploaded.
        sums: region → areas and counts by state, then all; the last is the sum.
        compared: restored areas by plots against figures that were accepted.
        told: problems, kind by kind. basis: what areas are computed by.
    """

    head: BookHead
    may_upload: bool
    closed: Refused | None
    layer: LayerShown | None
    regions: tuple[str, ...]
    states: tuple[str, ...]
    sums: tuple[tuple[str, tuple[tuple[int, Area], ...]], ...]
    compared: tuple[Compared, ...]
    listing: Listing | None
    told: tuple[Told, ...]
    problems: int
    basis: str


def plots_page(actor: Actor, book_key: int, lang: str = "zh") -> PlotsPage:
    """Return the page of plots.

    Raises:
        Refused: the programme is not theirs to read.
    """
    book = seen_book(actor, book_key)
    layer = _current(book)
    may_upload = may(actor, Action.PLOTS, scope_of(book))
    shut = closed(actor, book, "plots") if may_upload else None
    if layer is None:
        return PlotsPage(head_of(book), may_upload, shut, None, (), STATES, (), (), None, (), 0, "")
    sums = _sums(layer)
    problems = layer.about["problems"]
    return PlotsPage(
        head_of(book),
        may_upload,
        shut,
        _shown(layer),
        tuple(region for region, _ in sums[:-1] if region),
        STATES,
        sums,
        tuple(compared(book, layer.about["restored"])),
        _listing(layer, "", "", 1, 0),
        tuple(_told(problems, lang)),
        len(problems),
        catalogue_of().law.cite("area_2008_32", lang).text,
    )


def _current(book: Book) -> Layer | None:
    found = Layer.objects.filter(book=book, is_current=True).order_by("-pk")
    return found.select_related("file__account").first()


def _seen(actor: Actor, book_key: int) -> Layer:
    layer = _current(seen_book(actor, book_key))
    if layer is None:
        raise Refused("尚未上传图斑。", "No plots were uploaded yet.", 404)
    return layer


def _shown(layer: Layer) -> LayerShown:
    at = layer.at.astimezone().strftime("%Y-%m-%d %H:%M")
    file = layer.file
    return LayerShown(layer.pk, file.name, layer.crs, layer.count, at, file.account.name)


def area_of(hundredths: int) -> Area:
    """Return an area in hundredths of a square metre in three units, each rounded once.

    Example:
        5519812 is 55,198.12 square metres, 5.5198 公顷, 82.80 亩.
    """
    metres = Fraction(hundredths, 100)
    return Area(
        f"{Decimal(hundredths) / 100:,.2f}",
        f"{rounded(metres * _SQUARE_METRES.factor_to(_HECTARES), 4):,f}",
        f"{rounded(metres * _SQUARE_METRES.factor_to(_MU), 2):,f}",
    )


def _sums(layer: Layer) -> tuple[tuple[str, tuple[tuple[int, Area], ...]], ...]:
    found: dict[str, dict[str, tuple[int, int]]] = {}
    counted = Plot.objects.filter(layer=layer).values("region", "state")
    for one in counted.annotate(count=Count("pk"), area=Sum("square_metres")).order_by("region"):
        found.setdefault(one["region"], {})[one["state"]] = one["count"], one["area"]
    states = (*STATES, "")
    rows = [(region, [held.get(s, (0, 0)) for s in states]) for region, held in found.items()]
    total = [_added(column) for column in zip(*(row for _, row in rows), strict=True)]
    every = [*rows, ("", total)]
    return tuple(
        (region, tuple((n, area_of(area)) for n, area in [*cells, _added(cells)]))
        for region, cells in every
    )


def _added(cells: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return sum(n for n, _ in cells), sum(area for _, area in cells)


def plot_list(  # noqa: PLR0913 - one argument a field of the form
    actor: Actor, book_key: int, *, region: str = "", state: str = "", page: int = 1, plot: int = 0
) -> Listing:
    """Return one page of the list; with ``plot``, the page that it stands on.

    Raises:
        Refused: the programme is not theirs to read, or has no plots.
    """
    return _listing(_seen(actor, book_key), region, state, page, plot)


def _listing(layer: Layer, region: str, state: str, page: int, plot: int) -> Listing:
    found = _narrowed(layer, region, state)
    if plot and not found.filter(pk=plot).exists():
        region = state = (
            ""  # it was chosen on the map, so it is shown whatever the list is narrowed to
        )
        found = _narrowed(layer, "", "")
    total = found.aggregate(count=Count("pk"), area=Sum("square_metres"))
    pages = max(-(-total["count"] // PER_PAGE), 1)
    if plot:
        page = found.filter(pk__lt=plot).count() // PER_PAGE + 1
    page = min(max(page, 1), pages)
    wrong = Counter(one["row"] for one in layer.about["problems"])
    own = found.order_by("pk").defer("outline")[(page - 1) * PER_PAGE : page * PER_PAGE]
    rows = tuple(_row(one, wrong) for one in own)
    area = area_of(total["area"] or 0)
    return Listing(
        layer.book_id, rows, total["count"], area, page, pages, region, state, marked=plot
    )


def _narrowed(layer: Layer, region: str, state: str) -> QuerySet[Plot]:
    found = Plot.objects.filter(layer=layer)
    if region:
        found = found.filter(region=region)
    return found.filter(state=state) if state else found


def _row(plot: Plot, wrong: Mapping[int, int]) -> Row:
    area, problems = area_of(plot.square_metres), wrong.get(plot.row, 0)
    return Row(plot.pk, plot.code, plot.region, plot.state, area, plot.stated, problems)


def _told(problems: Sequence[Mapping[str, Any]], lang: str) -> Iterator[Told]:
    kinds: dict[str, list[Mapping[str, Any]]] = {}
    for one in problems:
        kinds.setdefault(one["kind"], []).append(one)
    for own in kinds.values():
        lines = tuple((_place(one), *one[lang]) for one in own[:_SHOWN])
        yield Told(own[0]["severity"], lines, len(own))


def _place(problem: Mapping[str, Any]) -> str:
    return problem["code"] or (f"#{problem['row']}" if problem["row"] else "")


def problems_csv(actor: Actor, book_key: int) -> bytes:
    """Return every problem of the layer that counts, as a sheet.

    Raises:
        Refused: the programme is not theirs to read, or has no plots.
    """
    layer = _seen(actor, book_key)
    heads = ("记录", "图斑编号", "程度", "问题", "处理办法")
    words = {"error": "错误", "warning": "警告"}
    rows = [
        (str(one["row"] or ""), no_formula(one["code"]), words[one["severity"]], *one["zh"])
        for one in layer.about["problems"]
    ]
    return grid_bytes([heads, *rows])
