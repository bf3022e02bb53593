"""Layers of plots for tests, written as map programs write them."""

import io
import tempfile
import warnings
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from pyogrio import raw
from pyproj import Transformer

DRIVERS = {"gpkg": "GPKG", "geojson": "GeoJSON", "shp": "ESRI Shapefile"}
NAMES = ("图斑编号", "县区", "状态", "面积公顷")


def square(west: float, south: float, side: float = 0.001) -> Any:
    return shapely.box(west, south, west + side, south + side)


SHAPES = (square(110, 40.5), square(110.01, 40.5), square(110.02, 40.5))
ROWS = (
    ("A-01", "东河区", "已验收", "0.9413"),
    ("A-02", "土右旗", "施工中", "0.9413"),
    ("A-03", "固阳县", "未开工", "0.9413"),
)


def in_zone(shapes: Sequence[Any], number: int) -> list[Any]:
    own = Transformer.from_crs(4490, number, always_xy=True)
    return [shapely.transform(s, lambda xy: np.column_stack(own.transform(*xy.T))) for s in shapes]


def layer(
    kind: str = "gpkg",
    shapes: Sequence[Any] = SHAPES,
    rows: Sequence[Sequence[str]] = ROWS,
    *,
    names: Sequence[str] = NAMES,
    crs: str | None = "EPSG:4490",
    encoding: str = "GB18030",
    without: Sequence[str] = (),
) -> bytes:
    """Return a layer; a Shapefile comes as a zip ``without`` some of its files."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"图斑.{kind}"
        columns = [np.array(column, dtype=object) for column in zip(*rows, strict=True)]
        own = {"encoding": encoding} if kind == "shp" else {}
        called = [f"F{n}" if kind == "shp" else name for n, name in enumerate(names)]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that a layer without a system is of no use
            raw.write(
                path,
                np.array([None if s is None else shapely.to_wkb(s) for s in shapes], dtype=object),
                columns,
                called[: len(columns)],
                crs=crs,
                geometry_type=next(s for s in shapes if s is not None).geom_type,
                driver=DRIVERS[kind],
                **own,
            )
        if kind == "shp":
            _rename(path.with_suffix(".dbf"), [name.encode(encoding)[:10] for name in names])
        return _zipped(Path(folder), without) if kind == "shp" else path.read_bytes()


def _rename(path: Path, names: Sequence[bytes]) -> None:
    """Name the columns as map programs do: ten bytes, whatever that does to the last character."""
    table = bytearray(path.read_bytes())
    for number, name in enumerate(names):
        table[32 * (number + 1) : 32 * (number + 1) + 11] = name.ljust(11, b"\0")
    path.write_bytes(table)


def _zipped(folder: Path, without: Sequence[str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.iterdir()):
            if file.suffix[1:] not in without:
                archive.write(file, f"成果/{file.name}")
    return packed.getvalue()
