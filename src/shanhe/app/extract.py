"""Every fact of a document with its coordinates and place; and a workbook filled from it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from shanhe.app.audit import refused
from shanhe.app.programme import NotOpened, open_programme, refusal
from shanhe.catalogue.catalogue import Catalogue
from shanhe.documents.formats.grid import Grid, Unreadable
from shanhe.documents.formats.open import read_script
from shanhe.documents.forms.workbook.from_records import grids_of, names_of
from shanhe.documents.paper_problem import PaperProblem
from shanhe.documents.programmes import programmes_of
from shanhe.documents.read_paper import read_paper
from shanhe.records.dossier import Dossier
from shanhe.records.ids import own_id
from shanhe.records.problem import Problem
from shanhe.records.source import Operand, Record, Source

_NUMBERS = {
    "versions": ("total", "central", "local", "social"),
    "targets": ("amount",),
    "regional_targets": ("amount",),
    "documents": ("amount",),
    "transfers": ("amount", "share"),
    "annual_funds": ("planned", "in_place", "budget", "executed", "rate"),
    "payments": ("amount",),
    "progress": ("amount",),
    "actuals": ("quoted_amount", "amount", "completion"),
    "adjustments": ("old", "new", "delta"),
    "change_notes": ("amount", "share"),
    "facts": ("amount",),
}
"""Dossier attribute → fields that hold a printed number."""
_MONEY = {"versions", "documents", "transfers", "annual_funds", "payments"}

HEADINGS = (
    "事项",
    "名称",
    "口径",
    "区域",
    "期间",
    "版本或填报处",
    "原文",
    "数值",
    "计量单位",
    "位置",
)


@dataclass(frozen=True, slots=True)
class Extracted:
    """The facts of one document.

    Attributes:
        dossier: of the first programme, where it holds several.
        operands: each printed number with its meaning, in the order of the sheets.
        names: indicators that only the document names, by id.
    """

    dossier: Dossier
    operands: tuple[Operand, ...]
    names: Mapping[str, str] = field(default_factory=dict)


def read_document(path: Path, catalogue: Catalogue) -> Dossier:
    """Return what a programme's workbook or anybody's document says, of its first programme.

    Raises:
        NotOpened: as ``read_programmes``.
    """
    return read_programmes(path, catalogue)[0]


def read_programmes(path: Path, catalogue: Catalogue) -> tuple[Dossier, ...]:
    """Return what a programme's workbook or anybody's document says, programme by programme.

    Raises:
        NotOpened: it could not be read, or holds no performance figures.
    """
    from shanhe.app.audit_tasks import is_programme  # noqa: PLC0415 - only this way round

    if is_programme(path):
        opened = open_programme(path, catalogue)
        if opened.dossier is None:
            raise NotOpened(opened.problems)
        return (opened.dossier,)
    try:
        script = read_script(path.name, path.read_bytes())
        dossiers = tuple(read_paper(piece, catalogue) for piece in programmes_of(script))
    except Unreadable as error:
        raise NotOpened((refused(path.name, error),)) from None
    except OSError as error:
        raise NotOpened((refusal(path, error),)) from None
    if not any(getattr(one, attribute) for one in dossiers for attribute in _NUMBERS):
        raise NotOpened((PaperProblem("no_figures", Source(path.name, "")),))
    return dossiers


def extracted(*dossiers: Dossier) -> Extracted:
    """Return every printed number that means something, of the programmes of one document."""
    operands = tuple(operand for one in dossiers for operand in _operands(one))
    own = {own_id(row.name): row.name for one in dossiers for row in one.own_indicators}
    return Extracted(dossiers[0], operands, own)


def _operands(dossier: Dossier) -> Iterator[Operand]:
    for attribute, keys in _NUMBERS.items():
        records: tuple[Record, ...] = getattr(dossier, attribute)
        for record in records:
            for key in keys:
                if isinstance(getattr(record, key), Decimal):
                    yield record.operand(key, _unit(attribute, key))


def _unit(attribute: str, key: str) -> str:
    """Return the unit of fields that have none of their own."""
    if key in {"share", "rate", "completion"}:
        return "%"
    return "万元" if attribute in _MONEY else ""


def _name(operand: Operand, catalogue: Catalogue, own: Mapping[str, str]) -> str:
    concept = operand.fact.concept if operand.fact else ""
    known = catalogue.has_indicator(concept)
    return catalogue.indicator(concept).name if known else own.get(concept, "")


def extract_json(found: Extracted, catalogue: Catalogue) -> str:
    """Return the facts as one object; the same document gives the same text."""
    rows = [_row(operand, catalogue, found.names) for operand in found.operands]
    programme = found.dossier.programme
    data = {"programme": programme.name, "year": programme.year or None, "facts": rows}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _row(operand: Operand, catalogue: Catalogue, own: Mapping[str, str]) -> dict[str, Any]:
    fact, where = operand.fact, operand.where
    return {
        "concept": fact.concept if fact else "",
        "name": _name(operand, catalogue, own),
        "aspect": fact.aspect if fact else "",
        "region": fact.region if fact else "",
        "period": fact.period if fact else "",
        "version": fact.version if fact else "",
        "text": operand.text,
        "value": f"{operand.value:f}" if isinstance(operand.value, Decimal) else None,
        "unit": operand.unit,
        "where": {
            "part": where.part,
            "table": where.table,
            "row": where.row,
            "column": where.column,
            "paragraph": where.paragraph,
            "start": where.start,
            "end": where.end,
            "line": where.line,
        },
    }


def extract_xlsx(found: Extracted, catalogue: Catalogue) -> bytes:
    """Return the facts as a workbook of one sheet."""
    from shanhe.documents.formats.xlsx.book import Book, Style, workbook_bytes  # noqa: PLC0415 - openpyxl is slow to load

    rows: list[tuple[str, ...]] = [HEADINGS]
    for operand in found.operands:
        row = _row(operand, catalogue, found.names)
        keys = ("concept", "name", "aspect", "region", "period", "version", "text", "value", "unit")
        rows.append((*(str(row[key] or "") for key in keys), operand.where.place()))
    widths = (24, 26, 12, 14, 10, 14, 20, 14, 12, 60)
    numeric = tuple(heading == "数值" for heading in HEADINGS)
    return workbook_bytes(
        [Book("数据", rows, Style(widths, head=True, numeric=numeric, wrap=True))]
    )


def workbook_from(dossier: Dossier, catalogue: Catalogue) -> tuple[bytes, tuple[Problem, ...]]:
    """Return a programme's workbook filled from what was read, and what a person has to complete.

    What the document does not say stays empty; nothing is invented.
    """
    from shanhe.documents.forms.workbook.read import Handed, read_dossier  # noqa: PLC0415 - only here
    from shanhe.documents.forms.workbook.write import xlsx_bytes  # noqa: PLC0415 - openpyxl is slow to load

    own = {own_id(one.name): one.name for one in dossier.own_indicators}
    names = names_of({one.id: one.name for one in catalogue.indicators}, own)
    grids: dict[str, Grid] = grids_of(dossier, names)
    handed = {name: Handed("", name, grid) for name, grid in grids.items()}
    _, problems = read_dossier(handed, catalogue, Source("", ""))
    offered = tuple(one.name for one in catalogue.indicators)
    return xlsx_bytes(grids, offered), tuple(problems)
