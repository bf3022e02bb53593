"""Audited documents as one JSON object, for machines; see ``docs/schema/audit.schema.json``."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from json.encoder import encode_basestring as _quoted
from typing import Any

from shanhe import __version__
from shanhe.catalogue.citation import Citation
from shanhe.catalogue.law import Law
from shanhe.documents.audited import Audited
from shanhe.records.finding import Finding
from shanhe.records.source import Fact, Operand, Source
from shanhe.rules.book import fingerprint

_LEVELS = ("error", "warning", "note")


def audit_json(documents: Iterable[Audited], law: Law, lang: str) -> str:
    """Return all documents as one object; the same input gives the same text.

    ``message``, ``basis``, ``cause`` and ``problems`` are in one language. Numbers are text, exactly
    as understood. A document that could not be read has problems and no findings; one without any
    performance figure has the problem ``no_figures``.
    """
    return "".join(audit_json_pieces(documents, law, lang))


def audit_json_pieces(documents: Iterable[Audited], law: Law, lang: str) -> Iterator[str]:
    """Yield the same text piece by piece, one document at a time, so that memory stays bounded."""
    yield from joined(document_json(document, law, lang) for document in documents)


def document_json(document: Audited, law: Law, lang: str) -> str:
    """Return the text of one document inside the object."""
    return _text(document_data(document, law, lang), "  ")


def joined(bodies: Iterable[str]) -> Iterator[str]:
    """Yield the object around the texts of its documents, piece by piece."""
    yield f'{{\n "shanhe": {_text(__version__)},\n "rules": {_text(fingerprint())},\n "documents": ['
    comma = "\n"
    for body in bodies:
        yield f"{comma}  {body}"
        comma = ",\n"
    yield "\n ]\n}\n"


def _text(data: object, margin: str = "") -> str:
    """Return what ``json.dumps`` does with an indent of 1, in a tenth of its time."""
    inner = f"{margin} "
    if isinstance(data, str):
        return _quoted(data)
    if isinstance(data, dict) and data:
        lines = [f"{_quoted(key)}: {_text(value, inner)}" for key, value in data.items()]
        return f"{{\n{inner}{f',{chr(10)}{inner}'.join(lines)}\n{margin}}}"
    if isinstance(data, list) and data:
        lines = [_text(value, inner) for value in data]
        return f"[\n{inner}{f',{chr(10)}{inner}'.join(lines)}\n{margin}]"
    return json.dumps(data)


def document_data(document: Audited, law: Law, lang: str) -> dict[str, Any]:
    """Return one document as plain data."""
    counted = document.coverage
    return {
        "name": document.name,
        "sha256": document.sha256,
        "kind": document.kind,
        "coverage": {
            "numbers": counted.numbers,
            "checked": counted.checked,
            "alone": counted.alone,
            "not_understood": counted.not_understood,
        },
        "summary": {level: document.count(level) for level in _LEVELS},
        "findings": [_finding(finding, law, lang) for finding in document.findings],
        "problems": [problem.as_dict(lang) for problem in document.problems],
    }


def _finding(finding: Finding, law: Law, lang: str) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "outcome": finding.outcome.value,
        "message": finding.message(lang),
        "basis": list(dict.fromkeys(_cited(law.cite(one, lang), lang) for one in finding.basis)),
        "cause": finding.causes.get(lang),
        "operands": [_operand(operand) for operand in finding.operands],
        "recomputed": finding.recomputed or None,
    }


def _cited(citation: Citation, lang: str) -> str:
    colon = "：" if lang == "zh" else ": "
    return colon.join(filter(None, (citation.text, citation.says)))


def _operand(operand: Operand) -> dict[str, Any]:
    return {
        "text": operand.text,
        "value": _value(operand.value),
        "unit": operand.unit,
        "fact": _fact(operand.fact),
        "where": _where(operand.where),
    }


def _value(value: Decimal | date | None) -> str | None:
    if isinstance(value, Decimal):
        return f"{value:f}"
    return None if value is None else value.isoformat()


def _fact(fact: Fact | None) -> dict[str, str] | None:
    if fact is None:
        return None
    return {
        "concept": fact.concept,
        "aspect": fact.aspect,
        "region": fact.region,
        "period": fact.period,
        "version": fact.version,
    }


def _where(where: Source) -> dict[str, Any]:
    return {
        "part": where.part,
        "table": where.table,
        "row": where.row,
        "column": where.column,
        "paragraph": where.paragraph,
        "start": where.start,
        "end": where.end,
        "line": where.line,
    }
