"""A layer of plots that was handed in → plots with areas, and what is wrong with them.

Runs in a process of its own (``app.bounded``), so what is asked and answered is plain data.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from shanhe.app.plot_checks import checked, repaired
from shanhe.app.plot_columns import FIELDS, UNITS, guess, state_of
from shanhe.catalogue.names import plain_name
from shanhe.documents.formats.grid import Unreadable
from shanhe.documents.formats.vector.layer import VectorLayer
from shanhe.documents.formats.vector.read import read_layer
from shanhe.measures.geo.area import square_metres
from shanhe.measures.geo.reference import OutsideChina, Reference, in_degrees, reference_of
from shanhe.measures.geo.topology import together
from shanhe.records.plot import PlotProblem
from shanhe.records.problem import Problem
from shanhe.records.source import Source
from shanhe.values.quantity import Quantity
from shanhe.values.unit import unit

_DIGITS = 8
"""Decimals of a degree that are kept: a millimetre."""
_SAMPLES = 3


@dataclass(slots=True)
class Read:
    """One record of the layer, understood.

    Attributes:
        shape: in degrees of CGCS2000, repaired where it was not valid; ``None`` for no polygon.
        area: square metres on the ellipsoid. stated: as the attribute says, ``None`` for nothing.
    """

    row: int
    code: str
    region: str
    state: str
    stated: Quantity | None
    shape: Any
    area: Decimal = Decimal(0)


def read_plots(asked: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a layer says, or why it is refused, or which columns have to be chosen.

    Args:
        asked: ``path`` and ``name`` of the file; ``columns`` as a person chose them, else empty;
            ``places``: spelling → name on the sheet 区域与单位; ``sliver`` in square metres and
            ``gap`` in percent.

    The answer has ``refused`` (zh, en), or ``ask`` (columns with samples), or ``plots`` with
    ``problems``, ``restored`` (region → square metres, shared ground once) and ``crs``.
    """
    name = str(asked["name"])
    try:
        layer = read_layer(Path(asked["path"]).read_bytes())
        found = guess(layer.columns)
        chosen = dict(asked["columns"] or found.chosen)
        if (found.unsure and not asked["columns"]) or not _fits(chosen, layer):
            return {"ask": _columns(layer), "chosen": chosen, "unsure": list(found.unsure)}
        return _read(layer, chosen, asked)
    except Unreadable as refusal:
        detail = {"detail": refusal.detail or refusal.kind}
        problem = Problem(refusal.kind, Source(name, refusal.part), detail)
        return {"refused": {"zh": problem.text("zh"), "en": problem.text("en")}}


def _fits(chosen: Mapping[str, str], layer: VectorLayer) -> bool:
    """Return whether a choice names columns that are there, a code, and a unit for the area."""
    named = [chosen.get(field, "") for field in FIELDS if chosen.get(field)]
    has_unit = not chosen.get("area") or chosen.get("unit") in UNITS
    return bool(chosen.get("code")) and has_unit and set(named) <= set(layer.columns)


def _columns(layer: VectorLayer) -> list[dict[str, Any]]:
    samples = zip(*layer.rows[:50], strict=True)
    shown = [list(dict.fromkeys(filter(None, texts)))[:_SAMPLES] for texts in samples]
    return [
        {"name": name, "samples": "、".join(texts)[:80]}
        for name, texts in zip(layer.columns, shown, strict=True)
    ]


def _read(
    layer: VectorLayer, chosen: Mapping[str, str], asked: Mapping[str, Any]
) -> dict[str, Any]:
    shapes, crs, problems = _placed(layer)
    reads = list(_records(layer, chosen, asked["places"], shapes, problems))
    problems += repaired(reads)
    for one in reads:
        if one.shape is not None:
            one.area = square_metres(one.shape)
    problems += checked(reads, Decimal(asked["sliver"]), Decimal(asked["gap"]))
    return {
        "crs": crs,
        "kind": layer.kind,
        "columns": dict(chosen),
        "plots": [_plain(one) for one in reads if one.shape is not None],
        "problems": [_told(problem) for problem in problems],
        "restored": _restored(reads),
    }


def _placed(layer: VectorLayer) -> tuple[Any, str, list[PlotProblem]]:
    """Return the shapes in degrees, the name of the reference system, and what is odd about it."""
    import shapely  # noqa: PLC0415 - an extra of the package

    kind, number, name = reference_of(layer.crs)
    if kind is Reference.OTHER:
        raise Unreadable("foreign_reference_system", name)
    try:
        shapes = in_degrees(shapely.from_wkb(list(layer.outlines)), number)
    except OutsideChina as error:
        wrong = "swapped_axes" if error.is_swapped else "outside_china"
        raise Unreadable(wrong, error.found) from error
    crs = f"EPSG:{number}"
    if kind is Reference.NATIONAL:
        return shapes, crs, []
    warning = "assumed_wgs84" if layer.is_assumed else "wgs84"
    return shapes, crs, [PlotProblem(warning, words={"detail": crs})]


def _records(
    layer: VectorLayer,
    chosen: Mapping[str, str],
    places: Mapping[str, str],
    shapes: Any,
    problems: list[PlotProblem],
) -> Iterator[Read]:
    at = {f: layer.columns.index(chosen[f]) for f in FIELDS if chosen.get(f)}
    for row, (values, shape) in enumerate(zip(layer.rows, shapes, strict=True), 1):
        texts = {field: values[column][:100] for field, column in at.items()}
        code = texts.get("code", "")[:50]
        own: list[tuple[str, str]] = [] if code else [("no_code", "")]
        region = _region(texts.get("region"), places, own)
        state = _state(texts.get("state"), own)
        stated = _stated(texts.get("area", ""), chosen.get("unit", ""), own)
        own += [] if shape is not None else [("no_outline", "")]
        problems += [PlotProblem(kind, row, code, {"found": found}) for kind, found in own]
        yield Read(row, code, region, state, stated, shape)


def _region(text: str | None, places: Mapping[str, str], own: list[tuple[str, str]]) -> str:
    if not text:
        own.append(("no_region", ""))
        return ""
    known = places.get(plain_name(text))
    if known is None:
        own.append(("unknown_region", text))
    return known or ""


def _state(text: str | None, own: list[tuple[str, str]]) -> str:
    if not text:
        own.append(("no_state", ""))
        return ""
    known = state_of(text)
    if known is None:
        own.append(("unknown_state", text))
    return known or ""


def _stated(text: str, symbol: str, own: list[tuple[str, str]]) -> Quantity | None:
    if not text:
        return None
    try:
        amount = Decimal(text.replace(",", ""))
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite() or abs(amount) > 10**12:
        own.append(("area_not_read", text))
        return None
    return Quantity(amount, unit(symbol))


def _restored(reads: Sequence[Read]) -> dict[str, str]:
    """Return region → square metres of its accepted plots, shared ground counted once."""
    accepted: dict[str, list[Any]] = {}
    for one in reads:
        if one.state == "已验收" and one.shape is not None:
            accepted.setdefault(one.region, []).append(one.shape)
    every = [shape for shapes in accepted.values() for shape in shapes]
    parts = {region: f"{together(shapes):f}" for region, shapes in accepted.items()}
    return {**parts, "*": f"{together(every):f}"}


def _plain(one: Read) -> dict[str, Any]:
    import shapely  # noqa: PLC0415 - an extra of the package

    rounded = shapely.transform(one.shape, lambda xy: xy.round(_DIGITS))
    return {
        "row": one.row,
        "code": one.code,
        "region": one.region,
        "state": one.state,
        "hundredths": int(one.area * 100),
        "stated": str(one.stated) if one.stated else "",
        "outline": shapely.geometry.mapping(rounded),
    }


def _told(problem: PlotProblem) -> dict[str, Any]:
    return {
        "kind": problem.kind,
        "severity": problem.severity,
        "row": problem.row,
        "code": problem.code,
        "zh": list(problem.says("zh")),
        "en": list(problem.says("en")),
    }
