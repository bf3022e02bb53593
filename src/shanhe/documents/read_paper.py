"""A document that somebody wrote → the records of a programme, and what became of each number."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from shanhe.catalogue.catalogue import Catalogue
from shanhe.documents.found import Found
from shanhe.documents.naming import PaperNames
from shanhe.documents.prose.bodies_found import read_places
from shanhe.documents.prose.completing import complete
from shanhe.documents.prose.goals import read_goals
from shanhe.documents.prose.names import paper_names
from shanhe.documents.prose.numbers import printed_numbers, text_lines, texts_of
from shanhe.documents.prose.own_indicators import own_indicators, printed_names
from shanhe.documents.prose.paper import Paper, Said, make_paper
from shanhe.documents.prose.read import read_prose
from shanhe.documents.prose.title import year_of
from shanhe.documents.script import Script, Spot
from shanhe.documents.tables import read_tables
from shanhe.records.dossier import Dossier
from shanhe.records.paper import NumberState
from shanhe.records.programme import Overview, OwnIndicator, Programme
from shanhe.records.source import RowSource, Source

_KINDS = (
    ("历史遗留废弃矿山", "历史遗留废弃矿山生态修复示范工程"),
    ("山水林田湖草沙", "山水林田湖草沙一体化保护和修复工程"),
)
_RECORDS = {field.name for field in fields(Dossier) if field.init} - {
    "programme",
    "overview",
    "places",
    "paper",
    "texts",
    "numbers",
}


def read_paper(script: Script, catalogue: Catalogue) -> Dossier:
    """Return what a document says, as records with their places.

    Args:
        script: its paragraphs and tables.
        catalogue: indicators and regions by name.

    Returns:
        A dossier with ``paper`` set to the kind of the document. Where tables and sentences name
        the programme, the tables win. ``numbers`` holds every number printed; a document without
        performance figures has a dossier in which none is understood.

    Example:
        The report of a city's mine restoration, with five tables: 84 targets, 33 regional ones,
        10 transfers, 28 actuals, and some 900 numbers of which nine in ten are understood.
    """
    names = paper_names(script, catalogue)
    tables = read_tables(script, names)
    year = _year(script, tables)
    printed = printed_names(tables, catalogue)
    paper = make_paper(script, names, year, own_indicators(tables), printed)
    found = Found()
    found.take((tables, read_prose(script, names, paper), read_goals(paper, tables)))
    complete(paper, found)
    return _dossier(paper, names, found)


def coverage(dossier: Dossier) -> dict[NumberState, int]:
    """Return how many numbers are in each state."""
    counted = Counter(one.state for one in dossier.numbers)
    return {state: counted[state] for state in NumberState}


def _year(script: Script, tables: Found) -> int | None:
    told = tables.words.get("programme.year")
    return told if isinstance(told, int) else year_of(script)


def _dossier(paper: Paper, names: PaperNames, found: Found) -> Dossier:
    del names
    script = paper.script
    sections = {one.passage.spot: one.section for one in paper.paragraphs}
    held: dict[str, Any] = {
        key: tuple(records) for key, records in found.records.items() if key in _RECORDS
    }
    held["own_indicators"] = _named_once(found)
    return Dossier(
        programme=_programme(paper, found),
        overview=_overview(paper, found),
        places=tuple(read_places(paper, found)),
        paper=script.kind,
        texts=text_lines(script, sections),
        numbers=printed_numbers(script, found.spans),
        **held,
    )


def _named_once(found: Found) -> tuple[OwnIndicator, ...]:
    """Return the paper's own indicators, each once: as the table has it that names its groups."""
    kept: dict[str, OwnIndicator] = {}
    for one in found.records.get("own_indicators", ()):
        if isinstance(one, OwnIndicator):
            before = kept.setdefault(one.name, one)
            if one.level1 and not before.level1:
                kept[one.name] = one
    return tuple(kept.values())


def _programme(paper: Paper, found: Found) -> Programme:
    values, at = _words(paper, found, "programme", Programme)
    values["year"] = paper.year or 0
    values.setdefault("name", "")
    for word, kind in _KINDS:
        if word in str(values["name"]):
            values.setdefault("kind", kind)
    return Programme(source=RowSource(paper.script.file, "", 0, at=at), **values)


def _overview(paper: Paper, found: Found) -> Overview | None:
    values, at = _words(paper, found, "overview", Overview)
    if not values:
        return None
    return Overview(source=RowSource(paper.script.file, "", 0, at=at), **values)


def _words(
    paper: Paper, found: Found, prefix: str, kind: type[Programme | Overview]
) -> tuple[dict[str, Any], dict[str, Source]]:
    """Return the single fields with their places; a word without a place is looked up."""
    allowed = {field.name for field in fields(kind)} - {"source"}
    values: dict[str, Any] = {}
    at: dict[str, Source] = {}
    texts = tuple(texts_of(paper.script))
    for key, word in found.words.items():
        name = key.removeprefix(f"{prefix}.")
        if not key.startswith(prefix) or name not in allowed:
            continue
        if isinstance(word, Said):
            values[name], at[name] = word.value, word.where
            continue
        values[name] = word
        place = _look_up(paper.script, texts, str(word))
        if place is not None:
            at[name] = place
    return values, at


def _look_up(script: Script, texts: Sequence[tuple[str, Spot]], word: str) -> Source | None:
    """Return where ``word`` stands first, as a whole cell or paragraph if it does so anywhere."""
    wanted = "".join(word.split())
    part: Source | None = None
    for text, spot in texts:
        if wanted[:1] not in text:
            continue
        column = str(spot.column) if spot.table else ""
        if "".join(text.split()) == wanted:
            return script.source(spot, text, 0, column)
        if part is None and word in text:
            part = script.source(spot, word, text.index(word), column)
    return part
