"""Layers that somebody handed in → outlines and attributes; what a file is, its content tells.

Runs where it may be stopped and where GDAL has no other drivers: see ``app.bounded``.
"""

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from shanhe.documents.formats.grid import Unreadable
from shanhe.documents.formats.vector.drivers import ALLOWED
from shanhe.documents.formats.vector.layer import VectorLayer
from shanhe.documents.formats.vector.shapefile import encoding_of, members, nameless, names_of

MOST_BYTES = 60_000_000
MOST_PLOTS = 20_000
MOST_VERTICES = 2_000_000
MOST_COLUMNS = 200
_POLYGONS = {3, 6}
"""Polygon and MultiPolygon, as WKB numbers them."""


def read_layer(data: bytes) -> VectorLayer:
    """Return the only layer of a GeoPackage, of a Shapefile in a zip, or of a GeoJSON file.

    Raises:
        Unreadable: it is none of these, is damaged or too large, holds several layers, declares no
            reference system, or has no outline at all.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable("oversized", f"{len(data):,} B")
    kind, parts, encoding = _parts(data)
    names = names_of(parts["dbf"], encoding) if encoding else ()
    parts |= {"dbf": nameless(parts["dbf"])} if encoding else {}
    with tempfile.TemporaryDirectory(prefix="shanhe-") as folder:
        for ending, part in parts.items():
            (Path(folder) / f"layer.{ending}").write_bytes(part)
        try:
            layer = _read(Path(folder) / f"layer.{kind}", kind, encoding, data)
        except (ValueError, RuntimeError, OSError, TypeError) as error:
            raise Unreadable("damaged_document", str(error)[:120].replace(folder, "")) from error
    return replace(layer, columns=names) if len(names) == len(layer.columns) else layer


def _parts(data: bytes) -> tuple[str, dict[str, bytes], str | None]:
    if data.startswith(b"SQLite format 3\0"):
        return "gpkg", {"gpkg": data}, None
    if data.startswith(b"PK"):
        parts = members(data)
        kept = {ending: part for ending, part in parts.items() if ending != "cpg"}
        return "shp", kept, encoding_of(parts)
    if data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return "geojson", {"geojson": data.removeprefix(b"\xef\xbb\xbf")}, None
    raise Unreadable("not_a_layer", data[:4].hex(" "))


def _read(path: Path, kind: str, encoding: str | None, data: bytes) -> VectorLayer:
    import pyogrio  # noqa: PLC0415 - an extra of the package
    from pyogrio import raw  # noqa: PLC0415 - likewise

    layers = [str(name) for name, geometry in pyogrio.list_layers(path) if geometry is not None]
    if len(layers) != 1:
        raise Unreadable("many_layers" if layers else "no_polygons", str(len(layers)))
    about = pyogrio.read_info(path, layer=layers[0], encoding=encoding)
    if about["driver"] not in ALLOWED:
        raise Unreadable("not_a_layer", str(about["driver"]))
    _ask_size(about)
    meta, _, outlines, values = raw.read(
        path, layer=layers[0], encoding=encoding, force_2d=True, max_features=MOST_PLOTS + 1
    )
    if not meta["crs"]:
        raise Unreadable("no_reference_system", ".prj" if kind == "shp" else kind)
    if len(outlines) > MOST_PLOTS:
        raise Unreadable("oversized", f"> {MOST_PLOTS}")
    kept = tuple(_checked(outlines))
    if not any(kept):
        raise Unreadable("no_polygons", str(len(kept)))
    columns = tuple(str(name) for name in meta["fields"])
    rows = tuple(zip(*([_text(v) for v in column] for column in values), strict=True))
    assumed = kind == "geojson" and b'"crs"' not in data
    return VectorLayer(kind, str(meta["crs"]), assumed, columns, rows or ((),) * len(kept), kept)


def _ask_size(about: dict[str, Any]) -> None:
    if about["features"] > MOST_PLOTS:
        raise Unreadable("oversized", f"{about['features']} > {MOST_PLOTS}")
    if len(about["fields"]) > MOST_COLUMNS:
        raise Unreadable("oversized", f"{len(about['fields'])} > {MOST_COLUMNS}")


def _checked(outlines: Any) -> "list[bytes | None]":
    """Return polygons alone; points and lines become ``None``, as features without an outline."""
    import shapely  # noqa: PLC0415 - an extra of the package

    shapes = shapely.from_wkb(outlines, on_invalid="ignore")
    if int(shapely.get_num_coordinates(shapes).sum()) > MOST_VERTICES:
        raise Unreadable("oversized", f"> {MOST_VERTICES}")
    kinds = shapely.get_type_id(shapes)
    empty = shapely.is_empty(shapes)
    return [
        bytes(outline) if int(kind) in _POLYGONS and not is_empty else None
        for outline, kind, is_empty in zip(outlines, kinds, empty, strict=True)
    ]


def _text(value: Any) -> str:
    """Return a value as a person would write it: 3.0 is 3, and nothing is nothing."""
    if value is None or value != value:  # noqa: PLR0124 - not a number
        return ""
    if isinstance(value, float) or hasattr(value, "dtype"):
        value = value.item() if hasattr(value, "dtype") else value
        return f"{value:.10f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    return str(value).strip()
