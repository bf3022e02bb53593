"""The outlines of plots for the map, compact."""

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from shanhe.app.office.books import seen_book
from shanhe.app.office.rights import Actor, Refused
from shanhe.records.plot import STATES
from shanhe.store.models import Layer, Plot

_FINE = 1_000_000
"""Parts of a degree on the map: about a decimetre."""


def outlines(actor: Actor, book_key: int, layer_key: int) -> bytes:
    """Return the outlines for the map, compact, as JSON.

    Each plot is key, code, region, state, area in hundredths of a square metre, and its rings. A
    ring is whole millionths of a degree: longitude and latitude of its first point, then what each
    next point differs by. ``regions`` and ``states`` are what their numbers stand for.

    Raises:
        Refused: the programme is not theirs to read, or there is no such layer in it.
    """
    layer = _layer(actor, book_key, layer_key)
    regions: dict[str, int] = {}
    states = {state: number for number, state in enumerate((*STATES, ""))}
    plots = [
        [p.pk, p.code, regions.setdefault(p.region, len(regions)), states[p.state], p.square_metres]
        + [[_deltas(ring) for ring in rings] for rings in _polygons(p.outline)]
        for p in Plot.objects.filter(layer=layer).order_by("pk").iterator(500)
    ]
    made = {"regions": list(regions), "states": list(states), "plots": plots}
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()


def _layer(actor: Actor, book_key: int, layer_key: int) -> Layer:
    layer = Layer.objects.filter(book=seen_book(actor, book_key), pk=layer_key).first()
    if layer is None:
        raise Refused("没有该图层。", "There is no such layer.", 404)
    return layer


def geojson(actor: Actor, book_key: int, layer_key: int) -> Iterator[str]:
    """Return the plots of a layer as GeoJSON, plot by plot, with what is known of each.

    Degrees of CGCS2000 (EPSG:4490), which differ from those of WGS 84 by less than a metre; areas
    in square metres as computed, and as the layer states them.

    Raises:
        Refused: the programme is not theirs to read, or there is no such layer in it.
    """
    return _features(_layer(actor, book_key, layer_key))


def _features(layer: Layer) -> Iterator[str]:
    yield '{"type":"FeatureCollection","features":['
    between = ""
    for plot in Plot.objects.filter(layer=layer).order_by("pk").iterator(500):
        known = {
            "code": plot.code,
            "region": plot.region,
            "state": plot.state,
            "square_metres": f"{Decimal(plot.square_metres) / 100:.2f}",
            "stated": plot.stated,
        }
        one = {"type": "Feature", "id": plot.pk, "geometry": plot.outline, "properties": known}
        yield between + json.dumps(one, ensure_ascii=False, separators=(",", ":"))
        between = ","
    yield "]}"


def _polygons(outline: Mapping[str, Any]) -> Iterator[Any]:
    if outline["type"] == "Polygon":
        yield outline["coordinates"]
    elif outline["type"] == "MultiPolygon":
        yield from outline["coordinates"]
    for part in outline.get("geometries", ()):
        yield from _polygons(part)


def _deltas(ring: Sequence[Sequence[float]]) -> list[int]:
    made: list[int] = []
    x = y = 0
    for longitude, latitude in ring[:-1]:
        own_x, own_y = round(longitude * _FINE), round(latitude * _FINE)
        if not made or (own_x, own_y) != (x, y):
            made += [own_x - x, own_y - y]
            x, y = own_x, own_y
    return made
