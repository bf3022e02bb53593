"""Findings of one management aspect that stand against a claim that all is well."""

from collections.abc import Sequence

from shanhe.records.finding import Finding, Severity
from shanhe.values.outcome import Outcome


def open_findings(earlier: Sequence[Finding], aspect: str) -> tuple[Finding, ...]:
    """Return the errors and warnings of an aspect; notes, and what cannot be judged, are none."""
    return tuple(
        found
        for found in earlier
        if found.aspect == aspect
        and found.outcome is Outcome.FAILS
        and found.severity is not Severity.NOTE
    )
