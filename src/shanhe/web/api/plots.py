"""Plots of a programme: a layer is handed in, listed, given out as GeoJSON."""

from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from ninja import File, Query, Router, Schema, Status
from ninja.files import UploadedFile

from shanhe.app.office import plot_outlines, plot_page
from shanhe.app.office import plots as layers
from shanhe.web.api import shapes
from shanhe.web.api.asked import Lang, Page, Whole, Word, streamed
from shanhe.web.asking import Request
from shanhe.web.handing import attachment

router = Router(tags=["图斑 Plots"])
_PLOTS = "programmes/{int:book}/plots"


class Area(Schema):
    """An area as printed: square metres, 公顷, 亩."""

    metres: str
    hectares: str
    mu: str


class Layer(Schema):
    """The layer that counts."""

    key: int
    name: str
    crs: str
    count: int
    at: str
    who: str


class Told(Schema):
    """Problems of one kind: plot, what is wrong, how to mend it; the first thirty of ``count``."""

    severity: str
    lines: list[tuple[str, str, str]]
    count: int


class Sum(Schema):
    """Plots of a region by state, then all; ``region`` is empty in the sum of all regions."""

    region: str
    by_state: list[tuple[int, Area]]


class PlotsCompared(Schema):
    """A figure that was accepted beside the accepted plots in 公顷; ``region`` empty for all."""

    region: str
    what: str
    figure: str
    plots: str
    difference: str
    outcome: str


class Plots(Schema):
    """The plots of a programme; ``layer`` is null where none was handed in."""

    may_upload: bool
    layer: Layer | None
    regions: list[str]
    states: list[str]
    sums: list[Sum]
    compared: list[PlotsCompared]
    told: list[Told]
    problems: int
    basis: str

    @staticmethod
    def resolve_sums(page: Any) -> list[dict[str, Any]]:
        """Return the sums with names for their parts."""
        return [{"region": region, "by_state": cells} for region, cells in page.sums]


class Plot(Schema):
    """A plot in the list."""

    key: int
    code: str
    region: str
    state: str
    area: Area
    stated: str
    problems: int


class Listing(Schema):
    """A page of the list, a hundred plots; ``count`` and ``area`` are those of all that was asked."""

    rows: list[Plot]
    count: int
    area: Area
    page: int
    pages: int


class PlotsAsked(Schema):
    """Which plots are asked for."""

    region: Word = ""
    state: Word = ""
    page: Page = 1


class Choosing(Schema):
    """Columns have to be chosen: answer with ``file`` and a column for each field."""

    file: int
    name: str
    columns: list[tuple[str, str]]
    chosen: dict[str, str]
    unsure: list[str]


class Chosen(Schema):
    """Field (``code``, ``region``, ``state``, ``area``, ``unit``) → column."""

    file: Whole
    columns: dict[Word, Word]


_TAKEN = {201: shapes.Made, 202: Choosing}


@router.get(_PLOTS, response=Plots, summary="图斑")
def plots(request: Request, book: int, lang: Lang = "zh") -> Any:
    """Return the layer that counts, its sums, and what is wrong in it."""
    return plot_page.plots_page(request.actor, book, lang)


@router.get(f"{_PLOTS}/list", response=Listing, summary="图斑清单")
def plot_list(request: Request, book: int, asked: Query[PlotsAsked]) -> Any:
    """Return a page of the list of plots."""
    return plot_page.plot_list(request.actor, book, **asked.model_dump())


@router.post(_PLOTS, response=_TAKEN, summary="上传图斑")
def plots_upload(request: Request, book: int, layer: File[UploadedFile]) -> Any:
    """Take a GeoPackage, a zipped Shapefile or GeoJSON; 202 asks which column is what."""
    return _answered(layers.upload(request.actor, book, layer.name or "", layer.read()))


@router.post(f"{_PLOTS}/columns", response=_TAKEN, summary="确定图斑各列")
def plots_columns(request: Request, book: int, chosen: Chosen) -> Any:
    """Go on with a layer that was handed in, with its columns as chosen."""
    return _answered(layers.choose(request.actor, book, chosen.file, chosen.columns))


def _answered(taken: layers.Choosing | int) -> Any:
    return Status(201, {"key": taken}) if isinstance(taken, int) else Status(202, taken)


@router.get(f"{_PLOTS}/{{int:layer}}/geojson", summary="图斑 GeoJSON")
def plots_geojson(request: Request, book: int, layer: int) -> StreamingHttpResponse:
    """Return a layer as GeoJSON, in degrees of CGCS2000."""
    pieces = plot_outlines.geojson(request.actor, book, layer)
    return streamed(f"plots-{book}-{layer}.geojson", pieces, "application/geo+json")


@router.get(f"{_PLOTS}/problems", summary="图斑问题清单（CSV）")
def plots_problems(request: Request, book: int) -> HttpResponse:
    """Return every problem of the layer that counts, as a sheet."""
    data = plot_page.problems_csv(request.actor, book)
    return attachment(f"plots-{book}-problems.csv", data)
