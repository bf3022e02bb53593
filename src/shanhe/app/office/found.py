"""Findings as plain data, each operand with the line it was read from."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from shanhe.app.answers import figures_of, keys_of
from shanhe.documents.forms.workbook.tables import BY_NAME
from shanhe.records.finding import Finding
from shanhe.records.source import Source
from shanhe.store.models import Found, Line, Summary

_Data = dict[str, Any]
Kept = Mapping[str, Sequence[Line]]
"""Key of a sheet → its lines, in order."""


def line_of(where: Source, kept: Kept) -> Line | None:
    """Return the line that a value was read from; ``None`` where there is none.

    Example:
        Row 2 of 指标目标 is the first line of the sheet ``targets``.
    """
    sheet = BY_NAME.get(where.part)
    rows = kept.get(sheet.key, ()) if sheet else ()
    place = max(number_of(where), 1) - 1
    return rows[place] if place < len(rows) else None


def number_of(where: Source) -> int:
    """Return the number of a line as the page of its sheet counts it; 0 where there is one alone.

    Example:
        Row 2 of the workbook's sheet 指标目标, below its headings, is line 1.
    """
    sheet = BY_NAME.get(where.part)
    return 0 if sheet is None or sheet.vertical else max(where.row - 1, 0)


def findings_data(findings: Sequence[Finding], kept: Kept) -> Iterator[_Data]:
    """Yield each finding with its key and figures, its proof, and what it rests on."""
    for key, finding in zip(keys_of(findings), findings, strict=True):
        yield {
            "key": key,
            "rule": finding.rule,
            "severity": finding.severity.value,
            "outcome": finding.outcome.value,
            "zh": finding.message("zh"),
            "en": finding.message("en"),
            "aspect": finding.aspect,
            "basis": list(finding.basis),
            "cause": dict(finding.causes),
            "recomputed": finding.recomputed,
            "figures": figures_of(finding),
            "operands": [_operand(o.text, o.where, kept) for o in finding.operands],
        }


_GIST = ("key", "rule", "severity", "figures", "zh", "en")


def gist(finding: Mapping[str, Any]) -> _Data:
    """Return what one line of a list says of a finding, and what tells whether it is settled."""
    return {key: finding[key] for key in _GIST}


def _operand(text: str, where: Source, kept: Kept) -> _Data:
    line = line_of(where, kept)
    return {
        "text": text,
        "part": where.part,
        "row": where.row,
        "number": number_of(where),
        "column": where.column,
        "sheet": line.sheet if line else "",
        "line": line.row if line else "",
    }


def count_findings(summary: Summary, findings: Sequence[Finding]) -> None:
    """Keep how often each rule found something, so that programmes are compared without a page."""
    counted = Counter((finding.rule, finding.severity.value) for finding in findings)
    Found.objects.filter(summary=summary).delete()
    Found.objects.bulk_create(
        Found(summary=summary, rule=rule, severity=severity, count=count)
        for (rule, severity), count in sorted(counted.items())
    )
