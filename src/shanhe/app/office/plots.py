"""Plots handed in as a layer: read with bounds, columns chosen where unsure, kept, the newest counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from shanhe.app.bounded import Stopped, bounded
from shanhe.app.office import handed_in
from shanhe.app.office.books import BookHead, catalogue_of, head_of, seen_book
from shanhe.app.office.locks import ask_open
from shanhe.app.office.people import account_of
from shanhe.app.office.rights import Action, Actor, Refused
from shanhe.catalogue.names import plain_name
from shanhe.documents.formats.vector.read import MOST_BYTES
from shanhe.store import files
from shanhe.store.journal import Act, Said, append, locked
from shanhe.store.models import Book, File, Layer, Line, Plot

_TASK = "shanhe.app.plot_reading:read_plots"
_SECONDS = 90.0
"""Most that reading a layer may take; five thousand plots take six."""
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Choosing:
    """Which column is what, to be chosen by a person.

    Attributes:
        file: key of the file that was handed in.
        columns: name and samples of each. chosen: field → column that seems right; ``unit`` too.
        unsure: the fields that made us ask.
    """

    head: BookHead
    file: int
    name: str
    columns: tuple[tuple[str, str], ...]
    chosen: Mapping[str, str]
    unsure: tuple[str, ...]


def upload(actor: Actor, book_key: int, name: str, data: bytes) -> Choosing | int:
    """Keep a layer and return its key, or what has to be chosen first.

    Raises:
        Refused: the right is missing, plots are locked, or the file cannot be taken; it says why.
    """
    book = seen_book(actor, book_key, Action.PLOTS)
    ask_open(actor, book, "plots")
    handed_in.ask_size(len(data), MOST_BYTES)
    name = handed_in.plain_name(name, "图斑")
    kept = handed_in.keep(account_of(actor), book, name, _kind(data), data)
    return _taken(actor, book, kept, {})


def choose(
    actor: Actor, book_key: int, file_key: int, columns: Mapping[str, str]
) -> Choosing | int:
    """Go on with a file that was handed in, with its columns as a person chose them.

    Raises:
        Refused: as ``upload``; 404 where the person handed in no such file for this programme.
    """
    book = seen_book(actor, book_key, Action.PLOTS)
    ask_open(actor, book, "plots")
    kept = File.objects.filter(pk=file_key, book=book, account=actor.account).first()
    if kept is None or kept.kind not in _KINDS:
        raise Refused("没有该文件，请重新上传。", "There is no such file; upload it again.", 404)
    return _taken(actor, book, kept, columns)


_KINDS = ("gpkg", "shp.zip", "geojson")


def _kind(data: bytes) -> str:
    if data.startswith(b"SQLite format 3"):
        return "gpkg"
    return "shp.zip" if data.startswith(b"PK") else "geojson"


def _taken(actor: Actor, book: Book, kept: File, columns: Mapping[str, str]) -> Choosing | int:
    read = _read(book, kept, columns)
    if "refused" in read:
        raise Refused(read["refused"]["zh"], read["refused"]["en"], 422)
    if "ask" in read:
        shown = tuple((one["name"], one["samples"]) for one in read["ask"])
        unsure = tuple(read["unsure"])
        return Choosing(head_of(book), kept.pk, kept.name, shown, read["chosen"], unsure)
    return _stored(actor, book, kept, read)


def _read(book: Book, kept: File, columns: Mapping[str, str]) -> dict[str, Any]:
    law, day = catalogue_of().law, date(book.year, 12, 31)
    asked = {
        "path": str(files.path_of(kept.digest)),
        "name": kept.name,
        "columns": dict(columns),
        "places": places(book),
        "sliver": str(law.number("plot_sliver", day)),
        "gap": str(law.number("area_method_gap", day)),
    }
    try:
        read: dict[str, Any] = bounded(_TASK, asked, _SECONDS)
    except Stopped as stopped:
        raise Refused(
            f"{kept.name}：在规定的时间和内存内没有读完（{stopped.detail}）。"
            "请检查图层是否损坏，简化边界或拆分后重新上传。",
            f"{kept.name}: not read within bounds ({stopped.detail}). Simplify or split the layer.",
            422,
        ) from None
    return read


def places(book: Book) -> dict[str, str]:
    """Return every spelling of a place → its name on the sheet 区域与单位; codes are spellings too."""
    found: dict[str, str] = {}
    for line in Line.objects.filter(book=book, sheet="places").order_by("-position"):
        name, texts = line.texts.get("name", ""), line.texts
        region = catalogue_of().region_named(name)
        others = (region.name, region.code, *region.aliases) if region else ()
        aliases = texts.get("aliases", "").replace("、", ",").replace("，", ",").split(",")
        own = (name, texts.get("full_name", ""), texts.get("code", ""), *aliases, *others)
        found |= {plain_name(word): name for word in own if word.strip()}
    return found


def _stored(actor: Actor, book: Book, kept: File, read: Mapping[str, Any]) -> int:
    """Make the layer the one that counts, and say so in the journal."""
    about = {key: read[key] for key in ("kind", "columns", "problems", "restored")}
    with transaction.atomic():
        book = locked(book.pk)
        ask_open(actor, book, "plots")
        Layer.objects.filter(book=book, is_current=True).update(is_current=False)
        layer = Layer.objects.create(
            book=book, file=kept, crs=read["crs"], count=len(read["plots"]), about=about
        )
        plots = [_plot(layer, one) for one in read["plots"]]
        Plot.objects.bulk_create(plots, batch_size=_BATCH)
        words = {"layer": layer.pk, "name": kept.name, "count": layer.count, "crs": layer.crs}
        said = Said(action=Act.PLOTS, texts=words, evidence=[kept.digest])
        append(book, account_of(actor), [said])
    return layer.pk


def _plot(layer: Layer, one: Mapping[str, Any]) -> Plot:
    return Plot(
        layer=layer,
        row=one["row"],
        code=one["code"],
        region=one["region"],
        state=one["state"],
        square_metres=one["hundredths"],
        stated=one["stated"],
        outline=one["outline"],
    )
