"""An evaluation as plain data, for machines; keys are stable."""

import json
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

from shanhe.app.figures import actual_text, target_text
from shanhe.catalogue.law import Law
from shanhe.records.evaluation import ChangeRow, Derived, Evaluation, IndicatorResult
from shanhe.records.finding import Finding
from shanhe.records.source import Operand
from shanhe.records.targets import Target


def evaluation_json(evaluation: Evaluation, law: Law) -> str:
    """Return the whole evaluation; the same input gives the same text."""
    return _text({**_head(evaluation), **_numbers(evaluation), **findings_data(evaluation, law)})


def findings_json(evaluation: Evaluation, law: Law) -> str:
    """Return what was found, with its proofs."""
    return _text({**_head(evaluation), **findings_data(evaluation, law)})


def _text(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _head(evaluation: Evaluation) -> dict[str, Any]:
    programme = evaluation.dossier.programme
    return {
        "shanhe": evaluation.version,
        "rules": evaluation.rules,
        "catalogue": evaluation.catalogue,
        "data_sha256": evaluation.digest,
        "programme": programme.name,
        "year": programme.year,
        "as_of": _plain(evaluation.as_of),
    }


def _numbers(evaluation: Evaluation) -> dict[str, Any]:
    return {
        "completions": [_completion(result) for result in evaluation.indicators],
        "execution": [
            {
                "origin": row.fund.origin,
                "planned": _plain(row.fund.planned),
                "budget": _plain(row.fund.budget),
                "executed": _plain(row.fund.executed),
                "rate": _derived(row.rate),
                "stated_rate": _plain(row.fund.rate),
            }
            for row in evaluation.funds
        ],
        "unit_costs": [
            {
                "version": cost.version,
                "period": cost.period.key,
                "computed": _derived(cost.computed),
                "stated": _target(cost.stated),
                "outcome": cost.outcome.value,
            }
            for cost in evaluation.unit_costs
        ],
        "regional_sums": [
            {
                "version": total.version,
                "period": total.period.key,
                "indicator": total.indicator,
                "name": total.name,
                "stated": _target(total.stated),
                "computed": _derived(total.computed),
                "outcome": total.outcome.value,
            }
            for total in evaluation.sums
        ],
        "regional_means": [
            {
                "version": mean.version,
                "period": mean.period.key,
                "indicator": mean.indicator,
                "name": mean.name,
                "stated": _target(mean.stated),
                "form_by_money": _derived(mean.form),
                "ground": _derived(mean.ground),
            }
            for mean in evaluation.means
        ],
        "money": [_plain(held) for held in evaluation.held],
        "passing_on": [
            {
                "document": step.document.number,
                "issued": _plain(step.document.issued),
                "days": step.days,
                "total_days": step.total_days,
            }
            for step in evaluation.steps
        ],
        "change": {
            "versions": list(evaluation.compared) if evaluation.compared else None,
            "rows": [_change(row) for row in evaluation.changes],
        },
        "score": _plain(evaluation.score),
        "figures": dict(evaluation.figures),
    }


def _completion(result: IndicatorResult) -> dict[str, Any]:
    return {
        "indicator": result.indicator,
        "name": result.name,
        "level1": result.level1,
        "level2": result.level2,
        "target": target_text(result.target),
        "actual": actual_text(result.actual) or None,
        "percent": _derived(result.percent),
        "met": result.met,
        "why_not": result.why or None,
        "doubts": list(result.doubts),
    }


def _change(row: ChangeRow) -> dict[str, Any]:
    return {
        "indicator": row.indicator,
        "name": row.name,
        "level1": row.level1,
        "level2": row.level2,
        "unit": row.unit,
        "old": _plain(row.old.amount) if row.old else None,
        "old_is_issued_value": row.fallback,
        "new": _plain(row.new.amount) if row.new else None,
        "delta": _derived(row.delta),
        "rate": _derived(row.rate),
    }


def _target(target: Target | None) -> str | None:
    return target_text(target) if target else None


def _derived(value: Derived | None) -> dict[str, Any] | None:
    if value is None:
        return None
    exact = f"{value.value.numerator}/{value.value.denominator}"
    return {"value": value.text, "unit": value.unit, "exact": exact, "equation": value.equation}


def findings_data(evaluation: Evaluation, law: Law) -> dict[str, Any]:
    """Return summary and findings as plain data."""
    return {
        "summary": {
            **{level: evaluation.count(level) for level in ("error", "warning", "note")},
            "rules_run": evaluation.judged,
        },
        "findings": [_finding(finding, law) for finding in evaluation.findings],
        "crashes": [{"rule": rule, "error": error} for rule, error in evaluation.crashes],
    }


def _finding(finding: Finding, law: Law) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "outcome": finding.outcome.value,
        "message": dict(finding.messages),
        "aspect": finding.aspect or None,
        "basis": [_basis(basis, law) for basis in finding.basis],
        "cause": dict(finding.causes) or None,
        "operands": [_operand(operand) for operand in finding.operands],
        "recomputed": finding.recomputed or None,
    }


def _basis(basis: str, law: Law) -> dict[str, Any]:
    cited = law.cite(basis)
    return {
        "id": basis,
        "text": cited.text,
        "is_law": cited.is_law,
        "confidence": cited.confidence_words,
    }


def _operand(operand: Operand) -> dict[str, Any]:
    where = operand.where
    place = {"file": where.file, "part": where.part, "row": where.row, "column": where.column}
    return {
        "text": operand.text,
        "value": _plain(operand.value),
        "unit": operand.unit,
        "fact": _plain(operand.fact),
        "where": place,
    }


def _plain(value: Any) -> Any:
    """Return numbers as text (never as binary fractions), records as objects."""
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [_plain(item) for item in value]
    return _scalar(value)


def _scalar(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else value
