"""A layer of outlines as it was handed in, before anybody knows what its columns mean."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VectorLayer:
    """Outlines with their attributes.

    Attributes:
        kind: ``gpkg``, ``shp`` or ``geojson``.
        crs: reference system as the file declares it: ``EPSG:4546``, or its WKT.
        is_assumed: the file declares none, and its format says which one holds (GeoJSON: WGS 84).
        columns: names of the attributes. rows: one a feature, every value as text.
        outlines: WKB in the file's own coordinates; ``None`` where a feature has none.
    """

    kind: str
    crs: str
    is_assumed: bool
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    outlines: tuple[bytes | None, ...]
