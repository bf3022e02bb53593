"""One report audited for the pages, as plain data; runs in a process of its own (``app.bounded``)."""

import base64
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from shanhe.app.audit import audit_file
from shanhe.app.audit_json import document_data
from shanhe.app.audit_papers import RELATIONS, note_texts
from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.load import load_catalogue
from shanhe.documents.audited import Audited
from shanhe.documents.formats.docx.annotate import Note, annotated
from shanhe.documents.formats.grid import Unreadable
from shanhe.documents.forms.audit_page.write import beside
from shanhe.documents.forms.workbook.lines import grids_of_lines
from shanhe.documents.forms.workbook.read import Handed, read_dossier
from shanhe.documents.found import Span
from shanhe.documents.script import Spot
from shanhe.records.dossier import Dossier
from shanhe.records.source import Source
from shanhe.rules.book import fingerprint

LANGUAGES = ("zh", "en")
LEVELS = ("error", "warning", "note")


def check(asked: Mapping[str, Any]) -> dict[str, Any]:
    """Return what came of a report.

    Args:
        asked: ``path`` and ``name`` of the file; ``programme`` and ``sheets`` (key of a sheet →
            lines) where it is to be compared with a programme's data, else empty.

    ``zh`` and ``en`` hold what a page shows: ``cards``, ``paper`` (HTML), ``problems``, ``notes``
    (comments of the Word file) and ``data`` (as ``shanhe check --format json`` prints it).
    """
    catalogue = load_catalogue()
    against = _programme(asked, catalogue)
    data = Path(asked["path"]).read_bytes()
    document = audit_file(asked["name"], data, catalogue, against=against)
    return {
        "state": document.state.value,
        "kind": document.kind,
        "rules": fingerprint(),
        "compared": against is not None,
        "coverage": asdict(document.coverage),
        "counts": {level: document.count(level) for level in LEVELS},
        "findings": [
            {
                "key": told.key,
                "severity": told.finding.severity.value,
                "figures": told.figures,
                "spans": [_plain(span) for span in told.spans if span is not None],
            }
            for told in document.told
        ],
        **{lang: _in_words(document, catalogue, lang) for lang in LANGUAGES},
    }


def _programme(asked: Mapping[str, Any], catalogue: Catalogue) -> Dossier | None:
    """Return the programme's own data; where they cannot be read, the report is judged by itself."""
    if not asked["sheets"]:
        return None
    name = asked["programme"]
    grids = grids_of_lines(asked["sheets"])
    handed = {zh: Handed(name, zh, grid) for zh, grid in grids.items()}
    return read_dossier(handed, catalogue, Source(name, ""))[0]


def _in_words(document: Audited, catalogue: Catalogue, lang: str) -> dict[str, Any]:
    pieces = beside(document, catalogue, RELATIONS, lang)
    return {
        "cards": [asdict(card) for card in pieces.cards],
        "paper": pieces.paper,
        "problems": [problem.text(lang) for problem in document.problems],
        "notes": {told.key: note_texts(told, catalogue.law, lang) for told in document.told},
        "data": document_data(document, catalogue.law, lang),
    }


def annotate(asked: Mapping[str, Any]) -> dict[str, str]:
    """Return a Word file with comments, base64: of ``path``, with ``notes``, dated ``on``.

    Each note is its two texts and the spans of its places, as ``check`` gave them. Where the file
    is no Word file, ``refused`` says why.
    """
    notes = [Note(text, brief, tuple(map(_span, spans))) for text, brief, spans in asked["notes"]]
    data, on = Path(asked["path"]).read_bytes(), date.fromisoformat(asked["on"])
    try:
        return {"docx": base64.b64encode(annotated(data, notes, on)).decode()}
    except Unreadable as refusal:
        return {"refused": refusal.detail or refusal.kind}


def _plain(span: Span) -> dict[str, Any]:
    """Return a span as it is kept, for ``_span`` to read."""
    return {**asdict(span), "spot": span.spot._asdict()}


def _span(plain: Mapping[str, Any]) -> Span:
    return Span(Spot(**plain["spot"]), plain["start"], plain["end"], plain["kind"])
